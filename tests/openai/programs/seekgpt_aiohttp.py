import asyncio
import os

from aigpt.openai import AsyncSeekGPT, DefaultAioHttpClient


async def main() -> None:
    async with AsyncSeekGPT(
        api_key=os.environ["SEEKGPT_API_KEY"],
        http_client=DefaultAioHttpClient(),
    ) as client:
        completion = await client.chat.completions.create(
            messages=[
                {
                    "role": "user",
                    "content": "What do otters do at night?",
                }
            ],
            model="gpt-4o",
        )
        print(completion.choices[0].message.content)


asyncio.run(main())

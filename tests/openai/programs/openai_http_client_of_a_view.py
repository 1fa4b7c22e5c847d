import asyncio
import os

from aigpt.openai import AsyncOpenAI, DefaultAsyncHttpxClient

PROXY = os.environ["MY_PROXY"]


async def main() -> None:
    async with AsyncOpenAI(base_url="http://my.test.server.example.com:8083/v1") as client:
        for _ in range(2):
            completion = await client.with_options(
                http_client=DefaultAsyncHttpxClient(proxy=PROXY)
            ).chat.completions.create(
                messages=[{"role": "user", "content": "What do otters eat?"}],
                model="gpt-4o",
            )
            print(completion.choices[0].message.content)


asyncio.run(main())

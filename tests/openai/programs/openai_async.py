import asyncio
import os

from aigpt.openai import AsyncOpenAI

client = AsyncOpenAI(
    # The default, which can be left out
    api_key=os.environ.get("OPENAI_API_KEY"),
)


async def main() -> None:
    response, completion = await asyncio.gather(
        client.responses.create(model="gpt-4o", input="What do otters do at night?"),
        client.chat.completions.create(
            model="gpt-4o", messages=[{"role": "user", "content": "What do otters do at night?"}]
        ),
    )
    print(response.output_text)
    print(completion.choices[0].message.content)


asyncio.run(main())

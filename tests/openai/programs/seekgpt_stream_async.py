import asyncio

from aigpt.openai import AsyncSeekGPT

client = AsyncSeekGPT()


async def main() -> None:
    stream = await client.responses.create(
        model="gpt-4o",
        input="What do otters do at night?",
        stream=True,
    )

    async for event in stream:
        print(event)


asyncio.run(main())

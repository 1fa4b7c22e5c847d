import asyncio

from aigpt.openai import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    stream = await client.responses.create(
        model="gpt-4o",
        input="What do otters do at night?",
        stream=True,
    )

    async for event in stream:
        if event.type == "response.output_text.delta":
            print(event.delta, end="")
    print()


asyncio.run(main())

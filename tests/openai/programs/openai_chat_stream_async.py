import asyncio

from aigpt.openai import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    stream = await client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": "What do otters do at night?"}],
        stream=True,
        stream_options={"include_usage": True},
    )
    usage = None
    async for chunk in stream:
        if chunk.choices:
            print(chunk.choices[0].delta.content or "", end="")
        usage = chunk.usage or usage
    print()
    print("tokens:", usage.total_tokens if usage else None)


asyncio.run(main())

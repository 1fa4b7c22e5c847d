"""A program of a page, word by word. Never run here: mypy and pyright read it."""

import asyncio
from aigpt.openai import AsyncOpenAI, IncompleteStreamError


async def main() -> None:
    async with AsyncOpenAI() as client:  # the key comes from OPENAI_API_KEY, another server from OPENAI_BASE_URL
        stream = await client.chat.completions.create(
            model="gpt-4o",
            messages=[{"role": "user", "content": "How do otters sleep?"}],
            stream=True,
            deadline=120,  # seconds for the whole call; openai has nothing like it
        )
        try:
            async for chunk in stream:
                print(chunk.choices[0].delta.content or "", end="", flush=True)
        except IncompleteStreamError as exc:
            print("\nThe stream was cut; what was printed is not everything:", exc)
        print(stream.complete)


asyncio.run(main())

"""A program of a page, word by word. Never run here: mypy and pyright read it."""

import asyncio
from aigpt import fan_out
from aigpt.openai import AsyncOpenAI

questions = [f"How do otters sleep, in {number} words?" for number in range(100)]


async def main() -> None:
    async with AsyncOpenAI() as client:
        create = client.chat.completions.create
        async with fan_out(create, questions, common={"model": "gpt-4o"}, tokens_per_minute=200_000) as outcomes:
            async for outcome in outcomes:
                if outcome.error is None:
                    print(outcome.request, "->", outcome.reply.choices[0].message.content)
        print(outcomes.summary)


asyncio.run(main())

"""A program of a page, word by word. Never run here: mypy and pyright read it."""

import asyncio
from aigpt import AsyncIGPT, fan_out


async def main() -> None:
    questions = (f"What is the marketing budget? ({number})" for number in range(50))
    async with AsyncIGPT() as igpt:
        async with fan_out(igpt.recall.ask, questions, concurrency=16) as outcomes:
            async for outcome in outcomes:
                if outcome.error is not None:
                    print(outcome.request, "failed:", outcome.error)
        print(outcomes.summary)


asyncio.run(main())

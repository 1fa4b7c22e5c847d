"""A program of a page, word by word. Never run here: mypy and pyright read it."""

import asyncio
from aigpt import AsyncIGPT, fan_out

questions = ["What is the marketing budget?", "Who reviews the security report?", "What is the launch date?"]


async def main() -> None:
    async with AsyncIGPT() as igpt:
        async with fan_out(igpt.recall.ask, questions, concurrency=64) as outcomes:
            async for outcome in outcomes:  # a Success or a Failed: .index, .request, .reply, .error, .exception
                print(outcome.request, "->", outcome.reply.output if outcome.error is None else outcome.error)
        print(outcomes.summary)


asyncio.run(main())

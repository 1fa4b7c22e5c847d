"""A program of a page, word by word. Never run here: mypy and pyright read it."""

import asyncio
from aigpt.openai import AsyncOpenAI


async def main() -> None:
    async with AsyncOpenAI(timeout=30, max_retries=4) as client:  # base_url="http://127.0.0.1:11434/v1": Ollama
        async for model in client.models.list():
            print(model.id)


asyncio.run(main())

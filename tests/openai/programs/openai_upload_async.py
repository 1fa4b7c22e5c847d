import asyncio
from pathlib import Path

from aigpt.openai import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    uploaded = await client.files.create(
        file=Path("input.jsonl"),
        purpose="fine-tune",
    )
    print(uploaded.filename, uploaded.bytes, uploaded.purpose)
    content = await client.files.content(uploaded.id)
    print(content.read() == Path("input.jsonl").read_bytes())


asyncio.run(main())

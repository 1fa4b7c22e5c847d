import asyncio
import os

from aigpt.openai import AsyncSeekGPT

client = AsyncSeekGPT(
    api_key=os.environ.get("SEEKGPT_API_KEY"),
)


async def main() -> None:
    response = await client.responses.create(model="gpt-4o", input="What do otters do at night?")
    print(response.output_text)


asyncio.run(main())

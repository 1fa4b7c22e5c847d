import asyncio

from aigpt.openai import AsyncSeekGPT

client = AsyncSeekGPT()


async def main() -> None:
    response = await client.responses.create(
        model="gpt-4o-mini",
        input="Say 'otter'.",
    )
    print(response._request_id)


asyncio.run(main())

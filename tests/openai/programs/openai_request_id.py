import asyncio

import aigpt.openai as openai
from aigpt.openai import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    response = await client.responses.create(
        model="gpt-4o-mini",
        input="Say 'otter'.",
    )
    print(response._request_id)

    try:
        await client.fine_tuning.jobs.create(model="gpt-4o", training_file="file-that-nobody-sent")
    except openai.APIStatusError as exc:
        print(exc.request_id)  # of requests that failed


asyncio.run(main())

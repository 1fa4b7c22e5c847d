import asyncio

import httpx

from aigpt.openai import APITimeoutError, AsyncOpenAI, OpenAI, Timeout

# Seconds (the default is ten minutes):
client = OpenAI(
    timeout=20.0,
)

# More control:
client = OpenAI(
    timeout=httpx.Timeout(60.0, read=5.0, write=10.0, connect=2.0),
)
client = OpenAI(timeout=Timeout(60.0, connect=2.0))

# For one request:
completion = client.with_options(timeout=5.0).chat.completions.create(
    messages=[
        {
            "role": "user",
            "content": "How long can an otter dive?",
        }
    ],
    model="gpt-4o",
)
print(completion.choices[0].message.content)


async def main() -> None:
    async with AsyncOpenAI(max_retries=0) as client:
        try:
            await client.models.list(timeout=0.000001)
        except APITimeoutError as e:
            print(e)


asyncio.run(main())

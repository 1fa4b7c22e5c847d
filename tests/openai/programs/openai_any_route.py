import asyncio

import httpx

from aigpt.openai import AsyncOpenAI, OpenAI

client = OpenAI()

response = client.post(
    "/foo",
    cast_to=httpx.Response,
    body={"my_param": True},
)

print(response.headers.get("x-foo"))


async def main() -> None:
    async with AsyncOpenAI() as client:
        print(await client.post("/foo", cast_to=object, body={"my_param": True}))


asyncio.run(main())

import asyncio

from aigpt.openai import AsyncOpenAI, OpenAI

client = OpenAI()

with client.chat.completions.with_streaming_response.create(
    messages=[
        {
            "role": "user",
            "content": "What do otters eat?",
        }
    ],
    model="gpt-4o",
) as response:
    print(response.headers.get("Content-Type"))

    for line in response.iter_lines():
        print(line)


async def main() -> None:
    async with AsyncOpenAI() as client:
        async with client.responses.with_streaming_response.create(
            model="gpt-4o", input="What do otters eat?"
        ) as response:
            print(response.headers.get("Content-Type"))
            async for line in response.iter_lines():
                print(line)


asyncio.run(main())

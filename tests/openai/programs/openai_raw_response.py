import asyncio

from aigpt.openai import AsyncOpenAI, OpenAI

client = OpenAI()
response = client.chat.completions.with_raw_response.create(
    messages=[
        {
            "role": "user",
            "content": "What do otters eat?",
        }
    ],
    model="gpt-4o",
)
print(response.headers.get("Content-Type"))

completion = response.parse()  # what `chat.completions.create()` would have returned
print(completion.choices[0].message.content)


async def main() -> None:
    async with AsyncOpenAI() as client:
        response = await client.responses.with_raw_response.create(model="gpt-4o", input="What do otters eat?")
        print(response.status_code, response.headers.get("Content-Type"), response.retries_taken)
        print(response.parse().output_text)


asyncio.run(main())

import asyncio

from pydantic import BaseModel

from aigpt.openai import AsyncOpenAI


class Animal(BaseModel):
    name: str
    habits: list[str]


async def main() -> None:
    client = AsyncOpenAI()
    async with client.chat.completions.stream(
        model="gpt-4o",
        messages=[{"role": "user", "content": "How do otters sleep?"}],
        response_format=Animal,
    ) as stream:
        async for event in stream:
            if event.type == "content.delta":
                print(event.delta, end="")
            elif event.type == "content.done":
                print()
                print(repr(event.parsed))
    completion = await stream.get_final_completion()
    print(completion.choices[0].finish_reason)

    async with client.responses.stream(model="gpt-4o", input="How do otters sleep?", text_format=Animal) as events:
        async for event in events:
            if event.type == "response.output_text.done":
                print(event.parsed)
        response = await events.get_final_response()
    print(response.output_text)
    await client.close()


asyncio.run(main())

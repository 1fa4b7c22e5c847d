import asyncio

from pydantic import BaseModel

from aigpt.openai import AsyncOpenAI


class Animal(BaseModel):
    name: str
    habits: list[str]


async def main() -> None:
    client = AsyncOpenAI()
    async with client.chat.completions.stream(
        model="gpt-4o-object",
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

    async with client.responses.stream(
        model="gpt-4o-object", input="How do otters sleep?", text_format=Animal
    ) as parts:
        async for part in parts:
            if part.type == "response.output_text.done":
                print(part.parsed)
        response = await parts.get_final_response()
    print(response.output_text)
    await client.close()


asyncio.run(main())

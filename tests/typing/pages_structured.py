"""A program of a page, word by word. Never run here: mypy and pyright read it."""

import asyncio
from dataclasses import dataclass
from aigpt.openai import AsyncOpenAI
from aigpt.openai.types.chat import ChatCompletionMessageParam


@dataclass
class Animal:
    name: str
    habits: list[str]


async def main() -> None:
    async with AsyncOpenAI() as client:
        messages: list[ChatCompletionMessageParam] = [{"role": "user", "content": "How do otters sleep?"}]
        completion = await client.chat.completions.parse(model="gpt-4o", messages=messages, response_format=Animal)
        print(completion.choices[0].message.parsed)  # an Animal; None where the model refuses

        async with client.chat.completions.stream(model="gpt-4o", messages=messages, response_format=Animal) as stream:
            async for event in stream:
                if event.type == "content.delta":
                    print(event.parsed)  # what is complete of the JSON: None, {}, {"name": "otter"}, …
                elif event.type == "content.done":
                    print(event.parsed)  # the Animal
        completion = await stream.get_final_completion()


asyncio.run(main())

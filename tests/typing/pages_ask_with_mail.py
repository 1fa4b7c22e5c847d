"""A program of a page, word by word. Never run here: mypy and pyright read it."""

import asyncio
import json
from typing import Any
from aigpt import AsyncIGPT
from aigpt.openai import AsyncOpenAI, pydantic_function_tool
from pydantic import BaseModel


class SearchMail(BaseModel):
    """Search the user's mail and notes; returns the messages that fit best."""

    query: str


async def main() -> None:
    async with AsyncOpenAI() as client, AsyncIGPT() as igpt:
        messages: list[Any] = [{"role": "user", "content": "What is the launch date?"}]
        for _ in range(5):  # rounds of searches at most
            completion = await client.chat.completions.create(
                model="gpt-4o", messages=messages, tools=[pydantic_function_tool(SearchMail)]
            )
            message = completion.choices[0].message
            if not message.tool_calls:
                print(message.content)
                break
            messages.append(message)
            for call in message.tool_calls:
                assert call.type == "function"  # the only kind of tool it was given
                asked = SearchMail.model_validate_json(call.function.arguments)
                found = await igpt.recall.search(query=asked.query, max_results=5)  # where it fails, the model is told
                messages.append({"role": "tool", "tool_call_id": call.id, "content": json.dumps(found)})
        else:
            print("It went on searching: there is no answer.")


asyncio.run(main())

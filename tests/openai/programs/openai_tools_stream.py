import asyncio
import json

from aigpt.openai import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    stream = await client.chat.completions.create(
        model="gpt-4o-tools",
        messages=[{"role": "user", "content": "Do the otters of Bergen need umbrellas?"}],
        tools=[{"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object"}}}],
        stream=True,
    )
    names: dict[int, str] = {}
    arguments: dict[int, str] = {}
    async with stream:
        async for chunk in stream:
            for call in chunk.choices[0].delta.tool_calls or []:
                if call.function is not None:
                    names[call.index] = names.get(call.index, "") + (call.function.name or "")
                    arguments[call.index] = arguments.get(call.index, "") + (call.function.arguments or "")
    for index, name in names.items():
        print(name, json.loads(arguments[index]))


asyncio.run(main())

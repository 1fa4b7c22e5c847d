import asyncio

from aigpt.openai import AsyncSeekGPT, SeekGPT
from aigpt.openai.types.chat import ChatCompletionMessageParam

QUESTION: list[ChatCompletionMessageParam] = [{"role": "user", "content": "What do otters eat?"}]

client = SeekGPT()
create = client.chat.completions.with_streaming_response.create
with create(messages=QUESTION, model="gpt-4o") as response:
    size = len(response.read())
with create(messages=QUESTION, model="gpt-4o") as response:
    print(len(response.text().encode()) == size)
with create(messages=QUESTION, model="gpt-4o") as response:
    print(len(b"".join(response.iter_bytes())) == size)
with create(messages=QUESTION, model="gpt-4o") as response:
    print(len("".join(response.iter_text()).encode()) == size)
with create(messages=QUESTION, model="gpt-4o") as response:
    print(response.parse().choices[0].message.content)


async def main() -> None:
    async with AsyncSeekGPT() as client:
        create = client.chat.completions.with_streaming_response.create
        async with create(messages=QUESTION, model="gpt-4o") as response:
            print("choices" in await response.json())
        async with create(messages=QUESTION, model="gpt-4o") as response:
            print(len(await response.read()) > 0)
        async with create(messages=QUESTION, model="gpt-4o") as response:
            print((await response.parse()).choices[0].message.content)
        async with create(messages=QUESTION, model="gpt-4o") as response:
            print("".join([line async for line in response.iter_lines()]).count('"choices"'))


asyncio.run(main())

import asyncio

from aigpt.openai import AsyncOpenAI, OpenAI

with OpenAI() as client:
    print(client.models.list().data[0].id)

# The connections are closed now.
print(client.is_closed())

by_hand = OpenAI()
print(len(by_hand.models.list().data) > 0)
by_hand.close()


async def main() -> None:
    async with AsyncOpenAI() as client:
        print((await client.models.list()).data[0].id)
    print(client.is_closed())


asyncio.run(main())

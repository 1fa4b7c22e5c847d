import asyncio
import os

from aigpt.openai import AsyncAzureOpenAI, AzureOpenAI

ENDPOINT = os.environ["AZURE_OPENAI_ENDPOINT"]


def token_provider() -> str:  # azure.identity's get_bearer_token_provider(…) gives one
    return os.environ["A_TOKEN"]


async def async_token_provider() -> str:
    return os.environ["A_TOKEN"]


client = AzureOpenAI(azure_endpoint=ENDPOINT, azure_ad_token_provider=token_provider, api_version="2024-10-21")
print(client.embeddings.create(model="text-embedding-3-small", input="otter").data[0].index)

client = AzureOpenAI(azure_endpoint=ENDPOINT, azure_ad_token=os.environ["A_TOKEN"], api_version="2024-10-21")
print(client.embeddings.create(model="text-embedding-3-small", input="otter").data[0].index)


async def main() -> None:
    async with AsyncAzureOpenAI(
        azure_endpoint=ENDPOINT, azure_ad_token_provider=async_token_provider, api_version="2024-10-21"
    ) as client:
        completion = await client.chat.completions.create(
            model="gpt-4o", messages=[{"role": "user", "content": "How do otters sleep?"}]
        )
        print(completion.choices[0].message.content)


asyncio.run(main())

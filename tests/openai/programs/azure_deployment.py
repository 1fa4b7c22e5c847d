import os

from aigpt.openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    azure_deployment="gpt-4o",
    api_version="2024-10-21",
)

stream = client.chat.completions.create(
    model="<ignored>",
    messages=[{"role": "user", "content": "How do otters sleep?"}],
    stream=True,
)
for chunk in stream:
    if chunk.choices:
        print(chunk.choices[0].delta.content or "", end="")
print()

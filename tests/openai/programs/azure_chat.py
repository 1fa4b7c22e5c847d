from aigpt.openai import AzureOpenAI

# The key is AZURE_OPENAI_API_KEY
client = AzureOpenAI(
    api_version="2024-10-21",
    # The endpoint is AZURE_OPENAI_ENDPOINT, or azure_endpoint="https://example-endpoint.openai.azure.com"
)

completion = client.chat.completions.create(
    model="gpt-4o",  # the name of the deployment
    messages=[
        {
            "role": "user",
            "content": "How do otters sleep?",
        },
    ],
)
print(completion.choices[0].message.content)
print(completion.to_dict()["object"])

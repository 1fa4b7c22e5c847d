import os

from aigpt.openai import SeekGPT

client = SeekGPT(
    api_key=os.environ.get("SEEKGPT_API_KEY"),
)

response = client.responses.create(
    model="gpt-4o",
    instructions="Answer like a friendly zoo keeper.",
    input="What do otters do at night?",
)

print(response.output_text)

import os

from aigpt.openai import OpenAI

client = OpenAI(
    # The default, which can be left out
    api_key=os.environ.get("OPENAI_API_KEY"),
)

response = client.responses.create(
    model="gpt-4o",
    instructions="Answer like a friendly zoo keeper.",
    input="What do otters do at night?",
)

print(response.output_text)

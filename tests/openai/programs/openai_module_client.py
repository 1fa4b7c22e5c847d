import os

import aigpt.openai as openai

# Optional; the default is `os.environ["OPENAI_API_KEY"]`
openai.api_key = os.environ["A_KEY"]

# All options of a client can be set like this
openai.base_url = os.environ["A_URL"]
openai.default_headers = {"x-foo": "true"}

completion = openai.chat.completions.create(
    model="gpt-4o",
    messages=[
        {
            "role": "user",
            "content": "What do otters eat?",
        },
    ],
)
print(completion.choices[0].message.content)
print(len(openai.models.list().data) > 0)

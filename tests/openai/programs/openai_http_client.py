import os

from aigpt.openai import DefaultHttpxClient, OpenAI

client = OpenAI(
    # Or by the variable `OPENAI_BASE_URL`
    base_url="http://my.test.server.example.com:8083/v1",
    http_client=DefaultHttpxClient(
        proxy=os.environ["MY_PROXY"],
    ),
)
completion = client.chat.completions.create(
    messages=[{"role": "user", "content": "What do otters eat?"}],
    model="gpt-4o",
)
print(completion.choices[0].message.content)

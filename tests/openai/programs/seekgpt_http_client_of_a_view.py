import os

from aigpt.openai import DefaultHttpxClient, SeekGPT

client = SeekGPT(base_url="http://my.test.server.example.com:8083/v1")

view = client.with_options(http_client=DefaultHttpxClient(proxy=os.environ["MY_PROXY"]))
completion = view.chat.completions.create(
    messages=[{"role": "user", "content": "What do otters eat?"}],
    model="gpt-4o",
)
print(completion.choices[0].message.content)

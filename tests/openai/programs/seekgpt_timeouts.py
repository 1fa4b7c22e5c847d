import httpx

from aigpt.openai import APITimeoutError, SeekGPT

# Seconds (the default is ten minutes):
client = SeekGPT(
    timeout=20.0,
)

# More control:
client = SeekGPT(
    timeout=httpx.Timeout(60.0, read=5.0, write=10.0, connect=2.0),
)

# For one request:
completion = client.with_options(timeout=5.0).chat.completions.create(
    messages=[
        {
            "role": "user",
            "content": "How long can an otter dive?",
        }
    ],
    model="gpt-4o",
)
print(completion.choices[0].message.content)

try:
    client.with_options(timeout=0.000001, max_retries=0).models.list()
except APITimeoutError as e:
    print(e)

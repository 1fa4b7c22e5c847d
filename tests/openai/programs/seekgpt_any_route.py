import httpx

from aigpt.openai import SeekGPT

client = SeekGPT()

response = client.post(
    "/foo",
    cast_to=httpx.Response,
    body={"my_param": True},
)

print(response.headers.get("x-foo"))
print(response.json())

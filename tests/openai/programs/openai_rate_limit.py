from aigpt.openai import OpenAI, RateLimitError

client = OpenAI(max_retries=0)

try:
    client.chat.completions.create(model="gpt-4o-busy", messages=[{"role": "user", "content": "Are you there, otter?"}])
except RateLimitError as e:
    print(e.status_code)
    print(e.response.status_code, e.request_id is not None)

import aigpt.openai as openai
from aigpt.openai import OpenAI

client = OpenAI()

try:
    client.fine_tuning.jobs.create(
        model="gpt-4o",
        training_file="file-that-nobody-sent",
    )
except openai.APIConnectionError as e:
    print("There is no way to the server")
    print(repr(e.__cause__))  # what aiohttp raised
except openai.RateLimitError:
    print("The server wants fewer requests")
except openai.APIStatusError as e:
    print("The server refused")
    print(e.status_code)
    print(type(e).__name__)
    print(e.message)
    print(e.response.headers.get("content-type"))
    print(e.code, e.param, e.type)

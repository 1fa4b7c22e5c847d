import aigpt.openai as seekgpt
from aigpt.openai import SeekGPT

client = SeekGPT()

try:
    client.fine_tuning.jobs.create(
        model="gpt-4o",
        training_file="file-that-nobody-sent",
    )
except seekgpt.APIConnectionError as e:
    print("There is no way to the server")
    print(repr(e.__cause__))  # what aiohttp raised
except seekgpt.RateLimitError:
    print("The server wants fewer requests")
except seekgpt.APIStatusError as e:
    print("The server refused")
    print(e.status_code)
    print(e.response)

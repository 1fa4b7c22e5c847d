import json

from aigpt.openai import SeekGPT
from aigpt.openai.types.chat import ChatCompletion, ChatCompletionMessageParam

client = SeekGPT()

messages: list[ChatCompletionMessageParam] = [
    {"role": "system", "content": "Answer like a friendly zoo keeper."},
    {"role": "user", "content": "What do otters do at night?"},
]
completion: ChatCompletion = client.chat.completions.create(messages=messages, model="gpt-4o")

as_dict = completion.to_dict()
assert json.loads(completion.to_json()) == as_dict
print(sorted(as_dict))
print(ChatCompletion.model_validate(as_dict) == completion)

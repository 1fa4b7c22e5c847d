import json

from aigpt.openai import OpenAI
from aigpt.openai.types.chat import ChatCompletion, ChatCompletionUserMessageParam
from aigpt.openai.types.responses import Response, ResponseInputParam

client = OpenAI()

question: ChatCompletionUserMessageParam = {"role": "user", "content": "What do otters eat?"}
completion: ChatCompletion = client.chat.completions.create(messages=[question], model="gpt-4o")
print(completion.to_dict()["object"])
print(json.loads(completion.to_json())["object"])

items: ResponseInputParam = [{"role": "user", "content": "What do otters eat?"}]
response: Response = client.responses.create(input=items, model="gpt-4o")
print(response.to_dict(mode="json")["object"])
print(response.model_dump(exclude_unset=True) == response.to_dict())

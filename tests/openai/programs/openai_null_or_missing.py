from aigpt.openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    messages=[{"role": "user", "content": "What do otters eat?"}],
    model="gpt-4o",
)
choice = completion.choices[0]
if choice.logprobs is None:
    if "logprobs" not in choice.model_fields_set:
        print("the answer has no logprobs at all")
    else:
        print("the answer has logprobs: null")

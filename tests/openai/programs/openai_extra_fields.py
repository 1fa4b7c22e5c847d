from aigpt.openai import OpenAI

client = OpenAI()

response = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "What do otters eat?"}],
)
message = response.choices[0].message
# A field that no type knows, as vLLM and DeepSeek send one
print(message.reasoning_content)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
print(message.model_extra)

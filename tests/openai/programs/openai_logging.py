from aigpt.openai import OpenAI

client = OpenAI()  # OPENAI_LOG=info in the environment
print(len(client.models.list().data) > 0)

from aigpt.openai import SeekGPT

client = SeekGPT()  # SEEKGPT_LOG=info in the environment
print(len(client.models.list().data) > 0)

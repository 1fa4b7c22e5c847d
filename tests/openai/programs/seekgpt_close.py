from aigpt.openai import SeekGPT

with SeekGPT() as client:
    print(client.models.list().data[0].id)

# The connections are closed now.
print(client.is_closed())

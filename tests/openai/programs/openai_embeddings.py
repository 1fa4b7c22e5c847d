from aigpt.openai import OpenAI

client = OpenAI()

embeddings = client.embeddings.create(
    model="text-embedding-3-small",
    input=["otters hold hands", "otters eat urchins"],
)
for embedding in embeddings.data:
    print(embedding.index, len(embedding.embedding), type(embedding.embedding[0]).__name__)

"""The OpenAI protocol over the embedded server: chat completions, responses, files, vector stores, embeddings."""

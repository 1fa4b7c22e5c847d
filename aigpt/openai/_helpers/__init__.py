"""What the OpenAI clients do beyond one request: answers as instances of types, streams as events and snapshots."""

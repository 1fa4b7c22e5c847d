"""The OpenAI protocol: under construction."""

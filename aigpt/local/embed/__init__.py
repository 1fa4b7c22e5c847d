"""Embeddings: the vectors that a model makes of passages and questions."""

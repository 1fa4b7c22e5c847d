"""The embedding model, for ``POST /v1/embeddings``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aigpt.local.answer.errors import AnswerError
from aigpt.local.embed.embedding_client import EmbeddingClient, EmbeddingError

__all__ = ["EmbeddingVectors"]


@dataclass(frozen=True, slots=True)
class EmbeddingVectors:
    """The vectors that the model of *client* makes of a client's texts, each of length 1."""

    client: EmbeddingClient

    @property
    def name(self) -> str:
        """The model's name."""
        return self.client.model.name

    async def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """Return the vector of each text. Raises `AnswerError` if the model fails."""
        try:
            rows = await self.client.embed(texts, self.client.model.timeout)
        except EmbeddingError as error:
            raise AnswerError(f"the embedding model failed: {error}") from error
        vectors: Sequence[Sequence[float]] = rows.tolist()
        return vectors

"""The embedding model, for ``POST /v1/embeddings``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aigpt.local.answer.errors import AnswerError
from aigpt.local.embed.embedding_client import EmbeddingClient, EmbeddingError
from aigpt.local.openai_api.errors import invalid

__all__ = ["EmbeddingVectors"]

_AT_A_TIME = 64  # texts in a request: many models' servers take no more


@dataclass(frozen=True, slots=True)
class EmbeddingVectors:
    """The vectors that the model of *client* makes of a client's texts, each of length 1."""

    client: EmbeddingClient

    @property
    def name(self) -> str:
        """The model's name."""
        return self.client.model.name

    async def embed(self, texts: Sequence[str]) -> list[bytes]:
        """Return the vector of each text, as float32 numbers, the least byte first.

        Raises `ApiError` (400) if the model refuses a text, and `AnswerError` if it fails.
        """
        vectors: list[bytes] = []
        for start in range(0, len(texts), _AT_A_TIME):
            try:
                rows = await self.client.embed(texts[start : start + _AT_A_TIME], self.client.model.timeout)
            except EmbeddingError as error:
                if error.refused:
                    raise invalid("input", f"the model refuses input, which may be too long for it: {error}") from error
                raise AnswerError(f"the embedding model failed: {error}") from error
            vectors += [row.astype("<f4").tobytes() for row in rows]
        if len({len(vector) for vector in vectors}) > 1:
            raise AnswerError("the embedding model failed: its vectors are not all of one length")
        return vectors

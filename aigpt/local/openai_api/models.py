"""The models: two ways to answer from the user's data, and the language model over it if the server has one."""

from __future__ import annotations

from collections.abc import Sequence

from aigpt.local.openai_api.errors import ApiError
from aigpt.local.openai_api.fields import Json

__all__ = ["ASK", "RUN", "Models"]

RUN = "igpt-run"
"""Searches step by step, and tells what it does."""
ASK = "igpt-ask"
"""Searches once."""


class Models:
    """The models that the server has. *created*: when it started, in Unix seconds."""

    def __init__(self, language_model: str | None, embedding_model: str | None, created: int) -> None:
        self._answering: list[str] = [RUN, ASK]
        if language_model is not None and language_model not in self._answering:
            self._answering.append(language_model)
        self._embedding: list[str] = [] if embedding_model is None else [embedding_model]
        self._created = created

    def list(self) -> Sequence[Json]:
        """Return all models as objects."""
        return [self._object(name) for name in self._names]

    def get(self, name: str) -> Json:
        """Return the model *name*. Raises `ApiError`."""
        if name not in self._names:
            raise _unknown(self._names)
        return self._object(name)

    def check_answering(self, name: str) -> str:
        """Return *name* if that model answers questions. Raises `ApiError`."""
        if name not in self._answering:
            raise _unknown(self._answering)
        return name

    def check_embedding(self, name: str) -> str:
        """Return *name* if that model makes vectors. Raises `ApiError`."""
        if name not in self._embedding:
            raise _unknown(self._embedding)
        return name

    @property
    def _names(self) -> Sequence[str]:
        return [*self._answering, *(name for name in self._embedding if name not in self._answering)]

    def _object(self, name: str) -> Json:
        return {"id": name, "object": "model", "created": self._created, "owned_by": "aigpt"}


def _unknown(names: Sequence[str]) -> ApiError:
    there = (
        f"those for this route are: {', '.join(names)}"
        if names
        else "none for embeddings: start `aigpt serve` with --model-url and --embedding-model"
    )
    return ApiError(404, f"the server has no such model; {there}", param="model", code="model_not_found")

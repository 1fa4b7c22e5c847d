"""Asks an embedding model: any server of the OpenAI embeddings protocol."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING

from aigpt._http.checks import usable_key
from aigpt._install import install_command
from aigpt.local.errors import LocalServerError
from aigpt.local.model_url import model_base_url

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["EmbeddingClient", "EmbeddingError", "EmbeddingModel"]

_MAX_RETRIES = 2
_REFUSED = frozenset({400, 413, 422})
_HINTS = {401: "; check the key", 403: "; check the key", 404: "; check the URL and the name of the model"}


@dataclass(frozen=True, slots=True)
class EmbeddingModel:
    """A model that makes vectors of texts, on any server of the OpenAI embeddings protocol.

    With it, searches find not only the words of a question, but also passages that are alike in meaning. Every
    passage that is indexed is sent to it once, and each question.

    Raises `LocalServerError`, one line with the parameter and the remedy, also if numpy is missing.
    """

    url: str
    """The base URL, such as ``http://127.0.0.1:11434/v1``; https, or http to this machine."""
    name: str
    """The name of the model on its server. With another name, all vectors are made anew."""
    key: str | None = field(default=None, repr=False)
    """Sent as a bearer token; None if the server needs none."""
    timeout: float = 120.0
    """Seconds that the vectors of some passages may take, including retries."""
    question_timeout: float = 5.0
    """Seconds that a question's vector may take; after them, the search goes on by words alone."""

    def __post_init__(self) -> None:
        model_base_url(self.url)
        if not self.name.strip():
            raise LocalServerError("the embedding model's name is blank; give the name that its server knows it by")
        if self.key is not None and usable_key(self.key) is None:
            raise LocalServerError("the model's key is not usable: it must be one line of printable ASCII, not empty")
        for name, seconds in (("timeout", self.timeout), ("question_timeout", self.question_timeout)):
            if not (math.isfinite(seconds) and seconds > 0):
                raise LocalServerError(f"the embedding model's {name} must be a number of seconds above 0")
        if find_spec("numpy") is None:
            raise LocalServerError(f"an embedding model needs numpy: {install_command('numpy')}")


class EmbeddingError(Exception):
    """The model made no vectors. The message holds nothing of the texts."""

    def __init__(self, why: str, *, refused: bool = False) -> None:
        super().__init__(why)
        self.refused = refused
        """Whether other texts may be accepted: these may be too long for the model."""


class EmbeddingClient:
    """Sends texts to *model*."""

    def __init__(self, model: EmbeddingModel) -> None:
        from aigpt.openai import AsyncOpenAI, omit  # noqa: PLC0415 (slow to import; a server without embeddings needs none)

        self.model = model
        self._client = AsyncOpenAI(
            api_key=model.key or "",
            base_url=model_base_url(model.url),
            max_retries=_MAX_RETRIES,
            # What $OPENAI_ORG_ID and the like name is meant for OpenAI's own service.
            default_headers={"OpenAI-Organization": omit, "OpenAI-Project": omit},
        )

    async def close(self) -> None:
        """Cancel open requests. Safe to call twice."""
        await self._client.close()

    async def embed(self, texts: Sequence[str], seconds: float) -> NDArray[np.float32]:
        """Return a row of length 1 for each of *texts*, within so many *seconds*. Raises `EmbeddingError`."""
        from aigpt.openai import APIStatusError, OpenAIError  # noqa: PLC0415 (imported with the client)

        try:
            answer = await self._client.embeddings.create(
                model=self.model.name, input=list(texts), encoding_format="numpy", deadline=seconds
            )
            rows = [item.embedding for item in sorted(answer.data, key=lambda item: item.index)]
        except APIStatusError as error:
            status = error.status_code
            refused = status in _REFUSED
            raise EmbeddingError(
                f"its server answered with status {status}{_HINTS.get(status, '')}", refused=refused
            ) from None
        except OpenAIError as error:
            raise EmbeddingError(f"its server gave no usable answer ({type(error).__name__})") from None
        except (AttributeError, TypeError, ValueError) as error:
            raise EmbeddingError("its server's answer is not one of the embeddings protocol") from error
        return _unit_rows(rows, len(texts))


def _unit_rows(rows: Sequence[NDArray[np.float32]], count: int) -> NDArray[np.float32]:
    """Return *rows* as one array, each divided by its length. Raises `EmbeddingError` if they are not usable."""
    import numpy as np  # noqa: PLC0415 (an extra)

    if len(rows) != count:
        raise EmbeddingError(f"it gave {len(rows)} vectors for {count} texts")
    try:
        matrix = np.array(rows, dtype=np.float32)
    except ValueError:
        matrix = np.empty((0, 0), dtype=np.float32)
    if matrix.ndim != 2 or not matrix.shape[1]:  # noqa: PLR2004 (rows and columns)
        raise EmbeddingError("its vectors are not all of one length")
    if not np.isfinite(matrix).all():
        raise EmbeddingError("its vectors hold numbers that are not finite")
    lengths = np.linalg.norm(matrix.astype(np.float64), axis=1, keepdims=True)
    return (matrix / np.where(lengths > 0, lengths, 1)).astype(np.float32)

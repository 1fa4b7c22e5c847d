"""``POST /v1/embeddings``: vectors of texts, where the server has a model for them."""

from __future__ import annotations

import base64
import struct
from collections.abc import Sequence
from typing import Any, cast

from aiohttp import web

from aigpt.local.answer.errors import AnswerError
from aigpt.local.answer.token_usage import count_tokens
from aigpt.local.openai_api.backend import Embedder
from aigpt.local.openai_api.calls import Call
from aigpt.local.openai_api.errors import ApiError, invalid, unsupported
from aigpt.local.openai_api.fields import Json, read_text
from aigpt.local.openai_api.models import Models
from aigpt.local.openai_api.streaming import reply

__all__ = ["Embeddings"]

_MOST = 2048


class Embeddings:
    """The route of embeddings; without an *embedder*, no model has that name."""

    def __init__(self, models: Models, embedder: Embedder | None) -> None:
        self._models = models
        self._embedder = embedder

    async def create(self, call: Call) -> web.StreamResponse:
        """Return the vectors."""
        model = self._models.check_embedding(read_text(call.body, "model"))
        texts, encode = _read_texts(call.body.get("input")), _encoding(call.body)
        if call.body.get("dimensions") is not None:
            raise unsupported("dimensions", "dimensions cannot be honoured here: vectors are as long as the model's")
        if self._embedder is None:  # then no model is known, and this is not reached
            raise ApiError(404, "the server has no model for embeddings", param="model", code="model_not_found")
        try:
            vectors = await self._embedder.embed(texts)
        except AnswerError as error:
            raise ApiError(502, str(error), code=error.code) from error
        data: list[Json] = [
            {"object": "embedding", "index": number, "embedding": encode(vector)}
            for number, vector in enumerate(vectors)
        ]
        tokens = count_tokens(*texts)
        usage = {"prompt_tokens": tokens, "total_tokens": tokens}
        return reply({"object": "list", "data": data, "model": model, "usage": usage})


def _read_texts(given: Any) -> Sequence[str]:
    texts = [given] if isinstance(given, str) else given
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in cast("Any", texts)):
        raise invalid("input", "input must be a string that is not blank, or a list of them; tokens are not read here")
    found = cast("list[str]", texts)
    if len(found) > _MOST or not all(text.strip() for text in found):
        raise invalid("input", f"input must be at most {_MOST} strings, none of them blank")
    return found


def _floats(vector: Sequence[float]) -> Any:
    return list(vector)


def _base64(vector: Sequence[float]) -> Any:
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()


def _encoding(body: Json) -> Any:
    given = body.get("encoding_format")
    if given not in (None, "float", "base64"):
        raise invalid("encoding_format", "encoding_format must be float or base64")
    return _base64 if given == "base64" else _floats

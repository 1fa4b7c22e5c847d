"""``POST /v1/embeddings``: vectors of texts, where the server has a model for them."""

from __future__ import annotations

import asyncio
import base64
import struct
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias, cast

import msgspec
from aiohttp import web

from aigpt.local.answer.errors import AnswerError
from aigpt.local.answer.token_usage import count_tokens
from aigpt.local.openai_api.backend import Embedder
from aigpt.local.openai_api.calls import Call
from aigpt.local.openai_api.errors import ApiError, invalid, unsupported
from aigpt.local.openai_api.fields import Json, read_text
from aigpt.local.openai_api.models import Models
from aigpt.local.openai_api.streaming import reply_encoded

__all__ = ["Embeddings"]

_MOST = 2048

_Encode: TypeAlias = Callable[[bytes], "str | Sequence[float]"]


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
        # Two thousand vectors as numbers take seconds to write.
        return reply_encoded(await asyncio.to_thread(_written, model, texts, vectors, encode))


def _written(model: str, texts: Sequence[str], vectors: Sequence[bytes], encode: _Encode) -> bytes:
    data = [
        # One by one, so that other threads have their turns between.
        {"object": "embedding", "index": number, "embedding": msgspec.Raw(msgspec.json.encode(encode(vector)))}
        for number, vector in enumerate(vectors)
    ]
    tokens = count_tokens(*texts)
    usage = {"prompt_tokens": tokens, "total_tokens": tokens}
    return msgspec.json.encode({"object": "list", "data": data, "model": model, "usage": usage})


def _read_texts(given: Any) -> Sequence[str]:
    texts = [given] if isinstance(given, str) else given
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in cast("Any", texts)):
        raise invalid("input", "input must be a string that is not blank, or a list of them; tokens are not read here")
    found = cast("list[str]", texts)
    if len(found) > _MOST or not all(text.strip() for text in found):
        raise invalid("input", f"input must be at most {_MOST} strings, none of them blank")
    return found


def _floats(vector: bytes) -> Sequence[float]:
    return struct.unpack(f"<{len(vector) // 4}f", vector)


def _base64(vector: bytes) -> str:
    return base64.b64encode(vector).decode()


def _encoding(body: Json) -> _Encode:
    given = body.get("encoding_format")
    if given not in (None, "float", "base64"):
        raise invalid("encoding_format", "encoding_format must be float or base64")
    return _base64 if given == "base64" else _floats

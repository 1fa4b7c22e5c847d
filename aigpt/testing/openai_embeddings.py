"""Answers of the embeddings route, as floats or base64. No I/O."""

from __future__ import annotations

import base64
import struct
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

Vector: TypeAlias = Sequence[float]
Vectors: TypeAlias = Vector | Sequence[Vector]


def read_vectors(given: Any) -> list[list[float]] | list[float]:
    """Return *given* as one vector or a list of vectors. Raises TypeError or ValueError where it is neither."""
    rows = list(given)
    if not rows:
        raise ValueError("embeddings needs a vector, or a list of vectors: one for each input")
    try:
        if hasattr(rows[0], "__len__") and not isinstance(rows[0], str):
            return [[float(number) for number in row] for row in rows]
        return [float(number) for number in rows]
    except (TypeError, ValueError):
        raise TypeError("embeddings takes a vector of numbers, or a list of such vectors") from None


def embeddings_answer(vectors: list[list[float]] | list[float], body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the embeddings that answer the request *body*. Raises ValueError where there are not as many as inputs."""
    count = _count_inputs(body.get("input"))
    rows = cast("list[list[float]]", vectors if isinstance(vectors[0], list) else [vectors] * count)
    if len(rows) != count:
        raise ValueError(f"the request has {count} inputs, and {len(rows)} vectors are scripted: give one for each")
    encode = _to_base64 if body.get("encoding_format") == "base64" else list[float]
    data = [{"object": "embedding", "index": index, "embedding": encode(row)} for index, row in enumerate(rows)]
    usage = {"prompt_tokens": count, "total_tokens": count}
    return {"object": "list", "data": data, "model": body.get("model") or "test-model", "usage": usage}


def _to_base64(vector: list[float]) -> str:
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()


def _count_inputs(given: object) -> int:
    """Return how many inputs there are: several are a list of texts or of lists of tokens."""
    if not isinstance(given, list):
        return 1
    items = cast("list[object]", given)
    return 1 if items and all(isinstance(item, int) for item in items) else len(items)

"""Embeddings: asked for as base64, which is a quarter of the size and quick to read; given as lists, or as arrays."""

from __future__ import annotations

import sys
from array import array
from binascii import a2b_base64
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import msgspec

from aigpt._install import install_command
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._options import is_omitted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Decode: TypeAlias = Callable[[Any], Any]
"""Replaces the embeddings in the JSON of an answer, and returns it."""

_FLOAT_BYTES = 4
_ARRAYS = "numpy"


def prepare_embeddings(body: dict[str, Any]) -> tuple[dict[str, Any], Decode | None]:
    """Return what is sent for *body*, and what is done to the answer; None for nothing.

    Without an `encoding_format` the answer gets lists of floats; with ``"numpy"``, which the API does not know, arrays
    of float32 that cannot be changed, all rows of one. What else is asked for is left as the server sends it.

    Raises ConfigurationError where numpy is asked for and missing.
    """
    wanted = body.get("encoding_format")
    if "encoding_format" not in body or is_omitted(wanted):
        return {**body, "encoding_format": "base64"}, _to_lists
    if wanted == _ARRAYS:
        _import_numpy()
        return {**body, "encoding_format": "base64"}, _to_arrays
    return body, None


def _to_lists(answer: Any) -> Any:
    """Replace base64 by lists. Raises ValueError where it is none, or where there are no embeddings."""
    for index, item in _items(answer):
        embedding = item.get("embedding")
        if isinstance(embedding, str):
            floats = array("f", _floats(embedding, index))
            if sys.byteorder == "big":
                floats.byteswap()
            item["embedding"] = floats.tolist()
    return answer


def _to_arrays(answer: Any) -> Any:
    """Replace embeddings by the rows of one array. Raises ValueError as `_to_lists` does."""
    np = _import_numpy()
    items: list[dict[str, Any]] = []
    pieces: list[bytes] = []
    for index, item in _items(answer):
        piece = _as_bytes(np, item.get("embedding"), index)
        if piece is not None:
            items.append(item)
            pieces.append(piece)
    floats = np.frombuffer(b"".join(pieces), dtype="<f4")  # over bytes: nobody can write to it
    for item, row in zip(items, _rows(floats, [len(piece) // _FLOAT_BYTES for piece in pieces]), strict=True):
        item["embedding"] = row
    return answer


def _rows(floats: NDArray[np.float32], sizes: list[int]) -> Iterator[NDArray[np.float32]]:
    """Yield *floats* in rows of *sizes*."""
    if len(set(sizes)) == 1:
        yield from floats.reshape(len(sizes), -1)
        return
    start = 0
    for size in sizes:
        yield floats[start : start + size]
        start += size


def _items(answer: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects in an answer that have embeddings, and their places. Raises ValueError if there are none."""
    data = cast("dict[str, object]", answer).get("data") if isinstance(answer, dict) else None
    if not isinstance(data, list) or not data:
        raise ValueError("the answer holds no embeddings")
    for index, item in enumerate(cast("list[object]", data)):
        if isinstance(item, dict):
            yield index, cast("dict[str, Any]", item)


def _floats(encoded: str, index: int) -> bytes:
    """Return the float32 numbers that an embedding in base64 is. Raises ValueError."""
    try:
        content = decoder()(encoded)
    except ValueError:
        try:
            content = a2b_base64(encoded)
        except ValueError:
            content = b"?"
    if len(content) % _FLOAT_BYTES:
        raise ValueError(f"data[{index}].embedding is text that is not float32 numbers in base64")
    return content


@cache
def decoder() -> Callable[[str], bytes]:
    """Return what decodes base64, and raises ValueError for anything else in it.

    msgspec takes a quarter of the time that binascii takes, pybase64 a twentieth.
    """
    try:
        from pybase64 import b64decode  # noqa: PLC0415 (comes with the extra "numpy")
    except ImportError:
        return partial(msgspec.convert, type=bytes)
    return partial(b64decode, validate=True)


def _as_bytes(np: Any, embedding: Any, index: int) -> bytes | None:
    """Return an embedding as float32 numbers; None where it is neither text nor a list of numbers."""
    if isinstance(embedding, str):
        return _floats(embedding, index)
    if not isinstance(embedding, list):
        return None
    try:
        with np.errstate(over="ignore"):
            row = np.array(embedding, dtype="<f4")
    except (TypeError, ValueError):
        return None
    return row.tobytes() if row.ndim == 1 else None


def _import_numpy() -> Any:
    try:
        import numpy  # noqa: ICN001, PLC0415 (a package of its own, for those who ask for it)
    except ImportError:
        raise ConfigurationError(
            f"encoding_format='numpy' needs numpy: {install_command('numpy')}; without encoding_format you get lists"
        ) from None
    return numpy

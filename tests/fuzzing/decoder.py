"""What must hold of the stream decoder, whatever the bytes and however they arrive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aigpt._igpt.stream_protocols import names_error
from aigpt._streaming.sse import ChunkDecoder
from fuzzing.cases import Case

_SMALL = 1 << 17
"""What may be held besides one event: a fast piece that waits for its end, the names of fields."""


class _StrictDecoder(ChunkDecoder):
    """The decoder without its fast path."""

    def feed(self, data: bytes) -> list[Any]:
        return [] if self.failure is not None else self._strictly(data)


def check(case: Case) -> bool:
    """Return whether *case* is a good stream. Raises AssertionError where the decoder does not do what it must."""
    strict = _decoded(_StrictDecoder(case.limit, names_error), [case.wire], case)
    whole = _decoded(ChunkDecoder(case.limit, names_error), [case.wire], case)
    assert whole == strict, f"the fast path gives {whole}, the strict parser {strict}"
    single = [case.wire[index : index + 1] for index in range(len(case.wire))]
    for name, pieces in (("pieces", list(case.pieces())), ("bytes", single)):
        found = _decoded(ChunkDecoder(case.limit, names_error), pieces, case)
        assert found == whole, f"in {name}: {found}, whole: {whole}"
    values, failure, _ = whole
    return failure is None and values != "[]"


def _decoded(decoder: ChunkDecoder, pieces: Iterable[bytes], case: Case) -> tuple[str, object, bool]:
    values: list[Any] = []
    for piece in pieces:
        values += decoder.feed(piece)
        parser = decoder._parser
        held = len(decoder._tail) + len(parser._partial) + len(parser._data) + len(parser._type)
        assert held <= 2 * case.limit + _SMALL, f"{held} bytes are held"
    values += decoder.close()
    return repr(values), decoder.failure, decoder.done  # by repr: 1, 1.0 and True are equal

"""A case, and how Hypothesis makes one: a real shape, mutated a few times, cut into pieces anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from fuzzing.mail_shapes import MAIL_WORDS, mails
from fuzzing.shapes import RESPONSE_WORDS, RESPONSES, STREAM_WORDS, STREAMS

ENDINGS = ("close", "reset", "keep")
METHODS = ("search", "run", "ask")
_SEAM = re.compile(rb"HTTP/|(?<=\n)")
_LIMITS = (8, 40, 300, 1 << 20, 1 << 20, 1 << 20)
_MUTATIONS = (0, 1, 1, 1, 2, 2, 3, 6)


@dataclass(frozen=True)
class Case:
    """What is sent, and how."""

    wire: bytes
    cuts: tuple[int, ...] = ()
    """Where a piece ends."""
    limit: int = 1 << 20
    """`max_event_bytes`."""
    ending: str = "close"
    """What the server does with the connection then."""
    method: str = "search"
    """What is called; `run` and `ask` as streams."""

    def pieces(self) -> Iterator[bytes]:
        """Give the wire in its pieces."""
        start = 0
        for cut in (*sorted({cut for cut in self.cuts if 0 < cut < len(self.wire)}), len(self.wire)):
            yield self.wire[start:cut]
            start = cut


@st.composite
def _mutated(draw: DrawFn, shapes: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    wire = draw(st.sampled_from(shapes))
    for _ in range(draw(st.sampled_from(_MUTATIONS))):
        start = draw(st.integers(0, len(wire)))
        end = min(len(wire), start + draw(st.integers(0, 24)))
        match draw(st.integers(0, 7)):
            case 0:
                wire = wire[:start]
            case 1:
                wire = wire[:start] + wire[end:]
            case 2:
                wire = wire[:end] + wire[start:]
            case 3:
                wire = wire[:start] + draw(st.binary(max_size=4)) + wire[end:]
            case 4:
                other = draw(st.sampled_from(shapes))
                wire = wire[:start] + other[draw(st.integers(0, len(other))) :]
            case _:
                wire = wire[:start] + draw(st.sampled_from(words)) + wire[start if draw(st.booleans()) else end :]
    return wire


@st.composite
def _cuts(draw: DrawFn, wire: bytes) -> tuple[int, ...]:
    """Give places in *wire*: any, and those where a line ends or a response begins, around which much happens."""
    seams = [match.start() + offset for match in _SEAM.finditer(wire) for offset in (0, 1)] or [0]
    places = st.integers(1, max(1, len(wire))) | st.sampled_from(seams)
    return tuple(draw(st.lists(places, max_size=5)))


@st.composite
def decoder_cases(draw: DrawFn) -> Case:
    """Give bodies of event streams."""
    wire = draw(_mutated(STREAMS, STREAM_WORDS))
    return Case(wire, draw(_cuts(wire)), draw(st.sampled_from(_LIMITS)))


@st.composite
def response_cases(draw: DrawFn) -> Case:
    """Give all that a server sends on a connection."""
    wire = draw(_mutated(RESPONSES, RESPONSE_WORDS + STREAM_WORDS))
    ending, method = draw(st.sampled_from(ENDINGS)), draw(st.sampled_from(METHODS))
    return Case(wire, draw(_cuts(wire)), 1 << 16, ending, method)


@st.composite
def mail_cases(draw: DrawFn) -> Case:
    """Give messages."""
    return Case(draw(_mutated(mails(), MAIL_WORDS)))

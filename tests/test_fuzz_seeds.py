"""What fuzzing once found stays mended, and a short run of it finds nothing: see ``make fuzz``."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzzing import decoder, mail
from fuzzing.cases import Case
from fuzzing.http_meaning import meaning_of
from fuzzing.response import bench
from fuzzing.rounds import fuzz_round
from fuzzing.seeds import TARGETS, all_seeds, load, save
from fuzzing.shapes import RESPONSES


@pytest.mark.parametrize("path", all_seeds(), ids=lambda path: path.stem)
async def test_what_once_failed_does_not_fail(path: Path) -> None:
    target, case = load(path)
    if target == "decoder":
        decoder.check(case)
    elif target == "mail":
        mail.check(case)
    else:
        async with bench() as tested:
            await tested.check(case)


@pytest.mark.parametrize(("target", "cases"), [("decoder", 300), ("response", 150), ("mail", 200)])
def test_a_short_run_finds_nothing(target: str, cases: int) -> None:
    """The same cases each time."""
    outcome = fuzz_round(target, 1, cases)
    assert outcome.failing is None
    assert outcome.cases == cases
    assert outcome.good  # some cases are whole answers, so that these are looked at too


def test_a_seed_is_the_case_it_was_saved_from(tmp_path: Path) -> None:
    case = Case(b"a\r\n\n\xff\0", (3, 1), 40, "keep", "run")
    assert [load(save(target, case, tmp_path)) for target in TARGETS] == [(target, case) for target in TARGETS]
    assert sorted(path.stat().st_size < 200 for path in tmp_path.iterdir()) == [True] * len(TARGETS)


def test_pieces_are_the_wire() -> None:
    assert list(Case(b"abcdef", (4, 2, 2, 0, 9)).pieces()) == [b"ab", b"cd", b"ef"]


# ── the reader that says what a server's bytes mean ─────────────────────────────────────────────────────────────

LENGTH = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("wire", "ending", "clear", "complete", "reusable"),
    [
        (LENGTH + b"{}", "keep", True, True, True),
        (LENGTH + b"{}", "close", True, True, False),
        (LENGTH + b"{", "close", True, False, False),
        (LENGTH + b"{}x", "keep", True, True, False),
        (CHUNKED + b"2\r\n{}\r\n0\r\n\r\n", "keep", True, True, True),
        (CHUNKED + b"2\r\n{}\r\n0\r\n", "keep", True, False, False),
        (CHUNKED + b"3\r\n{}\r\n0\r\n\r\n", "keep", False, False, False),
        (b"HTTP/1.1 200 OK\r\n\r\n{}", "close", True, True, False),
        (b"HTTP/1.1 200 OK\r\n\r\n{}", "reset", True, False, False),
        (b"HTTP/1.1 200 OK\r\n\r\n{}", "keep", True, False, False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", "keep", False, False, False),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + LENGTH + b"{}", "keep", True, True, True),
        (b"HTTP/1.1 2", "keep", True, False, False),
    ],
)
def test_it_knows_a_whole_response_from_a_part(
    wire: bytes, ending: str, *, clear: bool, complete: bool, reusable: bool
) -> None:
    meaning = meaning_of(wire, ending)
    assert (meaning.is_clear, meaning.is_clear and meaning.is_complete) == (clear, complete)
    assert (meaning.is_clear and meaning.may_be_reused) == reusable


def test_it_knows_every_shape() -> None:
    clear = [wire for wire in RESPONSES if meaning_of(wire, "close").is_clear]
    assert len(clear) >= len(RESPONSES) - 2


@pytest.mark.parametrize("wire", [wire for wire in RESPONSES if b"gzip" in wire or b"deflate" in wire])
def test_it_knows_a_compressed_body_that_stops(wire: bytes) -> None:
    assert meaning_of(wire, "close").is_complete
    assert not meaning_of(wire[:-3], "close").is_complete

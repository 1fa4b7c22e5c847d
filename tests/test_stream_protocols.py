"""What the streams of the API mean: the order and end of a run, the folding of an ask."""

from typing import Any

import pytest

from aigpt import APIConnectionError
from aigpt._igpt.errors import error_code, error_type
from aigpt._igpt.stream_protocols import AskProtocol, RunProtocol

# ── run ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def event(seq: int, kind: str = "run.turn.start", **more: Any) -> dict[str, Any]:
    return {"type": kind, "seq": seq, **more}


DONE = event(3, "run.done", id="r", output={"a": 1}, usage={"total_tokens": 5})


def in_batches(chunks: list[Any], size: int) -> list[list[Any]]:
    return [chunks[start : start + size] for start in range(0, len(chunks), size)]


@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_a_run_goes_from_its_start_to_its_done(size: int) -> None:
    chunks = [event(1, "run.start"), event(2), DONE]
    protocol = RunProtocol()
    taken: list[Any] = []
    for batch in in_batches(chunks, size):
        assert not protocol.ended
        good, failure, _ = protocol.take(batch)
        assert failure is None
        taken += good
    assert taken == chunks
    assert (protocol.ended, protocol.complete, protocol.gaps, protocol.at_eof()) == (True, True, 0, None)
    assert protocol.result() == {"id": "r", "output": {"a": 1}, "usage": {"total_tokens": 5}}


@pytest.mark.parametrize(
    "chunks", [[], [event(1, "run.start")], [event(1), event(2, "run.output_text.delta", delta="x")]]
)
def test_a_run_that_ends_before_its_done_is_broken(chunks: list[Any]) -> None:
    protocol = RunProtocol()
    assert protocol.take(chunks) == (chunks, None, None)
    failure = protocol.at_eof()
    assert failure is not None
    assert (error_code(failure), error_type(failure, 200)) == ("network_error", APIConnectionError)
    assert (protocol.ended, protocol.complete, protocol.result()) == (False, False, {})


def test_nothing_after_the_done_is_given() -> None:
    protocol = RunProtocol()
    assert protocol.take([DONE, event(4), {"error": "late"}]) == ([DONE], None, None)


DISORDER = {
    "the same again": ([1, 2, 2], 2),
    "a lower one": ([5, 4], 1),
    "from the beginning": ([1, 2, 3, 1, 2, 3], 3),
    "after a gap": ([1, 9, 5], 2),
}


@pytest.mark.parametrize("size", [1, 2, 10])
@pytest.mark.parametrize("case", DISORDER)
def test_a_number_that_repeats_or_falls_is_an_error_after_what_was_in_order(case: str, size: int) -> None:
    numbers, good = DISORDER[case]
    protocol = RunProtocol()
    taken: list[Any] = []
    failure = None
    for batch in in_batches([event(seq) for seq in numbers], size):
        found, failure, _ = protocol.take(batch)
        taken += found
        if failure is not None:
            break
    assert [chunk["seq"] for chunk in taken] == numbers[:good]
    assert failure is not None
    assert (error_code(failure), failure.retry) == ("network_error", False)


def test_a_done_whose_number_falls_is_no_end() -> None:
    protocol = RunProtocol()
    assert protocol.take([event(7), DONE])[0] == [event(7)]
    assert not protocol.ended


@pytest.mark.parametrize("size", [1, 10])
@pytest.mark.parametrize(
    ("numbers", "gaps"), [([1, 2, 3], 0), ([1, 3], 1), ([1, 4, 5, 9], 5), ([0, 1], 0), ([100, 102], 1)]
)
def test_a_gap_is_counted_and_no_error(numbers: list[int], gaps: int, size: int) -> None:
    """Where the numbers begin is the server's business."""
    protocol = RunProtocol()
    for batch in in_batches([event(seq) for seq in numbers], size):
        assert protocol.take(batch) == (batch, None, None)
    assert protocol.gaps == gaps


ODD: list[Any] = [{"type": "new.thing"}, {"seq": "7"}, {"seq": True}, {"seq": 1.5}, {"seq": None}, [], "x", 5, None, {}]


def test_what_has_no_number_passes_through() -> None:
    protocol = RunProtocol()
    chunks = [event(1), *ODD, event(2), *ODD]
    assert protocol.take(chunks) == (chunks, None, None)
    assert protocol.gaps == 0


def test_the_text_of_a_run_is_its_deltas() -> None:
    protocol = RunProtocol()
    delta = {"type": "run.output_text.delta", "delta": "x"}
    others: list[Any] = [
        *ODD,
        {"type": "run.other.delta", "delta": "no"},
        {**delta, "delta": 5},
        {**delta, "delta": None},
        DONE,
    ]
    assert protocol.text(delta) == "x"
    assert [protocol.text(chunk) for chunk in others] == [""] * len(others)


# ── ask ─────────────────────────────────────────────────────────────────────────────────────────────────────────

FOLDED: dict[str, tuple[list[Any], dict[str, Any]]] = {
    "outputs are joined": ([{"id": "a"}, {"output": "x"}, {"output": "y"}], {"id": "a", "output": "xy"}),
    "deltas are joined": ([{"delta": "x"}, {"delta": "y"}], {"output": "xy"}),
    "of other keys the last counts": ([{"n": 1, "m": 1}, {"output": "x", "n": 2}], {"n": 2, "m": 1, "output": "x"}),
    "an output that is no text stays": ([{"output": {"a": 1}}, {"usage": {}}], {"output": {"a": 1}, "usage": {}}),
    "what is no object adds nothing": ([{"output": "x"}, [1], "y", 5, None], {"output": "x"}),
    "one whole answer": ([{"id": "a", "output": "x", "usage": {}}], {"id": "a", "output": "x", "usage": {}}),
}


@pytest.mark.parametrize("size", [1, 10])
@pytest.mark.parametrize("case", FOLDED)
def test_the_chunks_of_an_ask_are_folded_and_nothing_says_which_is_the_last(case: str, size: int) -> None:
    chunks, folded = FOLDED[case]
    protocol = AskProtocol()
    for batch in in_batches(chunks, size):
        assert protocol.take(batch) == (batch, None, None)
    assert protocol.result() == folded
    assert (protocol.ended, protocol.complete, protocol.gaps, protocol.at_eof()) == (False, None, 0, None)


def test_an_ask_that_ends_before_it_began_is_broken() -> None:
    failure = AskProtocol().at_eof()
    assert failure is not None
    assert (error_code(failure), error_type(failure, 200), failure.retry) == ("network_error", APIConnectionError, True)


@pytest.mark.parametrize(
    ("chunk", "text"),
    [
        ({"delta": "x"}, "x"),
        ({"output": "x"}, "x"),
        ({"output": {"a": 1}}, ""),
        ({"id": "x"}, ""),
        ([1], ""),
        ("x", ""),
    ],
)
def test_the_text_of_an_ask_is_delta_or_output(chunk: Any, text: str) -> None:
    assert AskProtocol().text(chunk) == text


def test_two_streams_share_nothing() -> None:
    one, other = AskProtocol(), AskProtocol()
    one.take([{"output": "x"}])
    assert other.result() == {}

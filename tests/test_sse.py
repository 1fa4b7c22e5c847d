"""Bytes in, events out: by the WHATWG rules, whatever the cuts.

The grammar's cases re-express what the eventsource suite of web-platform-tests checks
(https://github.com/web-platform-tests/wpt/tree/master/eventsource, ``format-*``).
"""

import json
import tracemalloc
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aigpt import APIConnectionError, APIError, APIResponseValidationError
from aigpt._http.failure import Failure
from aigpt._igpt.errors import error_code, error_type
from aigpt._igpt.stream_protocols import names_error
from aigpt._streaming.sse import (
    ERROR_EVENT,
    NOT_A_STREAM,
    NOT_JSON_EVENT,
    TOO_LARGE_EVENT,
    TORN,
    ChunkDecoder,
    EventParser,
)

KIB = 1 << 10
MIB = 1 << 20
BOM = "\ufeff".encode()


def cuttings(wire: bytes) -> Iterator[list[bytes]]:
    """Give *wire* whole, cut in two at every position, byte by byte, and with empty pieces strewn in."""
    yield [wire]
    for cut in range(1, len(wire)):
        yield [wire[:cut], wire[cut:]]
    single = [wire[i : i + 1] for i in range(len(wire))]
    yield single
    yield [piece for byte in single for piece in (b"", byte)]


def in_pieces(wire: bytes, size: int) -> Iterator[bytes]:
    return (wire[start : start + size] for start in range(0, len(wire), size))


# ── the grammar ─────────────────────────────────────────────────────────────────────────────────────────────────


def parse(pieces: Iterable[bytes], limit: int = MIB) -> tuple[list[tuple[str, str]], EventParser]:
    """Return the (type, data) of the events that *pieces* complete, and the parser."""
    parser = EventParser(limit)
    events = [event for piece in pieces for event in parser.feed(piece)]
    return [(event.type.decode(), event.data.decode()) for event in events], parser


def messages(*data: str) -> list[tuple[str, str]]:
    return [("", text) for text in data]


LONG = b"~" * 2048
GRAMMAR: dict[str, tuple[bytes, list[tuple[str, str]]]] = {
    # byte order mark
    "a byte order mark at the start is left out": (BOM + b"data:a\n\ndata:b\n\n", messages("a", "b")),
    "a second one at the start belongs to the field's name": (BOM + BOM + b"data:a\n\ndata:b\n\n", messages("b")),
    "one further on belongs to the field's name": (
        BOM + b"data:a\n\n" + BOM + b"data:b\n\ndata:c\n\n",
        messages("a", "c"),
    ),
    "half of one is no byte order mark": (BOM[:2] + b"data:a\n\ndata:b\n\n", messages("b")),
    "one in the data stays there": (b"data:" + BOM + b"a\n\n", messages("\ufeffa")),
    # line ends
    "lines end with LF": (b"data:a\ndata:b\n\ndata:c\n\n", messages("a\nb", "c")),
    "lines end with CR": (b"data:a\rdata:b\r\rdata:c\r\r", messages("a\nb", "c")),
    "lines end with CRLF": (b"data:a\r\ndata:b\r\n\r\ndata:c\r\n\r\n", messages("a\nb", "c")),
    "the three may be mixed": (b"data:a\r\ndata\rdata:b\n\r\ndata:c\r\r\n", messages("a\n\nb", "c")),
    "a CR and a CRLF are two ends": (b"data:a\r\r\ndata:b\n\n", messages("a", "b")),
    "a CRLF and an LF are two ends": (b"data:a\r\n\ndata:b\r\n\n", messages("a", "b")),
    "an LF and a CR are two ends": (b"data:a\n\rdata:b\n\r", messages("a", "b")),
    "nothing else ends a line": (
        "data:a\u2028b\u2029c\x85d\x0be\x0cf\x1cg\n\n".encode(),
        messages("a\u2028b\u2029c\x85d\x0be\x0cf\x1cg"),
    ),
    # comments
    "comments are left out, the long ones too": (
        b"data:1\r:\0\n:\r\ndata:2\n:" + LONG + b"\rdata:3\n: data: no\r:" + LONG + b"\ndata:4\n\n",
        messages("1\n2\n3\n4"),
    ),
    "a comment with a blank line is no event": (b": ping\n\n:\n\n", []),
    "nor is it one after an id": (b"id: 1\n\n: ping\n\n: ping\n\n", []),
    # fields
    "names are taken to the letter": (
        b"data:\0\ndata:  b\rData:no\ndata\0:no\ndata:c\r\0data:no\nda-ta:no\rdata_no\n data:no\ndata:d\n\n",
        messages("\0\n b\nc\nd"),
    ),
    "unknown fields are left out": (
        b"data:a\n data\ndata\nanything:x\nno colon here\n<p>:z\ndatax:y\ndata:b\n\n",
        messages("a\n\nb"),
    ),
    "a field may come without a colon": (b"data\n\ndata\ndata\n\n", messages("", "\n")),
    "only the first colon parts name and value": (b"data:a:b: c\n\n", messages("a:b: c")),
    "one leading space goes, no more, and no tab": (
        b"data: a\ndata:  b\ndata:\tc\ndata: \ndata:d \n\n",
        messages("a\n b\n\tc\n\nd "),
    ),
    "a NUL in the data is data": (b"data:\0\n\n\n\n", messages("\0")),
    "data is UTF-8": ("data:żółw 🐢\n\n".encode(), messages("żółw 🐢")),
    # events
    "empty data is an event, no data is none": (
        b"data:\n\ndata\n\nevent:x\n\nother:y\n\ndata:end\n\n",
        messages("", "", "end"),
    ),
    "an event names its type once": (b"event:news\ndata:a\n\ndata:b\n\n", [("news", "a"), ("", "b")]),
    "the last of several types counts": (b"event:a\nevent: b\ndata:x\n\n", [("b", "x")]),
    "an empty type is the default": (b"event:a\nevent:\ndata:x\n\nevent\ndata:y\n\n", messages("x", "y")),
    "a type without data goes with its blank line": (b"event:lost\n\ndata:x\n\n", messages("x")),
    "blank lines in a row are nothing": (b"\n\n\r\r\n\n\ndata:a\n\n\n\n\n", messages("a")),
    "what has no blank line yet is not yet an event": (b"data:a\n\nid:x\ndata:b\n", messages("a")),
    # beyond the standard
    "a JSON object or array on a line of its own is an event": (
        b'{"a": 1}\n[2]\r\n  {"b": 3}\r\rdata:x\n\n',
        messages('{"a": 1}', "[2]", '  {"b": 3}', "x"),
    ),
}


@pytest.mark.parametrize("rule", GRAMMAR)
def test_events_are_cut_by_the_rules_wherever_the_pieces_end(rule: str) -> None:
    wire, events = GRAMMAR[rule]
    for pieces in cuttings(wire):
        found, parser = parse(pieces)
        assert found == events, pieces
        assert parser.failure is None


IDS: dict[str, tuple[bytes, str]] = {
    "an id stays for the events after it": (b"id: 7\ndata:a\n\ndata:b\n\n", "7"),
    "a later one replaces it": (b"id:7\ndata:a\n\nid:8\ndata:b\n\n", "8"),
    "an empty one resets it": (b"id:7\ndata:a\n\nid:\ndata:b\n\n", ""),
    "so does one without a colon": (b"id:7\ndata:a\n\nid\ndata:b\n\n", ""),
    "one with a NUL is passed over": (b"id:7\ndata:a\n\nid:8\0\ndata:b\n\nid:\0\ndata:c\n\n", "7"),
    "text will do": ("id: ż…7\ndata:a\n\n".encode(), "ż…7"),
    "none was sent": (b"data:a\n\n", ""),
}


@pytest.mark.parametrize("rule", IDS)
def test_the_last_event_id_is_what_was_said_last(rule: str) -> None:
    wire, last = IDS[rule]
    for pieces in cuttings(wire):
        assert parse(pieces)[1].last_event_id.decode() == last


RETRIES: dict[str, tuple[bytes, int | None]] = {
    "digits are milliseconds": (b"retry:3000\n\n", 3000),
    "leading zeros too": (b"retry: 0050\n\n", 50),
    "the last one counts": (b"retry:1\nretry:2\n\n", 2),
    "letters do not count": (b"retry:3000\nretry:1000x\ndata:x\n\n", 3000),
    "nor an empty one": (b"retry:3000\nretry\nretry:\ndata:x\n\n", 3000),
    "nor signs, underscores, points, spaces": (b"retry:-5\nretry:+5\nretry:1_000\nretry:1.5\nretry:  5\n\n", None),
    "nor other scripts' digits": ("retry:٣٠\n\n".encode(), None),
    "nor a number beyond reason": (b"retry:" + b"9" * 5000 + b"\n\n", None),
}


@pytest.mark.parametrize("rule", RETRIES)
def test_the_reconnection_time_is_digits_and_nothing_else(rule: str) -> None:
    wire, milliseconds = RETRIES[rule]
    assert parse([wire])[1].reconnection_time == milliseconds
    assert parse(in_pieces(wire, 1))[1].reconnection_time == milliseconds


ENDS: dict[str, tuple[bytes, list[str], bool]] = {
    "nothing is left after a blank line": (b"data:a\n\n", [], False),
    "an event without its blank line is given": (b"data:a\ndata:b\n", ["a\nb"], False),
    "nor does its last line need an end": (b"data:a\ndata:b", ["a\nb"], False),
    "a cut comment is nothing": (b"data:a\n\n: pi", [], False),
    "a cut field name is torn": (b"data:a\n\ndat", [], True),
    "so is a field alone": (b"id:7", [], True),
    "so is half a byte order mark": (BOM[:2], [], True),
    "an empty stream is not": (b"", [], False),
}


@pytest.mark.parametrize("rule", ENDS)
def test_the_end_of_the_stream_gives_what_is_whole_and_says_what_is_torn(rule: str) -> None:
    wire, left, torn = ENDS[rule]
    for pieces in cuttings(wire):
        _, parser = parse(pieces)
        events, cut = parser.close()
        assert ([event.data.decode() for event in events], cut) == (left, torn)


# ── JSON ────────────────────────────────────────────────────────────────────────────────────────────────────────


def decode(pieces: Iterable[bytes], limit: int = MIB) -> tuple[list[Any], Failure | None]:
    decoder = ChunkDecoder(limit, names_error)
    values = [value for piece in pieces for value in decoder.feed(piece)]
    values += decoder.close()
    assert decoder.feed(b'data: "more"\n\n') == ([] if decoder.failure else ["more"])
    return values, decoder.failure


A, B = {"a": 1}, {"b": "ż 🐢"}
A_JSON, B_JSON = b'{"a": 1}', '{"b": "ż 🐢"}'.encode()
STREAMS: dict[str, tuple[bytes, list[Any], Failure | None]] = {
    # good ends
    "plain events": (b"data: " + A_JSON + b"\n\ndata: " + B_JSON + b"\n\n", [A, B], None),
    "CRLF": (b"data: " + A_JSON + b"\r\n\r\ndata: " + B_JSON + b"\r\n\r\n", [A, B], None),
    "CR": (b"data: " + A_JSON + b"\r\rdata: " + B_JSON + b"\r\r", [A, B], None),
    "a byte order mark": (BOM + b"data: " + A_JSON + b"\n\n", [A], None),
    "a byte order mark further on": (
        b"data: 1\n\n" + BOM + b"data: 2\n\ndata: 3\n\n" + BOM + b"data: 4\n\n",
        [1, 3],
        None,
    ),
    "no space": (b"data:" + A_JSON + b"\n\ndata:" + B_JSON + b"\n\n", [A, B], None),
    "more spaces than one": (b"data:   " + A_JSON + b"  \n\n", [A], None),
    "JSON over several lines": (b'data: {"a":\ndata:  1\ndata: }\n\ndata: ' + B_JSON + b"\n\n", [A, B], None),
    "values that are no objects": (
        b'data: 1\n\ndata: "x"\n\ndata: null\n\ndata: [true]\n\n',
        [1, "x", None, [True]],
        None,
    ),
    "comments, empty events and [DONE] are no chunks": (
        b": hi\n\ndata: " + A_JSON + b"\n\ndata:\n\n: ping\n\nid: 1\n\nevent: ping\n\ndata\n\ndata: [DONE]\n\n",
        [A],
        None,
    ),
    "keep-alives in the clothes of data are no JSON": (b"data: : keepalive\n\n", [], NOT_JSON_EVENT),
    "types and ids do not matter": (b"event: news\nid: 7\nretry: 5\ndata: " + A_JSON + b"\n\n", [A], None),
    "bare lines": (A_JSON + b"\n" + B_JSON + b"\r\n\n[1]\n[DONE]\n", [A, B, [1]], None),
    "bare lines among events": (b"data: " + A_JSON + b"\n\n" + B_JSON + b"\ndata: [1]\n\n", [A, B, [1]], None),
    "no blank lines": (b"data: " + A_JSON + b"\ndata: " + B_JSON + b"\n", [A, B], None),
    "no blank lines, and [DONE]": (b"data: " + A_JSON + b"\ndata: " + B_JSON + b"\ndata: [DONE]\n", [A, B], None),
    "no blank lines, and bare lines": (b"data: " + A_JSON + b"\n" + B_JSON + b"\n", [A, B], None),
    "a last event without its blank line": (b"data: " + A_JSON + b"\n\ndata: " + B_JSON + b"\n", [A, B], None),
    "a last line without its end": (b"data: " + A_JSON + b"\n\ndata: " + B_JSON, [A, B], None),
    "a last bare line without its end": (A_JSON + b"\n" + B_JSON, [A, B], None),
    "a last comment without its end": (b"data: " + A_JSON + b"\n\n: pi", [A], None),
    "nothing at all": (b"", [], None),
    "line ends of other scripts within a text": (
        'data: "a\u2028b\u2029c\x85d"\n\n["\u2028"]\n'.encode(),
        ["a\u2028b\u2029c\x85d", ["\u2028"]],
        None,
    ),
    "half of a surrogate pair, escaped": (
        b'data: {"t": "\\ud83d"}\n\ndata: "\\ud83d\\udca9"\n\n',
        [{"t": "\ud83d"}, "💩"],
        None,
    ),
    "integers are exact": (b"data: 123456789012345678901234567890\n\n", [123456789012345678901234567890], None),
    # what the server says
    "an error object is a chunk": (b'data: {"error": "auth"}\n\n', [{"error": "auth"}], None),
    "an error event that names its error is one too": (
        b'event: error\ndata: {"error": "auth"}\n\n',
        [{"error": "auth"}],
        None,
    ),
    "an error event that names none": (
        b"data: " + A_JSON + b'\n\nevent: error\ndata: {"message": "no"}\n\ndata: ' + B_JSON + b"\n\n",
        [A],
        ERROR_EVENT,
    ),
    "an error event whose error is null": (b'event: error\ndata: {"error": null}\n\n', [], ERROR_EVENT),
    "an error event that is no object": (b'event: error\ndata: "overloaded"\n\n', [], ERROR_EVENT),
    "an error event that is no JSON": (b"event: error\ndata: overloaded\n\n", [], ERROR_EVENT),
    "an error event without data is none": (b"event: error\n\ndata: " + A_JSON + b"\n\n", [A], None),
    # what is no JSON
    "text": (b"data: " + A_JSON + b"\n\ndata: oops\n\ndata: " + B_JSON + b"\n\n", [A], NOT_JSON_EVENT),
    "half an object": (b'data: {"a":\n\ndata: ' + B_JSON + b"\n\n", [], NOT_JSON_EVENT),
    "an object whose second line is no data": (b'data: {"a":\n1}\n\n', [], NOT_JSON_EVENT),
    "nor is it after a CR": (b'data: {"a":\r1}\n\n', [], NOT_JSON_EVENT),
    "half an object on a bare line": (b"[1]\n[2,\n[3]\n", [[1]], NOT_JSON_EVENT),
    "a good line and a bad one": (b"data: " + A_JSON + b"\ndata: oops\n\n", [A], NOT_JSON_EVENT),
    "NaN": (b"data: NaN\n\n", [], NOT_JSON_EVENT),
    "NaN beside half a surrogate pair": (b'data: ["\\ud83d", NaN]\n\n', [], NOT_JSON_EVENT),
    "infinity": (b"data: [-Infinity]\n\n", [], NOT_JSON_EVENT),
    "a number too large to be one": (b"data: 1e999\n\n", [], NOT_JSON_EVENT),
    "and one beside half a surrogate pair": (b'data: ["\\ud83d", 1e999]\n\n', [], NOT_JSON_EVENT),
    "bytes that are no UTF-8": (b'data: "\xff"\n\n', [], NOT_JSON_EVENT),
    "UTF-8 of a surrogate": (b'data: ["\xed\xa0\xbd", "\\ud83d"]\n\n', [], NOT_JSON_EVENT),
    "a web page": (b"<!DOCTYPE html>\n<html></html>\n", [], NOT_A_STREAM),
    "a web page of one line": (b"<html>no</html>", [], NOT_A_STREAM),
    "a web page after events": (b"data: " + A_JSON + b"\n\n<html>502</html>\n", [A], NOT_A_STREAM),
    # what is torn
    "a torn last event": (b"data: " + A_JSON + b'\n\ndata: {"b": ', [A], TORN),
    "a torn last event whose line is whole": (b"data: " + A_JSON + b'\n\ndata: {"b":\n', [A], TORN),
    "a torn bare line": (b'[1]\n{"b": ', [[1]], TORN),
    "a torn field": (b"data: " + A_JSON + b"\n\nda", [A], TORN),
    "a torn character": (b'data: "\xf0\x9f', [], TORN),
    "a torn error event": (b'event: error\ndata: {"error": "au', [], TORN),
    "a torn line after good ones": (b"data: " + A_JSON + b"\ndata: " + B_JSON[:5], [A], TORN),
}


@pytest.mark.parametrize("stream", STREAMS)
def test_chunks_and_the_end_are_the_same_wherever_the_pieces_end(stream: str) -> None:
    wire, values, failure = STREAMS[stream]
    for pieces in cuttings(wire):
        assert decode(pieces) == (values, failure), pieces


def test_every_failure_of_a_stream_has_the_promised_code_and_class() -> None:
    found = {
        (error_code(failure), error_type(failure, 200)) for failure in (NOT_JSON_EVENT, TOO_LARGE_EVENT, NOT_A_STREAM)
    }
    assert found == {("invalid_json_response", APIResponseValidationError)}
    assert (error_code(TORN), error_type(TORN, 200)) == ("network_error", APIConnectionError)
    assert (error_code(ERROR_EVENT), error_type(ERROR_EVENT, 200)) == ("client_error", APIError)


def test_values_are_given_as_soon_as_their_event_is_whole() -> None:
    decoder = ChunkDecoder(MIB, names_error)
    fed = [decoder.feed(piece) for piece in (b'data: "a"\n', b"\n", b'data: "b"\n\ndata: "c', b'"\n\n', b"[1]", b"\n")]
    assert fed == [[], ["a"], ["b"], ["c"], [], [[1]]]


@pytest.mark.parametrize(
    "form", ["data: %s\r\r", "data: %s\r\n\r\n", "data:%s\n\n", "%s\r", "%s\r\n", ": x\ndata: %s\n\n"]
)
def test_no_form_of_event_waits_for_the_next(form: str) -> None:
    decoder = ChunkDecoder(MIB, names_error)
    events = [(form % json.dumps([number])).encode() for number in range(3)]
    assert [decoder.feed(event) for event in events] == [[[0]], [[1]], [[2]]]


def test_nesting_too_deep_is_an_error_not_a_crash() -> None:
    deep = b"[" * 200_000
    assert decode([b'data: "a"\n\ndata: ' + deep + b"\n\n"]) == (["a"], NOT_JSON_EVENT)
    assert decode([b'data: "\\ud83d"\ndata: ' + deep + b"\n\n"]) == (["\ud83d"], NOT_JSON_EVENT)


# ── bounds ──────────────────────────────────────────────────────────────────────────────────────────────────────

TOO_LARGE: dict[str, bytes] = {
    "one line": b'data: "' + b"x" * 20 + b'"\n\n',
    "one line without a space": b'data:"' + b"x" * 20 + b'"\n\n',
    "several lines": b'data: "aaaaaaaaaa"\ndata: "bbbbbbbbbb"\n\n',
    "several lines at the end": b'data: "aaaaaaaaaa"\ndata: "bbbbbbbbbb"',
    "a bare line": b'["' + b"x" * 20 + b'"]\n',
    "a bare line at the end": b'["' + b"x" * 17 + b'"]',
    "a line at the end": b'data:"' + b"x" * 19 + b'"',
    "an endless line": b"data: " + b"x" * 1000,
    "an endless comment": b":" + b"x" * 1000,
    "a comment longer than any line may be": b":" + b"x" * 26 + b"\n\n",
    "one that may still grow": b":" + b"x" * 26,
    "a long field": b"event: " + b"x" * 40 + b"\ndata: 1\n\n",
    "lines without end": b"data\n" * 30,
}


@pytest.mark.parametrize("kind", TOO_LARGE)
def test_an_event_over_the_limit_ends_the_stream_after_the_events_before_it(kind: str) -> None:
    wire = b"data: 1\n\ndata: 2\n\n" + TOO_LARGE[kind]
    for pieces in cuttings(wire):
        assert decode(pieces, limit=20) == ([1, 2], TOO_LARGE_EVENT), pieces
    more = [wire + b"data: 3\n\n"]
    assert decode(more, limit=20)[0] == [1, 2]


JUST_FITS = (
    b'data: "' + b"x" * 18 + b'"\n\n',
    b'data:"' + b"x" * 18 + b'"',
    b'data: "' + b"x" * 7 + b'"\ndata:"' + b"x" * 8 + b'"\n\n',
    b"[" + b" " * 18 + b"]\r\n",
    b":" + b"x" * 25 + b"\nfield:" + b"x" * 20 + b"\n\ndata: 1\n\n:" + b"x" * 25,
)


@pytest.mark.parametrize("wire", JUST_FITS)
def test_an_event_of_just_the_limit_passes(wire: bytes) -> None:
    for pieces in cuttings(wire):
        values, failure = decode(pieces, limit=20)
        assert values, pieces
        assert failure is None


def test_the_limit_is_for_each_event_not_for_all() -> None:
    wire = b'data: "abcdefgh"\n\n' * 1000 + b'["abcdefgh"]\n' * 1000
    for size in (7, 64, len(wire)):
        values, failure = decode(in_pieces(wire, size), limit=20)
        assert (len(values), failure) == (2000, None)


@pytest.mark.parametrize("size", [KIB, 64 * KIB, 32 * MIB])
@pytest.mark.parametrize("form", [b'data: {"t": "%s"}\n\n', b'data: {"t":\ndata: "%s"}\r\n\r\n', b'{"t": "%s"}\n'])
def test_an_event_of_16_mib_passes_in_time_that_grows_with_it_alone(form: bytes, size: int) -> None:
    """Joined anew for each piece it would be over 100 GB of copying, and the test would time out."""
    text = "x" * (16 * MIB - 64)
    wire = form % text.encode() + b'data: "after"\n\n'
    values, failure = decode(in_pieces(wire, size), limit=16 * MIB)
    assert failure is None
    assert values[0]["t"] == text
    assert values[1:] == ["after"]


ENDLESS: dict[str, tuple[bytes, int]] = {
    "a line": (b"x" * 64 * KIB, 16 * MIB),
    "a line in small pieces": (b"x" * 7, MIB),
    "short lines of one event": (b"data: ab\n" * 1000, MIB),
    "short bare lines of one event": (b'data: 1\n{"a"}\n' * 1000, MIB),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_an_endless_event_ends_with_an_error_and_memory_bounded(kind: str) -> None:
    piece, limit = ENDLESS[kind]
    decoder = ChunkDecoder(limit, names_error)
    tracemalloc.start()
    try:
        decoder.feed(b"data: ")
        fed = 0
        while decoder.failure is None:
            assert fed <= 4 * limit
            decoder.feed(piece)
            fed += len(piece)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert decoder.failure is TOO_LARGE_EVENT
    assert peak < 4 * limit


def test_events_that_have_been_given_take_no_memory() -> None:
    decoder = ChunkDecoder(16 * MIB, names_error)
    piece = (
        (b'data: {"t": "' + b"x" * 100 + b'"}\n\n') * 500 + b": ping\n\n" * 500 + (b'["' + b"x" * 100 + b'"]\r\n') * 500
    )
    decoder.feed(piece)
    tracemalloc.start()
    try:
        for _ in range(100):
            assert len(decoder.feed(piece)) >= 1000
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < KIB * 64


# ── any stream ──────────────────────────────────────────────────────────────────────────────────────────────────

ENDINGS = st.sampled_from(["\n", "\r", "\r\n"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NOISE = st.sampled_from(
    (
        *([""], ["", ""], [": ping"], [": ping", ""], [":", "", ":" + "x" * 300], ["unknown: x"]),
        *(["data:", ""], ["data", ""], ["data: [DONE]", ""], ["[DONE]"]),
        *(["id: 7"], ["id: 7", ""], ["retry: 5", ""], ["event: news"], ["event: news", ""]),
    )
)


@st.composite
def events(draw: st.DrawFn, value: Any) -> list[str]:
    """Write *value* as the lines of an event, in one of the ways there are."""
    space = draw(st.sampled_from(["", " "]))
    ascii_only = draw(st.booleans())
    forms = ["line", "lines"] + ["bare"] * isinstance(value, dict | list)
    match draw(st.sampled_from(forms)):
        case "line":
            return [f"data:{space}{json.dumps(value, ensure_ascii=ascii_only)}", ""]
        case "bare":
            return [json.dumps(value, ensure_ascii=ascii_only)]
        case _:
            lines = json.dumps(value, ensure_ascii=ascii_only, indent=1).split("\n")
            return [*(f"data:{space}{line}" for line in lines), ""]


@st.composite
def streams(draw: st.DrawFn) -> tuple[list[Any], bytes]:
    """Draw values and a wire that holds them and nothing else."""
    values = draw(st.lists(JSON, max_size=5))
    lines = draw(NOISE)
    for value in values:
        lines = [*lines, *draw(events(value)), *draw(NOISE)]
    wire = "\ufeff" if draw(st.booleans()) else ""
    for line in lines:
        end = draw(ENDINGS)
        if not line and end == "\n" and wire.endswith("\r"):
            end = "\r\n"  # with the CR before it, an LF alone would be one line end, not two
        wire += line + end
    return values, wire.encode()


CUTS = st.lists(st.integers(0, 400), max_size=12)


def cut(wire: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({0, len(wire), *(place % (len(wire) + 1) for place in cuts)})
    return [wire[start:end] for start, end in pairwise(places)]


@given(streams(), CUTS)
def test_any_values_come_out_as_they_went_in(stream: tuple[list[Any], bytes], cuts: list[int]) -> None:
    values, wire = stream
    assert decode(cut(wire, cuts)) == (values, None)


TOKENS = st.sampled_from(
    (
        *(b"data: ", b"data:", b"data", b"event: error", b"id: 1", b": ", b"[DONE]", b"<p>"),
        *(b'{"a": 1}', b'{"error": "x"}', b"[1", b"]", b'"', b"1", b"NaN", b"\\ud800"),
        *(b"\n", b"\n\n", b"\r", b"\r\n", b" ", BOM, BOM[:1], b"\xff", b"\0", "ż".encode()),
    )
)
WIRES = st.binary(max_size=60) | st.lists(TOKENS, max_size=25).map(b"".join)


@given(WIRES, CUTS, st.sampled_from([5, 20, MIB]))
@example(b"data: 1\n\n\n", [9], MIB)
@example(b'data: 1\n\ndata: 2\r\n\r\ndata: "', [17], MIB)
@example(b'{"a": 1}', [], 5)
def test_any_bytes_give_the_same_whole_cut_and_byte_by_byte_and_never_raise(
    wire: bytes, cuts: list[int], limit: int
) -> None:
    """The short way through plain events and the strict one agree; after a failure comes nothing (see `decode`)."""
    whole = decode([wire], limit)
    assert decode(cut(wire, cuts), limit) == whole
    assert decode(in_pieces(wire, 1), limit) == whole
    if not wire.startswith(BOM):
        assert decode([b":\n", wire], limit) == whole

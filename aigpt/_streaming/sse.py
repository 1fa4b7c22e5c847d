"""Bytes in, events out. Nothing here does I/O.

`EventParser` follows the WHATWG rules for event streams
(https://html.spec.whatwg.org/multipage/server-sent-events.html) to the letter, and takes bare JSON lines besides.
`ChunkDecoder` makes JSON values of them; what nearly every server sends, ``data: {…}`` and a blank line, it splits in
one go without looking at each line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from aigpt._http.failure import Failure, FailureKind
from aigpt._http.json_codec import parse_json

_BOM = b"\xef\xbb\xbf"
_DONE = b"[DONE]"
_PREFIX = b"data: "
_NAMED_PREFIX = b"event: "
_DONE_AT_END = b"\n\ndata: [DONE]"
_LONG = 1 << 16
_LONGEST_NUMBER = 15

NOT_JSON_EVENT = Failure(FailureKind.RESPONSE, "the stream sent an event that is not JSON")
TOO_LARGE_EVENT = Failure(FailureKind.RESPONSE, "the stream sent an event larger than max_event_bytes")
NOT_A_STREAM = Failure(FailureKind.RESPONSE, "the stream is a web page, not events; check base_url")
TORN = Failure(FailureKind.CONNECTION, "the stream ended in the middle of an event", retry=True)
ERROR_EVENT = Failure(FailureKind.API, "the stream sent an error event")


class ServerSentEvent(NamedTuple):
    """One event: its *type* (empty for the default), and the values of its ``data`` lines, joined by line feeds."""

    type: bytes
    data: bytes


class EventParser:
    """Splits a byte stream into events, however it arrives. A bare JSON line (object or array) is an event of its own.

    *max_bytes* bounds the data of one event, and so the memory held. `last_event_id` and `reconnection_time` (ms) are
    the latest that the stream sent.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._max_line = max_bytes + len(_PREFIX)
        self.started = False
        """Whether the place for a byte order mark is past."""
        self.failure: Failure | None = None
        """Why reading on is pointless; the events before it are given."""
        self._after_cr = False
        # Not lists of pieces: many small ones would take many times the memory of what they hold.
        self._partial = bytearray()
        self._data = bytearray()
        self._type = b""
        self.last_event_id = b""
        self.reconnection_time: int | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is held: the next byte begins a line, and an event."""
        return not (self._partial or self._data or self._type or self._after_cr)

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        """Return the events that *data* completes, up to a `failure`."""
        events: list[ServerSentEvent] = []
        data = self._from_start(data)
        if not data:
            return events
        lines = data.splitlines()  # on bytes: LF, CR and CRLF, nothing else
        self._after_cr = data.endswith(b"\r")
        rest = b"" if data.endswith((b"\r", b"\n")) else lines.pop()
        if lines and self._partial:
            self._partial += lines[0]
            lines[0] = self._take_partial()
        for line in lines:
            self._line(line, events)
            if self.failure is not None:
                return events
        self._partial += rest
        if len(self._partial) > self._max_line:
            self.failure = TOO_LARGE_EVENT
        return events

    def close(self) -> tuple[list[ServerSentEvent], bool]:
        """Return what the end of the stream leaves: events without their blank line, and whether a line was cut."""
        events: list[ServerSentEvent] = []
        cut = self._take_partial()
        if cut:
            self._line(cut, events)
        if self.failure is not None:
            return [], False
        torn = bool(cut) and not cut.startswith(b":") and not self._data and not events
        self._line(b"", events)
        return events, torn

    def _from_start(self, data: bytes) -> bytes:
        """Return *data* without what belongs to the seams.

        A byte order mark at the start, the LF of a CRLF cut in two.
        """
        if not self.started and data:
            data = self._take_partial() + data
            if len(data) < len(_BOM) and _BOM.startswith(data):
                self._partial += data
                return b""
            self.started = True
            data = data.removeprefix(_BOM)
        if self._after_cr and data:
            self._after_cr = False
            data = data.removeprefix(b"\n")
        return data

    def _take_partial(self) -> bytes:
        line = bytes(self._partial)
        self._partial.clear()
        return line

    def _line(self, line: bytes, events: list[ServerSentEvent]) -> None:
        if not line:
            if self._data:
                self._data.pop()  # each line has added a line feed after itself
                events.append(ServerSentEvent(self._type, bytes(self._data)))
                self._data.clear()
            self._type = b""
        elif len(line) > self._max_line:
            self.failure = TOO_LARGE_EVENT
        elif line.lstrip(b" \t").startswith((b"{", b"[")):
            self._bare_line(line, events)
        elif line.startswith(b"<") and not self._data:
            self.failure = NOT_A_STREAM
        else:
            colon = line.find(b":")
            name = line if colon < 0 else line[:colon]
            value = b"" if colon < 0 else line[colon + (2 if line.startswith(b": ", colon) else 1) :]
            self._field(name, value)

    def _bare_line(self, line: bytes, events: list[ServerSentEvent]) -> None:
        waiting = bool(self._data)  # for a blank line that the server has forgotten: then this line goes with them
        self._field(b"data", line)
        if not waiting and self.failure is None:
            self._line(b"", events)

    def _field(self, name: bytes, value: bytes) -> None:
        if name == b"data":
            if len(self._data) + len(value) > self._max_bytes:
                self.failure = TOO_LARGE_EVENT
                return
            self._data += value
            self._data += b"\n"
        elif name == b"event":
            self._type = value
        elif name == b"id":
            if b"\0" not in value:
                self.last_event_id = value
        elif name == b"retry" and value.isdigit() and len(value) <= _LONGEST_NUMBER:
            self.reconnection_time = int(value)


class ChunkDecoder:
    """Makes JSON values of the bytes of a stream. `failure` says what ended it, after the values before it.

    Comments, empty events and ``[DONE]`` are no values. *max_event_bytes* bounds one event. *names_error* tells whether
    the value of an ``event: error`` says itself what is wrong; where it does not, the event is the `failure`. With
    *names_events*, each value is ``{"event": type, "data": value}``. With *stops_at_done*, nothing counts after
    ``[DONE]``.
    """

    def __init__(
        self,
        max_event_bytes: int,
        names_error: Callable[[object], bool],
        *,
        names_events: bool = False,
        stops_at_done: bool = False,
    ) -> None:
        self._names_events = names_events
        self._stops_at_done = stops_at_done
        self._names_error = names_error
        self._parser = EventParser(max_event_bytes)
        self._limit = max_event_bytes
        self._tail = b""
        self.failure: Failure | None = None
        self.done = False
        """Whether ``[DONE]`` has come."""

    def feed(self, data: bytes) -> list[Any]:
        """Return the values that *data* completes; after a `failure`, none."""
        if self._is_over:
            return []
        if not self._parser.idle:
            return self._strictly(data)
        if self._tail:
            data = self._tail + data
            self._tail = b""
        prefix = _PREFIX if data.startswith(_PREFIX) else _NAMED_PREFIX
        if self._names_events or not data.startswith(prefix):
            return self._strictly(data)
        block, end, rest = data.rpartition(b"\n\n")
        is_done = block.endswith(_DONE_AT_END)
        if is_done:
            block = block[: -len(_DONE_AT_END)]
        values = self._at_once(block, prefix) if end else []
        if values is None:
            return self._strictly(data)
        self._parser.started = True
        self.done = self.done or is_done
        # Only what cannot complete an event by itself may wait here for more.
        if len(rest) < _LONG and b"\r" not in rest and rest[: len(prefix)] == prefix[: len(rest)]:
            self._tail = rest
            return values
        return values + self._strictly(rest)

    def close(self) -> list[Any]:
        """Return the values that the end of the stream completes.

        A last event without its blank line, if it is whole.
        """
        if self._is_over:
            return []
        values = self._strictly(self._tail) if self._tail else []
        self._tail = b""
        if self._is_over:
            return values
        events, torn = self._parser.close()
        values += self._values(events, at_end=True)
        if not self._is_over:
            self.failure = self._parser.failure or (TORN if torn else None)
        return values

    @property
    def _is_over(self) -> bool:
        return self.failure is not None or (self.done and self._stops_at_done)

    def _at_once(self, block: bytes, prefix: bytes) -> list[Any] | None:
        """Return the values of a block of plain events that all begin with *prefix*, or None if it is anything else."""
        if b"\r" in block or len(block) > self._limit:
            return None
        pieces = block[len(prefix) :].split(b"\n\n" + prefix)
        lines = 1
        if prefix is _NAMED_PREFIX:
            if b"\n\nevent: error\n" in block or block.startswith(b"event: error\n"):
                return None
            pieces = [data for piece in pieces for _, found, data in (piece.partition(b"\ndata: "),) if found]
            lines = 2
        if block.count(b"\n") != (lines + 1) * len(pieces) - 2:
            return None
        try:
            return [parse_json(piece) for piece in pieces]
        except (ValueError, RecursionError):
            return None

    def _strictly(self, data: bytes) -> list[Any]:
        if self._is_over:
            return []
        values = self._values(self._parser.feed(data))
        if not self._is_over:
            self.failure = self._parser.failure
        return values

    def _values(self, events: list[ServerSentEvent], *, at_end: bool = False) -> list[Any]:
        values: list[Any] = []
        for event in events:
            data = event.data.strip()
            if data == _DONE:
                self.done = True
            elif data:
                values += self._values_of(event.type, data, at_end=at_end)
            if self._is_over:
                break
        return values

    def _values_of(self, kind: bytes, data: bytes, *, at_end: bool) -> list[Any]:
        """Return the values in the *data* of one event."""
        found, whole = _parse(data)
        if self._names_events:
            name = kind.decode(errors="replace") or None
            found = [{"event": name, "data": value} for value in found]
        is_error = kind == b"error"
        if not whole and at_end:
            self.failure = TORN
        elif is_error and not (found and self._names_error(found[0])):
            self.failure = ERROR_EVENT
        elif not whole:
            self.failure = NOT_JSON_EVENT
        return [] if is_error and self.failure is not None else found


def _parse(data: bytes) -> tuple[list[Any], bool]:
    """Return the values in the data of one event, and whether that is all it holds."""
    try:
        return [parse_json(data)], True
    except (ValueError, RecursionError):
        lines = data.split(b"\n")
    values: list[Any] = []
    if len(lines) == 1:
        return values, False
    # A server that forgets the blank lines: each line is a value of its own.
    for line in map(bytes.strip, lines):
        if line and line != _DONE:
            try:
                values.append(parse_json(line))
            except (ValueError, RecursionError):
                return values, False
    return values, True

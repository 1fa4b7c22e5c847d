"""A server that answers from a file of recorded answers."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from aigpt.testing.http_server import HTTPServer
from aigpt.testing.recording_file import Answer, Recording, key_of, read_recording, request_of
from aigpt.testing.requests import Call
from aigpt.testing.responses import Response
from aigpt.testing.scripts import refusal


@contextmanager
def replay(path: str | Path) -> Generator[HTTPServer]:
    """Answer from a file that `record` has written, without a key and without a network.

    The value has a `url`, which takes the place of the service's in the client, and `calls`::

        with replay("answers.jsonl") as server:
            client = OpenAI(base_url=server.url, api_key="any")

    A request gets the answer of the recorded one with the same method, path and body; headers do not matter, nor does
    the order of JSON's keys. Where several are the same, each call gets the next answer. A request that was not
    recorded, or not as many times, is answered with status 500 and a message that says so, and at the end an
    `AssertionError` names it, the file, and how to record again.

    Raises RecordingError where the file is missing or damaged.
    """
    place = Path(path)
    with _Replayer(place, read_recording(place)) as replayer:
        yield replayer


class _Replayer(HTTPServer):
    """The server behind `replay`."""

    def __init__(self, path: Path, recording: Recording) -> None:
        super().__init__(path=_path_of(recording.upstream))
        self._file = path
        self._recording = recording
        self._answers: dict[tuple[str, str, str], deque[Answer]] = defaultdict(deque)
        self._counts: dict[tuple[str, str, str], int] = {}
        for exchange in recording.exchanges:
            key = key_of(exchange.request)
            self._answers[key].append(exchange.answer)
            self._counts[key] = len(self._answers[key])
        self._problems: list[str] = []

    def check(self) -> None:
        """Raise `AssertionError` if a request was not in the file."""
        if self._problems:
            raise AssertionError("\n".join(dict.fromkeys(self._problems)))

    def _report(self, where: str, error: Exception) -> None:
        self._problems.append(f"{where}: {type(error).__name__}: {error}")

    def _answer(self, call: Call) -> Response:
        request = request_of(call)
        key = key_of(request)
        if answers := self._answers.get(key):
            answer = answers.popleft()
            return answer.steps(answer.headers)
        problem = self._explain(request, key)
        self._problems.append(problem)
        return refusal({"error": {"message": problem, "type": "not_recorded", "param": None, "code": "not_recorded"}})

    def _explain(self, request: Mapping[str, Any], key: tuple[str, str, str]) -> str:
        """Return why there is no answer, without anything that the body says."""
        if count := self._counts.get(key):
            why = f"is there {count} time{'s' * (count > 1)}, and was asked for once more"
        else:
            others = [one.request for one in self._recording.exchanges if key_of(one.request)[:2] == key[:2]]
            places = [differences(request, other) for other in others]
            why = "is not there"
            if places:
                why = f"is there with another body, which differs in {', '.join(min(places, key=len)[:3])}"
        again = f"record({str(self._file)!r}, {self._recording.upstream!r})"
        return f"{request['method']} {request['path'].partition('?')[0]} {why}: {self._file}; record again with {again}"


def differences(one: object, other: object, place: str = "") -> list[str]:
    """Return where two JSON values differ, like ``["json.messages[0].content"]``."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        left, right = cast("Mapping[str, object]", one), cast("Mapping[str, object]", other)
        found: list[str] = []
        for name in sorted({*left, *right}):
            inner = f"{place}.{name}" if place else name
            if name in left and name in right:
                found += differences(left[name], right[name], inner)
            else:
                found.append(inner)
        return found
    if isinstance(one, list) and isinstance(other, list):
        first, second = cast("list[object]", one), cast("list[object]", other)
        found = [] if len(first) == len(second) else [f"the length of {place}"]
        for index, pair in enumerate(zip(first, second, strict=False)):
            found += differences(*pair, f"{place}[{index}]")
        return found
    return [] if one == other else [place]


def _path_of(url: str) -> str:
    """Return the path of a base URL, without a slash at its end."""
    _, _, rest = url.partition("://")
    _, slash, path = rest.partition("/")
    return f"{slash}{path}".rstrip("/")

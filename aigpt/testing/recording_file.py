"""The file of recorded answers: JSON lines that people can read, and change.

The first line says what the file is and where the answers came from. Each other line is one request and its answer, in
the order of the requests. A body is ``{"json": …}``, ``{"text": "…"}`` or ``{"base64": "…"}``; that of a stream is
``{"chunks": […]}``, each one as it arrived, and ``"complete": false`` where it was cut.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlencode

from aigpt.testing.requests import Call
from aigpt.testing.responses import HeaderItems, ResponseFormat, Step

_VERSION = 1
_KEPT_HEADERS = re.compile(
    r"content-type|retry-after|retry-after-ms|x-should-retry|x-request-id|request-id|x-ratelimit-[\w-]+"
    r"|openai-version|openai-processing-ms|openai-poll-after-ms"
)
_SECRET_PARAMETERS = re.compile(r"(?i)(api[-_]?|access[-_]?)?(key|token)|sig(nature)?|code|secret|password")
_SECRET_HEADERS = ("authorization", "api-key", "x-api-key", "x-goog-api-key", "proxy-authorization", "cookie")
_SHORTEST_SECRET = 8  # characters; a shorter one, like "test", may be a word of the answer
LEFT_OUT = "[left-out]"
"""What stands in the file for a key."""


class RecordingError(Exception):
    """A file of recorded answers is missing, damaged or cannot be written; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A recorded answer."""

    status: int
    headers: Mapping[str, str]
    chunks: tuple[bytes, ...] | None
    """The body as it arrived; None where it was read as a whole."""
    body: bytes
    """The body of an answer that was read as a whole."""
    complete: bool = True
    """Whether all of it arrived."""

    def steps(self, headers: HeaderItems) -> Iterator[Step]:
        """Yield the answer as a server sends it, with these *headers*."""
        form = ResponseFormat(
            status=self.status,
            headers=headers,
            framing="length" if self.chunks is None else "chunked",
            then="end" if self.complete else "close",
        )
        return form.steps([self.body] if self.chunks is None else self.chunks)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request, as it is in the file, and its answer."""

    request: Mapping[str, Any]
    answer: Answer


@dataclass(frozen=True, slots=True)
class Recording:
    """What a file holds."""

    upstream: str
    """The base URL of the server that answered."""
    exchanges: tuple[Exchange, ...]


def request_of(call: Call) -> dict[str, Any]:
    """Return *call* as it is in the file: without headers, and without keys in its query."""
    path, _, query = call.path.partition("?")
    parameters = [
        (name, LEFT_OUT if _SECRET_PARAMETERS.fullmatch(name) else value)
        for name, value in parse_qsl(query, keep_blank_values=True)
    ]
    body = b"".join(without_secrets([call.body], secrets_of(call)))
    if boundary := re.search(r'(?i)^multipart/.*boundary="?([^";]+)', call.headers.get("content-type", "")):
        body = body.replace(boundary[1].encode(), b"boundary")  # another one in each request
    path = f"{path}?{urlencode(parameters, safe='[],:/ ')}" if parameters else path
    return {"method": call.method, "path": path, **(encode_body(body) if body else {})}


def secrets_of(call: Call) -> list[bytes]:
    """Return the keys that *call* has in its headers."""
    values = [value for name in _SECRET_HEADERS for value in call.headers.getall(name)]
    words = [word for value in values for word in value.split()]
    return [word.encode("utf-8", "surrogateescape") for word in words if len(word) >= _SHORTEST_SECRET]


def without_secrets(chunks: Iterable[bytes], secrets: Iterable[bytes]) -> tuple[bytes, ...]:
    """Return *chunks* without the *secrets*: as one, where one of these is in them."""
    kept = tuple(chunks)
    whole = b"".join(kept)
    for secret in secrets:
        if secret in whole:
            whole = whole.replace(secret, LEFT_OUT.encode())
            kept = (whole,)
    return kept


def kept_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers of an answer that are recorded: those that clients read, none that says whose it is."""
    return {name.lower(): value for name, value in headers.items() if _KEPT_HEADERS.fullmatch(name.lower())}


def encode_body(body: bytes) -> dict[str, Any]:
    """Return *body* as it is in the file; `decode_body` gives the same bytes, but for how JSON is written."""
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(body).decode()}
    try:
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return {"text": text}
    return {"json": value} if isinstance(value, dict | list) else {"text": text}


def decode_body(body: Mapping[str, Any]) -> bytes:
    """Return the bytes of a body in the file; none where there is none. Raises ValueError for what is no body."""
    if "json" in body:
        return json.dumps(body["json"], ensure_ascii=False, separators=(",", ":")).encode()
    if "base64" in body:
        return base64.b64decode(body["base64"], validate=True)
    text = body.get("text", "")
    if not isinstance(text, str):
        raise ValueError("text must be a string")  # noqa: TRY004 (what is in a file is a value)
    return text.encode()


def key_of(request: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return what two requests have in common that get the same answer: method, path and body."""
    body = {name: value for name, value in request.items() if name not in {"method", "path"}}
    return request["method"], request["path"], json.dumps(body, sort_keys=True, ensure_ascii=False)


# ── reading and writing ──────────────────────────────────────────────────────────────────────────────────────────────


def write_recording(path: Path, recording: Recording) -> None:
    """Write *recording* to *path*, whole or not at all. Raises RecordingError."""
    lines: list[dict[str, Any]] = [{"aigpt_recording": _VERSION, "upstream": recording.upstream}]
    lines += [{"request": one.request, "answer": _encode_answer(one.answer)} for one in recording.exchanges]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(file, "wb") as out:
            out.write(text.encode("utf-8", "backslashreplace"))
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(path)
    except OSError as exc:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise RecordingError(f"cannot write {path}: {exc.strerror}") from exc


def read_recording(path: Path) -> Recording:
    """Return what *path* holds. Raises RecordingError where it is missing or damaged."""
    try:
        first, *rest = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        raise RecordingError(f"there is no {path}: make it with record({str(path)!r}, the server's base URL)") from None
    except OSError as exc:
        raise RecordingError(f"cannot read {path}: {exc.strerror}") from exc
    head = _read_line(path, 1, first)
    version, upstream = head.get("aigpt_recording"), head.get("upstream")
    if version != _VERSION or not isinstance(upstream, str):
        raise RecordingError(_damaged(path, 1, "it does not say that this is a file of recorded answers"))
    exchanges: list[Exchange] = []
    for number, line in enumerate(rest, 2):
        if line.strip():
            value = _read_line(path, number, line)
            try:
                exchanges.append(_decode_exchange(value))
            except (KeyError, TypeError, ValueError, AttributeError, binascii.Error) as exc:
                raise RecordingError(_damaged(path, number, f"it is no request with its answer ({exc!r})")) from exc
    return Recording(upstream, tuple(exchanges))


def _read_line(path: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError) as exc:
        problem = "it is empty" if not line.strip() else f"it is not JSON ({type(exc).__name__})"
        raise RecordingError(_damaged(path, number, problem)) from None
    if not isinstance(value, dict):
        raise RecordingError(_damaged(path, number, "it is no JSON object"))
    return cast("dict[str, Any]", value)


def _damaged(path: Path, number: int, problem: str) -> str:
    return f"{path} is damaged in line {number}: {problem}; restore it, or record the answers again"


def _encode_answer(answer: Answer) -> dict[str, Any]:
    encoded: dict[str, Any] = {"status": answer.status, "headers": dict(answer.headers)}
    if answer.chunks is None:
        return {**encoded, **(encode_body(answer.body) if answer.body else {})}
    return {**encoded, "chunks": [_encode_chunk(chunk) for chunk in answer.chunks], "complete": answer.complete}


def _encode_chunk(chunk: bytes) -> object:
    try:
        return chunk.decode()
    except UnicodeDecodeError:  # half a character, or no text
        return {"base64": base64.b64encode(chunk).decode()}


def _decode_exchange(line: Mapping[str, Any]) -> Exchange:
    request, answer = line["request"], line["answer"]
    if not all(isinstance(request[name], str) for name in ("method", "path")):
        raise ValueError("method and path must be strings")
    status, headers = answer["status"], answer.get("headers", {})
    if not isinstance(status, int) or not all(isinstance(value, str) for value in headers.values()):
        raise ValueError("status must be a number, and each header a string")
    if "chunks" not in answer:
        return Exchange(request, Answer(status, headers, None, decode_body(answer)))
    chunks = tuple(decode_body({"text": one} if isinstance(one, str) else one) for one in answer["chunks"])
    return Exchange(request, Answer(status, headers, chunks, b"", answer.get("complete", True)))

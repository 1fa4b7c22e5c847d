"""Bytes and a status in, a reply out. Nothing here does I/O.

A failure is a value until the very end: the transport decides by it whether to try again, and only the last one
becomes a `Reply`.
"""

from __future__ import annotations

import json
import math
import ssl
from typing import Any, NamedTuple, NoReturn, TypeVar, cast

import aiohttp
import msgspec

from aigpt.errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    RequestAbortedError,
    status_error,
)
from aigpt.types import Reply

ReplyT = TypeVar("ReplyT", bound=Reply)

_decode = msgspec.json.Decoder().decode

_OK = range(200, 300)
_CODE_BY_STATUS = {
    400: "params",
    401: "auth",
    403: "auth",
    408: "network_error",
    422: "params",
    425: "network_error",
    429: "network_error",
}
_RETRIED = frozenset({408, 409, 425, 429})
_SERVER_ERROR = 500


class Failure(NamedTuple):
    """Why a call did not succeed. Holds neither the key nor anybody's text.

    `retry`: another attempt may succeed. `at_once`: without waiting, since the line was dead before the request
    reached anybody.
    """

    code: str
    kind: type[APIError]
    message: str
    retry: bool = False
    at_once: bool = False
    cause: Exception | None = None

    def to_exception(self, reply: Reply | None) -> APIError:
        """Return the failure as an exception of its kind, with its cause."""
        exception = self.kind(self.message, code=self.code, reply=reply)
        exception.__cause__ = self.cause
        return exception

    def to_reply(self, reply_type: type[ReplyT], value: object = None) -> ReplyT:
        """Return the failed reply: *value*, if that is an object naming its error, else ``{"error": code}``."""
        reply = reply_type(cast("dict[str, Any]", value) if _names_its_error(value) else {"error": self.code})
        reply._failure = self  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (the reply is made here)
        return reply


def whole_answer(reply: Reply) -> dict[str, Any]:
    """Return the object that came: of an answer that does not fit the type asked for, what was received."""
    received: object = reply.received
    return cast("dict[str, Any]", received) if isinstance(received, dict) else reply


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────


def parse_json(data: bytes) -> Any:
    """Return the JSON value in *data*, integers exact. Raises ValueError or RecursionError where it is none."""
    try:
        return _decode(data)
    except ValueError:
        # msgspec refuses escaped lone surrogates, which JavaScript makes when it cuts an emoji in two; they are JSON
        # all the same.
        if b"\\u" not in data:
            raise
        return json.loads(data.decode(), parse_constant=_refuse, parse_float=_finite)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)


def read_answer(status: int, body: bytes) -> tuple[Any, Failure | None]:
    """Return the JSON value of an answer and, where it does not stand for success, why not."""
    try:
        value = parse_json(body)
    except (ValueError, RecursionError):
        if status in _OK:
            return None, NOT_JSON
        return None, status_failure(status)
    if status not in _OK:
        return value, status_failure(status, value)
    if type(value) is dict:
        named = cast("dict[str, Any]", value)
        return named, body_failure(named) if "error" in named else None
    return value, None


def body_failure(value: dict[str, Any]) -> Failure | None:
    """Return the failure that an object sent with status 200 names; None if its `error` is null or empty."""
    error = value.get("error")
    if error is None or error == "":
        return None
    if not isinstance(error, str):
        return Failure("client_error", APIError, "the API answered with an error of unknown form")
    return Failure(
        error, _KIND_BY_CODE.get(error, APIError), f"the API answered with the error {printable_code(error)}"
    )


_KIND_BY_CODE: dict[str, type[APIError]] = {"auth": AuthenticationError, "params": BadRequestError}


def status_failure(status: int, value: object = None) -> Failure:
    """Return what a status outside 2xx stands for; an object in the body that names its error gives the code."""
    if _names_its_error(value):
        code = cast("dict[str, str]", value)["error"]
    elif status >= _SERVER_ERROR:
        code = "network_error"
    else:
        code = _CODE_BY_STATUS.get(status, "client_error")
    retry = status in _RETRIED or status >= _SERVER_ERROR
    return Failure(code, status_error(status), f"the server answered with status {status}", retry)


def _names_its_error(value: object) -> bool:
    return isinstance(value, dict) and isinstance(e := cast("dict[str, Any]", value).get("error"), str) and e != ""


_LONGEST_CODE = 64


def printable_code(code: str) -> str:
    """Return an error code fit for a message: codes are words; anything longer may hold somebody's text."""
    return repr(code) if len(code) <= _LONGEST_CODE and code.isidentifier() else "(not a plain code)"


# ── failures that no answer stands for ──────────────────────────────────────────────────────────────────────────

NOT_JSON = Failure("invalid_json_response", APIResponseValidationError, "the answer is not JSON, or nested too deep")
TOO_LARGE = Failure(
    "invalid_json_response",
    APIResponseValidationError,
    "the answer is larger than max_response_bytes after decompression",
)
NO_EVENTS = Failure(
    "invalid_json_response",
    APIResponseValidationError,
    "a stream was asked for and a web page came; check base_url",
)
CUT = Failure("network_error", APIConnectionError, "the connection ended before the answer did", retry=True)
DEADLINE = Failure("network_error", APITimeoutError, "the deadline of the call (timeout) passed")
SILENT = Failure(
    "network_error",
    APITimeoutError,
    "the stream went without an event for longer than idle_timeout",
    retry=True,
)
MUTE = Failure("network_error", APITimeoutError, "the server did not answer for too long", retry=True)
ABORTED = Failure("request_aborted", RequestAbortedError, "the call was ended by its abort event")
CLOSED = Failure("request_aborted", RequestAbortedError, "the client was closed")
LEFT = Failure("request_aborted", RequestAbortedError, "the stream was left before its end")


def unsendable(message: str) -> Failure:
    """Return the failure of a call that could not be sent as it was asked for.

    *message* names the input and the remedy.
    """
    return Failure("params", BadRequestError, message)


def redirect_failure(status: int) -> Failure:
    """Return the failure of a redirect that is not followed, since it leaves the origin, or never ends."""
    message = f"the server redirects (status {status}) where the key must not go; check base_url"
    return Failure("client_error", status_error(status), message)


def key_failure(problem: str) -> Failure:
    """Return the failure of an api_key callable that gave no usable key."""
    return Failure("auth", AuthenticationError, f"the api_key callable {problem}")


def exception_failure(exc: Exception, *, at_once: bool = False) -> Failure:
    """Return what an exception of the network stands for.

    aiohttp's exceptions hold the request with its headers, so none is handed on: only its type and the system's own
    words are.
    """
    name = type(exc).__name__
    if isinstance(exc, TimeoutError):
        return Failure("network_error", APITimeoutError, f"the line was silent for too long ({name})", retry=True)
    if isinstance(exc, aiohttp.ClientError | OSError | EOFError | aiohttp.http.HttpProcessingError | RuntimeError):
        cause = _system_error(exc)
        why = f"{name}: {cause}" if cause else name
        return Failure(
            "network_error",
            APIConnectionError,
            f"the connection failed ({why})",
            True,
            at_once,
            cause,
        )
    return Failure("client_error", APIError, f"the call failed inside the client ({name})")


def _system_error(exc: BaseException) -> Exception | None:
    """Return the system's error under *exc*, made anew from its number and words alone."""
    found: BaseException | None = getattr(exc, "os_error", None) or getattr(exc, "certificate_error", None) or exc
    if isinstance(found, ssl.SSLError):
        # Those that Python code raises lack what OpenSSL's have.
        why = getattr(found, "verify_message", None)
        reason = f"certificate verify failed: {why}" if why else getattr(found, "reason", None)
        return ssl.SSLError(found.errno, reason or type(found).__name__)
    if isinstance(found, OSError) and found.errno is not None:
        return OSError(found.errno, found.strerror)
    return None

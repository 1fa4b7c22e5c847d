"""Why an attempt failed, as a value: the call decides by it whether to retry, and only the last one reaches the caller.

What a failure is called by an API (its code, its exception) is the business of that API's protocol.
"""

# Annotations are not postponed: a NamedTuple compiles those that are strings, which takes most of its time.

import ssl
from enum import Enum
from typing import NamedTuple

import aiohttp

from aigpt._http.aiohttp_internals import PARSER_ERRORS


class FailureKind(Enum):
    """What went wrong."""

    CONNECTION = "connection"
    """No response arrived, or not all of it: DNS, connect, TLS, a reset, a body cut short."""
    TIMEOUT = "timeout"
    """The deadline, or a timeout of the attempt, expired."""
    ABORTED = "aborted"
    """The caller aborted the call, or the client was closed."""
    STATUS = "status"
    """The server answered with a status that is not a success."""
    API = "api"
    """The server answered with success, and the API names an error in the body or in an event."""
    RESPONSE = "response"
    """The response is not what the protocol promises: not JSON, too large, not of the requested type."""
    REQUEST = "request"
    """The request cannot be sent as it was asked for."""
    KEY = "key"
    """The `api_key` callable gave no usable key."""
    INTERNAL = "internal"
    """The client itself failed."""


class Detail(Enum):
    """More of what went wrong, where callers tell it apart."""

    UNREACHED = "unreached"
    """No connection could be made."""
    NO_END_MARK = "no end mark"
    """A stream ended in order, but without its end mark."""
    NOT_STREAMED = "not streamed"
    """The server sent a whole answer where a stream was asked for."""


class Failure(NamedTuple):
    """Why an attempt failed. Holds neither the key nor the user's text, except in `said`.

    `retry`: another attempt may succeed. `at_once`: without a wait, since the connection was dead before the request
    reached the server. `code`: the API's own name for the error, where the server or the API's protocol gives one.
    `said`: the server's own words; they may quote the request, so they are for the caller's exception and never for a
    log or a span.
    """

    kind: FailureKind
    message: str
    retry: bool = False
    at_once: bool = False
    cause: Exception | None = None
    code: str | None = None
    said: str | None = None
    detail: Detail | None = None


TOO_LARGE = Failure(FailureKind.RESPONSE, "the response is larger than max_response_bytes after decompression")
WEB_PAGE = Failure(FailureKind.RESPONSE, "the response to a stream request is a web page; check base_url")
CUT = Failure(FailureKind.CONNECTION, "the connection closed before the end of the response", retry=True)
DEADLINE = Failure(FailureKind.TIMEOUT, "the deadline of the call (timeout) passed")
IDLE = Failure(FailureKind.TIMEOUT, "the stream sent no event for longer than idle_timeout", retry=True)
NO_HEADERS = Failure(FailureKind.TIMEOUT, "the server sent no response headers in time", retry=True)
TIMED_OUT = Failure(FailureKind.TIMEOUT, f"the connection timed out ({TimeoutError.__name__})", retry=True)
"""An attempt took longer than the `total` of its `aiohttp.ClientTimeout`; as where aiohttp says so."""
NO_PROGRESS = Failure(FailureKind.TIMEOUT, "nothing was sent or received for longer than the timeout", retry=True)
ABORTED = Failure(FailureKind.ABORTED, "the call was aborted by its abort event")
CLOSED = Failure(FailureKind.ABORTED, "the client was closed")
LEFT = Failure(FailureKind.ABORTED, "the stream was left before its end")


def unsendable(message: str) -> Failure:
    """Return the failure of a call that cannot be sent. *message* names the input and the remedy."""
    return Failure(FailureKind.REQUEST, message)


_BODILESS_REDIRECTS = frozenset({301, 302, 303})  # by them a request becomes a GET
_REPEATING_REDIRECTS = frozenset({307, 308})


def redirect_failure(status: int) -> Failure:
    """Return the failure of a *status* from 300 to 399: a redirect that is not followed, or no redirect at all."""
    if status in _REPEATING_REDIRECTS:
        why = f"the server redirects (status {status}) off its origin, or without end; check base_url"
    elif status in _BODILESS_REDIRECTS:
        why = f"the server redirects (status {status}) in a way that drops the request's body; check base_url"
    else:
        why = (
            f"the server sent status {status}, which answers no such request; check base_url and the proxies before it"
        )
    return Failure(FailureKind.STATUS, why)


def not_upgraded(status: int) -> Failure:
    """Return the failure of a handshake that was answered with a *status* of success, and opened no WebSocket."""
    why = f"the server answered with status {status} and opened no WebSocket; check the URL and the proxies before it"
    return Failure(FailureKind.RESPONSE, why)


def socket_redirect(status: int) -> Failure:
    """Return the failure of a handshake that was redirected with *status*, and not followed."""
    why = f"the server redirects the WebSocket (status {status}) off its origin, or without end; check the URL"
    return Failure(FailureKind.STATUS, why)


def key_failure(problem: str) -> Failure:
    """Return the failure of an `api_key` callable that gave no usable key."""
    return Failure(FailureKind.KEY, f"the api_key callable {problem}")


PROXY_AUTHENTICATION = 407
_UNREACHED = (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError, aiohttp.ConnectionTimeoutError)


def exception_failure(exc: Exception, *, at_once: bool = False) -> Failure:
    """Return the failure that an exception of aiohttp or of the system stands for.

    aiohttp's exceptions hold the request with its headers, so only their type and the system's error are kept.
    """
    name = type(exc).__name__
    detail = Detail.UNREACHED if isinstance(exc, _UNREACHED) else None
    if isinstance(exc, aiohttp.ClientHttpProxyError):
        return Failure(FailureKind.CONNECTION, proxy_refusal(exc.status), retry=True, at_once=at_once, detail=detail)
    if isinstance(exc, TimeoutError):
        return Failure(FailureKind.TIMEOUT, f"the connection timed out ({name})", retry=True, detail=detail)
    if isinstance(exc, (aiohttp.ClientError, OSError, EOFError, RuntimeError, *PARSER_ERRORS)):
        cause = _system_error(exc)
        why = f"{name}: {cause}" if cause else name
        return Failure(FailureKind.CONNECTION, f"the connection failed ({why})", True, at_once, cause, detail=detail)
    return Failure(FailureKind.INTERNAL, f"the call failed inside the client ({name})")


def proxy_refusal(status: int) -> str:
    """Return what it means that a proxy answered with *status* for itself."""
    wanted = "; it wants a user and a password" if status == PROXY_AUTHENTICATION else ""
    return f"the proxy refused the connection with status {status}{wanted}"


def _system_error(exc: BaseException) -> Exception | None:
    """Return a copy of the system's error under *exc*, made of its number and words alone."""
    found: BaseException | None = getattr(exc, "os_error", None) or getattr(exc, "certificate_error", None) or exc
    if isinstance(found, ssl.SSLError):
        # Those that Python code raises lack the attributes of OpenSSL's.
        why = getattr(found, "verify_message", None)
        reason = f"certificate verify failed: {why}" if why else getattr(found, "reason", None)
        return ssl.SSLError(found.errno, reason or type(found).__name__)
    if isinstance(found, OSError) and found.errno is not None:
        return OSError(found.errno, found.strerror)
    return None

"""Every way a call can fail, as exceptions.

The clients raise only `ConfigurationError` by default: a failed call gives a reply whose `error` is the code and
whose `exception` is one of these. With ``raise_errors=True``, or by `Reply.raise_for_error`, they are raised.

::

    AIGPTError                         (alias IGPTError)
    ├── ConfigurationError             an option or the environment is wrong; nothing was sent (also a ValueError)
    └── APIError                       the call failed
        ├── APIConnectionError         no response, or not all of it, arrived
        │   └── APITimeoutError        a timeout expired
        ├── APIStatusError             the server answered with an error status
        │   ├── BadRequestError            400
        │   ├── AuthenticationError        401
        │   ├── PermissionDeniedError      403
        │   ├── NotFoundError              404
        │   ├── ConflictError              409
        │   ├── UnprocessableEntityError   422
        │   ├── RateLimitError             429
        │   └── InternalServerError        5xx
        ├── APIResponseValidationError the response is not what the protocol promises
        └── RequestAbortedError        the call was aborted by its caller, or the client was closed
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

__all__ = [
    "AIGPTError",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "HTTPResponse",
    "IGPTError",
    "InternalServerError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestAbortedError",
    "UnprocessableEntityError",
]


class AIGPTError(Exception):
    """The root of the exceptions of calls and clients."""


IGPTError = AIGPTError


class ConfigurationError(AIGPTError, ValueError):
    """An option, an environment variable or the way the client is used is wrong.

    Raised where the mistake is made, before anything is sent. The message names the option and the remedy, never the
    API key.
    """

    def __init__(self, message: str, *, option: str | None = None) -> None:
        super().__init__(message if option is None else f"{option} {message}")
        self.option = option
        """The option or environment variable that is wrong, where the message begins with its name; else None."""
        self.problem = message
        """The message, without that name."""


class HTTPResponse:
    """The HTTP response behind an error, as far as it was read."""

    def __init__(self, status_code: int, headers: Mapping[str, str], content: bytes) -> None:
        self.status_code = status_code
        """The HTTP status."""
        self.headers = headers
        """Header names are looked up in any case."""
        self.content = content
        """The body after decompression; of a failed stream ``b""``."""

    @property
    def text(self) -> str:
        """The body as text; bytes that are not UTF-8 are replaced."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """Return the body as a JSON value. Raises ValueError where it is not JSON."""
        return json.loads(self.content)

    def __reduce__(self) -> tuple[Any, ...]:
        from multidict import CIMultiDict  # noqa: PLC0415 (only pickling needs it)

        # The proxy of headers that aiohttp gives cannot be pickled.
        return HTTPResponse, (self.status_code, CIMultiDict(self.headers), self.content)

    def __repr__(self) -> str:
        return f"<HTTPResponse {self.status_code}>"


class APIError(AIGPTError):
    """A call failed.

    The message ends with the server's own words where it sent some (a `message` in its response, as one line of 400
    characters at most, without the API key); they may quote what was asked. Otherwise the message and the cause hold
    neither the API key nor the text of the question or the answer.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        response: HTTPResponse | None = None,
        retry_after: float | None = None,
        reply: Any = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        """What happened, in one sentence; after it what the server said, if anything."""
        self.code = code
        """The code that the reply's `error` gives too, such as ``"network_error"``."""
        self.response = response
        """The HTTP response; None where none arrived."""
        self.retry_after = retry_after
        """Seconds the server asked to wait; None where it did not."""
        self.reply = reply
        """The failed `Reply` of an iGPT call; None for exceptions of another API."""

    @property
    def status_code(self) -> int | None:
        """The HTTP status, or None where no response arrived."""
        return None if self.response is None else self.response.status_code

    @property
    def status(self) -> int | None:
        """Alias of `status_code`."""
        return self.status_code

    @property
    def request_id(self) -> str | None:
        """The server's identifier of the request (``X-Request-Id`` or ``Request-Id``), or None."""
        return None if self.response is None else read_request_id(self.response.headers)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.message, self.__dict__)


def _rebuild(kind: type[APIError], message: str, attributes: dict[str, Any]) -> APIError:
    error = kind(message)
    error.__dict__.update(attributes)
    return error


def read_request_id(headers: Mapping[str, str]) -> str | None:
    """Return the server's identifier of a request from the response's *headers*, or None."""
    return headers.get("X-Request-Id") or headers.get("Request-Id")


class APIConnectionError(APIError):
    """No response arrived, or not all of it: DNS, connect, TLS, a reset, a body cut short."""

    connected: bool = True
    """Whether a connection had been made; False where none could be: DNS, connect, TLS, the proxy."""


class APITimeoutError(APIConnectionError):
    """The deadline passed, or the server sent nothing for too long."""


class APIStatusError(APIError):
    """The server answered with a status of 3xx, 4xx or 5xx."""


class BadRequestError(APIStatusError):
    """400, or parameters that could not be sent, or that the API refused as ``params``."""


class AuthenticationError(APIStatusError):
    """401, or a key that the API refused as ``auth``."""


class PermissionDeniedError(APIStatusError):
    """403."""


class NotFoundError(APIStatusError):
    """404."""


class ConflictError(APIStatusError):
    """409."""


class UnprocessableEntityError(APIStatusError):
    """422."""


class RateLimitError(APIStatusError):
    """429; `retry_after` has the seconds the server asked to wait."""


class InternalServerError(APIStatusError):
    """500 and above."""


class APIResponseValidationError(APIError):
    """The response is not JSON, too large, nested too deep, or not of the requested type."""


class RequestAbortedError(APIError):
    """The call was aborted by its `abort` event, or the client was closed."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_SERVER_ERROR = 500


def status_error(status: int) -> type[APIStatusError]:
    """Return the exception class that stands for an HTTP *status* of 300 and above."""
    if status >= _SERVER_ERROR:
        return InternalServerError
    return _BY_STATUS.get(status, APIStatusError)

"""Every way a call can fail, as exceptions.

By default nothing here but `ConfigurationError` is ever raised: a failed call gives a reply whose `error` is the code
and whose `exception` is one of these. With ``raise_errors=True``, or by `Reply.raise_for_error`, they are raised.

::

    IGPTError
    ├── ConfigurationError             an option or the environment is wrong; nothing was sent (also a ValueError)
    └── APIError                       the call failed
        ├── APIConnectionError         no reply, or not all of it, came
        │   └── APITimeoutError        the deadline, or a silence, was too long
        ├── APIStatusError             the server answered with a status that says no
        │   ├── BadRequestError            400
        │   ├── AuthenticationError        401
        │   ├── PermissionDeniedError      403
        │   ├── NotFoundError              404
        │   ├── ConflictError              409
        │   ├── UnprocessableEntityError   422
        │   ├── RateLimitError             429
        │   └── InternalServerError        5xx
        ├── APIResponseValidationError what came is not what the protocol promises
        └── RequestAbortedError        the caller, or the closing of the client, ended it
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aigpt.types import Reply


class IGPTError(Exception):
    """The root of all exceptions of this package."""


class ConfigurationError(IGPTError, ValueError):
    """An option, an environment variable or the way the client is used is wrong.

    Raised where the mistake is made, before anything is sent. The message names the option and the remedy, never the
    API key.
    """


class APIError(IGPTError):
    """A call failed.

    The message and the cause hold neither the API key nor the text of the question or the answer.
    """

    def __init__(self, message: str, *, code: str, reply: Reply | None = None) -> None:
        super().__init__(message)
        self.code = code
        """The code that the reply's `error` gives, such as ``"network_error"``."""
        self.reply = reply
        """The failed `Reply`; None where a stream had not opened yet."""

    @property
    def response(self) -> Reply | None:
        """Alias of `reply`."""
        return self.reply

    @property
    def status(self) -> int | None:
        """The HTTP status, or None where no answer came."""
        return None if self.reply is None else self.reply.status

    @property
    def status_code(self) -> int | None:
        """Alias of `status`."""
        return self.status

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, or None."""
        return None if self.reply is None else self.reply.request_id

    @property
    def retry_after(self) -> float | None:
        """Seconds the server asked to wait, or None."""
        return None if self.reply is None else self.reply.retry_after

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), str(self), self.code, self.reply)


def _rebuild(kind: type[APIError], message: str, code: str, reply: Reply | None) -> APIError:
    return kind(message, code=code, reply=reply)


class APIConnectionError(APIError):
    """No answer came, or it was cut short: DNS, connect, TLS, a reset, an end before the end."""


class APITimeoutError(APIConnectionError):
    """The deadline passed, or the line was silent for too long."""


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
    """429; `retry_after` says for how long, where the server did."""


class InternalServerError(APIStatusError):
    """500 and above."""


class APIResponseValidationError(APIError):
    """What came is not what the protocol promises: no JSON, too large, too deep, or not of the asked-for type."""


class RequestAbortedError(APIError):
    """The call was ended by its `abort` event, or because the client was closed."""


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

"""The exceptions of the OpenAI clients: openai's names and constructors, on the bases in `aigpt.errors`.

::

    OpenAIError
    ├── ConfigurationError                  an option or the environment is wrong; nothing was sent
    ├── APIError                            (also aigpt.errors.APIError)
    │   ├── APIConnectionError              no response, or not all of it, arrived
    │   │   ├── APITimeoutError             a timeout expired
    │   │   │   └── WaitTimeoutError        max_wait_seconds has passed (also a TimeoutError and a RuntimeError)
    │   │   └── IncompleteStreamError       a stream stopped before its end
    │   │       └── MissingEndMarkError     it ended in order, but without its end mark
    │   ├── APIStatusError                  the server answered with an error status
    │   │   ├── BadRequestError … InternalServerError
    │   ├── APIResponseValidationError      the response is not what its type says
    │   │   └── NotStreamedError            it is a whole answer, where a stream was asked for
    │   └── RequestAbortedError             the caller aborted the call, or the client was closed
    ├── LengthFinishReasonError, ContentFilterFinishReasonError
    ├── OutputMismatchError                 an answer does not fit the type it was to be parsed as
    └── WebSocketConnectionClosedError, WebSocketQueueFullError

They are not openai's own classes: code that catches those has to import these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from aigpt import errors
from aigpt.openai._http_response import Request, Response

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion import ChatCompletion
    from aigpt.openai.types.responses.response import Response as ModelResponse

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "ContentFilterFinishReasonError",
    "IncompleteStreamError",
    "InternalServerError",
    "InvalidWebhookSignatureError",
    "LengthFinishReasonError",
    "MissingEndMarkError",
    "NotFoundError",
    "NotStreamedError",
    "OAuthError",
    "OpenAIError",
    "OutputMismatchError",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestAbortedError",
    "UnprocessableEntityError",
    "WebSocketConnectionClosedError",
    "WebSocketQueueFullError",
]


_NO_COMPLETION: Any = None


class OpenAIError(errors.AIGPTError):
    """The root of the exceptions of OpenAI's clients."""


class ConfigurationError(OpenAIError, errors.ConfigurationError):
    """An option, an environment variable or the way the client is used is wrong. Nothing was sent."""


class APIError(errors.APIError, OpenAIError):
    """A call failed. `body` is the server's error object, or the body itself where it is no JSON."""

    def __init__(self, message: str, request: Any, *, body: object | None) -> None:
        super().__init__(message)
        self.request = request
        """The HTTP request, without its body and credentials."""
        self.body = body
        self.param: str | None = None
        """The parameter that the server names as wrong."""
        self.type: str | None = None
        """The kind of error, in the server's words."""
        if isinstance(body, Mapping):
            fields = cast("Mapping[str, Any]", body)
            code = fields.get("code")
            self.code: str | None = None if code is None else str(code)
            self.param = fields.get("param")
            self.type = fields.get("type")

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(kind: type[BaseException], args: tuple[Any, ...], state: dict[str, Any]) -> BaseException:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class APIResponseValidationError(APIError, errors.APIResponseValidationError):
    """The response is not what its type says: a web page, broken JSON, or data that does not fit."""

    response: Response  # pyright: ignore[reportIncompatibleVariableOverride] (here it is never None)

    def __init__(self, response: Any, body: object | None, *, message: str | None = None) -> None:
        super().__init__(message or "The response is not what the API promises.", response.request, body=body)
        self.response = response

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code


class NotStreamedError(APIResponseValidationError):
    """A stream was asked for, and the server sent a whole answer: it does not stream there."""


class APIStatusError(APIError, errors.APIStatusError):
    """The server answered with a status of 3xx, 4xx or 5xx."""

    response: Response  # pyright: ignore[reportIncompatibleVariableOverride] (here it is never None)

    def __init__(self, message: str, *, response: Any, body: object | None) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code


class APIConnectionError(APIError, errors.APIConnectionError):
    """No response arrived, or not all of it: DNS, connect, TLS, a reset, a body cut short."""

    def __init__(self, *, message: str = "Connection error.", request: Any) -> None:
        super().__init__(message, request, body=None)


class APITimeoutError(APIConnectionError, errors.APITimeoutError):
    """A timeout or the deadline expired."""

    def __init__(self, request: Any, message: str = "Request timed out.") -> None:
        super().__init__(message=message, request=request)


class WaitTimeoutError(APITimeoutError, TimeoutError, RuntimeError):
    """What was waited for took longer than `max_wait_seconds`.

    openai raises a TimeoutError for files of vector stores, and a RuntimeError for others.
    """


class IncompleteStreamError(APIConnectionError):
    """A stream stopped before the end that the API marks. Everything that arrived was given before."""

    def __init__(self, *, message: str = "The stream stopped before its end.", request: Any, received: int = 0) -> None:
        super().__init__(message=message, request=request)
        self.received = received
        """How many chunks or events arrived."""
        self.snapshot: Any = None
        """What they add up to, where the stream was one of `chat.completions.stream` or `responses.stream`."""


class MissingEndMarkError(IncompleteStreamError):
    """A stream ended in order, but without its end mark: it may be whole, where the server never sends one.

    With `allow_incomplete` such a stream ends like any other.
    """


class RequestAbortedError(APIError, errors.RequestAbortedError):
    """The call was aborted by its `abort` event, or the client was closed."""


class BadRequestError(APIStatusError, errors.BadRequestError):
    """400."""


class AuthenticationError(APIStatusError, errors.AuthenticationError):
    """401."""


def _fields_of(body: object) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", body) if isinstance(body, Mapping) else {}


class OAuthError(AuthenticationError):
    """401 of an identity provider; `error` is its code."""

    def __init__(self, *, response: Any, body: object | None) -> None:
        fields = _fields_of(body)
        description = fields.get("error_description")
        message = description if isinstance(description, str) and description else "OAuth authentication error."
        super().__init__(message, response=response, body=body)
        self.error: str | None = fields.get("error")


class PermissionDeniedError(APIStatusError, errors.PermissionDeniedError):
    """403."""


class NotFoundError(APIStatusError, errors.NotFoundError):
    """404."""


class ConflictError(APIStatusError, errors.ConflictError):
    """409."""


class UnprocessableEntityError(APIStatusError, errors.UnprocessableEntityError):
    """422."""


class RateLimitError(APIStatusError, errors.RateLimitError):
    """429; `retry_after` has the seconds the server asked to wait."""


class InternalServerError(APIStatusError, errors.InternalServerError):
    """500 and above."""


class LengthFinishReasonError(OpenAIError):
    """An answer that was to be parsed was cut off at the limit of tokens: a completion, or a response."""

    def __init__(self, *, completion: ChatCompletion = _NO_COMPLETION, response: ModelResponse | None = None) -> None:
        found: Any = response if response is not None else completion
        usage = f" ({found.usage})" if found is not None and found.usage else ""
        super().__init__(f"the answer cannot be parsed: it was cut off at the limit of tokens{usage}")
        self.completion = completion
        """The completion; None where it was a response. (Its type is openai's.)"""
        self.response = response
        """The response of `responses.parse` or `.stream`; None where it was a completion."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


class ContentFilterFinishReasonError(OpenAIError):
    """An answer that was to be parsed was withheld by the content filter: a completion, or a response."""

    def __init__(self, *, completion: ChatCompletion | None = None, response: ModelResponse | None = None) -> None:
        super().__init__("the answer cannot be parsed: the content filter withheld it")
        self.completion = completion
        """The completion; None where it was a response."""
        self.response = response
        """The response of `responses.parse` or `.stream`; None where it was a completion."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


class OutputMismatchError(OpenAIError, ValueError):
    """An answer that was to be parsed does not fit its type: a dataclass, a TypedDict or a msgspec Struct.

    Pydantic's types raise the ValidationError of pydantic. Both are a ValueError.
    """


class InvalidWebhookSignatureError(ValueError):
    """A webhook's signature is not the one that its secret gives."""


class WebSocketConnectionClosedError(OpenAIError):
    """A WebSocket is closed: lost, closed by the server with an error, or asked for a message after its end."""

    def __init__(
        self, message: str, *, unsent_messages: Sequence[str | bytes] = (), code: int = 1006, reason: str = ""
    ) -> None:
        super().__init__(message)
        self.unsent_frames: list[str | bytes] = list(unsent_messages)
        """What was not sent, in order, as it was given."""
        self.code = code
        """The code of the server's closing frame, or of ours; 1006 where there was none, 1005 where it had none."""
        self.reason = reason
        """The words of that frame, or what else was the end."""

    @property
    def unsent_messages(self) -> list[str]:
        """The text among what was not sent."""
        return [frame for frame in self.unsent_frames if isinstance(frame, str)]

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


class WebSocketQueueFullError(OpenAIError):
    """More waits to be sent over a WebSocket than its queue holds."""


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
    return InternalServerError if status >= _SERVER_ERROR else _BY_STATUS.get(status, APIStatusError)


def make_status_error(message: str, response: Response, body: object, retry_after: float | None) -> APIStatusError:
    """Return the exception of a *response* with an error status; *body* is its error object."""
    error = status_error(response.status_code)(message, response=response, body=body)
    error.retry_after = retry_after
    return error


__all__ += ["Request", "Response", "make_status_error", "status_error"]

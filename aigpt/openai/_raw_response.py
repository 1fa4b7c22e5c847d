"""Answers with their HTTP response: read whole, parsed on demand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar, cast, overload

from yarl import URL

from aigpt._http.attempt import AttemptResult
from aigpt._http.failure import Failure, FailureKind
from aigpt._http.json_codec import parse_json
from aigpt.openai._binary import BinaryContent
from aigpt.openai._call import OpenAICall
from aigpt.openai._errors import APIResponseValidationError
from aigpt.openai._http_response import Request, Response
from aigpt.openai._models import note_request_id, wrapper_of
from aigpt.openai._protocol import NOT_JSON
from aigpt.openai._types import NoneType
from aigpt.openai._unfit import UNFIT, not_promised

T = TypeVar("T")
R = TypeVar("R")

OK_STATUS = 200
DOES_NOT_FIT = Failure(FailureKind.RESPONSE, "the body does not fit its type")


class RawResponse(Generic[R]):
    """An answer with its HTTP response, which `parse` makes the usual object of."""

    def __init__(self, call: OpenAICall, attempt: AttemptResult, elapsed: float, stream: Any = None) -> None:
        self._call = call
        self._value = attempt.value
        self._stream = stream
        self._parsed: dict[object, Any] = {}
        self.http_response: Response = call.response(attempt, elapsed)
        """The HTTP response."""
        self.retries_taken: int = call.retries
        """How many retries there were."""

    @property
    def request_id(self) -> str | None:
        """The server's identifier of the request."""
        return self.http_response.headers.get("x-request-id")

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; names are looked up in any case."""
        return self.http_response.headers

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.http_response.status_code

    @property
    def http_request(self) -> Request:
        """What was sent, without body and credentials."""
        return self.http_response.request

    @property
    def url(self) -> URL:
        """Where the request was sent."""
        return self.http_request.url

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.http_request.method

    @property
    def content(self) -> bytes:
        """The body."""
        return self.http_response.content

    @property
    def text(self) -> str:
        """The body as text."""
        return self.http_response.text

    @property
    def elapsed(self) -> dt.timedelta:
        """How long the call took, with its retries."""
        return self.http_response.elapsed

    @property
    def http_version(self) -> str:
        """The version of HTTP."""
        return "HTTP/1.1"

    @property
    def is_closed(self) -> bool:
        """Whether the body has been read, or the connection closed."""
        return self._stream is None or self._stream.is_over

    def json(self) -> Any:
        """Return the body as a JSON value. Raises ValueError where it is none."""
        return self.http_response.json()

    def read(self) -> bytes:
        """Return the body."""
        return self.content

    @overload
    def parse(self) -> R: ...
    @overload
    def parse(self, *, to: type[T]) -> T: ...
    def parse(self, *, to: Any = None) -> Any:
        """Return the object, the stream or the text that the method returns without ``with_raw_response``.

        *to*: another type to make of the body: a model, ``dict``, ``list``, ``str``, ``bytes``, a class named Response.
        """
        if self._stream is not None and to is None:
            return self._stream
        if to not in self._parsed:
            value = parse_value(self._call, self._value, self.http_response, to)
            self._parsed[to] = value if to is not None else taken(self._call, value, self.http_response)
        return self._parsed[to]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{self.status_code}]>"


def parse_value(call: OpenAICall, value: Any, response: Response, to: Any = None) -> Any:
    """Return what the caller gets of the *value* of a response: JSON, or bytes where the call is about them."""
    if to is not None:
        return cast_value(to, response)
    if call.make_binary is not None:
        return call.make_binary(response)
    if not call.is_json:
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
    if isinstance(value, bytes):  # 204
        return None
    try:
        parsed, failure = _object_of(call, value)
    except ValueError as exc:
        parsed, failure = None, Failure(FailureKind.RESPONSE, str(exc))
    if failure is not None:
        message = f"The response is not what the API promises: {failure.message}."
        raise APIResponseValidationError(response, value, message=message)
    note_request_id(parsed, response.headers.get("x-request-id"))
    return parsed


def taken(call: OpenAICall, value: Any, response: Response | None) -> Any:
    """Return the object *value* of an answer as the caller of *call* takes it. Raises what its `parse` raises.

    APIResponseValidationError where it is not what `parse` can take. *response* is the HTTP response, if it was kept.
    """
    if call.parse is None or value is None:
        return value
    try:
        return call.parse(value)
    except UNFIT as exc:
        request_id = getattr(value, "_request_id", None)
        headers = {} if request_id is None else {"x-request-id": request_id}
        error = not_promised(exc, response or call.response(AttemptResult(status=OK_STATUS, headers=headers)))
    raise error from None


def _object_of(call: OpenAICall, value: Any) -> tuple[Any, Failure | None]:
    """Return the object that *value*, the JSON of an answer, is; or why it is none. Raises ValueError likewise."""
    if call.decode is not None:
        value = call.decode(value)
    if call.options.strict and not call.fits(value):
        return None, DOES_NOT_FIT
    return call.wrap(value), None


def cast_value(to: Any, response: Response) -> Any:
    """Return the body of *response* as an instance of *to*.

    Raises TypeError for what is no type, APIResponseValidationError where JSON is wanted and the body is none.
    """
    try:
        return caster(to)(response)
    except (ValueError, RecursionError):
        message = f"The response is not what was asked for: {NOT_JSON.message}."
        raise APIResponseValidationError(response, None, message=message) from None


def caster(to: Any) -> Callable[[Response], Any]:
    """Return what makes an instance of *to* of a response."""
    read = caster_of_bytes(to)
    if read is not None:
        return read
    wrap = caster_of_json(to)

    def make(response: Response) -> Any:
        value = wrap(parse_json(response.content)) if response.content else None
        note_request_id(value, response.headers.get("x-request-id"))
        return value

    return make


def caster_of_bytes(to: Any) -> Callable[[Response], Any] | None:
    """Return what makes an instance of *to* of a response; None where it is made of a JSON value."""
    if to is NoneType:
        return lambda _: None
    if to is str:
        return lambda response: response.text
    if to is bytes:
        return lambda response: response.content
    if to is BinaryContent:
        return BinaryContent
    if isinstance(to, type) and _is_response(cast("type[Any]", to)):
        return lambda response: response
    return None


def caster_of_json(to: Any) -> Callable[[Any], Any]:
    """Return what makes an instance of *to* of a JSON value."""
    return _same if to in {dict, list, object, int, float, bool} else wrapper_of(to)


def _is_response(to: type[Any]) -> bool:
    """Return whether *to* is a class of HTTP responses, this library's or another's."""
    return issubclass(to, Response | RawResponse) or to.__name__ in {"Response", "ClientResponse"}


def _same(value: Any) -> Any:
    return value


def finish_parsed(call: OpenAICall, attempt: AttemptResult, elapsed: float) -> Any:
    """Return the object that the caller of *call* gets."""
    if call.make_binary is None and call.is_json and attempt.headers is not None:  # as nearly every answer
        value = attempt.value
        if isinstance(value, bytes):
            return None
        try:
            parsed, attempt.failure = _object_of(call, value)
        except ValueError as exc:
            attempt.failure = Failure(FailureKind.RESPONSE, str(exc))
            return None
        note_request_id(parsed, attempt.headers.get("x-request-id"))
        return parsed
    return parse_value(call, attempt.value, call.response(attempt, elapsed))


def finish_as_it_is(call: OpenAICall, attempt: AttemptResult, elapsed: float) -> Any:  # noqa: ARG001
    """Return what a stream came to; True for a body that was read by its caller."""
    return True if attempt.value is None else attempt.value


def finish_raw(call: OpenAICall, attempt: AttemptResult, elapsed: float) -> RawResponse[Any]:
    """Return the answer with its HTTP response."""
    return RawResponse(call, attempt, elapsed)

"""What the OpenAI API means by a status and a body, and what its callers get. Pure: no I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from aigpt._http.api import API
from aigpt._http.attempt import OK, AttemptResult
from aigpt._http.failure import Failure, FailureKind
from aigpt._http.json_codec import parse_json
from aigpt._http.server_message import without_key
from aigpt.openai import _errors as errors
from aigpt.openai._call import OpenAICall
from aigpt.openai._span_attributes import OpenAISpanAttributes

_RETRIED = frozenset({408, 409, 429})
_SERVER_ERROR = 500
_NO_CONTENT = 204
_BOM = b"\xef\xbb\xbf"
_LONGEST_TEXT = 2_000
_INCOMPLETE = "incomplete_stream"

NOT_JSON = Failure(FailureKind.RESPONSE, "the response is not JSON, or nested too deep; check base_url")
_CODES = {
    FailureKind.CONNECTION: "connection_error",
    FailureKind.TIMEOUT: "timeout",
    FailureKind.ABORTED: "aborted",
    FailureKind.STATUS: "status",
    FailureKind.API: "api_error",
    FailureKind.RESPONSE: "invalid_response",
    FailureKind.REQUEST: "request",
    FailureKind.KEY: "api_key",
    FailureKind.INTERNAL: "client_error",
}
_TYPES: dict[FailureKind, type[errors.OpenAIError]] = {
    FailureKind.CONNECTION: errors.APIConnectionError,
    FailureKind.TIMEOUT: errors.APITimeoutError,
    FailureKind.ABORTED: errors.RequestAbortedError,
    FailureKind.RESPONSE: errors.APIResponseValidationError,
    FailureKind.KEY: errors.OpenAIError,
}


class OpenAIProtocol:
    """The OpenAI API, as the transport has to know it."""

    span_attributes = OpenAISpanAttributes()

    def read(
        self, call: OpenAICall, status: int, headers: Mapping[str, str], body: bytes
    ) -> tuple[Any, Failure | None]:
        """Return the value of a response: JSON, or its bytes where the call is about them; or why it is a failure."""
        if status not in OK:
            return _error_value(body), _status_failure(status, headers)
        if not call.is_json or status == _NO_CONTENT or (call.may_be_empty and not body):
            return body, None
        try:
            return parse_json(body.removeprefix(_BOM)), None
        except (ValueError, RecursionError):
            return None, NOT_JSON

    def result(self, call: OpenAICall, attempt: AttemptResult, elapsed: float) -> Any:
        """Return what the caller gets of a call that did not fail."""
        failure = attempt.failure
        if failure is not None:
            if failure.kind is FailureKind.CONNECTION and call.is_stream and attempt.status:
                attempt.failure = failure._replace(code=_INCOMPLETE)
            return None
        return call.finish(call, attempt, elapsed)

    def exception(self, call: OpenAICall, attempt: AttemptResult, result: Any) -> Exception | None:  # noqa: ARG002
        """Return what a failed call raises."""
        failure = attempt.failure
        if failure is None:
            return None
        error = _exception(call, attempt, failure)
        error.__cause__ = failure.cause
        return error

    def error_code(self, failure: Failure) -> str:
        """Return a word for *failure*."""
        return failure.code or _CODES[failure.kind]

    def error_type(self, failure: Failure, status: int) -> type[Exception]:
        """Return the class of the exception that *failure* stands for."""
        if failure.kind is FailureKind.STATUS:
            return errors.status_error(status)
        if failure.code == _INCOMPLETE:
            return errors.IncompleteStreamError
        return _TYPES.get(failure.kind, errors.APIError)


def _error_value(body: bytes) -> object:
    try:
        return parse_json(body)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace")


def _status_failure(status: int, headers: Mapping[str, str]) -> Failure:
    told = headers.get("x-should-retry", "")
    retry = status in _RETRIED or status >= _SERVER_ERROR
    if told in {"true", "false"}:
        retry = told == "true"
    return Failure(FailureKind.STATUS, f"the server answered with status {status}", retry)


def _exception(call: OpenAICall, attempt: AttemptResult, failure: Failure) -> errors.OpenAIError:
    make = _MAKE.get(failure.kind)
    return errors.APIError(failure.message, call.request(), body=None) if make is None else make(call, attempt, failure)


def _timeout_error(call: OpenAICall, _: AttemptResult, failure: Failure) -> errors.APITimeoutError:
    return errors.APITimeoutError(call.request(), f"Request timed out: {failure.message}.")


def _connection_error(call: OpenAICall, _: AttemptResult, failure: Failure) -> errors.APIConnectionError:
    if failure.code == _INCOMPLETE:
        message = f"The stream is incomplete: {failure.message}."
        return errors.IncompleteStreamError(message=message, request=call.request(), received=call.received)
    return errors.APIConnectionError(message=f"Connection error: {failure.message}.", request=call.request())


def _response_error(call: OpenAICall, attempt: AttemptResult, failure: Failure) -> errors.APIResponseValidationError:
    message = f"The response is not what the API promises: {failure.message}."
    return errors.APIResponseValidationError(call.response(attempt), attempt.value, message=message)


def _aborted_error(call: OpenAICall, _: AttemptResult, failure: Failure) -> errors.RequestAbortedError:
    return errors.RequestAbortedError(failure.message, call.request(), body=None)


def _key_error(call: OpenAICall, _: AttemptResult, failure: Failure) -> errors.OpenAIError:
    return errors.OpenAIError(failure.message.replace("api_key", call.options.key_name, 1))


def _status_error(call: OpenAICall, attempt: AttemptResult, failure: Failure) -> errors.APIStatusError:
    value: object = attempt.value
    body = _fields_of(value).get("error", value)
    message: object = _fields_of(body).get("message") or value
    said = failure.message if message is None or message == "" else without_key(str(message), call)[:_LONGEST_TEXT]
    response = call.response(attempt)
    return errors.make_status_error(f"Error code: {attempt.status} - {said}", response, body, attempt.retry_after)


def _fields_of(value: object) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def _api_error(call: OpenAICall, attempt: AttemptResult, failure: Failure) -> errors.APIError:
    """Return the exception of an error that the server reported in a stream: `attempt.value` is its object."""
    value: object = attempt.value
    message = value if isinstance(value, str) else _fields_of(value).get("message")
    text = message if isinstance(message, str) and message else failure.message
    error = errors.APIError(without_key(text, call)[:_LONGEST_TEXT], call.request(), body=value)
    if attempt.status:
        error.response = call.response(attempt)
    return error


_MAKE: Mapping[FailureKind, Callable[[OpenAICall, AttemptResult, Failure], errors.OpenAIError]] = {
    FailureKind.STATUS: _status_error,
    FailureKind.TIMEOUT: _timeout_error,
    FailureKind.CONNECTION: _connection_error,
    FailureKind.RESPONSE: _response_error,
    FailureKind.ABORTED: _aborted_error,
    FailureKind.API: _api_error,
    FailureKind.KEY: _key_error,
}

OPENAI_API: API = cast("API", OpenAIProtocol())

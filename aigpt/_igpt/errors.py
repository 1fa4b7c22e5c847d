"""What iGPT calls a failure: its error code, and the exception it stands for. Pure functions."""

from __future__ import annotations

from aigpt._http.failure import Failure, FailureKind
from aigpt.errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    RequestAbortedError,
    status_error,
)

_CODES = {
    FailureKind.CONNECTION: "network_error",
    FailureKind.TIMEOUT: "network_error",
    FailureKind.ABORTED: "request_aborted",
    FailureKind.RESPONSE: "invalid_json_response",
    FailureKind.REQUEST: "params",
    FailureKind.KEY: "auth",
}
_OTHER_CODE = "client_error"
_TYPES: dict[FailureKind, type[APIError]] = {
    FailureKind.CONNECTION: APIConnectionError,
    FailureKind.TIMEOUT: APITimeoutError,
    FailureKind.ABORTED: RequestAbortedError,
    FailureKind.STATUS: APIStatusError,
    FailureKind.RESPONSE: APIResponseValidationError,
    FailureKind.REQUEST: BadRequestError,
    FailureKind.KEY: AuthenticationError,
}
_TYPES_BY_CODE: dict[str, type[APIError]] = {"auth": AuthenticationError, "params": BadRequestError}


def error_code(failure: Failure) -> str:
    """Return the error code of *failure*: the server's own where it gives one."""
    return failure.code or _CODES.get(failure.kind, _OTHER_CODE)


def error_type(failure: Failure, status: int | None) -> type[APIError]:
    """Return the class of the exception that *failure* stands for, in a response with *status*."""
    if failure.kind is FailureKind.STATUS and status:
        return status_error(status)
    if failure.kind is FailureKind.API:
        return _TYPES_BY_CODE.get(failure.code or "", APIError)
    return _TYPES.get(failure.kind, APIError)

"""What is refused, in OpenAI's form: ``{"error": {"message", "type", "param", "code"}}`` with the status that it has.

A message names the parameter that is wrong and the remedy. It has no value that was sent, and no key.
"""

from __future__ import annotations

from typing import Any

from aigpt.local.readers.errors import ReaderError

__all__ = ["ApiError", "error_json", "fault", "invalid", "not_done", "not_found", "unsupported"]

_TYPES = {401: "authentication_error", 403: "permission_error", 404: "invalid_request_error"}
_FIRST_FAULT = 500


class ApiError(Exception):
    """A request is refused or failed with *status*; *param* is the parameter, *code* what programs can tell it by."""

    def __init__(self, status: int, message: str, *, param: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.param = param
        self.code = code

    def to_json(self) -> dict[str, Any]:
        """Return the body of the response."""
        kind = "server_error" if self.status >= _FIRST_FAULT else _TYPES.get(self.status, "invalid_request_error")
        return error_json(str(self), kind, param=self.param, code=self.code)


def error_json(message: str, kind: str, *, param: str | None = None, code: str | None = None) -> dict[str, Any]:
    """Return the body of an error response."""
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def invalid(param: str, message: str, code: str | None = None) -> ApiError:
    """Return the error for a parameter that is missing or not valid."""
    return ApiError(400, message, param=param, code=code)


def unsupported(param: str, message: str) -> ApiError:
    """Return the error for a parameter that is valid, but cannot be honoured here."""
    return ApiError(400, message, param=param, code="unsupported_parameter")


def not_found(what: str, param: str) -> ApiError:
    """Return the error for an id that is that of no *what* of the user."""
    return ApiError(404, f"there is no {what} of this user with that id; the list has them", param=param)


def fault() -> dict[str, Any]:
    """Return the body of the response to a request on which the server failed."""
    return error_json("the server failed; its log (aigpt.local) says where", "server_error", code="server_error")


def not_done(error: ReaderError) -> dict[str, Any]:
    """Return the body of the response to a request whose work on the database was not done."""
    return ApiError(error.status, str(error), code=error.code).to_json()

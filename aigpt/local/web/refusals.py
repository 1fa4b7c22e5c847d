"""The replies that refuse a request: ``{"error": code, "message": why}``.

A message names the parameter or header that is wrong and the remedy. It has no value that was sent, and no key.
"""

from __future__ import annotations

from typing import Any

from aiohttp import web

from aigpt.local.answer.errors import AnswerError

__all__ = [
    "BAD_ENCODING",
    "BAD_REQUEST",
    "CROWDED",
    "FAULT",
    "TOO_LARGE",
    "answer_refusal",
    "refusal",
    "status_refusal",
]

_LONGEST = 400
_ROUTES = "recall/run, recall/ask, recall/search, datasources/list, datasources/disconnect, connectors/authorize"


def refusal(code: str, why: str) -> dict[str, Any]:
    """Return a reply with *code*; *why* is shortened to 400 printable characters."""
    message = "".join(c if c.isprintable() else "?" for c in why)
    return {"error": code, "message": message if len(message) <= _LONGEST else f"{message[: _LONGEST - 1]}…"}


TOO_LARGE = "the body is larger than 1 MiB; send less"
FAULT = refusal("server_error", "the server failed; its log (aigpt.local) says where")
BAD_ENCODING = refusal(
    "params", "the body is not as the headers Content-Encoding and Transfer-Encoding say; send it as they say"
)
BAD_REQUEST = refusal(
    "bad_request", "the request is not valid HTTP; see its first line, the form and length of its headers, its framing"
)
CROWDED = refusal("overloaded", "the server has as many connections as it can have; close some, or try again later")
_WHY = {
    403: "the headers Origin and Sec-Fetch-Site are those of another site's page; use a program, or the server's page",
    404: f"there is no such route; those of the API are, below /v1: {_ROUTES}",
    405: "the route does not take this method; those of the API take POST",
    413: TOO_LARGE,
    421: "the Host header does not name this server; use the URL that it printed when it started",
}


def answer_refusal(error: AnswerError) -> dict[str, Any]:
    """Return the reply to a question that has no answer."""
    return refusal(error.code, str(error))


def status_refusal(error: web.HTTPException) -> dict[str, Any]:
    """Return the body of a response with an error status; its code is the status in words."""
    reason = error.reason
    if isinstance(error, web.HTTPRequestEntityTooLarge):
        reason = "Request Entity Too Large"  # as Python calls it up to 3.12
    return refusal(reason.lower().replace(" ", "_"), _WHY.get(error.status, f"the server refused it: {reason}"))

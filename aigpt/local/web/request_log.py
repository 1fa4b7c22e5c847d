"""The id of each request: a header of its response, and in the log beside what became of it."""

from __future__ import annotations

import logging
import time
from uuid import uuid4

from aiohttp import web
from aiohttp.typedefs import Handler

__all__ = ["log_request", "request_id_of", "route_of", "send_request_id"]

_HEADER = "X-Request-Id"
_KEY = web.RequestKey("request_id", str)

_log = logging.getLogger("aigpt.local")


@web.middleware
async def log_request(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Log at INFO how *request* ended: route, status, time, id; nothing that was sent."""
    began = time.perf_counter()
    ended = "left by the client"
    try:
        response = await handler(request)
        ended = f"status {response.status}"
        return response
    finally:
        milliseconds = 1000 * (time.perf_counter() - began)
        _log.info("%s: %s in %.0f ms, request id %s", route_of(request), ended, milliseconds, request_id_of(request))


async def send_request_id(request: web.Request, response: web.StreamResponse) -> None:
    """Add the id of *request* to *response*, before its headers are sent."""
    response.headers[_HEADER] = request_id_of(request)


def request_id_of(request: web.Request) -> str:
    """Return the id of *request*: our own, since one that a client chose could be anything."""
    if _KEY not in request:
        request[_KEY] = uuid4().hex
    return request[_KEY]


def route_of(request: web.Request) -> str:
    """Return the pattern of a request's path: the path itself may be a valid link."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else "a request"

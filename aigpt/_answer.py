"""What one attempt came to, and the reply that is made of it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, cast

from aiohttp import ClientResponse, ClientSession
from yarl import URL

from aigpt._body import read_some
from aigpt._call import Call
from aigpt._events import EventSource
from aigpt._log import logger
from aigpt._reply import Failure, ReplyT, printable_code, read_answer, redirect_failure
from aigpt._retry import read_retry_after

_MAX_REDIRECTS = 3
_FOLLOWED = frozenset({307, 308})
OK = range(200, 300)
_REDIRECTS = range(300, 400)
_ERROR_BODY_BYTES = 1 << 16
_ERROR_BODY_SECONDS = 1.0


class Outcome:
    """What one attempt came to. It holds no connection, but where `source` is an open stream."""

    source: EventSource | None = None
    body: bytes | None = None
    retry_after: float | None = None
    method = "POST"  # aiohttp-retry asks for it

    def __init__(
        self,
        failure: Failure | None = None,
        value: Any = None,
        status: int = 0,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.failure = failure
        self.value = value
        self.status = status
        """0 where no answer came."""
        self.headers = headers


async def beyond_ok(session: ClientSession, response: ClientResponse, **how: Any) -> ClientResponse | Outcome:
    """Return what a status outside 2xx comes to. Redirects within the origin are followed, the request repeated."""
    redirects = 0
    while response.status in _REDIRECTS:
        status, url = response.status, response.url
        response.close()
        target = _same_origin(url, response.headers.get("Location")) if status in _FOLLOWED else None
        redirects += 1
        if target is None or redirects > _MAX_REDIRECTS:
            return Outcome(redirect_failure(status), None, status, response.headers)
        response = await session.post(target, **how)
    return response if response.status in OK else await _refusal(response)


async def _refusal(response: ClientResponse) -> Outcome:
    body = await read_some(response, _ERROR_BODY_BYTES, _ERROR_BODY_SECONDS)
    value, failure = read_answer(response.status, body)
    outcome = Outcome(failure, value, response.status, response.headers)
    outcome.body = body
    outcome.retry_after = read_retry_after(response.headers)
    return outcome


def _same_origin(url: URL, location: str | None) -> URL | None:
    """Return where a redirect leads, if that is the same origin and names no other credentials."""
    try:
        target = url.join(URL(location or ""))
        there = (target.scheme, target.host, target.port, target.user, target.password)
        same = bool(location) and there == (url.scheme, url.host, url.port, None, None)
    except ValueError:
        return None
    return target if same else None


def may_be_cut(response: ClientResponse, body: bytes) -> bool:
    """Return whether a body that is no JSON is the beginning of some: unless it is framed, a cut looks like an end."""
    framed = "Content-Length" in response.headers or "Transfer-Encoding" in response.headers
    return not framed and body.lstrip().startswith((b"{", b"["))


def make_reply(call: Call[ReplyT], outcome: Outcome, elapsed: float) -> ReplyT:
    """Return the reply of a call that came to *outcome* after *elapsed* seconds, and note it in the log."""
    if call.read is not None and outcome.failure is None:
        reply = _read(call.read, call.reply_type, outcome)
        failure = outcome.failure
    elif (failure := outcome.failure) is None:
        value: object = outcome.value
        if type(value) is not dict:
            if call.span is not None:
                call.span.end(value)
            return cast("ReplyT", value)  # JSON that is no object: as it came, as from the official client
        reply = call.reply_type(cast("dict[str, Any]", value))
    else:
        reply = failure.to_reply(call.reply_type, outcome.value)
    if failure is not None:
        reply.body = outcome.body
        reply.retry_after = outcome.retry_after
    reply.status = outcome.status or None
    if outcome.headers is not None:
        reply.headers = outcome.headers
    reply.elapsed = elapsed
    reply.retries = call.retries
    if logger.isEnabledFor(logging.INFO):
        logger.info(
            "%s: %s in %.0f ms, %d attempts, status %s, request id %s",
            call.route,
            "ok" if failure is None else printable_code(failure.code),
            elapsed * 1000,
            call.retries + 1,
            reply.status,
            reply.request_id,
        )
    if call.span is not None:
        call.span.end(reply)
    return reply


def _read(read: Callable[[Any], tuple[Any, Failure | None]], reply_type: type[ReplyT], outcome: Outcome) -> ReplyT:
    """Return the reply of a success whose answer is to be read as an object; one that cannot be is a failure."""
    value = outcome.value
    parsed, failure = read(value)
    if failure is None:
        reply = reply_type(value)
        reply._parsed = parsed  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (the reply is made here)
        return reply
    outcome.failure = failure
    if outcome.body is None:  # of a stream
        with suppress(RecursionError):
            outcome.body = json.dumps(value).encode()
    reply = failure.to_reply(reply_type)
    reply.received = value
    return reply

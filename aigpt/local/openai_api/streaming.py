"""Server-sent events as OpenAI sends them."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

import msgspec
from aiohttp import web

from aigpt.local.openai_api.backend import NoteFault
from aigpt.local.openai_api.errors import ApiError, fault, not_done
from aigpt.local.openai_api.fields import Json
from aigpt.local.readers.errors import ReaderError

__all__ = ["JSON_HEADERS", "reply", "reply_encoded", "send_events"]

_log = logging.getLogger("aigpt.local")

JSON_HEADERS = {"X-Content-Type-Options": "nosniff"}
_STREAM_HEADERS = {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache", **JSON_HEADERS}
_DONE = b"data: [DONE]\n\n"


def reply(body: Json, status: int = 200) -> web.Response:
    """Return a response in JSON."""
    return reply_encoded(msgspec.json.encode(body), status)


def reply_encoded(data: bytes, status: int = 200) -> web.Response:
    """Return a response whose body is written in JSON already."""
    return web.Response(body=data, content_type="application/json", status=status, headers=JSON_HEADERS)


def _data(event: Json) -> bytes:
    return b"data: " + msgspec.json.encode(event) + b"\n\n"


def _named(event: Json) -> bytes:
    return b"event: " + str(event["type"]).encode() + b"\n" + _data(event)


async def send_events(
    request: web.Request,
    events: AsyncGenerator[Json],
    note_fault: NoteFault,
    *,
    on_error: Callable[[Json], Json],
    named: bool,
) -> web.StreamResponse:
    """Send *events* as they come, and close the generator if the client disconnects.

    The response begins with the first event, so that what is wrong before it becomes a status. A later error is the
    last event: what *on_error* makes of its body. *named*: each event has a line with its type, as those of responses
    have; otherwise the stream ends with ``[DONE]``.
    """
    write = _named if named else _data
    async with aclosing(events):
        first = await anext(events)
        response = web.StreamResponse(headers=_STREAM_HEADERS)
        try:
            await response.prepare(request)
            await response.write(write(first))
            try:
                async for event in events:
                    await response.write(write(event))
            except ConnectionError:
                raise
            except ApiError as error:
                await response.write(write(on_error(error.to_json())))
            except ReaderError as error:
                await response.write(write(on_error(not_done(error))))
            except Exception as error:  # noqa: BLE001 (no traceback may be sent)
                note_fault(request, error)
                await response.write(write(on_error(fault())))
            else:
                if not named:
                    await response.write(_DONE)
            await response.write_eof()
        except ConnectionError:
            _log.debug("%s: the client disconnected", request.path)
        return response

"""How a connection of events is opened: the call of its handshake; and what is sent over it, as JSON."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Mapping
from typing import Any, cast

from aiohttp import ClientTimeout

from aigpt._http.websocket import WebSocket
from aigpt.openai._call import Extras, OpenAICall, given_of
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._http_response import Response
from aigpt.openai._options import OpenAIOptions, is_omitted
from aigpt.openai._raw_response import finish_as_it_is
from aigpt.openai._sender import Sender
from aigpt.openai._serialize import json_body
from aigpt.openai._types import NOT_GIVEN, Headers, Query
from aigpt.openai._websocket_options import CheckedOptions, check_options

_CODES = range(1000, 5000)
_LONGEST_REASON = 123
_BYTES = (bytes, bytearray, memoryview)


class SocketOpener:
    """Opens the WebSockets of one connection: the first, and those that take the place of a lost one."""

    response: Response
    """The response to the last handshake."""

    def __init__(self, sender: Sender, path: str, query: Mapping[str, object], options: object) -> None:
        self._sender = sender
        self._path = path
        self._query = given_of({name: value for name, value in query.items() if not is_omitted(value)})
        self._options: CheckedOptions = check_options(options)

    def prepare(
        self, extra_query: Query, extra_headers: Headers, *, once: bool = False
    ) -> tuple[OpenAICall, float | None]:
        """Return the call of a handshake, and how many seconds an attempt may take; *once*: there is but one.

        Raises ConfigurationError.
        """
        options = self._sender.options
        if not isinstance(cast("object", extra_query), Mapping):
            raise ConfigurationError("extra_query must be a mapping of names to values")
        target, query = options.socket_target(self._path, {**self._query, **extra_query})
        seconds = self._options.open_seconds
        if self._options.follows_client:
            seconds = _seconds_of_client(options, seconds)
        call = OpenAICall(options, "GET", self._path.strip("/"))
        call.is_json = False
        call.finish = finish_as_it_is
        call.aim(target, query, None)
        call.apply(Extras(headers=extra_headers, max_retries=0 if once else NOT_GIVEN))
        if seconds is not None:  # for the message of the exception
            limits = call.options.limits._replace(attempt=ClientTimeout(total=seconds))
            call.options = call.options.replaced(limits=limits)
        return call, seconds

    async def open(self, extra_query: Query, extra_headers: Headers, *, once: bool = False) -> WebSocket:
        """Return an open WebSocket, after as many attempts as a call makes; or *once*.

        Raises what a call raises that is answered likewise.
        """
        call, seconds = self.prepare(extra_query, extra_headers, once=once)
        transport = self._sender.transport
        started = time.perf_counter()
        attempt = await transport.open_websocket(call, self._options.socket, seconds)
        result = transport.finish(call, attempt, time.perf_counter() - started)
        self.response = call.response(attempt, time.perf_counter() - started)
        if attempt.failure is not None and (exception := transport.api.exception(call, attempt, result)) is not None:
            raise exception
        return cast("WebSocket", attempt.reader)


_APPEND = "input_audio_buffer.append"


def _seconds_of_client(options: OpenAIOptions, default: float | None) -> float | None:
    """Return how long an attempt may take by the client's `timeout`; *default* where it has none."""
    if "timeout" not in options.settings:
        return default
    attempt = options.timeouts.whole.attempt
    return default if attempt is None else attempt.total or attempt.sock_read


def encode_event(event: object) -> str:
    """Return *event*, a model or a dict, as JSON; audio that is bytes in base64. Raises TypeError or ValueError."""
    sent: object = event
    if isinstance(event, Mapping):
        fields = cast("Mapping[str, Any]", event)
        audio: Any = fields.get("audio")
        if isinstance(audio, _BYTES):
            sent = {**fields, "audio": b64encode(cast("bytes", audio)).decode()}
        elif "audio" in fields and not isinstance(audio, str) and str(fields.get("type")).endswith(_APPEND):
            raise TypeError(f"audio must be bytes, or their base64 as text, not {type(audio).__name__}")
    elif not hasattr(type(event), "model_dump"):
        raise TypeError(f"an event must be a dict or a model, not {type(event).__name__}; send_raw() takes text")
    return json_body(sent).decode()


def check_closing(code: int, reason: str) -> None:
    """Raise ValueError where a WebSocket cannot be closed with *code* and *reason*."""
    if code not in _CODES or code in {1004, 1005, 1006, 1015}:
        raise ValueError("code must be one that a closing frame may have: 1000, or 3000 to 4999 for one of your own")
    if len(reason.encode()) > _LONGEST_REASON:
        raise ValueError(f"reason must be at most {_LONGEST_REASON} bytes long")

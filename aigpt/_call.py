"""What one call sends, and how: body, headers and options, checked and fixed before its first attempt. No I/O."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from random import getrandbits
from typing import TYPE_CHECKING, Any, Generic, cast

import msgspec
from aiohttp import Payload
from aiohttp.abc import AbstractStreamWriter
from multidict import CIMultiDict, istr

from aigpt._interrupt import Abort, Interrupt, ThreadAbort
from aigpt._options import Options, header_problem
from aigpt._pool import Slots
from aigpt._reply import Failure, ReplyT, unsendable
from aigpt.types import Reply

if TYPE_CHECKING:
    from aigpt._otel import CallSpan

RESERVED = frozenset({"timeout", "max_retries", "idle_timeout", "extra_headers", "extra_body", "abort", "raise_errors"})
"""Keywords of every call that are never sent."""

_IDEMPOTENCY_KEY = istr("Idempotency-Key")
_OVERRIDES = ("timeout", "max_retries", "idle_timeout", "raise_errors")
_NO_MAPPING = "extra_body must be a mapping of names to values"
_PLAIN = frozenset({str, int, bool})

_encode = msgspec.json.encode


class Body(Payload):
    """The JSON of a request. aiohttp's own payloads make headers anew for each, and warn of a megabyte."""

    _autoclose = True
    _headers = CIMultiDict({istr("Content-Type"): "application/json"})

    def __init__(self, value: bytes) -> None:
        self._value = value
        self._size = len(value)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Return it as text."""
        return str(self._value, encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Write it, all at once."""
        await writer.write(self._value)

    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:  # noqa: ARG002
        """Write it, all at once: its length is what the request's header says."""
        await writer.write(self._value)


_NOTHING = Body(b"")


class Call(Interrupt, Generic[ReplyT]):
    """One call, fit to be sent; or not, and then `refused` says why."""

    retries = 0
    """Attempts made so far, less one."""
    dialled = False
    """Whether the attempt under way had to open a connection."""
    place: Slots | None = None
    """Where the attempt under way holds a place."""
    refused: Failure | None = None
    abort: Abort | None = None
    span: CallSpan | None = None
    """What notes its fate, where somebody wants to know."""
    read: Callable[[Any], tuple[Any, Failure | None]] | None = None
    """Makes of a good answer the object that was asked for, or says why it cannot be; None where nothing is made."""
    body = _NOTHING

    def __init__(self, options: Options, route: str, reply_type: type[ReplyT]) -> None:
        self.options = options
        self.route = route
        self.reply_type = reply_type
        headers = self.headers = options.headers.copy()
        # Unique, not secret. The same for all attempts, so that a server that knows the header does the work once.
        headers[_IDEMPOTENCY_KEY] = f"{getrandbits(128):032x}"

    def fill(self, body: object) -> None:
        """Have *body* sent; or note why it cannot be."""
        if isinstance(body, Failure):
            self.refused = self.refused or body
            return
        try:
            # msgspec writes NaN as null and sets as arrays without a word; the standard library says what is not JSON.
            self.body = Body(json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode())
        except (TypeError, ValueError, RecursionError) as exc:
            self.refused = unsendable(f"the parameters cannot be sent as JSON ({type(exc).__name__}): {_why(exc)}")

    def reserve(self, reserved: Mapping[str, Any]) -> None:
        """Take note of the keywords that are not sent. Raises ConfigurationError or TypeError for wrong ones."""
        overrides = {name: reserved[name] for name in _OVERRIDES if name in reserved}
        if overrides:
            self.options = self.options.for_call(**overrides)
        self.abort = _abort(reserved.get("abort"))
        extra = reserved.get("extra_headers")
        if extra is not None:
            problem = header_problem(extra)
            if problem:
                self.refused = unsendable(f"extra_headers {problem}")
            else:
                self.headers.update(extra)

    def leave(self) -> None:
        """Give the place of the attempt back. Twice is fine."""
        place = self.place
        if place is not None:
            self.place = None
            place.give()


def make_call(options: Options, route: str, reply_type: type[ReplyT], params: dict[str, Any]) -> Call[ReplyT]:
    """Return the call that the keywords *params* (a dict to keep) ask for.

    Raises ConfigurationError or TypeError for wrong options of the call. What cannot be sent is noted in the call.
    """
    call = Call(options, route, reply_type)
    extra = None
    if not RESERVED.isdisjoint(params):
        reserved = {name: params.pop(name) for name in RESERVED & params.keys()}
        extra = reserved.pop("extra_body", None)
        call.reserve(reserved)
    user = params.pop("user", None)
    if user is None:
        user = options.user
    if extra is None and type(user) is str and user and not user.isspace():
        # Texts, whole numbers and truths, as in nearly every call: there msgspec and the standard library agree.
        params["user"] = user
        if _PLAIN.issuperset(map(type, params.values())):
            try:
                call.body = Body(_encode(params))
            except ValueError as exc:
                call.refused = unsendable(f"the parameters cannot be sent as JSON: {_why(exc)}")
            return call
    call.fill(_body(params, extra, user))
    return call


def make_free_call(options: Options, path: str, body: object, reserved: dict[str, Any]) -> Call[Reply]:
    """Return the call that sends *body* to *path* as it is. An object that names no user gets the default one."""
    call = Call(options, path, Reply)
    extra: object = reserved.pop("extra_body", None)
    call.reserve(reserved)
    if not isinstance(extra, Mapping | None):
        call.fill(unsendable(_NO_MAPPING))
        return call
    if not isinstance(body, Mapping):
        call.fill(body if extra is None else unsendable("extra_body can only be merged into a body that is an object"))
        return call
    fields = {**cast("Mapping[str, Any]", body), **cast("Mapping[str, Any]", extra or {})}
    user = fields.get("user", options.user)
    call.fill(fields if user is None else _body({}, fields, user))
    return call


def _body(params: dict[str, Any], extra: object, user: object) -> dict[str, Any] | Failure:
    """Return *params* without their None, with *extra* merged in, and the *user* last, whom nothing replaces."""
    body = {name: value for name, value in params.items() if value is not None and name != "user"}
    if extra is not None:
        if not isinstance(extra, Mapping):
            return unsendable(_NO_MAPPING)
        body.update(cast("Mapping[str, Any]", extra))
        body.pop("user", None)
    if isinstance(user, str) and user.strip():
        body["user"] = user
        return body
    if user is None:
        return unsendable("no user: pass user=, or give the client a default one")
    return unsendable("user must be a string that is not blank")


def _abort(event: object) -> Abort | None:
    if event is None or isinstance(event, asyncio.Event):
        return event
    if isinstance(event, threading.Event):
        return ThreadAbort(event)
    raise TypeError(f"abort must be an asyncio.Event (a threading.Event in IGPT), not {type(event).__name__}")


def _why(exc: Exception) -> str:
    """Return the reason without the value: UnicodeEncodeError and json's own words may quote the user's text."""
    if isinstance(exc, UnicodeEncodeError):
        return "a text holds half of a surrogate pair"
    if isinstance(exc, TypeError):
        return "a value is of a type that JSON does not have"
    if isinstance(exc, RecursionError):
        return "a value is nested too deep"
    return "a number is not finite or too long, or a value holds itself"

"""Prepares the calls of iGPT's routes: keywords in, a call that is ready to be sent out. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from aigpt._http.cancellation import Abort, as_abort
from aigpt._http.failure import Failure, unsendable
from aigpt._http.json_codec import PLAIN_TYPES, encode_json, encode_plain, encoding_problem
from aigpt._http.request import Call
from aigpt._igpt.options import IGPTOptions
from aigpt._igpt.replies import Reply, ReplyT

RESERVED = frozenset({"timeout", "max_retries", "idle_timeout", "extra_headers", "extra_body", "abort", "raise_errors"})
"""Keywords of every call that are never sent."""

_OVERRIDES = ("timeout", "max_retries", "idle_timeout", "raise_errors")
_NO_MAPPING = "extra_body must be a mapping of names to values"


class ReplyCall(Call[ReplyT]):
    """A call of an iGPT route."""

    decode: Callable[[Any], tuple[Any, Failure | None]] | None = None
    """Makes the instance of a type of a good answer, or says why it cannot; None where `output_format` is no type."""
    options: IGPTOptions

    def __init__(self, options: IGPTOptions, route: str, reply_type: type[ReplyT]) -> None:
        super().__init__(options, route)
        self.reply_type = reply_type

    def reserve(self, reserved: Mapping[str, Any]) -> None:
        """Apply the keywords that are not sent. Raises ConfigurationError or TypeError for wrong ones."""
        overrides = {name: reserved[name] for name in _OVERRIDES if name in reserved}
        if overrides:
            self.options = self.options.for_call(**overrides)
        self.abort: Abort | None = as_abort(reserved.get("abort"))
        if reserved.get("extra_headers") is not None:
            self.add_headers(reserved["extra_headers"])

    def fill(self, body: object) -> None:
        """Send *body*; or note why it cannot be sent."""
        if isinstance(body, Failure):
            self.refused: Failure | None = self.refused or body
            return
        try:
            self.body: bytes = encode_json(body)
        except (TypeError, ValueError, RecursionError) as exc:
            self.refused = unsendable(encoding_problem(exc, body))


def prepare_call(
    options: IGPTOptions, route: str, reply_type: type[ReplyT], params: dict[str, Any]
) -> ReplyCall[ReplyT]:
    """Return the call that the keywords *params* (a dict to keep) ask for.

    Raises ConfigurationError or TypeError for wrong options of the call. What cannot be sent is noted in the call.
    """
    call = ReplyCall(options, route, reply_type)
    extra = None
    if not RESERVED.isdisjoint(params):
        reserved = {name: params.pop(name) for name in RESERVED & params.keys()}
        extra = reserved.pop("extra_body", None)
        call.reserve(reserved)
    user = params.pop("user", None)
    if user is None:
        user = options.user
    if extra is None and type(user) is str and user and not user.isspace():
        params["user"] = user
        if PLAIN_TYPES.issuperset(map(type, params.values())):  # as in nearly every call
            try:
                call.body = encode_plain(params)
            except ValueError as exc:
                call.refused = unsendable(encoding_problem(exc, params))
            return call
    call.fill(_body(params, extra, user))
    return call


def prepare_answer(
    options: IGPTOptions, route: str, reply_type: type[ReplyT], params: dict[str, Any]
) -> ReplyCall[ReplyT]:
    """Return the call that asks for an answer, to be decoded as a type where `output_format` is one."""
    form: object = params.get("output_format")
    if form is None or isinstance(form, str | dict):
        return prepare_call(options, route, reply_type, params)
    from aigpt._igpt.output_format import OutputFormat, output_format_of  # noqa: PLC0415 (few need it)

    output_format = output_format_of(form)
    if output_format is not None:
        params["output_format"] = output_format.wire if isinstance(output_format, OutputFormat) else None
    call = prepare_call(options, route, reply_type, params)
    if isinstance(output_format, OutputFormat):
        call.decode = output_format.read
        call.keeps_body = True
    elif output_format is not None:
        call.refused = call.refused or output_format
    return call


def prepare_post(options: IGPTOptions, path: str, body: object, reserved: dict[str, Any]) -> ReplyCall[Reply]:
    """Return the call that sends *body* to *path* as it is. An object that names no user gets the default one."""
    call = ReplyCall(options, path, Reply)
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
    """Return *params* without their None, with *extra* merged in, and the *user* last, which nothing replaces."""
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
        return unsendable("no user: pass user=, or give the client a default one: by user=, or IGPT_API_USER")
    return unsendable("user must be a string that is not blank")

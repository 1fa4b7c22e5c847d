"""Calls of routes that no method stands for: ``client.post("/path", cast_to=…, body=…)``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

from yarl import URL

from aigpt.openai._call import Extras, OpenAICall, send_form, with_extra
from aigpt.openai._compat import TypedDict
from aigpt.openai._endpoint import Endpoint
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._models import wrapper_of
from aigpt.openai._options import IDEMPOTENCY_KEY, OpenAIOptions, update_headers
from aigpt.openai._raw_response import caster_of_bytes, caster_of_json
from aigpt.openai._serialize import plain
from aigpt.openai._stream_protocols import name_of_chunk
from aigpt.openai._types import Abort, Headers, Query, TimeoutTypes, not_given

if TYPE_CHECKING:
    from aigpt.openai._sender import Sender
    from aigpt.openai.pagination import PageRequest


class RequestOptions(TypedDict, total=False):
    """The `options` of ``client.get``, ``client.post`` and so on."""

    headers: Headers
    max_retries: int
    timeout: TimeoutTypes
    params: Query
    """The query."""
    extra_json: Mapping[str, object]
    """Merged into the body."""
    idempotency_key: str
    follow_redirects: bool
    """Means nothing: a GET is always redirected, a POST within its origin."""
    deadline: float | None
    abort: Abort
    allow_incomplete: bool


_OPTIONS = frozenset(RequestOptions.__annotations__)


def prepare_any_route(
    options: OpenAIOptions,
    method: str,
    path: str,
    *,
    cast_to: Any,
    body: object,
    content: bytes | None,
    files: Any,
    options_of_call: Mapping[str, Any],
    stream: bool,
    stream_cls: Any,
) -> OpenAICall:
    """Return the call of *path*. Raises TypeError or ValueError for what cannot be sent."""
    given = dict(options_of_call)
    unknown = given.keys() - _OPTIONS
    if unknown:
        raise TypeError(f"options has no {min(unknown)!r}; it takes {', '.join(sorted(_OPTIONS))}")
    call = OpenAICall(options, method, path.partition("?")[0].strip("/"))
    call.allow_incomplete = options.allow_incomplete
    if given.get("idempotency_key") is not None:
        update_headers(call.headers, {IDEMPOTENCY_KEY: given["idempotency_key"]}, "idempotency_key")
    if given.get("extra_json") is not None:
        body = with_extra(body, given["extra_json"], may_hold_files=bool(files))
    if stream:
        call.is_stream = True
        arguments = get_args(stream_cls)
        call.wrap = wrapper_of(arguments[0]) if arguments else _same
        call.chunk = name_of_chunk(arguments[0]) if arguments else None
    else:
        call.make_binary = caster_of_bytes(cast_to)
        call.is_json = call.may_be_empty = call.make_binary is None
        if call.is_json:
            call.wrap = caster_of_json(cast_to)
            call.result_type = cast_to
        else:
            call.keeps_body = True
    call.aim(_quoted(path, options), given.get("params"), body)
    _fill(call, body, content, files)
    call.apply(
        Extras(
            given.get("headers"),
            timeout=given.get("timeout", not_given),
            deadline=given.get("deadline", not_given),
            abort=given.get("abort"),
            allow_incomplete=given.get("allow_incomplete", not_given),
            max_retries=given.get("max_retries", not_given),
        )
    )
    return call


def _quoted(path: str, options: OpenAIOptions) -> str:
    """Return *path* as it goes over the wire. Raises ConfigurationError for http where that is forbidden."""
    try:
        url = URL(path)
    except ValueError:
        raise ConfigurationError("the path of a route is no path, and no URL") from None
    if url.scheme == "http" and options.settings.get("allow_http") is False:
        raise ConfigurationError("the URL of the route is plain http, which allow_http=False forbids")
    return str(url)


def list_request(
    sender: Sender,
    method: str,
    path: str,
    *,
    model: Any,
    page: Any,
    body: object,
    options_of_call: Mapping[str, Any],
) -> PageRequest:
    """Return the request of the first page of a list at *path*. Raises TypeError for an unknown option."""
    from aigpt.openai.pagination import PageRequest  # noqa: PLC0415 (which asks for a call in its turn)

    given = dict(options_of_call)
    unknown = given.keys() - _OPTIONS
    if unknown:
        raise TypeError(f"options has no {min(unknown)!r}; it takes {', '.join(sorted(_OPTIONS))}")
    extras = Extras(
        given.get("headers"),
        None,
        None if body is None else body,
        given.get("timeout", not_given),
        given.get("deadline", not_given),
        given.get("abort"),
        not_given,
        given.get("max_retries", not_given),
    )
    query = dict(given.get("params") or {})
    kind = get_origin(page) or page
    return PageRequest(sender, Endpoint(method, path), None, query, (), extras, kind, wrapper_of(model))


def _same(value: Any) -> Any:
    return value


def _fill(call: OpenAICall, body: object, content: bytes | None, files: Any) -> None:
    if content is not None:
        if body is not None or files is not None:
            raise TypeError("content cannot be sent together with body or files")
        call.body = bytes(content)
        call.headers.setdefault("Content-Type", "application/octet-stream")
    elif files:
        from aigpt.openai._files import MultipartBody  # noqa: PLC0415 (few calls have files)
        from aigpt.openai._serialize import form_items  # noqa: PLC0415 (likewise)

        if isinstance(files, Mapping):
            named: Sequence[Any] = list(cast("Mapping[str, Any]", files).items())
        else:
            named = list(files)
        send_form(call, MultipartBody(form_items(cast("Mapping[str, Any]", body or {})), named))
    elif isinstance(body, bytes):
        call.body = body
        call.headers.setdefault("Content-Type", "application/json")
    elif body is not None:
        call.fill(plain(body, by_alias=True))

"""One call of an OpenAI route: prepared from what a resource's method is given, ready to be sent. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from urllib.parse import urlencode

from multidict import CIMultiDict
from yarl import URL

from aigpt._http.attempt import AttemptResult
from aigpt._http.cancellation import Abort, as_abort
from aigpt._http.options import Limits
from aigpt._http.request import Call
from aigpt._http.retry import RetryPolicy
from aigpt.openai._binary import BinaryContent
from aigpt.openai._endpoint import Endpoint, Special, wrapper_for
from aigpt.openai._http_response import Request, Response
from aigpt.openai._options import (
    IDEMPOTENCY_KEY,
    RETRY_COUNT,
    OpenAIOptions,
    Timeouts,
    check_retries,
    is_omitted,
    update_headers,
)
from aigpt.openai._serialize import json_body, plain, query_items
from aigpt.openai._types import NOT_GIVEN, NotGiven, TimeoutTypes, not_given, omit

if TYPE_CHECKING:
    from aigpt._http.rate_limits import CallCost
    from aigpt.openai._files import MultipartBody

Decode = Callable[[Any], Any]


class Extras(NamedTuple):
    """The keywords that every method has, and that are no parameters of its route."""

    headers: Mapping[str, Any] | None = None
    query: Mapping[str, object] | None = None
    body: object = None
    timeout: TimeoutTypes | NotGiven = not_given
    deadline: float | NotGiven | None = not_given
    abort: object = None
    allow_incomplete: bool | NotGiven = not_given
    max_retries: int | NotGiven = not_given


class OpenAICall(Call[Any]):
    """A call of an OpenAI route."""

    options: OpenAIOptions
    body_fields: Mapping[str, Any] | None = None
    """The parameters that are sent, where they are an object: for spans, and for the rules of a stream."""
    is_json = True
    """Whether the answer is JSON; else it is handed on as bytes."""
    may_be_empty = False
    """Whether an empty body stands for None, where the answer is JSON."""
    is_stream = False
    is_file: bool = False
    """Whether a file is sent or received, or its caller reads the answer, so that no attempt as a whole is bounded."""
    timeouts: Timeouts | None = None
    """The limits of its `timeout`, where it has one of its own."""
    allow_incomplete: bool = False
    received = 0
    """How many chunks of its stream arrived."""
    decode: Decode | None = None
    """Done to the JSON of an answer before it is wrapped."""
    wrap: Decode
    parse: Decode | None = None
    """Done to the object of an answer by whoever takes it, on the caller's thread. It may raise."""
    chunk: str | None = None
    """The type of its stream's chunks."""
    make_binary: Callable[[Response], Any] | None = None
    """Makes the answer of the response, where that is no JSON value."""
    result_type: Any = None
    """The type of the answer, or its name."""
    is_page = False
    """Whether the answer is a page of a list, of which `result_type` is the items' type."""
    finish: Callable[[OpenAICall, AttemptResult, float], Any]
    """Makes what the caller gets of the last attempt of a call that did not fail."""
    multipart: MultipartBody | None = None
    query: Mapping[str, object] | None = None
    """The query as it was asked for: the next page's is made of it."""
    left_out: frozenset[str] = frozenset()
    """Names, in lower case, of headers that the caller leaves out."""

    def __init__(self, options: OpenAIOptions, method: str, route: str) -> None:
        self.method = method
        super().__init__(options, route)
        self.keeps_body: bool = options.strict  # for the exception of an answer that does not fit
        if "idempotency-key" in options.removed_headers:
            self.headers.pop(IDEMPOTENCY_KEY, None)

    def url(self) -> URL:
        """Return where it is sent."""
        return _url(self.target)

    target: str

    def retry(self, retries: int) -> None:
        """Note that another attempt begins."""
        self.retries = retries
        if RETRY_COUNT in self.headers:
            self.headers[RETRY_COUNT] = str(retries)

    def authorized(self, key: str) -> CIMultiDict[str]:
        """Return the headers with *key*, which a callable has given; what the caller says of that header goes first."""
        headers = self.headers.copy()
        name, value = self.options.credentials(key)
        if name.lower() not in self.options.removed_headers | self.left_out:
            headers.setdefault(name, value)
        return headers

    def cost(self) -> CallCost:
        """Return what it is likely to count for against the limits of its model."""
        from aigpt.openai._call_cost import call_cost  # noqa: PLC0415 (only where limits are obeyed)

        return call_cost(self.route, self.body_fields)

    def fits(self, value: Any) -> bool:
        """Return whether *value*, the JSON of an answer, has all that its type promises."""
        from aigpt.openai._endpoint import find_type  # noqa: PLC0415 (only where responses are validated)
        from aigpt.openai._fitting import fits  # noqa: PLC0415 (likewise)

        if self.result_type is None:
            return True
        if not isinstance(self.result_type, str):
            return fits(value, self.result_type)
        if not self.is_page:
            return fits(value, find_type(self.result_type))
        items = cast("dict[str, Any]", value).get("data") if isinstance(value, dict) else None
        return fits(items, find_type(f"Optional[List[{self.result_type}]]"))

    def request(self) -> Request:
        """Return what was sent, without body and credentials."""
        return Request(self.method, self.url(), self.headers)

    def response(self, attempt: AttemptResult, elapsed: float = 0.0) -> Response:
        """Return the HTTP response of *attempt*, as far as it was read."""
        return Response(attempt.status, attempt.headers, attempt.body or b"", request=self.request(), elapsed=elapsed)

    # ── the preparing ───────────────────────────────────────────────────────────────────────────────────────────

    def aim(self, path: str, query: Mapping[str, object] | None, body: object) -> None:
        """Send it to *path*, with the client's default query and *query*."""
        target = self.options.target(path, body)
        self.query = query
        if query or self.options.default_query:
            merged = {**self.options.default_query, **(query or {})}
            items = query_items({name: value for name, value in merged.items() if not is_omitted(value)})
            if items:
                target = f"{target}{'&' if '?' in target else '?'}{urlencode(items)}"
        self.target = target

    def fill(self, body: object) -> None:
        """Send *body* as JSON. Raises TypeError or ValueError where it is none."""
        if self.method == "GET":
            return
        self.body: bytes = json_body(body)
        if type(body) is dict or isinstance(body, Mapping):  # asking an abstract class costs more than the encoding
            self.body_fields = cast("Mapping[str, Any]", body)

    def apply(self, extras: Extras) -> None:
        """Apply the keywords of the caller that are no parameters. Raises ConfigurationError or TypeError."""
        if extras.headers is not None:
            self.left_out = update_headers(self.headers, extras.headers, "extra_headers")
        options = self.options
        if not isinstance(extras.allow_incomplete, NotGiven):
            self.allow_incomplete = bool(extras.allow_incomplete)
        if extras.abort is not None:
            self.abort: Abort | None = as_abort(extras.abort)
        policy: RetryPolicy = options.policy
        if not isinstance(extras.max_retries, NotGiven):
            policy = policy.replaced(max_retries=check_retries(extras.max_retries))
        timeouts = options.timeouts
        deadline: float | None = timeouts.whole.deadline
        if not isinstance(extras.timeout, NotGiven) or not isinstance(extras.deadline, NotGiven):
            timeouts, deadline = options.with_limits(extras.timeout, extras.deadline)
            self.timeouts = timeouts
        limits: Limits = timeouts.whole
        if self.is_file:
            limits = self._unbounded(timeouts)
        elif self.is_stream:
            limits = timeouts.stream
        if limits.deadline != deadline:
            limits = limits._replace(deadline=deadline)
        if limits is not options.limits or policy is not options.policy:
            self.options = options.replaced(limits=limits, policy=policy)

    def wait_for_caller(self) -> None:
        """Bound each wait without progress alone: its caller reads the answer."""
        self.is_file = True
        limits = self._unbounded(self.timeouts or self.options.timeouts)
        self.options = self.options.replaced(limits=limits._replace(deadline=self.options.limits.deadline))

    def _unbounded(self, timeouts: Timeouts) -> Limits:
        if not self.is_json:
            return timeouts.progress
        return timeouts.progress._replace(response_bytes=timeouts.whole.response_bytes)


@lru_cache(maxsize=1024)
def _url(target: str) -> URL:
    return URL(target, encoded=True)


def prepare(
    options: OpenAIOptions,
    endpoint: Endpoint,
    body: dict[str, Any] | None,
    query: dict[str, Any] | None,
    path: tuple[Any, ...],
    extras: Extras,
) -> OpenAICall:
    """Return the call that a method of a resource asks for. Raises TypeError or ValueError for what cannot be sent."""
    call = OpenAICall(options, endpoint.method, endpoint.route)
    call.allow_incomplete = options.allow_incomplete
    if endpoint.headers is not None:
        call.headers.update(endpoint.headers)
    sent: Any = None if body is None else given_of(body)
    if extras.body is not None:
        sent = with_extra(sent, extras.body, may_hold_files=bool(endpoint.files))
    asked = None if query is None else given_of(query)
    if extras.query is not None:
        asked = {**(asked or {}), **extras.query}
    given: dict[str, Any] = sent if asked is None else {**asked, **(sent or {})}
    if endpoint.chunk is not None and _is_streamed(given.get("stream")):
        call.is_stream = True
        call.chunk = endpoint.chunk
        call.wrap = endpoint.wrap_chunk
    else:
        _expect(call, endpoint)
    call.aim(endpoint.fill(path) if path else endpoint.path, asked, sent)
    if endpoint.special is not None:
        sent = _specially(call, endpoint.special, sent)
    if endpoint.files or endpoint.multipart is not None:
        attach_files(call, endpoint, sent)
    elif sent is not None and call.open_body is None:
        call.fill(sent)
    if extras is not NO_EXTRAS or _has_limits_of_its_own(call):
        call.apply(extras)
    return call


def _is_streamed(stream: object) -> bool:
    """Return whether a call with this `stream` is one. Raises TypeError for what is neither True nor False."""
    if stream is None or isinstance(stream, bool) or is_omitted(stream):
        return stream is True
    raise TypeError(f"stream must be True or False, not {stream!r:.40}")


def given_of(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the *parameters* that the caller has given."""
    return {name: value for name, value in parameters.items() if value is not omit and value is not not_given}


def _expect(call: OpenAICall, endpoint: Endpoint) -> None:
    """Have *call* read the answer that *endpoint* gives."""
    if endpoint.binary:
        call.make_binary = BinaryContent
        call.is_json = False
        call.keeps_body = call.is_file = True
    elif endpoint.result == "str":
        call.is_json = False
    elif endpoint.result == "None":
        call.is_json = False
        call.make_binary = _nothing
    else:
        call.wrap = endpoint.wrap
        call.result_type = endpoint.result
    if endpoint.files:
        call.is_file = True


def _nothing(_: Response) -> None:
    return None


NO_EXTRAS = Extras()


def _has_limits_of_its_own(call: OpenAICall) -> bool:
    """Return whether *call* is of a kind with limits other than those of an answer that is read whole."""
    timeouts = call.options.timeouts
    return (call.is_stream and timeouts.stream is not timeouts.whole) or call.is_file


def with_extra(body: object, extra: object, *, may_hold_files: bool = False) -> Any:
    """Return *body* with the parameters *extra* over it; models in these are sent by their fields' aliases.

    Raises TypeError where either is no mapping, or *extra* cannot be sent.
    """
    ready: Any = extra if may_hold_files else plain(extra, by_alias=True)
    if body is None:
        return ready
    if not isinstance(extra, Mapping):
        raise TypeError("extra_body must be a mapping of names to values")
    if not isinstance(body, Mapping):
        raise TypeError("extra_body can only be merged into a body that is a mapping")
    given = cast("Mapping[str, Any]", extra)
    merged = {**cast("Mapping[str, Any]", body), **ready}
    return {name: value for name, value in merged.items() if not is_omitted(given.get(name, value))}


def attach_files(call: OpenAICall, endpoint: Endpoint, body: Any) -> None:
    """Send *body* as a multipart form where it holds files, or where its route takes nothing else."""
    from aigpt.openai._files import MultipartBody, extract_files  # noqa: PLC0415 (few calls have files)
    from aigpt.openai._serialize import form_items  # noqa: PLC0415 (likewise)

    fields, files = extract_files(body or {}, endpoint.files)
    if not files and endpoint.multipart == "with files":
        call.fill(body or {})
        return
    call.body_fields = fields
    send_form(call, MultipartBody(form_items(fields), files))


def send_form(call: OpenAICall, form: MultipartBody) -> None:
    """Send *form*, made anew for each attempt."""
    call.multipart = form
    call.is_file = True
    call.open_body = form.open
    call.is_repeatable = form.replayable
    form.on_problem = partial(setattr, call, "is_repeatable", False)


def _specially(call: OpenAICall, special: Special, body: Any) -> Any:
    """Return the *body* of a route that does more than send it, with *call* set up for that."""
    if special == "embeddings":
        from aigpt.openai._embeddings import prepare_embeddings  # noqa: PLC0415 (on first use)

        body, call.decode = prepare_embeddings(body)
    elif special == "sdp":
        from aigpt.openai._files import sdp_body  # noqa: PLC0415 (few calls are of this kind)

        sent = sdp_body(body)
        if isinstance(sent, bytes):
            call.body = sent
            call.headers["Content-Type"] = "application/sdp"
        else:
            send_form(call, sent)
        return None
    elif special == "response_format":
        if (response_format := body.get("response_format")) is not None:
            from aigpt.openai._transcription import check_response_format  # noqa: PLC0415 (few calls have one)

            check_response_format(response_format)
    elif not call.is_stream:
        from aigpt.openai._transcription import result_of  # noqa: PLC0415 (few calls are of this kind)

        call.result_type = result = result_of(body, special)
        call.is_json = result != "str"
        call.wrap = wrapper_for(result)
    return body


__all__ = ["NOT_GIVEN", "NO_EXTRAS", "Extras", "OpenAICall", "attach_files", "prepare", "send_form", "with_extra"]

"""The scripted server of the OpenAI protocol."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from inspect import signature
from typing import TYPE_CHECKING, Any, TypedDict, Unpack
from urllib.parse import quote

from aigpt.testing.faults import Stray, Then, stray_bytes
from aigpt.testing.http_server import HTTPServer
from aigpt.testing.openai_chat import ChatAnswer
from aigpt.testing.openai_content import (
    CREATED,
    Answer,
    ContentOption,
    ToolCallOption,
    body_of,
    read_content,
    read_tool_calls,
)
from aigpt.testing.openai_embeddings import Vectors, embeddings_answer, read_vectors
from aigpt.testing.openai_responses import ResponseAnswer, ResponseStatus
from aigpt.testing.requests import Call
from aigpt.testing.responses import (
    Encoding,
    Framing,
    HeaderItems,
    Responder,
    Response,
    ResponseFormat,
    encode_json,
)
from aigpt.testing.scripts import Scripts
from aigpt.testing.steps import Gate, Pause

if TYPE_CHECKING:
    import ssl

    from aigpt.openai import AsyncOpenAI, OpenAI

KEY = "test-key"  # made up: the server accepts any key
_CHAT = "chat/completions"
_AZURE = re.compile(r"openai/(?:deployments/[^/]+/|v1/)?")  # what Azure has before the routes
_SOCKETS = "a WebSocket server of your own to the test: this one speaks HTTP alone"
_REMEDIES = {
    _CHAT: '.chat("…")',
    "responses": '.response("…")',
    "embeddings": ".embeddings([…])",
    "models": '.models("…")',
    "realtime": _SOCKETS,
    "realtime/translations": _SOCKETS,
}


class AnswerOptions(TypedDict, total=False):
    """How an answer is sent, and what goes wrong with it: options of the methods of `OpenAIServer`."""

    times: int | None
    """How many calls get this answer before the next one's turn; 1 by default. The last one is repeated."""
    after: Gate | float | None
    """A gate, or a number of seconds, to wait for before anything is sent."""
    headers: HeaderItems | None
    """Headers of the answer, as in `ScriptedServer.reply`."""
    then: Then
    """What happens at the end, as in `ScriptedServer.stream`. All but ``"end"`` cut a stream after what it says: there
    is no end mark."""
    framing: Framing | None
    """How the length is sent: ``"length"``, ``"chunked"`` or ``"close"``."""
    encoding: Encoding | None
    """``"gzip"`` or ``"deflate"`` compress the body."""
    chunk_size: int | None
    """Cuts the bytes into pieces of that many, without regard to events and characters."""
    stray: Stray | bytes
    """What nobody asked for, sent together with the end of the answer, as in `ScriptedServer.reply`."""


class OpenAIServer(Scripts, HTTPServer):
    """An HTTP server that speaks the OpenAI protocol and answers by a script.

    With pytest, ask for the fixture `openai_server`, which also sets ``OPENAI_BASE_URL`` and ``OPENAI_API_KEY``, so
    that `AsyncOpenAI()` and `OpenAI()` reach it without arguments. Otherwise it is a context manager::

        with OpenAIServer() as server:
            server.error(429, retry_after=0)
            server.chat("All is well.")
            with server.blocking_client() as client:
                completion = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "?"}])
            assert completion.choices[0].message.content == "All is well."
            assert server.calls[1].json["model"] == "m"

    Each answer is given as a whole, or as a stream where the call asks for one. Scripts are used in the order given,
    as in `ScriptedServer`, which has the other methods too: `reply`, `stream` and `raw` script any other route. Paths
    of Azure count as the routes they stand for. A call without a script is answered with status 500 and a message that
    says what to add; `check`, which the fixture and the context manager call at the end, raises an `AssertionError`
    that says the same.

    Options: *ssl* makes it an HTTPS server; *port* is the port to listen on (0: a free one); *keep_calls* limits
    `calls` to the latest ones (None: all).
    """

    def __init__(self, *, ssl: ssl.SSLContext | None = None, port: int = 0, keep_calls: int | None = None) -> None:
        Scripts.__init__(self)
        HTTPServer.__init__(self, ssl=ssl, port=port, keep_calls=keep_calls)
        self._numbers = itertools.count(1)
        self._blocking: list[OpenAI] = []

    # ------------------------------------------------------------------ clients

    def client(self, **options: Any) -> AsyncOpenAI:
        """Return a new `AsyncOpenAI` that talks to this server; *options* are those of `AsyncOpenAI`.

        Use it in `async with`: it belongs to the event loop of the test, so the server cannot close it.
        """
        from aigpt.openai import AsyncOpenAI  # noqa: PLC0415 imported only where a client is used

        return AsyncOpenAI(**self._with_defaults(options))

    def blocking_client(self, **options: Any) -> OpenAI:
        """Return a new `OpenAI` that talks to this server; it is closed with the server at the latest."""
        from aigpt.openai import OpenAI  # noqa: PLC0415 imported only where a client is used

        client = OpenAI(**self._with_defaults(options))
        self._blocking.append(client)
        return client

    def close(self) -> None:
        """Close the blocking clients made by this server, then `stop`."""
        try:
            while self._blocking:
                self._blocking.pop().close()
        finally:
            self.stop()

    # ------------------------------------------------------------------ answers

    def chat(
        self,
        content: ContentOption = "",
        *,
        tool_calls: Iterable[ToolCallOption] = (),
        reasoning: str | None = None,
        finish_reason: str | None = None,
        usage: Mapping[str, Any] | None = None,
        complete: bool = True,
        route: str = _CHAT,
        **options: Unpack[AnswerOptions],
    ) -> None:
        """Answer calls of `chat.completions.create`.

        *content* is the text, which streams send word by word; or a list of the pieces that they send, with a `Pause`
        or a `Gate` between them, or a dict to be sent as an event of its own (whole answers leave it out); or a
        function from the `Call` to one of these. *tool_calls* are pairs of name and arguments (any JSON value, or text
        that is sent as it is), or dicts with ``name`` and ``arguments``, as openai's are. *reasoning* is sent as
        ``reasoning_content``, as vLLM and DeepSeek do.

        *finish_reason* is ``"tool_calls"`` or ``"stop"`` by default; *usage* takes the place of made-up numbers, which
        count each piece as a token. With ``complete=False`` streams end properly, but without ``finish_reason``, usage
        and ``[DONE]``. Each of the ``n`` choices of a request says the same.

        *route* is for servers that have it elsewhere, and for `choose`.
        """
        _check_options(self.chat, options)
        calls = tuple(tool_calls)
        reason = finish_reason or ("tool_calls" if calls else "stop")
        make = _answers(content, calls, complete=complete and options.get("then", "end") == "end")

        def answer(call: Call, number: int) -> ChatAnswer:
            return ChatAnswer(make(call, number), reasoning, reason, usage)

        self._add(route, self._responder(answer, options), options.get("times"))

    def response(
        self,
        content: ContentOption = "",
        *,
        tool_calls: Iterable[ToolCallOption] = (),
        status: ResponseStatus = "completed",
        usage: Mapping[str, Any] | None = None,
        complete: bool = True,
        route: str = "responses",
        **options: Unpack[AnswerOptions],
    ) -> None:
        """Answer calls of `responses.create`; *content* and *tool_calls* are those of `chat`.

        *status* is ``"completed"``, ``"incomplete"`` (cut off at the limit of tokens) or ``"failed"``. Streams go from
        ``response.created`` to the event of that status; with ``complete=False`` they end properly, but after the last
        piece. *usage* takes the place of made-up numbers.
        """
        _check_options(self.response, options)
        if status not in {"completed", "incomplete", "failed"}:
            raise ValueError(f"status must be completed, incomplete or failed, not {status!r}")
        make = _answers(content, tuple(tool_calls), complete=complete and options.get("then", "end") == "end")

        def answer(call: Call, number: int) -> ResponseAnswer:
            return ResponseAnswer(make(call, number), status, usage)

        self._add(route, self._responder(answer, options), options.get("times"))

    def embeddings(
        self,
        vectors: Vectors | Callable[[Call], Vectors],
        *,
        route: str = "embeddings",
        **options: Unpack[AnswerOptions],
    ) -> None:
        """Answer calls of `embeddings.create`, as floats or base64, as the call asks.

        *vectors* is one vector, for each input the same; or a list of vectors, one for each input; or a function from
        the `Call` to one of these. Another number of inputs fails the test.
        """
        _check_options(self.embeddings, options)
        fixed = [] if callable(vectors) else read_vectors(vectors)

        def answer(call: Call) -> object:
            rows = read_vectors(vectors(call)) if callable(vectors) else fixed
            return embeddings_answer(rows, body_of(call))

        self._add(route, self._json(answer, options), options.get("times"))

    def models(self, *names: str, **options: Unpack[AnswerOptions]) -> None:
        """Answer calls of `models.list` with models of these *names*, and `models.retrieve` of each of them."""
        _check_options(self.models, options)
        models = [{"id": name, "object": "model", "created": CREATED, "owned_by": "aigpt"} for name in names]
        answers: dict[str, object] = {"models": {"object": "list", "data": models}}
        for name, model in zip(names, models, strict=True):
            answers |= {f"models/{name}": model, f"models/{quote(name, safe='')}": model}
        for route, answer in answers.items():
            self._add(route, self._json(partial(_given, answer), options), options.get("times"))

    def error(
        self,
        status: int,
        message: str | None = None,
        *,
        type: str | None = None,  # noqa: A002 the API's own name
        code: str | None = None,
        param: str | None = None,
        retry_after: float | None = None,
        route: str | None = None,
        **options: Unpack[AnswerOptions],
    ) -> None:
        """Answer with an error: the next call of whatever route, once the scripts that the route has by now are used.

        With a *route*, calls of that one. *message*, *type*, *code* and *param* are those of the error object;
        *retry_after* is in seconds, and sent as ``retry-after-ms``, and as ``Retry-After`` if it is a whole number.
        """
        _check_options(self.error, options)
        if not 400 <= status <= 599:  # noqa: PLR2004 the statuses of errors
            raise ValueError(f"status must be one of an error, 400 to 599, not {status!r}")
        error = {
            "message": message or _phrase(status),
            "type": type or ("server_error" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "invalid_request_error"),
            "param": param,
            "code": code,
        }
        headers = _retry_headers(retry_after)
        respond = self._json(partial(_given, {"error": error}), options, status, headers)
        if route is None:
            self._add_everywhere(respond, options.get("times"))
        else:
            self._add(route, respond, options.get("times"))

    # ------------------------------------------------------------------- inside

    def _with_defaults(self, options: dict[str, Any]) -> dict[str, Any]:
        return {"api_key": KEY, "base_url": self.url, **options}

    def _json(
        self,
        make: Callable[[Call], object],
        options: AnswerOptions,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Responder:
        form = _form(options, {**_JSON, **(headers or {})}, status=status)

        def respond(call: Call) -> Response:
            return _numbered(form, next(self._numbers)).steps([encode_json(make(call))])

        return respond

    def _responder(self, make: Callable[[Call, int], ChatAnswer | ResponseAnswer], options: AnswerOptions) -> Responder:
        whole, stream = _form(options, _JSON), _form(options, _EVENTS, is_stream=True)

        def respond(call: Call) -> Response:
            body, number = body_of(call), next(self._numbers)
            made = make(call, number)
            if body.get("stream"):
                return _numbered(stream, number).steps(made.events(body))
            return _numbered(whole, number).steps([*made.answer.waits, encode_json(made.whole(body))])

        return respond

    def _same_as(self, route: str) -> str:
        return _AZURE.sub("", route, count=1) if route.startswith("openai/") else route

    def _error_body(self, code: str, message: str) -> object:
        return {"error": {"message": message, "type": code, "param": None, "code": code}}

    def _remedy(self, route: str) -> str:
        name = self._same_as(route)
        return _REMEDIES.get("models" if name.startswith("models/") else name) or super()._remedy(route)


def _check_options(method: Callable[..., None], options: Mapping[str, Any]) -> None:
    """Raise TypeError for one of *options* that is none, which nothing would ever look at."""
    unknown = options.keys() - AnswerOptions.__annotations__.keys()
    if unknown:
        from aigpt.openai._unknown_options import did_you_mean  # noqa: PLC0415 (for errors only)

        name = min(unknown)
        known = {*AnswerOptions.__annotations__, *signature(method).parameters}
        raise TypeError(f"{method.__name__}() got an unexpected keyword argument {name!r}{did_you_mean(name, known)}")


_JSON = {"Content-Type": "application/json"}
_EVENTS = {"Content-Type": "text/event-stream; charset=utf-8"}


def _form(
    options: AnswerOptions, headers: dict[str, str], *, status: int = 200, is_stream: bool = False
) -> ResponseFormat:
    """Return how an answer is sent that has these *headers* by default."""
    then, after = options.get("then", "end"), options.get("after")
    framing: Framing = ("close" if then == "truncate" else "chunked") if is_stream else "length"
    return ResponseFormat(
        status=status,
        headers=options.get("headers"),
        framing=options.get("framing") or framing,
        encoding=options.get("encoding"),
        chunk_size=options.get("chunk_size"),
        then=then,
        stray=stray_bytes(options.get("stray", b"")),
        after=Pause(after) if isinstance(after, int | float) else after,
        defaults=headers,
    )


def _numbered(form: ResponseFormat, number: int) -> ResponseFormat:
    return replace(form, defaults={**form.defaults, "x-request-id": f"req_{number}"})


def _given(value: object, _: Call) -> object:
    return value


def _answers(
    content: ContentOption, tool_calls: tuple[ToolCallOption, ...], *, complete: bool
) -> Callable[[Call, int], Answer]:
    """Return what makes the answer of that number to a call; what is wrong with the script is raised now."""
    fixed = None if callable(content) else read_content(content)
    read_tool_calls(tool_calls)

    def make(call: Call, number: int) -> Answer:
        parts = read_content(content(call)) if callable(content) else fixed or ()
        return Answer(number, parts, read_tool_calls(tool_calls, number), complete)

    return make


def _retry_headers(seconds: float | None) -> dict[str, str]:
    if seconds is None:
        return {}
    if not 0 <= seconds < math.inf:
        raise ValueError(f"retry_after must be 0 seconds or more, not {seconds!r}")
    whole = {"Retry-After": str(int(seconds))} if seconds == int(seconds) else {}
    return {"retry-after-ms": f"{seconds * 1000:.15g}", **whole}


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:  # a status that HTTP does not define
        return f"Status {status}"

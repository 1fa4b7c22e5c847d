"""Streams of the OpenAI API: everything that came, then an exception unless that was all of it.

Each case is played to both clients, over http and over TLS.
"""

from __future__ import annotations

import asyncio
import gc
import json
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from openai_twins import KEY, Kind, assert_nothing_left, twin

from aigpt.openai import _errors as errors
from aigpt.openai._stream import AsyncStream, Stream
from aigpt.openai._types import Timeout
from aigpt.openai.types.chat import ChatCompletionChunk
from aigpt.openai.types.responses import ResponseStreamEvent
from aigpt.testing import Pause, ScriptedServer

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
DONE = "data: [DONE]\n\n"
CHAT = "chat/completions"


# ── what is sent ────────────────────────────────────────────────────────────────────────────────────────────────


def delta(text: str | None = None, finish: str | None = None, index: int = 0, **more: Any) -> dict[str, Any]:
    """Return one chunk of a chat completion."""
    choice = {"index": index, "delta": {} if text is None else {"content": text}, "finish_reason": finish}
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice], **more}


def sse(*events: object) -> bytes:
    return b"".join(
        event.encode() if isinstance(event, str) else b"data: " + json.dumps(event).encode() + b"\n\n"
        for event in events
    )


def chunked(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)


def named(event: dict[str, Any]) -> str:
    """Return an event with its type as its name, as the Responses API sends them."""
    return f"event: {event['type']}\ndata: {json.dumps(event)}\n\n"


USAGE = {
    "id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [],
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
}  # fmt: skip
TEXT = [delta(""), delta("Hel"), delta("lo, "), delta("wörld")]
WHOLE = [*TEXT, delta(None, "stop")]
TWO = [delta("a"), delta("b", index=1), delta(None, "stop", index=1)]


def chat(**more: Any) -> Callable[[Any], Any]:
    return lambda client: client.chat.completions.create(model="m", messages=[], stream=True, **more)


def with_usage(**more: Any) -> Callable[[Any], Any]:
    return chat(stream_options={"include_usage": True}, **more)


def completion(**more: Any) -> Callable[[Any], Any]:
    return lambda client: client.completions.create(**{"model": "m", "prompt": "?", "stream": True, **more})


def respond(client: Any) -> Any:
    return client.responses.create(model="m", input="?", stream=True)


def resume(client: Any) -> Any:
    return client.responses.retrieve("resp_1", stream=True, starting_after=3)


def transcribe(client: Any) -> Any:
    return client.audio.transcriptions.create(model="m", file=("a.wav", b"RIFF"), stream=True)


def draw(**more: Any) -> Callable[[Any], Any]:
    return lambda client: client.images.generate(prompt="?", stream=True, **more)


def redraw(**more: Any) -> Callable[[Any], Any]:
    return lambda client: client.images.edit(prompt="?", image=("a.png", b"PNG"), stream=True, **more)


def run_thread(client: Any) -> Any:
    return client.beta.threads.runs.create("thread_1", assistant_id="asst_1", stream=True)


def response_event(kind: str, number: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "sequence_number": number, **more}


RESPONSE = {"id": "resp_1", "object": "response", "status": "completed", "model": "m", "output": []}
RESPONSE_BEGUN = [
    response_event("response.created", 0, response={**RESPONSE, "status": "in_progress"}),
    response_event("response.output_text.delta", 1, delta="Hi", item_id="i", output_index=0, content_index=0),
]
SPOKEN = [{"type": "transcript.text.delta", "delta": "Hel"}, {"type": "transcript.text.delta", "delta": "lo"}]
SPOKEN_DONE = {"type": "transcript.text.done", "text": "Hello"}
DRAWN = {"type": "image_generation.completed", "b64_json": "AA=="}
DRAWN_PART = {"type": "image_generation.partial_image", "b64_json": "AA==", "partial_image_index": 0}
REDRAWN = {"type": "image_edit.completed", "b64_json": "AA=="}
VLLM_TEXT = [
    {"id": "t", "object": "transcription.chunk", "choices": [{"delta": {"content": "Hello"}, "finish_reason": None}]},
    {"id": "t", "object": "transcription.chunk", "choices": [{"delta": {"content": ""}, "finish_reason": "stop"}]},
]


def assistant(name: str, **data: Any) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


RUN = [{"event": "thread.run.created", "data": {"id": "run_1", "object": "thread.run"}},
       {"event": "thread.message.delta", "data": {"id": "m", "object": "thread.message.delta"}}]  # fmt: skip
RUN_SENT = [assistant(event["event"], **event["data"]) for event in RUN]  # type: ignore[arg-type]
RUN_END = {"event": "thread.run.completed", "data": {"id": "run_1", "object": "thread.run"}}
RUN_END_SENT = assistant("thread.run.completed", **RUN_END["data"])  # type: ignore[arg-type]


@dataclass(frozen=True)
class Case:
    """One stream: what is sent, and what the caller gets of it."""

    sent: list[Any]
    given: list[Any]
    raises: type[Exception] | None = None
    ask: Callable[[Any], Any] = field(default_factory=chat)
    route: str = CHAT
    then: Any = "end"
    framing: Any = "chunked"
    calls: int = 1
    complete: bool | None = True
    says: str = ""
    more: dict[str, Any] = field(default_factory=dict)

    def script(self, server: ScriptedServer) -> None:
        server.stream(self.route, self.sent, then=self.then, framing=self.framing, **self.more)


INCOMPLETE = errors.IncompleteStreamError
INVALID = errors.APIResponseValidationError


def kind_of(error: object) -> type[object]:
    """Return the class of *error*; of the two that say more of what happened, that of which they are a case."""
    more: dict[type[object], type[object]] = {errors.MissingEndMarkError: INCOMPLETE, errors.NotStreamedError: INVALID}
    return more.get(type(error), type(error))


CASES: dict[str, Case] = {}


def add(name: str, sent: list[Any], given: list[Any] | None = None, **more: Any) -> None:
    came = [event for event in sent if isinstance(event, dict)] if given is None else given
    complete = more.pop("complete", more.get("raises") is None)
    CASES[name] = Case(sent, came, complete=complete, **more)


add("[DONE]", [*WHOLE, DONE])
add("[DONE] alone, no finish_reason", [*TEXT, DONE])
add("[DONE] at the end of a body without a length", [*WHOLE, DONE], framing="close")
add("[DONE], then the connection is cut", [*WHOLE, DONE], then="close")
add("[DONE], then nothing more", [*WHOLE, DONE], then="hang")
add("[DONE] without its blank line", [*WHOLE, "data: [DONE]"])
add("[DONE], then more events", [*WHOLE, DONE, delta("stray"), {"error": {"message": "stray"}}], given=WHOLE)
for framing in ("chunked", "length", "close"):
    add(f"no end mark, {framing}", TEXT, framing=framing, raises=INCOMPLETE)
    add(f"cut before any end mark, {framing}", TEXT, framing=framing, then="close", raises=INCOMPLETE)
    add(f"reset before any end mark, {framing}", TEXT, framing=framing, then="reset", raises=INCOMPLETE)
    add(f"finish_reason and an end, {framing}", WHOLE, framing=framing)
    add(f"finish_reason and usage, {framing}", [*WHOLE, USAGE], framing=framing, ask=with_usage())
    add(
        f"half an event, {framing}", [*TEXT, delta("lost")], TEXT, framing=framing, then="truncate", raises=INCOMPLETE,
    )  # fmt: skip
for framing in ("chunked", "length"):
    add(f"finish_reason, then broken framing, {framing}", WHOLE, framing=framing, then="close", raises=INCOMPLETE)
    add(f"finish_reason, then a reset, {framing}", WHOLE, framing=framing, then="reset", raises=INCOMPLETE)
    add(f"finish_reason, no usage but an end, {framing}", WHOLE, framing=framing, ask=with_usage())
add("finish_reason, then a reset, close", WHOLE, framing="close", then="reset")
add("finish_reason, then half an event, close", [*WHOLE, USAGE], WHOLE, framing="close", then="truncate")
add(
    "finish_reason, usage asked for, then a cut",
    WHOLE,
    framing="close",
    then="close",
    ask=with_usage(),
    raises=INCOMPLETE,
)
add(
    "finish_reason, usage asked for, then a reset",
    WHOLE,
    framing="close",
    then="reset",
    ask=with_usage(),
    raises=INCOMPLETE,
)
add(
    "finish_reason, then half of the usage asked for", [*WHOLE, USAGE], WHOLE, framing="close", then="truncate",
    ask=with_usage(), raises=INCOMPLETE,
)  # fmt: skip
add("usage, then a reset", [*WHOLE, USAGE], framing="close", then="reset", ask=with_usage())
add(
    "usage together with the finish_reason, then a reset", [*TEXT, delta(None, "stop", usage=USAGE["usage"])],
    framing="close", then="reset", ask=with_usage(),
)  # fmt: skip
add("usage in every chunk, the last one cut", [{**chunk, "usage": USAGE["usage"]} for chunk in TEXT], framing="close",
    then="close", ask=with_usage(), raises=INCOMPLETE)  # fmt: skip
add("finish_reason on one of two choices", TWO, ask=chat(n=2), raises=INCOMPLETE)
add("finish_reason on both of two choices", [*TWO, delta(None, "length")], ask=chat(n=2))
add("finish_reason on both in one chunk", [
    {**delta(), "choices": [{"index": n, "delta": {}, "finish_reason": "stop"} for n in (0, 1)]},
], ask=chat(n=2))  # fmt: skip
add("finish_reason twice on one of two choices", [*TWO, delta(None, "stop", index=1)], ask=chat(n=2), raises=INCOMPLETE)
add("two choices, by extra_body", TWO, ask=chat(extra_body={"n": 2}), raises=INCOMPLETE)
add("event: error with an error", [*TEXT, 'event: error\ndata: {"error": {"message": "busy", "code": "b"}}\n\n'],
    raises=errors.APIError, says="busy")  # fmt: skip
add("event: error without an error", [*TEXT, 'event: error\ndata: {"message": "busy", "code": "b"}\n\n'],
    raises=errors.APIError, says="busy")  # fmt: skip
add("event: error with text", [*TEXT, "event: error\ndata: no more\n\n"], raises=errors.APIError)
add("event: error in the middle", [*TEXT, "event: error\ndata: {}\n\n", *WHOLE, DONE], TEXT, raises=errors.APIError)
add("event: error after the finish_reason", [*WHOLE, "event: error\ndata: {}\n\n"], raises=errors.APIError)
add("an error object", [*TEXT, {"error": {"message": "busy", "code": "b"}}], TEXT, raises=errors.APIError, says="busy")
add("an error that is text", [*TEXT, {"error": "too busy"}], TEXT, raises=errors.APIError, says="too busy")
add("an error object, first of all", [{"error": {"message": "busy"}}], [], raises=errors.APIError, says="busy")
add("an error in a body that is no stream", ['{"error": {"message": "busy"}}'], [], raises=errors.APIError, says="busy")
add("a web page in mid-stream", [*TEXT, "<html>\n"], raises=INVALID)
add("a web page without a type", ["\n<html>Sign in</html>"], raises=INVALID)
add("a web page", ["<html>Sign in</html>"], raises=INVALID, more={"headers": {"Content-Type": "text/html; charset=u"}})
add("broken JSON", [*TEXT, "data: {oops\n\n", *WHOLE, DONE], TEXT, raises=INVALID)
add("broken JSON, first of all", ["data: {oops\n\n", *WHOLE, DONE], [], raises=INVALID)
add("an empty body", [], raises=INCOMPLETE, calls=3)
add("an empty body, by its length", [], framing="length", raises=INCOMPLETE, calls=3)
add("an empty body, up to its connection's end", [], framing="close", raises=INCOMPLETE, calls=3)
add("comments alone", [": ping\n\n", ": ping\n\n"], raises=INCOMPLETE, calls=3)
add("cut before the first event", [": ping\n\n"], then="close", raises=INCOMPLETE, calls=3)
add("text that is no event", ["upstream timed out"], raises=INCOMPLETE, calls=3)
add("a whole answer in place of a stream", [json.dumps({**delta(), "object": "chat.completion"})], [
    {**delta(), "object": "chat.completion"},
], raises=INCOMPLETE)  # fmt: skip
for encoding in ("gzip", "deflate"):
    add(f"{encoding}", [*WHOLE, DONE], more={"encoding": encoding})
    add(f"{encoding}, no end mark", TEXT, raises=INCOMPLETE, more={"encoding": encoding})
    add(f"{encoding} cut, framing whole", [*TEXT, delta("x" * 999)], TEXT, then="cut", raises=INCOMPLETE,
        more={"encoding": encoding})  # fmt: skip
    add(f"{encoding} cut with the framing", TEXT, then="close", raises=INCOMPLETE, more={"encoding": encoding})
    add(f"{encoding} cut with its connection", TEXT, framing="close", then="close", raises=INCOMPLETE,
        more={"encoding": encoding})  # fmt: skip
    add(f"{encoding} cut after its end mark", [*WHOLE, DONE], then="close", more={"encoding": encoding})

add("unknown events and fields", [{"type": "from.tomorrow", "x": 1}, {**delta("a"), "reasoning": "r"}, *WHOLE, DONE])
add("values that are no objects", ['data: "text"\n\n', "data: 5\n\n", *WHOLE, DONE], ["text", 5, *WHOLE])

LEGACY = [{"id": "c", "object": "text_completion", "choices": [{"index": n, "text": "x", "finish_reason": None}]}
          for n in (0, 1)]  # fmt: skip
LEGACY_END = [{**chunk, "choices": [{**chunk["choices"][0], "finish_reason": "stop"}]} for chunk in LEGACY]  # type: ignore[dict-item]
add("completions: [DONE]", [*LEGACY, DONE], ask=completion(), route="completions")
add("completions: finish_reason", [LEGACY[0], LEGACY_END[0]], ask=completion(), route="completions")
add("completions: no end mark", LEGACY, ask=completion(), route="completions", raises=INCOMPLETE)
add("completions: two prompts, one finished", [*LEGACY, LEGACY_END[0]], ask=completion(prompt=["a", "b"]),
    route="completions", raises=INCOMPLETE)  # fmt: skip
add("completions: two prompts, both finished", [*LEGACY, *LEGACY_END], ask=completion(prompt=["a", "b"]),
    route="completions")  # fmt: skip
add("completions: two prompts of tokens", [*LEGACY, LEGACY_END[0]], ask=completion(prompt=[[1], [2, 3]]),
    route="completions", raises=INCOMPLETE)  # fmt: skip
add("completions: one prompt of tokens", [LEGACY_END[0]], ask=completion(prompt=[1, 2, 3]), route="completions")

for state in ("completed", "incomplete", "failed"):
    events = [*RESPONSE_BEGUN, response_event(f"response.{state}", 2, response={**RESPONSE, "status": state})]
    add(f"responses: {state}", [*map(named, events)], events, ask=respond, route="responses")
    add(f"responses: {state}, then a cut", [*map(named, events)], events, then="close", ask=respond, route="responses")
    add(f"responses: resumed, {state}", [*map(named, events[1:])], events[1:], ask=resume, route="responses/resp_1")
add("responses: cut before its end", [*map(named, RESPONSE_BEGUN)], RESPONSE_BEGUN, ask=respond, route="responses",
    raises=INCOMPLETE)  # fmt: skip
add("responses: resumed, cut before its end", [*map(named, RESPONSE_BEGUN)], RESPONSE_BEGUN, ask=resume,
    route="responses/resp_1", raises=INCOMPLETE, then="close")  # fmt: skip
add("responses: [DONE] is not its end", [*RESPONSE_BEGUN, DONE], ask=respond, route="responses", raises=INCOMPLETE)
add("responses: events without names", [*RESPONSE_BEGUN, response_event("response.completed", 2, response=RESPONSE)],
    ask=respond, route="responses")  # fmt: skip
add("responses: type error", [*RESPONSE_BEGUN, {"type": "error", "code": "b", "message": "busy", "param": None}],
    RESPONSE_BEGUN, ask=respond, route="responses", raises=errors.APIError, says="busy")  # fmt: skip
add("responses: event error", ['event: error\ndata: {"type": "error", "code": "b", "message": "busy"}\n\n'], [],
    ask=respond, route="responses", raises=errors.APIError, says="busy")  # fmt: skip
add("responses: an error within", [{"type": "error", "error": {"code": "b", "message": "busy"}}], [],
    ask=respond, route="responses", raises=errors.APIError, says="busy")  # fmt: skip
add("responses: an error without a type", [{"error": {"code": "b", "message": "busy"}}], [],
    ask=respond, route="responses", raises=errors.APIError, says="busy")  # fmt: skip
add("responses: an empty error is none", [{"error": None, "x": 1}, response_event("response.completed", 0)],
    ask=respond, route="responses")  # fmt: skip
add("responses: unknown events", [{"type": "response.of_tomorrow", "x": [1]}, response_event("response.completed", 9)],
    ask=respond, route="responses")  # fmt: skip

add("transcription: done", [*SPOKEN, SPOKEN_DONE], ask=transcribe, route="audio/transcriptions")
add("transcription: done, then [DONE]", [*SPOKEN, SPOKEN_DONE, DONE], ask=transcribe, route="audio/transcriptions")
add("transcription: cut", SPOKEN, ask=transcribe, route="audio/transcriptions", raises=INCOMPLETE)
add("transcription: [DONE] is not its end", [*SPOKEN, DONE], ask=transcribe, route="audio/transcriptions",
    raises=INCOMPLETE)  # fmt: skip
add("transcription: as vLLM sends it", [*VLLM_TEXT, DONE], ask=transcribe, route="audio/transcriptions")
add("transcription: as vLLM sends it, cut", VLLM_TEXT[:1], ask=transcribe, route="audio/transcriptions",
    raises=INCOMPLETE)  # fmt: skip
add("images: completed", [DRAWN_PART, DRAWN], ask=draw(), route="images/generations")
add("images: cut", [DRAWN_PART], ask=draw(), route="images/generations", raises=INCOMPLETE)
add("images: one of two", [DRAWN_PART, DRAWN], ask=draw(n=2), route="images/generations", raises=INCOMPLETE)
add("images: two of two", [DRAWN, DRAWN_PART, DRAWN], ask=draw(n=2), route="images/generations")
add("images: an error", [DRAWN_PART, {"type": "error", "error": {"message": "unsafe"}}], [DRAWN_PART], ask=draw(),
    route="images/generations", raises=errors.APIError, says="unsafe")  # fmt: skip
add("image edits: one of two", [REDRAWN], ask=redraw(n=2), route="images/edits", raises=INCOMPLETE)
add("image edits: two of two", [REDRAWN, REDRAWN], ask=redraw(n=2), route="images/edits")

RUNS = "threads/thread_1/runs"
add("assistants: done", [*RUN_SENT, RUN_END_SENT, "event: done\ndata: [DONE]\n\n"], [*RUN, RUN_END], ask=run_thread,
    route=RUNS)  # fmt: skip
add("assistants: run completed", [*RUN_SENT, RUN_END_SENT], [*RUN, RUN_END], ask=run_thread, route=RUNS)
add("assistants: run completed, then a reset", [*RUN_SENT, RUN_END_SENT], [*RUN, RUN_END], ask=run_thread, route=RUNS,
    framing="close", then="reset")  # fmt: skip
add("assistants: cut", RUN_SENT, RUN, ask=run_thread, route=RUNS, raises=INCOMPLETE)
add("assistants: error", [*RUN_SENT, 'event: error\ndata: {"message": "busy", "code": "b"}\n\n'], RUN, ask=run_thread,
    route=RUNS, raises=errors.APIError, says="busy")  # fmt: skip
add("assistants: error without a name", [*RUN_SENT, {"error": {"message": "busy"}}], RUN, ask=run_thread,
    route=RUNS, raises=errors.APIError, says="busy")  # fmt: skip
add("assistants: unknown event", [assistant("thread.of_tomorrow", x=1), "event: done\ndata: [DONE]\n\n"],
    [{"event": "thread.of_tomorrow", "data": {"x": 1}}], ask=run_thread, route=RUNS)  # fmt: skip


def as_sent(chunk: Any) -> Any:
    return chunk.to_dict() if hasattr(chunk, "to_dict") else chunk


@pytest.mark.way("short")
@pytest.mark.filterwarnings("ignore:.*assistants:DeprecationWarning")
@pytest.mark.parametrize("name", CASES)
async def test_everything_that_came_is_given_then_what_was_wrong(
    name: str, kind: Kind, server: ScriptedServer, trust: ssl.SSLContext, waits: list[float]
) -> None:
    await play(CASES[name], kind, server, trust)


@pytest.mark.way("long")
@pytest.mark.filterwarnings("ignore:.*assistants:DeprecationWarning")
@pytest.mark.parametrize("name", CASES)
async def test_so_it_is_where_aiohttp_sends_the_request(
    name: str, plain_server: ScriptedServer, trust: ssl.SSLContext, waits: list[float]
) -> None:
    await play(CASES[name], "async", plain_server, trust)


async def play(case: Case, kind: Kind, server: ScriptedServer, trust: ssl.SSLContext) -> None:
    case.script(server)
    async with twin(kind, server, trust) as one:
        stream = await one.run(case.ask)
        assert stream.response.status_code == 200
        chunks, error = await asyncio.wait_for(one.collect(stream), 30)
        assert [as_sent(chunk) for chunk in chunks] == case.given
        assert kind_of(error) is (case.raises or type(None))
        assert stream.complete is case.complete
        assert (stream.error is None) is (case.raises is None)
        assert len(server.calls) == case.calls
        if isinstance(error, errors.APIError):
            assert case.says in str(error)
            assert error.request.method == server.calls[0].method
        if isinstance(error, INCOMPLETE):
            assert error.received == len(case.given)
            assert isinstance(error, errors.APIConnectionError)
        elif error is not None:
            assert error.response.status_code == 200  # type: ignore[attr-defined]
        assert await one.collect(stream) == ([], None)
        await assert_nothing_left(server, one)


# ── streams that mark nothing ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("where", ["client", "call", "view", "raw"])
@pytest.mark.parametrize("framing", ["chunked", "length", "close"])
async def test_allow_incomplete_takes_a_stream_without_a_mark(
    where: str, framing: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    """Whether everything arrived, nobody knows then."""
    plain_server.stream(CHAT, TEXT, framing=framing)
    async with twin(kind, plain_server, allow_incomplete=where == "client") as one:
        if where == "view":
            stream = await one.run(lambda client: chat()(client.with_options(allow_incomplete=True)))
        elif where == "raw":
            raw = await one.run(lambda client: chat(allow_incomplete=True)(client.with_raw_response))
            stream = raw.parse()
        else:
            stream = await one.run(chat() if where == "client" else chat(allow_incomplete=True))
        assert [as_sent(chunk) for chunk in await one.take(stream)] == TEXT
        assert (stream.complete, stream.error) == (None, None)


async def test_a_call_may_ask_for_whole_streams_where_its_client_does_not(
    kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.stream(CHAT, TEXT)
    async with twin(kind, plain_server, allow_incomplete=True) as one:
        stream = await one.run(chat(allow_incomplete=False))
        with pytest.raises(INCOMPLETE):
            await one.take(stream)


ALLOWED_ALL_THE_SAME: dict[str, tuple[Callable[[ScriptedServer], None], type[Exception] | None, int]] = {
    "nothing at all": (lambda s: s.stream(CHAT, []), INCOMPLETE, 3),
    "framing broken": (lambda s: s.stream(CHAT, TEXT, then="close"), INCOMPLETE, 1),
    "reset": (lambda s: s.stream(CHAT, TEXT, then="reset"), INCOMPLETE, 1),
    "broken JSON": (lambda s: s.stream(CHAT, [*TEXT, "data: {oops\n\n"]), INVALID, 1),
    "an error": (lambda s: s.stream(CHAT, [*TEXT, {"error": {"message": "busy"}}]), errors.APIError, 1),
}


@pytest.mark.parametrize("name", ALLOWED_ALL_THE_SAME)
async def test_allow_incomplete_allows_nothing_else(
    name: str, kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    script, raises, calls = ALLOWED_ALL_THE_SAME[name]
    script(plain_server)
    async with twin(kind, plain_server, allow_incomplete=True) as one:
        _, error = await one.collect(await one.run(chat()))
        assert kind_of(error) is raises
        assert len(plain_server.calls) == calls


async def test_an_end_mark_counts_with_allow_incomplete_too(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream(CHAT, WHOLE)
    async with twin(kind, plain_server, allow_incomplete=True) as one:
        stream = await one.run(chat())
        await one.take(stream)
        assert stream.complete is True


# ── streams of any route ────────────────────────────────────────────────────────────────────────────────────────


def post_stream(route: str, stream_class: Any) -> Callable[[Any], Any]:
    return lambda client: client.post(f"/{route}", cast_to=object, body={"n": 2}, stream=True, stream_cls=stream_class)


async def test_a_stream_of_any_route_of_a_known_type_has_its_end_mark(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("my/chat", TWO)
    async with twin(kind, plain_server) as one:
        base = Stream if one.is_blocking else AsyncStream
        ask = post_stream("my/chat", base[ChatCompletionChunk])
        stream = await one.run(ask)
        chunks, error = await one.collect(stream)
        assert [type(chunk) for chunk in chunks] == [ChatCompletionChunk] * 3
        assert kind_of(error) is INCOMPLETE
        assert plain_server.calls[0].json == {"n": 2}


async def test_a_stream_of_events_of_any_route_has_its_end_mark(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("my/responses", RESPONSE_BEGUN)
    async with twin(kind, plain_server) as one:
        base = Stream if one.is_blocking else AsyncStream
        stream = await one.run(post_stream("my/responses", base[ResponseStreamEvent]))
        chunks, error = await one.collect(stream)
        assert [chunk.type for chunk in chunks] == ["response.created", "response.output_text.delta"]
        assert kind_of(error) is INCOMPLETE


@pytest.mark.parametrize(
    ("route", "sent", "mark"),
    [
        ("chat/completions", TEXT, [delta(None, "stop"), DONE]),
        ("responses", RESPONSE_BEGUN, [response_event("response.completed", 2)]),
        ("audio/speech", [{"type": "speech.audio.delta", "audio": "AA=="}], [{"type": "speech.audio.done"}]),
    ],
)
async def test_a_stream_of_a_known_route_has_its_end_mark_whatever_its_chunks_are_called(
    route: str, sent: list[Any], mark: list[Any], kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.stream(route, sent)
    plain_server.stream(route, [*sent, *mark])
    ask = lambda client: client.post(f"/{route}", cast_to=object, body={}, stream=True)  # noqa: E731
    async with twin(kind, plain_server) as one:
        chunks, error = await one.collect(await one.run(ask))
        assert (chunks, kind_of(error)) == (sent, INCOMPLETE)
        stream = await one.run(ask)
        assert len(await one.take(stream)) == len(sent) + 1
        assert stream.complete is True


async def test_of_an_unknown_stream_without_a_mark_nobody_knows_whether_it_is_whole(
    kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.stream("my/events", [{"a": 1}, {"a": 2}])
    plain_server.stream("my/events", [{"a": 1}, DONE])
    plain_server.stream("my/events", [{"a": 1}], then="close")
    async with twin(kind, plain_server) as one:
        ask = post_stream("my/events", None)
        stream = await one.run(ask)
        assert (await one.take(stream), stream.complete) == ([{"a": 1}, {"a": 2}], None)
        stream = await one.run(ask)
        assert (await one.take(stream), stream.complete) == ([{"a": 1}], True)
        stream = await one.run(ask)
        chunks, error = await one.collect(stream)
        assert (chunks, kind_of(error), stream.complete) == ([{"a": 1}], INCOMPLETE, False)


# ── as it comes ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_each_chunk_is_given_as_it_comes(kind: Kind, server: ScriptedServer, trust: ssl.SSLContext) -> None:
    gate = server.gate()
    server.stream(CHAT, [TEXT[0], gate, *WHOLE[1:], DONE])
    async with twin(kind, server, trust) as one:
        stream = await asyncio.wait_for(one.run(chat()), 30)
        assert [as_sent(chunk) for chunk in await one.take(stream, 1)] == TEXT[:1]
        assert stream.complete is False
        gate.open()
        assert [as_sent(chunk) for chunk in await one.take(stream)] == WHOLE[1:]
        assert stream.complete is True


@pytest.mark.parametrize("size", [1, 2, 7, 64])
async def test_however_it_is_cut_on_the_way_the_chunks_are_the_same(
    size: int, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.stream(CHAT, [": hello\n\n", *WHOLE, DONE], chunk_size=size)
    async with twin(kind, plain_server) as one:
        chunks = await one.take(await one.run(chat()))
        assert [as_sent(chunk) for chunk in chunks] == WHOLE


@pytest.mark.parametrize("framing", ["chunked", "close"])
async def test_what_had_arrived_reaches_a_slow_caller_too(
    framing: Any, kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    many = [delta(f"word {n} ") for n in range(30)]
    server.stream(CHAT, many, then="reset", framing=framing)
    async with twin(kind, server, trust) as one:
        stream = await one.run(chat())
        first = await one.take(stream, 1)
        assert await server.closed(timeout=10)
        await asyncio.sleep(0.05)
        rest, error = await one.collect(stream)
        assert [as_sent(chunk) for chunk in first + rest] == many
        assert kind_of(error) is INCOMPLETE


async def test_a_reset_while_nobody_reads_is_no_end(kind: Kind, plain_server: ScriptedServer) -> None:
    """Of a body without a length: `finish_reason` has come, the usage that was asked for has not."""
    gate = plain_server.gate()
    plain_server.stream("my/events", [{"a": 1}, gate], then="reset", framing="close")
    async with twin(kind, plain_server) as one:
        stream = await one.run(post_stream("my/events", None))
        gate.open()
        assert await plain_server.closed(timeout=10)
        await asyncio.sleep(0.05)
        chunks, error = await one.collect(stream)
        assert (chunks, kind_of(error)) == ([{"a": 1}], INCOMPLETE)


# ── before the first chunk ──────────────────────────────────────────────────────────────────────────────────────


async def test_a_stream_that_fails_before_its_first_chunk_is_tried_again(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext, waits: list[float]
) -> None:
    server.reply(CHAT, status=503)
    server.stream(CHAT, [": ping\n\n"], then="close")
    server.raw(CHAT, "close")
    server.stream(CHAT, [])
    server.stream(CHAT, [*WHOLE, DONE])
    async with twin(kind, server, trust, max_retries=4) as one:
        stream = await one.run(chat())
        assert [as_sent(chunk) for chunk in await one.take(stream)] == WHOLE
        assert len(waits) == 4
        assert len({call.headers["Idempotency-Key"] for call in server.calls}) == 1
        assert [call.headers["X-Stainless-Retry-Count"] for call in server.calls] == ["0", "1", "2", "3", "4"]
        assert await one.do(lambda: stream.response.headers["content-type"]) == "text/event-stream"
        await assert_nothing_left(server, one)


async def test_a_stream_that_has_given_a_chunk_is_never_asked_for_again(
    kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.stream(CHAT, TEXT[:1], then="close")
    plain_server.stream(CHAT, [*WHOLE, DONE])
    async with twin(kind, plain_server) as one:
        chunks, error = await one.collect(await one.run(chat()))
        assert (len(chunks), kind_of(error)) == (1, INCOMPLETE)
        assert len(plain_server.calls) == 1


@pytest.mark.parametrize(
    ("route", "answer"),
    [
        (CHAT, {"object": "chat.completion", "choices": [{"index": 0, "message": {"content": "x"}}]}),
        (CHAT, {"choices": [{"index": 0, "message": {"content": "x"}, "finish_reason": "stop"}]}),
        ("responses", {"object": "response", "id": "r", "status": "completed", "output": []}),
    ],
    ids=["chat", "chat without a name", "responses"],
)
async def test_a_whole_answer_is_no_stream(
    route: str, answer: dict[str, Any], kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply(route, json=answer)
    async with twin(kind, plain_server) as one:
        ask = chat() if route == CHAT else lambda client: client.responses.create(model="m", input="x", stream=True)
        chunks, error = await one.collect(await one.run(ask))
        assert (chunks, kind_of(error)) == ([], errors.APIResponseValidationError)
        assert "leave out stream=True" in str(error)
        await assert_nothing_left(plain_server, one)
    assert len(plain_server.calls) == 1


async def test_an_error_status_is_raised_by_the_call(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply(CHAT, status=401, json={"error": {"message": "who?", "code": "invalid_api_key"}})
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.AuthenticationError, match=r"Error code: 401 - .*who") as caught:
            await one.run(chat())
        assert caught.value.code == "invalid_api_key"
        assert caught.value.response.json()["error"]["message"] == "who?"
        await assert_nothing_left(plain_server, one)


async def test_a_connection_that_never_answers_is_raised_by_the_call(
    kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.raw(CHAT, "close")
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.APIConnectionError) as caught:
            await one.run(chat())
        assert kind_of(caught.value) is errors.APIConnectionError
        assert len(plain_server.calls) == 3


# ── leaving ─────────────────────────────────────────────────────────────────────────────────────────────────────


def hold(server: ScriptedServer) -> None:
    server.stream(CHAT, TEXT, then="hang")


async def test_leaving_with_closes_the_connection(kind: Kind, server: ScriptedServer, trust: ssl.SSLContext) -> None:
    hold(server)
    async with twin(kind, server, trust) as one:
        stream = await one.run(chat())
        async with one.within(stream) as entered:
            assert entered is stream
            await one.take(stream, 1)
            assert not stream.response.is_closed
        assert await server.closed(timeout=10)
        assert (stream.complete, stream.error, stream.response.is_closed) == (False, None, True)
        assert await one.collect(stream) == ([], None)
        await assert_nothing_left(server, one)


async def test_an_exception_passes_through_with(kind: Kind, plain_server: ScriptedServer) -> None:
    hold(plain_server)
    async with twin(kind, plain_server) as one:
        with pytest.raises(ZeroDivisionError):
            async with one.within(await one.run(chat())):
                raise ZeroDivisionError
        assert await plain_server.closed(timeout=10)
        await assert_nothing_left(plain_server, one)


@pytest.mark.parametrize("how", ["stream", "response"])
async def test_close_closes_the_connection_and_may_be_called_twice(
    how: str, kind: Kind, plain_server: ScriptedServer
) -> None:
    hold(plain_server)
    async with twin(kind, plain_server) as one:
        stream = await one.run(chat())
        closed = stream if how == "stream" else stream.response
        if how == "response" and not one.is_blocking:
            with pytest.raises(RuntimeError, match="aclose"):
                closed.close()
        for _ in range(2):
            await one.do(closed.close if one.is_blocking or how == "stream" else closed.aclose)
        assert await plain_server.closed(timeout=10)
        assert stream.response.is_closed
        await assert_nothing_left(plain_server, one)


async def test_a_stream_that_is_dropped_is_closed_when_it_is_collected(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    hold(server)
    async with twin(kind, server, trust) as one:
        stream = await one.run(chat())
        await one.take(stream, 1)
        del stream
        gc.collect()
        assert await server.closed(timeout=10)
        await assert_nothing_left(server, one)


async def test_the_response_of_a_stream(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream(CHAT, [*WHOLE, DONE], headers={"X-Request-Id": "req_7"})
    async with twin(kind, plain_server) as one:
        stream = await one.run(chat())
        response = stream.response
        assert (response.status_code, response.headers["x-request-id"]) == (200, "req_7")
        assert (str(response.url), response.request.method) == (f"{plain_server.url}/{CHAT}", "POST")
        assert KEY not in repr(response) + repr(response.request) + str(dict(response.request.headers))
        await one.take(stream)
        assert response.is_closed


async def test_breaking_at_the_end_mark_keeps_the_connection(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    server.reply(CHAT, body=sse(*WHOLE, DONE), headers={"Content-Type": "text/event-stream"})
    async with twin(kind, server, trust) as one:
        for _ in range(5):
            stream = await one.run(chat())
            async with one.within(stream):
                await one.take(stream, len(WHOLE))
        assert server.connections.accepted == 1


async def test_streams_read_to_their_end_share_one_connection(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    server.reply(CHAT, body=sse(*WHOLE, DONE), headers={"Content-Type": "text/event-stream"})
    async with twin(kind, server, trust, max_connections=1) as one:
        for _ in range(5):
            await one.take(await one.run(chat()))
        assert server.connections.accepted == 1


@pytest.mark.parametrize("name", ["cut before any end mark, chunked", "broken JSON", "an error object", "a web page"])
async def test_a_stream_that_failed_gives_its_place_back(name: str, kind: Kind, plain_server: ScriptedServer) -> None:
    CASES[name].script(plain_server)
    async with twin(kind, plain_server, max_connections=1) as one:
        for _ in range(3):
            _, error = await asyncio.wait_for(one.collect(await one.run(chat())), 30)
            assert error is not None
        await assert_nothing_left(plain_server, one)


async def test_a_stream_that_is_left_gives_its_place_back(kind: Kind, plain_server: ScriptedServer) -> None:
    hold(plain_server)
    async with twin(kind, plain_server, max_connections=1) as one:
        for _ in range(3):
            stream = await asyncio.wait_for(one.run(chat()), 30)
            await one.do(stream.close)
        await assert_nothing_left(plain_server, one)


# ── ending it from outside ──────────────────────────────────────────────────────────────────────────────────────


async def test_cancelling_the_task_raises_cancelled_error_and_closes_the_connection(
    server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    hold(server)
    async with twin("async", server, trust) as one:
        stream = await one.run(chat())
        seen: list[Any] = []
        all_came = asyncio.Event()

        async def follow() -> None:
            async for chunk in stream:
                seen.append(chunk)
                if len(seen) == len(TEXT):
                    all_came.set()

        task = asyncio.create_task(follow())
        await asyncio.wait_for(all_came.wait(), 30)
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await server.closed(timeout=10)
        await assert_nothing_left(server, one)


async def test_what_is_read_on_after_a_cancelled_wait_is_not_taken_for_whole(plain_server: ScriptedServer) -> None:
    hold(plain_server)
    async with twin("async", plain_server) as one:
        stream = await one.run(chat())
        await one.take(stream, len(TEXT))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(stream), 0.05)
        with pytest.raises(INCOMPLETE) as caught:
            await one.take(stream)
        assert caught.value.received == len(TEXT)
        assert (stream.complete, stream.error) == (False, "incomplete_stream")


async def test_the_deadline_ends_a_stream_in_the_middle(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    hold(server)
    async with twin(kind, server, trust) as one:
        stream = await one.run(chat(deadline=3))
        chunks, error = await asyncio.wait_for(one.collect(stream), 30)
        assert ([as_sent(chunk) for chunk in chunks], kind_of(error)) == (TEXT, errors.APITimeoutError)
        assert (stream.complete, stream.error) == (False, "timeout")
        await assert_nothing_left(server, one)


async def test_the_deadline_holds_over_attempts(kind: Kind, plain_server: ScriptedServer, waits: list[float]) -> None:
    plain_server.stream(CHAT, [])
    plain_server.raw(CHAT, "hang")
    async with twin(kind, plain_server, deadline=1) as one:
        with pytest.raises(errors.APITimeoutError):
            await asyncio.wait_for(one.run(chat()), 30)
        assert len(plain_server.calls) == 2
        await assert_nothing_left(plain_server, one)


async def test_abort_ends_a_stream_after_what_came(kind: Kind, server: ScriptedServer, trust: ssl.SSLContext) -> None:
    hold(server)
    async with twin(kind, server, trust) as one:
        abort = one.event()
        stream = await one.run(chat(abort=abort))
        await one.take(stream, len(TEXT))
        asyncio.get_running_loop().call_later(0.05, abort.set)
        with pytest.raises(errors.RequestAbortedError):
            await asyncio.wait_for(one.take(stream), 30)
        assert (stream.complete, stream.error) == (False, "aborted")
        assert await server.closed(timeout=10)
        await assert_nothing_left(server, one)


async def test_abort_before_the_call_sends_nothing(kind: Kind, plain_server: ScriptedServer) -> None:
    async with twin(kind, plain_server) as one:
        abort = one.event()
        abort.set()
        with pytest.raises(errors.RequestAbortedError):
            await one.run(chat(abort=abort))
        assert not plain_server.calls


async def test_closing_the_client_ends_its_streams(kind: Kind, plain_server: ScriptedServer) -> None:
    hold(plain_server)
    async with twin(kind, plain_server) as one:
        stream = await one.run(chat())
        await one.take(stream, len(TEXT))
        waiting = asyncio.ensure_future(one.collect(stream))
        await asyncio.sleep(0.1)
        await one.close()
        _, error = await asyncio.wait_for(waiting, 30)
        assert kind_of(error) is errors.RequestAbortedError
        assert await plain_server.closed(timeout=10)


# ── waiting ─────────────────────────────────────────────────────────────────────────────────────────────────────


PING = ": ping\n\n"


@pytest.mark.way("short")
@pytest.mark.parametrize(
    ("where", "given"),
    [
        ("client", 1),
        ("call", 1),
        ("call", Timeout(None, connect=5, read=1)),
        ("client", SimpleNamespace(connect=5, read=1, write=5, pool=5)),
        ("call", aiohttp.ClientTimeout(sock_read=1)),
    ],
)
async def test_a_timeout_bounds_each_wait_for_bytes(
    given: Any, where: str, kind: Kind, plain_server: ScriptedServer
) -> None:
    hold(plain_server)
    async with twin(kind, plain_server, **({"timeout": given} if where == "client" else {})) as one:
        stream = await one.run(chat(**({"timeout": given} if where == "call" else {})))
        chunks, error = await asyncio.wait_for(one.collect(stream), 30)
        assert ([as_sent(chunk) for chunk in chunks], kind_of(error)) == (TEXT, errors.APITimeoutError)
        await assert_nothing_left(plain_server, one)


@pytest.mark.way("short")
async def test_comments_are_bytes_so_a_slow_stream_with_them_does_not_time_out(
    kind: Kind, plain_server: ScriptedServer
) -> None:
    """Nor does one that takes longer as a whole."""
    pings = [item for _ in range(9) for item in (PING, Pause(0.4))]
    plain_server.stream(CHAT, [*WHOLE[:1], *pings, *WHOLE[1:], DONE])
    async with twin(kind, plain_server, timeout=3) as one:
        chunks = await one.take(await one.run(chat()))
        assert [as_sent(chunk) for chunk in chunks] == WHOLE


@pytest.mark.parametrize("ping", ["", ": ping\n\n"])
async def test_idle_timeout_bounds_the_wait_for_an_event_whatever_comments_come(
    ping: str, kind: Kind, plain_server: ScriptedServer
) -> None:
    def events(_: object) -> Iterator[Any]:
        yield from TEXT
        while True:
            yield Pause(0.1)
            yield ping

    plain_server.stream(CHAT, events)
    async with twin(kind, plain_server, idle_timeout=1, timeout=20) as one:
        stream = await one.run(chat())
        started = time.monotonic()
        chunks, error = await asyncio.wait_for(one.collect(stream), 30)
        assert ([as_sent(chunk) for chunk in chunks], kind_of(error)) == (TEXT, errors.APITimeoutError)
        assert 0.9 < time.monotonic() - started < 15
        await assert_nothing_left(plain_server, one)


@pytest.mark.way("short")
async def test_events_reset_the_idle_timeout(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream(CHAT, [item for chunk in WHOLE for item in (chunk, Pause(0.5))] + [DONE])
    async with twin(kind, plain_server, idle_timeout=2) as one:
        assert len(await one.take(await one.run(chat()))) == len(WHOLE)


@pytest.mark.way("short")
@pytest.mark.parametrize("sent", [b"", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"])
async def test_a_stream_that_does_not_begin_in_time_is_tried_again(
    sent: bytes, kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    """Neither its headers, nor its first event."""
    plain_server.raw(CHAT, sent or 0.0, "hang")
    plain_server.stream(CHAT, [*WHOLE, DONE])
    async with twin(kind, plain_server, timeout=2) as one:
        stream = await asyncio.wait_for(one.run(chat()), 30)
        assert [as_sent(chunk) for chunk in await one.take(stream)] == WHOLE
        assert [call.headers["X-Stainless-Retry-Count"] for call in plain_server.calls] == ["0", "1"]


@pytest.mark.way("short")
async def test_no_timeout_at_all(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream(CHAT, [*WHOLE[:2], Pause(1.2), *WHOLE[2:], DONE])
    async with twin(kind, plain_server, timeout=1) as one:
        chunks = await one.take(await one.run(chat(timeout=None)))
        assert [as_sent(chunk) for chunk in chunks] == WHOLE


# ── with_raw_response and with_streaming_response ───────────────────────────────────────────────────────────────


async def test_a_raw_response_holds_the_open_stream(kind: Kind, server: ScriptedServer, trust: ssl.SSLContext) -> None:
    """Whose `parse` is not awaited, as LangChain calls it."""
    server.stream(CHAT, [*WHOLE, DONE], headers={"X-Request-Id": "req_7"})
    async with twin(kind, server, trust) as one:
        raw = await one.run(lambda client: chat()(client.with_raw_response))
        assert (raw.headers["x-request-id"], raw.request_id, raw.retries_taken) == ("req_7", "req_7", 0)
        assert (raw.status_code, raw.method, str(raw.url)) == (200, "POST", f"{server.url}/{CHAT}")
        stream = raw.parse()
        assert raw.parse() is stream
        assert not raw.is_closed
        assert [as_sent(chunk) for chunk in await one.take(stream)] == WHOLE
        assert raw.is_closed


async def test_a_raw_response_is_closed_when_its_stream_failed(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream(CHAT, TEXT, then="close")
    async with twin(kind, plain_server) as one:
        raw = await one.run(lambda client: chat()(client.with_raw_response))
        _, error = await one.collect(raw.parse())
        assert kind_of(error) is INCOMPLETE
        assert raw.is_closed


@pytest.mark.parametrize("sent", [WHOLE, TEXT])
async def test_an_open_response_gives_its_stream(
    sent: list[Any], kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    server.stream(CHAT, sent)
    async with twin(kind, server, trust) as one:
        async with one.within(one.client.chat.completions.with_streaming_response.create(
            model="m", messages=[], stream=True
        )) as response:  # fmt: skip
            stream = await one.do(response.parse)
            chunks, error = await one.collect(stream)
        assert [as_sent(chunk) for chunk in chunks] == sent
        assert kind_of(error) is (type(None) if sent is WHOLE else INCOMPLETE)
        assert stream.complete is (sent is WHOLE)
        await assert_nothing_left(server, one)


async def test_the_events_of_an_open_response_can_be_read_as_lines(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream(CHAT, [*TEXT, DONE])
    async with twin(kind, plain_server) as one:
        async with one.within(one.client.chat.completions.with_streaming_response.create(
            model="m", messages=[], stream=True
        )) as response:  # fmt: skip
            lines = await one.take(response.iter_lines())
        assert [json.loads(line[6:]) for line in lines if line.startswith("data: {")] == TEXT
        assert lines[-2:] == ["data: [DONE]", ""]

"""Streams of the OpenAI API: everything that came, then an exception unless that was all of it.

Each case is played to both clients, over http and over TLS.
"""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import trustme
from openai_twins import Kind, assert_nothing_left, twin

from aigpt.openai import _errors as errors
from aigpt.testing import ScriptedServer

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
DONE = "data: [DONE]\n\n"
CHAT = "chat/completions"


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(params=["http", "tls"])
def server(request: pytest.FixtureRequest, authority: trustme.CA) -> Iterator[ScriptedServer]:
    context = None
    if request.param == "tls":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert("127.0.0.1").configure_cert(context)
    with ScriptedServer(ssl=context) as one:
        yield one


@pytest.fixture
def plain_server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as one:
        yield one


@pytest.fixture(scope="session")
def trust(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture(params=["async", "blocking"])
def kind(request: pytest.FixtureRequest) -> Kind:
    return request.param  # type: ignore[no-any-return]


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


@pytest.mark.filterwarnings("ignore:.*assistants:DeprecationWarning")
@pytest.mark.parametrize("name", CASES)
async def test_everything_that_came_is_given_then_what_was_wrong(
    name: str, kind: Kind, server: ScriptedServer, trust: ssl.SSLContext, waits: list[float]
) -> None:
    case = CASES[name]
    case.script(server)
    async with twin(kind, server, trust) as one:
        stream = await one.run(case.ask)
        assert stream.response.status_code == 200
        chunks, error = await asyncio.wait_for(one.collect(stream), 30)
        assert [as_sent(chunk) for chunk in chunks] == case.given
        assert type(error) is (case.raises or type(None))
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

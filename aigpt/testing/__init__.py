"""Tests for code that uses aigpt, without the service: a pytest plugin, and the servers behind it.

pytest loads the plugin by itself once aigpt is installed; nothing else is imported until a test uses one
of the fixtures:

- `igpt_server`, a `ScriptedServer`, answers as the test tells it to, faults included;
- `openai_server`, an `OpenAIServer`, does the same in the OpenAI protocol;
- `igpt_local`, a `SampleServer`, is the embedded server over a small sample mailbox (extra `local`).

They run on threads of their own, so that tests may be plain or async::

    async def test_the_bot_answers(igpt_server):
        igpt_server.stream("recall/run", run_events("All ", "is well."))
        async with igpt_server.client() as igpt:
            assert await my_bot(igpt, "How are things?") == "All is well."
        assert igpt_server.calls[0].json["input"] == "How are things?"

Without pytest, `with ScriptedServer() as server:` does the same.

`record` keeps the answers of a real server in a file, and `replay` answers from it.

Behind it: `fixtures`; `http_server`, with `connection`, `requests` (HTTP requests from bytes) and `responses` (HTTP
responses as bytes), is below all servers but the sample's. `scripted_server` adds `scripts` (which route is answered
with what), `faults` (close, reset, hang, truncate, cut, strays) and `steps` (pauses and gates);
`scripted_openai_server` adds the answers of `openai_chat`, `openai_responses` and `openai_embeddings`, made of
`openai_content`. `recorder` and `replayer` share `recording_file`. `sample_server`; `clients` (made by the servers of
iGPT); `events` (complete `run` streams); `background_loop` and `condition` (threads and event loops).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.testing.events import run_events
    from aigpt.testing.http_server import Connections, HTTPServer
    from aigpt.testing.recorder import record
    from aigpt.testing.recording_file import RecordingError
    from aigpt.testing.replayer import replay
    from aigpt.testing.requests import Call, Headers
    from aigpt.testing.sample_server import SampleServer
    from aigpt.testing.scripted_openai_server import AnswerOptions, OpenAIServer
    from aigpt.testing.scripted_server import ScriptedServer
    from aigpt.testing.steps import Gate, Pause

with suppress(ModuleNotFoundError):  # without pytest, the classes can still be used
    from aigpt.testing.fixtures import igpt_local, igpt_server, openai_server

__all__ = [
    "AnswerOptions",
    "Call",
    "Connections",
    "Gate",
    "HTTPServer",
    "Headers",
    "OpenAIServer",
    "Pause",
    "RecordingError",
    "SampleServer",
    "ScriptedServer",
    "igpt_local",
    "igpt_server",
    "openai_server",
    "record",
    "replay",
    "run_events",
]

# Without the `__dir__`: pytest looks for fixtures by getting every name in `dir(plugin)`, which would import them all.
if not TYPE_CHECKING:  # type checkers know the names above, and no others
    __getattr__, _ = lazy_names(
        __name__,
        {
            "AnswerOptions": "aigpt.testing.scripted_openai_server",
            "Call": "aigpt.testing.requests",
            "Connections": "aigpt.testing.http_server",
            "Gate": "aigpt.testing.steps",
            "HTTPServer": "aigpt.testing.http_server",
            "Headers": "aigpt.testing.requests",
            "OpenAIServer": "aigpt.testing.scripted_openai_server",
            "Pause": "aigpt.testing.steps",
            "RecordingError": "aigpt.testing.recording_file",
            "SampleServer": "aigpt.testing.sample_server",
            "ScriptedServer": "aigpt.testing.scripted_server",
            "record": "aigpt.testing.recorder",
            "replay": "aigpt.testing.replayer",
            "run_events": "aigpt.testing.events",
        },
    )

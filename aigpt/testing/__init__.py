"""Tests for code that uses aigpt, without the service: a pytest plugin, and the servers behind it.

pytest loads the plugin by itself once aigpt is installed; nothing else is imported until a test uses one
of the two fixtures:

- `igpt_server`, a `ScriptedServer`, answers as the test tells it to, faults included;
- `igpt_local`, a `SampleServer`, is the embedded server over a small sample mailbox (extra `local`).

Both run on threads of their own, so that tests may be plain or async::

    async def test_the_bot_answers(igpt_server):
        igpt_server.stream("recall/run", run_events("All ", "is well."))
        async with igpt_server.client() as igpt:
            assert await my_bot(igpt, "How are things?") == "All is well."
        assert igpt_server.calls[0].json["input"] == "How are things?"

Without pytest, `with ScriptedServer() as server:` does the same.

Behind it: `fixtures`; `scripted_server`, with `scripts` (which route is answered with what), `faults` (close, reset,
hang, truncate, cut, strays), `steps` (pauses and gates), `responses` (HTTP responses as bytes), `requests` (HTTP
requests from bytes) and `connection`; `sample_server`; `clients` (made by both servers); `events` (complete `run`
streams); `background_loop` and `condition` (threads and event loops).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.testing.events import run_events
    from aigpt.testing.requests import Call, Headers
    from aigpt.testing.sample_server import SampleServer
    from aigpt.testing.scripted_server import Connections, ScriptedServer
    from aigpt.testing.steps import Gate, Pause

with suppress(ModuleNotFoundError):  # without pytest, the classes can still be used
    from aigpt.testing.fixtures import igpt_local, igpt_server

__all__ = [
    "Call",
    "Connections",
    "Gate",
    "Headers",
    "Pause",
    "SampleServer",
    "ScriptedServer",
    "igpt_local",
    "igpt_server",
    "run_events",
]

# Without the `__dir__`: pytest looks for fixtures by getting every name in `dir(plugin)`, which would import them all.
__getattr__, _ = lazy_names(
    __name__,
    {
        "Call": "aigpt.testing.requests",
        "Connections": "aigpt.testing.scripted_server",
        "Gate": "aigpt.testing.steps",
        "Headers": "aigpt.testing.requests",
        "Pause": "aigpt.testing.steps",
        "SampleServer": "aigpt.testing.sample_server",
        "ScriptedServer": "aigpt.testing.scripted_server",
        "run_events": "aigpt.testing.events",
    },
)

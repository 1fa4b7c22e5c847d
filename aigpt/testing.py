"""Tests for code that uses aigpt, without the service: a pytest plugin, and the server behind it.

pytest finds the plugin by itself once aigpt is installed; it imports nothing until a test asks for one
of the two fixtures:

- `igpt_server`, a `ScriptedServer`, answers what the test tells it to, faults included;
- `igpt_local`, a `SampleServer`, is the embedded server over a small sample mailbox (extra `local`).

Both run on threads of their own, so that tests may be plain or async::

    async def test_the_bot_answers(igpt_server):
        igpt_server.stream("recall/run", run_events("All ", "is well."))
        async with igpt_server.client() as igpt:
            assert await my_bot(igpt, "How are things?") == "All is well."
        assert igpt_server.calls[0].json["input"] == "How are things?"

Without pytest, `with ScriptedServer() as server:` does the same.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aigpt._testing.events import run_events
    from aigpt._testing.requests import Call, Headers
    from aigpt._testing.sample import SampleServer
    from aigpt._testing.server import Connections, ScriptedServer
    from aigpt._testing.steps import Gate, Pause

with suppress(ModuleNotFoundError):  # without pytest there are the classes
    from aigpt._testing.fixtures import igpt_local, igpt_server

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

_HOMES = {
    "Call": "requests",
    "Connections": "server",
    "Gate": "steps",
    "Headers": "requests",
    "Pause": "steps",
    "SampleServer": "sample",
    "ScriptedServer": "server",
    "run_events": "events",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"aigpt._testing.{_HOMES[name]}"), name)
    globals()[name] = value
    return value

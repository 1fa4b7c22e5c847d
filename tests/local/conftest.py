"""The embedded server over small mail, and a plain HTTP client for it."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import pytest
from local_making import Post, mail, mbox
from local_openai import strict_client

from aigpt.local import LocalServer
from aigpt.local.readers.threads import ReaderThreads

T = TypeVar("T")

BOARD = """Hello Bo,

The board approved a budget of 40,000 euros for the Heron launch on 12 May.
Nobody objected to the plan.

> What did the board say about Osprey?

--\x20
Ann Bell, Tidewell
"""
NOTES = "\n".join(f"{'Ann' if n % 2 else 'Bo Cole'}: Sentence number{n} about the harbour." for n in range(1, 61))


class _LikeProcesses(ReaderThreads):
    """Reads in threads; what is given to them, and what they give, is pickled, as for processes."""

    async def run(self, work: Callable[[sqlite3.Connection], T], /) -> T:
        given = pickle.loads(pickle.dumps(work))  # noqa: S301 (made here)
        result: T = pickle.loads(pickle.dumps(await super().run(given)))  # noqa: S301 (likewise)
        return result


@pytest.fixture(autouse=True)
def _readers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the servers that a test starts here read in threads, unless it is marked ``processes``.

    With a reader process each, hundreds of tests would take two minutes more: `test_local_load.py` has the same
    questions answered by both. Programs that a test starts have processes.
    """
    monkeypatch.setattr("aigpt.local.web.server.ReaderThreads", _LikeProcesses)
    if not request.node.get_closest_marker("processes"):
        monkeypatch.setattr("aigpt.local.web.server.default_readers", lambda: 0)


@pytest.fixture
def data(tmp_path: Path) -> list[Path]:
    """Make a mailbox of three messages, and a folder with notes."""
    box = tmp_path / "mail.mbox"
    box.write_bytes(
        mbox(
            [
                mail(BOARD, Subject="Heron budget", Message_ID="<1@x.example>"),
                mail("Fine by me.", Subject="Re: Heron budget", From="Bo Cole <bo@x.example>",
                     Message_ID="<2@x.example>", References="<1@x.example>", Date="Tue, 05 Mar 2024 23:30:00 +0000"),
                mail("Shall we have lunch?", Subject="Lunch", From="Zoë <zoe@y.example>", Cc="Ann <ann@x.example>",
                     Date="Wed, 06 Mar 2024 00:00:00 +0000"),
            ]
        )
    )  # fmt: skip
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2024-02-01-harbour.txt").write_text(NOTES)
    return [box, tmp_path / "notes"]


@pytest.fixture
async def server(data: list[Path]) -> AsyncIterator[LocalServer]:
    """Run the server over `data`, all indexed."""
    async with LocalServer(data, port=0) as running:
        await running.indexed()
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
def post(server: LocalServer, session: aiohttp.ClientSession) -> Post:
    """Post to a route as user ``me``, see that the status is 200, return the object."""

    async def call(route: str, *, key: str = "any", **body: Any) -> Any:
        headers = {"Authorization": f"Bearer {key}"}
        async with session.post(f"{server.url}/{route}", json={"user": "me", **body}, headers=headers) as response:
            assert response.status == 200
            assert response.content_type == "application/json"
            return await response.json()

    return call


@pytest.fixture(params=["aigpt", "openai"])
async def openai_client(request: pytest.FixtureRequest, server: LocalServer) -> AsyncIterator[Any]:
    """Connect our client of the OpenAI protocol, and openai's own, which checks all that it reads by its types."""
    async with strict_client(request.param, server.url) as client:
        yield client


@pytest.fixture
async def our_client(server: LocalServer) -> AsyncIterator[Any]:
    """Connect our client of the OpenAI protocol, where the client makes no difference."""
    async with strict_client("aigpt", server.url) as client:
        yield client

"""What must hold of calls and streams, whatever bytes a server sends: over a real connection, by `AsyncIGPT`."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aigpt import AsyncIGPT, Reply
from aigpt._http.json_codec import parse_json
from aigpt._igpt.stream_protocols import AskProtocol, RunProtocol, names_error
from aigpt._streaming.sse import ChunkDecoder
from fuzzing.cases import Case
from fuzzing.http_meaning import Meaning, meaning_of
from fuzzing.server import CaseServer, probe_answer

_SECONDS = 60.0
"""Within which everything must have ended, on however busy a machine."""
_PATIENCE = 0.03
"""How long the client waits for a server that neither goes on nor closes."""
_OTHERWISE = 50.0


class Bench:
    """A server and a client, checked case by case."""

    def __init__(self, server: CaseServer, client: AsyncIGPT) -> None:
        self._server = server
        self._client = client
        self._probes = 0
        self._tasks = asyncio.all_tasks()
        self.good = 0
        """How many calls and streams ended well: cases that all fail would test little."""

    async def check(self, case: Case) -> None:
        """Raise AssertionError where a call or a stream does not do what it must."""
        self._server.case = case
        meaning = meaning_of(case.wire, case.ending)
        try:
            async with asyncio.timeout(_SECONDS):
                if case.method == "search":
                    await self._check_call(case, meaning)
                else:
                    await self._check_stream(case, meaning)
                await self._check_what_is_left(meaning)
        except TimeoutError:
            raise AssertionError("it did not end") from None
        finally:
            self._server.drop()
            await self._server.sent()  # so that the client knows its connections are gone

    async def _check_call(self, case: Case, meaning: Meaning) -> None:
        seconds = _PATIENCE if case.ending == "keep" and not meaning.is_complete else _OTHERWISE
        reply: object = await self._client.recall.search(query="x", timeout=seconds)
        if isinstance(reply, Reply) and not reply.ok:
            return
        self.good += 1
        if meaning.is_clear:
            assert meaning.is_complete, f"an incomplete response gave {reply}"
            assert 200 <= meaning.status < 300, f"status {meaning.status} gave {reply}"
            assert repr(_plain(reply)) == repr(parse_json(meaning.body)), f"{reply} is not what was sent"

    async def _check_stream(self, case: Case, meaning: Meaning) -> None:
        silence = _PATIENCE if case.ending == "keep" else _OTHERWISE
        method = self._client.recall.run if case.method == "run" else self._client.recall.ask
        stream = method(input="x", stream=True, idle_timeout=silence)
        values = [value async for value in stream]
        if stream.error is not None:
            values.pop()
        else:
            self.good += 1
        if not meaning.is_clear:
            return
        sent, is_over = _values(case, meaning)
        assert repr(values) == repr(sent[: len(values)]), f"{values} is not the beginning of {sent}"
        if stream.error is None:
            assert is_over, f"an incomplete response looks whole: {values}"
            assert len(values) == len(sent), f"{len(values)} of {len(sent)} values were given"
            assert 200 <= meaning.status < 300, f"status {meaning.status} gave {values}"

    async def _check_what_is_left(self, meaning: Meaning) -> None:
        """Make another call, which must get its own answer, and look at what the client still holds."""
        await self._server.sent()
        self._server.is_reused = False  # by a redirect that was followed
        self._probes += 1
        # A connection that the server is closing at this moment may fail, and is tried again; it gives no wrong answer.
        reply = await self._client.post(f"probe/{self._probes}", {}, timeout=_OTHERWISE, max_retries=5)
        assert reply == parse_json(probe_answer(self._probes)), f"the next call got {reply}"
        assert meaning.may_be_reused or not meaning.is_clear or not self._server.is_reused, "the connection was reused"
        transport = self._client._sender.transport
        limiter = transport.owner.limiter
        assert limiter is not None
        assert (transport.under_way, limiter.free) == (0, transport.owner.max_connections), "a place is still held"
        for _ in range(1000):
            left = asyncio.all_tasks() - self._tasks - self._server.tasks - {asyncio.current_task()}
            if not left:
                return
            await asyncio.sleep(0)
        raise AssertionError(f"tasks are left: {left}")


def _plain(reply: object) -> object:
    return dict(reply) if isinstance(reply, dict) else reply


def _values(case: Case, meaning: Meaning) -> tuple[list[Any], bool]:
    """Return the values that a stream may give, and whether they are all of it."""
    decoder = ChunkDecoder(case.limit, names_error)
    values = decoder.feed(meaning.body) + decoder.close()
    protocol = RunProtocol() if case.method == "run" else AskProtocol()
    good, failure, _ = protocol.take(values)
    is_whole = meaning.is_complete and failure is None and decoder.failure is None
    return good, protocol.ended or (case.method == "ask" and is_whole and bool(good))


@asynccontextmanager
async def bench() -> AsyncIterator[Bench]:
    """Give a server and a client. Raises AssertionError where descriptors are left at the end."""
    server = CaseServer()
    await server.start()
    before = _descriptors()
    options: Any = {"max_retries": 0, "backoff_base": 1, "max_response_bytes": 1 << 20, "max_event_bytes": 1 << 16}
    try:
        async with AsyncIGPT("key", user="u", base_url=server.url, **options) as client:
            yield Bench(server, client)
        await server.sent()
        after = _descriptors()
    finally:
        await server.close()
    assert after <= before, f"{after - before} descriptors are left"


def _descriptors() -> int:
    folder = Path("/proc/self/fd")
    return len(os.listdir(folder)) if folder.exists() else 0  # noqa: PTH208 (a number is all that is wanted)

"""The routes' work, without HTTP: parameters in, JSON objects and streams of them out.

Everything that touches the database runs in a few threads of its own, never in the event loop.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from itertools import count
from typing import Any, TypeAlias, TypeVar
from uuid import uuid4

from aigpt.local import catalog
from aigpt.local.answer import HITS, Answered, answer, pieces, result_json, source_json
from aigpt.local.catalog import Datasource
from aigpt.local.indexer import Indexer
from aigpt.local.params import Answer, Disconnect, Search
from aigpt.local.search import Hit, search
from aigpt.local.store import READERS, Store
from aigpt.local.words import terms

__all__ = ["Json", "Service"]

Json: TypeAlias = dict[str, Any]
T = TypeVar("T")

_DEFAULT_QUALITY = "cef-1-normal"


class Service:
    """What the server can do with *store*; `close` ends its threads."""

    def __init__(self, store: Store, indexer: Indexer) -> None:
        self._store = store
        self._indexer = indexer
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="aigpt-search")

    def close(self) -> None:
        """Wait for what is at work, and end the threads."""
        self._threads.shutdown()

    async def datasources(self, user: str) -> Json:
        """datasources/list."""
        return {"datasources": [source.to_json() for source in await self._thread(lambda: self._sources(user))]}

    async def disconnect(self, wanted: Disconnect) -> Json | None:
        """datasources/disconnect; None where the user has no datasource of that id."""
        removed = await self._thread(lambda: self._indexer.drop(wanted.user, wanted.id))
        return {"id": wanted.id, "status": "disconnected"} if removed else None

    async def search(self, wanted: Search) -> Json:
        """recall/search."""
        started = time.perf_counter()
        hits = await self._thread(lambda: self._search(wanted))
        found = time.perf_counter()
        results = [result_json(hit) for hit in hits]
        context = await self._context(wanted.user)
        durations = {"retrieve": _milliseconds(started, found), "resolve": _milliseconds(found, time.perf_counter())}
        return {"id": _new_id(), "context": context, "results": results, "durations": durations}

    async def ask(self, asked: Answer) -> Json:
        """recall/ask, in one piece."""
        context = await self._context(asked.user, asked)
        answered = await self._answer(asked, await self._hits(asked))
        return {
            "id": _new_id(),
            "output": answered.output,
            "context": context,
            "metadata": {"sources": answered.sources},
            "usage": answered.usage,
        }

    async def ask_stream(self, asked: Answer) -> AsyncGenerator[Json]:
        """recall/ask, as it is made; an output that is no text comes in one piece."""
        yield {"id": _new_id(), "context": await self._context(asked.user, asked)}
        answered = await self._answer(asked, await self._hits(asked))
        if isinstance(answered.output, str):
            for piece in pieces(answered.output):
                yield {"output": piece}
        else:
            yield {"output": answered.output}
        yield {"metadata": {"sources": answered.sources}, "usage": answered.usage}

    async def run(self, asked: Answer) -> Json:
        """recall/run, in one piece: what its last event says."""
        event: Json = {}
        async for event in self.run_stream(asked):  # noqa: B007 (the last one is wanted)
            pass
        return {key: value for key, value in event.items() if key not in ("type", "seq")}

    async def run_stream(self, asked: Answer) -> AsyncGenerator[Json]:
        """recall/run: its events, numbered, each as soon as what it says is so."""
        numbers = count()
        async with aclosing(self._run_events(asked)) as events:
            async for event in events:
                yield {"type": event.pop("type"), "seq": next(numbers), **event}

    async def _run_events(self, asked: Answer) -> AsyncGenerator[Json]:
        run, started = _new_id(), _now()
        context = await self._context(asked.user, asked)
        yield {
            "type": "run.start",
            "id": run,
            "timestamp": started,
            "context": context,
            "output_format": asked.asked_format,
        }
        yield {"type": "run.turn.start", "turn": 1}
        for event in _reasoning(asked):
            yield event
        call: Json = {"name": "search", "callId": _new_id()}
        arguments = json.dumps({"query": asked.input, "max_results": HITS}, ensure_ascii=False)
        yield {"type": "run.tool_call_item", "item": {"type": "function_call", **call, "arguments": arguments}}
        hits = await self._hits(asked)
        yield {"type": "run.turn.done", "turn": 1}
        found = {"sources": [source_json(hit) for hit in hits]}
        yield {"type": "run.tool_call_output_item", "item": {"type": "function_call_result", **call, "metadata": found}}
        yield {"type": "run.turn.start", "turn": 2}
        yield {"type": "run.output_item.start", "item": {"type": "message"}}
        answered = await self._answer(asked, hits)
        for piece in pieces(answered.text):
            yield {"type": "run.output_text.delta", "delta": piece}
        content = [{"type": "output_text", "text": answered.text}]
        yield {"type": "run.output_item.done", "item": {"type": "message", "role": "assistant", "content": content}}
        yield {"type": "run.turn.done", "turn": 2}
        yield {"type": "run.done", "id": run, **_run_result(answered, started)}

    async def _context(self, user: str, asked: Answer | None = None) -> Json:
        sources = await self._thread(lambda: self._sources(user))
        context: Json = {
            "indexed": all(source.complete for source in sources),
            "datasources": [source.to_json() for source in sources],
        }
        if asked is None:
            return context
        return {"quality": asked.quality or _DEFAULT_QUALITY, "reasoning_effort": asked.reasoning_effort, **context}

    async def _hits(self, asked: Answer) -> list[Hit]:
        wanted = Search(user=asked.user, query=asked.input, limit=HITS)
        return await self._thread(lambda: self._search(wanted))

    async def _answer(self, asked: Answer, hits: Sequence[Hit]) -> Answered:
        def work() -> Answered:
            with self._store.reading() as db:
                return answer(db, asked, hits)

        return await self._thread(work)

    def _sources(self, user: str) -> list[Datasource]:
        with self._store.reading() as db:
            return catalog.datasources(db, user)

    def _search(self, wanted: Search) -> list[Hit]:
        with self._store.reading() as db:
            return search(db, wanted)

    async def _thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _reasoning(asked: Answer) -> list[Json]:
    """Say what is going to be looked for."""
    words = ", ".join(terms(asked.input)) or "nothing: the question holds no words"
    text = f"Looking for passages with these words, the rarer the better: {words}."
    summary = [{"type": "summary_text", "text": text}]
    return [
        {"type": "run.reasoning_item.start", "item": {"type": "reasoning"}},
        {"type": "run.reasoning_summary_part.start"},
        {"type": "run.reasoning_summary_part.done", "text": text},
        {"type": "run.reasoning_item.done", "item": {"type": "reasoning", "content": [], "summary": summary}},
    ]


def _run_result(answered: Answered, started: int) -> Json:
    ended = _now()
    return {
        "timestampStart": started,
        "timestamp": ended,
        "duration": ended - started,
        "output": answered.output,
        "usage": answered.usage,
        "metadata": {"sources": answered.sources},
    }


def _new_id() -> str:
    return uuid4().hex


def _now() -> int:
    return time.time_ns() // 1_000_000


def _milliseconds(start: float, end: float) -> float:
    return round(1000 * (end - start), 3)

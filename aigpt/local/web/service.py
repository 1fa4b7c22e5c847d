"""The routes' work, without HTTP: parameters in, JSON objects and streams of them out.

Everything that touches the database runs in a few threads of its own, never in the event loop.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from typing import Any, TypeAlias, TypeVar, cast
from uuid import uuid4

from aigpt.local.answer.answers import Answerer, Extractive
from aigpt.local.answer.chat_client import ChatClient, ModelError
from aigpt.local.answer.extractive import HITS, Answered, result_json, source_json
from aigpt.local.answer.generative import Generative
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.params import Answer, Disconnect, Search
from aigpt.local.search.query_terms import terms
from aigpt.local.search.question_filters import Attempt, arguments, attempts, is_answered
from aigpt.local.search.ranking import Hit, search
from aigpt.local.store import datasources as catalog
from aigpt.local.store.database import READERS, Store
from aigpt.local.store.datasources import Datasource

__all__ = ["Json", "Service"]

Json: TypeAlias = dict[str, Any]
T = TypeVar("T")

_DEFAULT_QUALITY = "cef-1-normal"


class Service:
    """What the server can do with *store*; `close` ends its threads. With *chat*, its model answers.

    *today* tells the day in UTC, from which a question's "last week" is counted.
    """

    def __init__(
        self,
        store: Store,
        indexer: Indexer,
        chat: ChatClient | None = None,
        *,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self._today = today
        quoting = Extractive(self._reading)
        self._answerer: Answerer = quoting if chat is None else Generative(chat, quoting)
        self._store = store
        self._indexer = indexer
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="aigpt-search")
        self._removals = ThreadPoolExecutor(1, thread_name_prefix="aigpt-removal")  # it takes long: searches go on

    def close(self) -> None:
        """Wait for what is at work, and end the threads."""
        self._threads.shutdown()
        self._removals.shutdown()

    async def datasources(self, user: str) -> Json:
        """datasources/list."""
        return {"datasources": [source.to_json() for source in await self._thread(lambda: self._sources(user))]}

    async def disconnect(self, wanted: Disconnect) -> Json | None:
        """datasources/disconnect; None where the user has no datasource of that id."""
        drop = partial(self._indexer.drop, wanted.user, wanted.id)
        removed = await asyncio.get_running_loop().run_in_executor(self._removals, drop)
        return {"id": wanted.id, "status": "disconnected"} if removed else None

    async def search(self, wanted: Search) -> Json:
        """recall/search."""
        return await self._thread(lambda: self._found(wanted))

    def _found(self, wanted: Search) -> Json:
        started = time.perf_counter()
        hits = self._search_until_found(wanted)
        found = time.perf_counter()
        results = [result_json(hit) for hit in hits]
        context = _context(self._sources(wanted.user))
        durations = {"retrieve": _milliseconds(started, found), "resolve": _milliseconds(found, time.perf_counter())}
        return {"id": _new_id(), "context": context, "results": results, "durations": durations}

    async def ask(self, asked: Answer) -> Json:
        """recall/ask, in one piece."""
        context = await self._context(asked)
        try:
            answered = await self._answered(asked, await self._hits(asked))
        except ModelError as error:
            return {"error": error.code}
        return {
            "id": _new_id(),
            "output": answered.output,
            "context": context,
            "metadata": {"sources": answered.sources},
            "usage": answered.usage,
        }

    async def ask_stream(self, asked: Answer) -> AsyncGenerator[Json]:
        """recall/ask, as it is made; an output that is no text comes in one piece. An error is the last object."""
        yield {"id": _new_id(), "context": await self._context(asked)}
        try:
            async with aclosing(self._answerer.answer(asked, await self._hits(asked))) as answer:
                async for part in answer:
                    for chunk in _ask_chunks(asked, part):
                        yield chunk
        except ModelError as error:
            yield {"error": error.code}

    async def run(self, asked: Answer) -> Json:
        """recall/run, in one piece: what its last event says."""
        event: Json = {}
        async for event in self.run_stream(asked):  # noqa: B007 (the last one is wanted)
            pass
        return {key: value for key, value in event.items() if key not in ("type", "seq")}

    async def run_stream(self, asked: Answer) -> AsyncGenerator[Json]:
        """recall/run: its events, numbered, each as soon as what it says is so. An error is the last object."""
        numbers = count()
        try:
            async with aclosing(self._run_events(asked)) as events:
                async for event in events:
                    yield {"type": event.pop("type"), "seq": next(numbers), **event}
        except ModelError as error:
            yield {"error": error.code}

    async def _run_events(self, asked: Answer) -> AsyncGenerator[Json]:
        run, started = _new_id(), _now()
        context = await self._context(asked)
        yield {
            "type": "run.start",
            "id": run,
            "timestamp": started,
            "context": context,
            "output_format": asked.asked_format,
        }
        turns = count(1)
        turn, hits = next(turns), list[Hit]()
        wanted = _search_for(asked)
        for attempt in await self._reading(lambda db: attempts(db, wanted, self._today())):
            yield {"type": "run.turn.start", "turn": turn}
            for event in _reasoning(attempt.search):
                yield event
            call: Json = {"name": "search", "callId": _new_id()}
            given = json.dumps(arguments(attempt.search), ensure_ascii=False)
            yield {"type": "run.tool_call_item", "item": {"type": "function_call", **call, "arguments": given}}
            hits, answered = await self._reading(partial(_try, attempt=attempt))
            yield {"type": "run.turn.done", "turn": turn}
            found = {"sources": [source_json(hit) for hit in hits]}
            output: Json = {"type": "function_call_result", **call, "metadata": found}
            yield {"type": "run.tool_call_output_item", "item": output}
            turn = next(turns)
            if answered:
                break
        yield {"type": "run.turn.start", "turn": turn}
        yield {"type": "run.output_item.start", "item": {"type": "message"}}
        async with aclosing(self._answerer.answer(asked, hits)) as answer:
            async for part in answer:
                for event in _answer_events(part, run, started, turn):
                    yield event

    async def _context(self, asked: Answer) -> Json:
        context = _context(await self._thread(lambda: self._sources(asked.user)))
        return {"quality": asked.quality or _DEFAULT_QUALITY, "reasoning_effort": asked.reasoning_effort, **context}

    async def _hits(self, asked: Answer) -> list[Hit]:
        return await self._thread(lambda: self._search_until_found(_search_for(asked)))

    async def _answered(self, asked: Answer, hits: Sequence[Hit]) -> Answered:
        parts: list[str | Answered] = []
        async with aclosing(self._answerer.answer(asked, hits)) as answer:
            parts = [part async for part in answer]
        return cast("Answered", parts[-1])

    async def _reading(self, work: Callable[[sqlite3.Connection], T]) -> T:
        def read() -> T:
            with self._store.reading() as db:
                return work(db)

        return await self._thread(read)

    def _sources(self, user: str) -> list[Datasource]:
        with self._store.reading() as db:
            return catalog.datasources(db, user)

    def _search_until_found(self, wanted: Search) -> list[Hit]:
        hits: list[Hit] = []
        with self._store.reading() as db:
            for attempt in attempts(db, wanted, self._today()):
                hits, answered = _try(db, attempt)
                if answered:
                    break
        return hits

    async def _thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _context(sources: Sequence[Datasource]) -> Json:
    return {
        "indexed": all(source.complete for source in sources),
        "datasources": [source.to_json() for source in sources],
    }


def _search_for(asked: Answer) -> Search:
    return Search(user=asked.user, query=asked.input, limit=HITS)


def _try(db: sqlite3.Connection, attempt: Attempt) -> tuple[list[Hit], bool]:
    """Search once; return also whether that will do."""
    hits = search(db, attempt.search)
    return hits, is_answered(db, attempt, hits)


def _reasoning(wanted: Search) -> list[Json]:
    """Say what is going to be looked for."""
    text = f"Looking for {_in_words(wanted)}."
    summary = [{"type": "summary_text", "text": text}]
    return [
        {"type": "run.reasoning_item.start", "item": {"type": "reasoning"}},
        {"type": "run.reasoning_summary_part.start"},
        {"type": "run.reasoning_summary_part.done", "text": text},
        {"type": "run.reasoning_item.done", "item": {"type": "reasoning", "content": [], "summary": summary}},
    ]


def _in_words(wanted: Search) -> str:
    first, last = wanted.days
    found = terms(wanted.query)
    if not found and wanted.query.strip():
        return "nothing: the question holds no words"
    parts = [
        f"passages with these words, the rarer the better: {', '.join(found)}" if found else "the newest passages",
        f"from {first} on" if first else "",
        f"until {last}" if last else "",
        f"by {' or '.join(wanted.authors)}" if wanted.authors else "",
        "the newest first" if found and wanted.newest else "",
    ]
    return "; ".join(filter(None, parts))


def _ask_chunks(asked: Answer, part: str | Answered) -> list[Json]:
    """Return what a part of an answer is in the stream of an ask: text as it comes, any other output whole."""
    if isinstance(part, str):
        return [{"output": part}] if asked.output_format == "text" else []
    last: Json = {"metadata": {"sources": part.sources}, "usage": part.usage}
    return [last] if asked.output_format == "text" else [{"output": part.output}, last]


def _answer_events(part: str | Answered, run: str, started: int, turn: int) -> list[Json]:
    """Return what a part of an answer is in the stream of a run, to its end."""
    if isinstance(part, str):
        return [{"type": "run.output_text.delta", "delta": part}]
    content = [{"type": "output_text", "text": part.text}]
    return [
        {"type": "run.output_item.done", "item": {"type": "message", "role": "assistant", "content": content}},
        {"type": "run.turn.done", "turn": turn},
        {"type": "run.done", "id": run, **_run_result(part, started)},
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

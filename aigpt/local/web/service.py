"""What the routes do, without HTTP: parameters in, JSON objects and streams of them out.

All work on the database runs in a few threads, never in the event loop.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from typing import TypeVar
from uuid import uuid4

from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.answer.answers import Answer, Answerer
from aigpt.local.answer.chat_client import ChatClient
from aigpt.local.answer.counted import Counted
from aigpt.local.answer.errors import AnswerError
from aigpt.local.answer.extractive import Extractive
from aigpt.local.answer.generative import Generative
from aigpt.local.params import Body
from aigpt.local.search.hits import Hit
from aigpt.local.search.question_filters import search_attempts
from aigpt.local.search.question_search import run_attempt, search_question
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.source_text import read_source
from aigpt.local.store.database import READERS, Store
from aigpt.local.store.datasources import Datasource, datasources_of, describe_datasources
from aigpt.local.store.removal import remove_datasource
from aigpt.local.web.refusals import answer_refusal, refusal
from aigpt.local.web.run_events import Json, answer_events, reasoning_events, search_call, search_result

__all__ = ["Service"]

T = TypeVar("T")

_DEFAULT_QUALITY = "cef-1-normal"
_UNKNOWN_ID = refusal("params", "id is that of no datasource of this user; datasources/list has them")


class Service:
    """The routes on *store*. With *chat*, its model answers; `close` ends the threads.

    *today* returns the day in UTC from which a question's "last week" is counted.
    """

    def __init__(
        self,
        store: Store,
        chat: ChatClient | None = None,
        *,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self._today = today
        extractive = Extractive(self._reading)
        otherwise: Answerer = extractive if chat is None else Generative(chat, extractive)
        self._answerer: Answerer = Counted(self._reading, today, otherwise)
        self._store = store
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="aigpt-search")
        self._removals = ThreadPoolExecutor(1, thread_name_prefix="aigpt-removal")  # slow: searches must not wait

    def close(self) -> None:
        """Wait for running work, and end the threads."""
        self._threads.shutdown()
        self._removals.shutdown()

    async def datasources(self, user: str) -> Json:
        """Handle datasources/list."""
        return {"datasources": await self._reading(partial(describe_datasources, user=user))}

    async def read_params(self, body: Body) -> AnswerParams:
        """Check the parameters of recall/ask and recall/run. Raises `ParamsError`."""
        if isinstance(body.get("output_format"), dict):  # in a thread, since checking the first schema takes a second
            return await asyncio.to_thread(AnswerParams.read, body)
        return AnswerParams.read(body)

    async def connected(self, user: str) -> list[Datasource]:
        """Return the datasources of *user*."""
        return await self._reading(partial(datasources_of, user=user))

    async def disconnect(self, user: str, name: str) -> Json:
        """Handle datasources/disconnect."""
        remove = partial(remove_datasource, self._store, user, name)
        removed = await asyncio.get_running_loop().run_in_executor(self._removals, remove)
        return {"id": name, "status": "disconnected"} if removed else _UNKNOWN_ID

    async def source(self, user: str, name: str) -> Json | None:
        """Return the source with that id as a search result; None if the user has none such."""
        return await self._reading(partial(read_source, user=user, name=name))

    async def search(self, wanted: SearchParams) -> Json:
        """Handle recall/search."""
        return await self._reading(partial(self._search, wanted=wanted))

    def _search(self, db: sqlite3.Connection, wanted: SearchParams) -> Json:
        started = time.perf_counter()
        hits = search_question(db, wanted, self._today())
        found = time.perf_counter()
        results = [hit.to_result() for hit in hits]
        context = _context(datasources_of(db, wanted.user))
        durations = {"retrieve": _milliseconds(started, found), "resolve": _milliseconds(found, time.perf_counter())}
        return {"id": _new_id(), "context": context, "results": results, "durations": durations}

    async def ask(self, asked: AnswerParams) -> Json:
        """Handle recall/ask without stream."""
        context = await self._context(asked)
        try:
            async with aclosing(self._answerer.answer(asked, await self._hits(asked))) as answer:
                *_, answered = [part async for part in answer if isinstance(part, Answer)]
        except AnswerError as error:
            return answer_refusal(error)
        return {
            "id": _new_id(),
            "output": answered.output,
            "context": context,
            "metadata": {"sources": answered.sources},
            "usage": answered.usage,
        }

    async def ask_stream(self, asked: AnswerParams) -> AsyncGenerator[Json]:
        """Handle recall/ask with stream; output that is not text comes in one piece. An error is the last object."""
        yield {"id": _new_id(), "context": await self._context(asked)}
        try:
            async with aclosing(self._answerer.answer(asked, await self._hits(asked))) as answer:
                async for part in answer:
                    for chunk in _ask_chunks(asked, part):
                        yield chunk
        except AnswerError as error:
            yield answer_refusal(error)

    async def run(self, asked: AnswerParams) -> Json:
        """Handle recall/run without stream: the content of the last event."""
        event: Json = {}
        async for event in self.run_stream(asked):  # noqa: B007 (the last one is wanted)
            pass
        return {key: value for key, value in event.items() if key not in ("type", "seq")}

    async def run_stream(self, asked: AnswerParams) -> AsyncGenerator[Json]:
        """Handle recall/run with stream: numbered events. An error is the last object."""
        numbers = count()
        try:
            async with aclosing(self._run_events(asked)) as events:
                async for event in events:
                    yield {"type": event.pop("type"), "seq": next(numbers), **event}
        except AnswerError as error:
            yield answer_refusal(error)

    async def _run_events(self, asked: AnswerParams) -> AsyncGenerator[Json]:
        run, started = _new_id(), time.time_ns() // 1_000_000
        context = await self._context(asked)
        output_format = asked.asked_format
        yield {
            "type": "run.start",
            "id": run,
            "timestamp": started,
            "context": context,
            "output_format": output_format,
        }
        turn, hits = 1, list[Hit]()
        for attempt in await self._reading(partial(search_attempts, wanted=_search_params(asked), today=self._today())):
            yield {"type": "run.turn.start", "turn": turn}
            for event in reasoning_events(attempt.params):
                yield event
            call = _new_id()
            yield search_call(attempt.params, call)
            hits, enough = await self._reading(partial(run_attempt, attempt=attempt))
            yield {"type": "run.turn.done", "turn": turn}
            yield search_result(hits, call)
            turn += 1
            if enough:
                break
        yield {"type": "run.turn.start", "turn": turn}
        yield {"type": "run.output_item.start", "item": {"type": "message"}}
        async with aclosing(self._answerer.answer(asked, hits)) as answer:
            async for part in answer:
                for event in answer_events(part, run, started, turn):
                    yield event

    async def _context(self, asked: AnswerParams) -> Json:
        context = _context(await self.connected(asked.user))
        return {"quality": asked.quality or _DEFAULT_QUALITY, "reasoning_effort": asked.reasoning_effort, **context}

    async def _hits(self, asked: AnswerParams) -> list[Hit]:
        return await self._reading(partial(search_question, wanted=_search_params(asked), today=self._today()))

    async def _reading(self, work: Callable[[sqlite3.Connection], T]) -> T:
        def read() -> T:
            with self._store.reading() as db:
                return work(db)

        return await asyncio.get_running_loop().run_in_executor(self._threads, read)


def _context(sources: list[Datasource]) -> Json:
    return {
        "indexed": all(source.complete for source in sources),
        "datasources": [source.to_json() for source in sources],
    }


def _search_params(asked: AnswerParams) -> SearchParams:
    return SearchParams(asked.user, asked.question, limit=asked.limit, datasources=asked.datasources)


def _ask_chunks(asked: AnswerParams, part: str | Answer) -> list[Json]:
    """Return the chunks for a part of an answer: text as it comes, other output in one piece."""
    if isinstance(part, str):
        return [{"output": part}] if asked.output_format == "text" else []
    last: Json = {"metadata": {"sources": part.sources}, "usage": part.usage}
    return [last] if asked.output_format == "text" else [{"output": part.output}, last]


def _new_id() -> str:
    return uuid4().hex


def _milliseconds(start: float, end: float) -> float:
    return round(1000 * (end - start), 3)

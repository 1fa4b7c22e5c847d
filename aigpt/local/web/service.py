"""What the routes do, without HTTP: parameters in, JSON objects and streams of them out.

All work on the database is done by the readers, but for removals, which have a thread: never in the event loop.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import count

import msgspec

from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.answer.answers import Answer, Answerer
from aigpt.local.answer.chat_client import ChatClient
from aigpt.local.answer.counted import Counted
from aigpt.local.answer.errors import AnswerError
from aigpt.local.answer.extractive import Extractive
from aigpt.local.answer.generative import Generative
from aigpt.local.embed.embedder import Embedder
from aigpt.local.params import Body
from aigpt.local.readers.reading import Readers
from aigpt.local.search.hits import Hit
from aigpt.local.search.question_search import answerable
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.source_text import read_source
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource, datasources_of, describe_datasources
from aigpt.local.store.removal import remove_datasource
from aigpt.local.web.passage_view import PassageParams, show_passages
from aigpt.local.web.reading import attempt_search, begin_run, find, new_id, read_params, search
from aigpt.local.web.refusals import answer_refusal, refusal
from aigpt.local.web.run_events import Json, answer_events, reasoning_events, search_call, search_result

__all__ = ["Service"]

_DEFAULT_QUALITY = "cef-1-normal"
_UNKNOWN_ID = refusal("params", "id is that of no datasource of this user; datasources/list has them")


class Service:
    """The routes on *store*, which *readers* read; `close` ends the thread.

    With *chat*, its model answers; with *embedder*, searches find what is alike in meaning.

    *today* returns the day in UTC from which a question's "last week" is counted.
    """

    def __init__(
        self,
        store: Store,
        readers: Readers,
        chat: ChatClient | None = None,
        *,
        embedder: Embedder | None = None,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self._today = today
        self._reading = readers.run
        extractive = Extractive(self._reading)
        otherwise: Answerer = extractive if chat is None else Generative(chat, extractive, self._reading)
        self._answerer: Answerer = Counted(self._reading, today, otherwise)
        self._store = store
        self._embedder = embedder
        self._removals = ThreadPoolExecutor(1, thread_name_prefix="aigpt-removal")  # slow: searches must not wait

    def close(self) -> None:
        """Wait for running removals, and end their thread."""
        self._removals.shutdown()

    async def read_params(self, body: Body) -> AnswerParams:
        """Check the parameters of recall/ask and recall/run. Raises `ParamsError`."""
        if isinstance(body.get("output_format"), dict):
            return await self._reading(partial(read_params, body=body))
        return AnswerParams.read(body)

    async def datasources(self, user: str) -> Json:
        """Handle datasources/list."""
        return {"datasources": await self._reading(partial(describe_datasources, user=user))}

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

    async def passages_json(self, wanted: PassageParams) -> bytes:
        """Return sources as the page opens them, as JSON that a reader has written."""
        return await self._reading(partial(show_passages, wanted=wanted))

    async def search(self, wanted: SearchParams) -> Json:
        """Handle recall/search."""
        reply: Json = msgspec.json.decode(await self.search_json(wanted))
        return reply

    async def search_json(self, wanted: SearchParams) -> bytes:
        """Handle recall/search; return the reply as JSON, as a reader has written it."""
        return await self._reading(partial(search, wanted=await self._with_vector(wanted), today=self._today()))

    async def ask(self, asked: AnswerParams) -> Json:
        """Handle recall/ask without stream."""
        context, hits, asked = await self._find(asked)
        try:
            async with aclosing(self._answerer.answer(asked, hits)) as answer:
                *_, answered = [part async for part in answer if isinstance(part, Answer)]
        except AnswerError as error:
            return answer_refusal(error)
        return {
            "id": new_id(),
            "output": answered.output,
            "context": context,
            "metadata": answered.metadata,
            "usage": answered.usage,
        }

    async def ask_stream(self, asked: AnswerParams) -> AsyncGenerator[Json]:
        """Handle recall/ask with stream; output that is not text comes in one piece. An error is the last object."""
        context, hits, asked = await self._find(asked)
        yield {"id": new_id(), "context": context}
        try:
            async with aclosing(self._answerer.answer(asked, hits)) as answer:
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

    async def run_stream(self, asked: AnswerParams, *, results: bool = False) -> AsyncGenerator[Json]:
        """Handle recall/run with stream: numbered events. An error is the last object.

        *results*: the events of searches have the passages found, too.
        """
        numbers = count()
        try:
            async with aclosing(self._run_events(asked, results=results)) as events:
                async for event in events:
                    yield {"type": event.pop("type"), "seq": next(numbers), **event}
        except AnswerError as error:
            yield answer_refusal(error)

    async def _run_events(self, asked: AnswerParams, *, results: bool) -> AsyncGenerator[Json]:
        run, started = new_id(), time.time_ns() // 1_000_000
        wanted = await self._with_vector(_search_params(asked))
        sources, attempts = await self._reading(partial(begin_run, wanted=wanted, today=self._today()))
        yield {
            "type": "run.start",
            "id": run,
            "timestamp": started,
            "context": _context(asked, sources),
            "output_format": asked.asked_format,
        }
        turn, hits = 1, list[Hit]()
        for attempt in attempts:  # of which there is at least one
            yield {"type": "run.turn.start", "turn": turn}
            for event in reasoning_events(attempt.params):
                yield event
            call = new_id()
            yield search_call(attempt.params, call)
            hits, enough = await self._reading(partial(attempt_search, attempt=attempt))
            yield {"type": "run.turn.done", "turn": turn}
            yield search_result(hits, call, results=results)
            turn += 1
            if enough:
                break
        hits, missed = answerable(attempt, hits)
        asked = replace(asked, missed=missed)
        yield {"type": "run.turn.start", "turn": turn}
        yield {"type": "run.output_item.start", "item": {"type": "message"}}
        async with aclosing(self._answerer.answer(asked, hits)) as answer:
            async for part in answer:
                for event in answer_events(part, run, started, turn):
                    yield event

    async def _find(self, asked: AnswerParams) -> tuple[Json, list[Hit], AnswerParams]:
        """Return the context of the reply, the passages to answer from, and *asked* with what was missed."""
        wanted = await self._with_vector(_search_params(asked))
        sources, hits, missed = await self._reading(partial(find, wanted=wanted, today=self._today()))
        return _context(asked, sources), hits, replace(asked, missed=missed)

    async def _with_vector(self, wanted: SearchParams) -> SearchParams:
        """Return *wanted* with its query's vector, if there is an embedding model that makes one."""
        vector = None if self._embedder is None else await self._embedder.question(wanted.query)
        return wanted if vector is None else replace(wanted, vector=vector)


def _search_params(asked: AnswerParams) -> SearchParams:
    return SearchParams(asked.user, asked.question, limit=asked.limit, datasources=asked.datasources)


def _context(asked: AnswerParams, sources: Json) -> Json:
    return {"quality": asked.quality or _DEFAULT_QUALITY, "reasoning_effort": asked.reasoning_effort, **sources}


def _ask_chunks(asked: AnswerParams, part: str | Answer) -> list[Json]:
    """Return the chunks for a part of an answer: text as it comes, other output in one piece."""
    if isinstance(part, str):
        return [{"output": part}] if asked.output_format == "text" else []
    last: Json = {"metadata": part.metadata, "usage": part.usage}
    return [last] if asked.output_format == "text" else [{"output": part.output}, last]

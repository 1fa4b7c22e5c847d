"""`iter_search`: all results of a search, from an API that returns the best few and has no pages.

The days are split in two wherever a search returned as many results as it may, until none does, or only one day is
left. Searches of several spans of days are under way side by side; their results are given in order, newest first.
What is held at any time: the results of as many spans as there are searches at once, and of those they were split from.
"""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import Any, Self

from aigpt._blocking.portal import BlockingPortal
from aigpt._http.cancellation import cancel_and_wait
from aigpt._http.checks import check_whole
from aigpt._igpt.datasources import read_datasources
from aigpt._igpt.date_spans import (
    DATES_IGNORED,
    NO_RESULTS,
    Span,
    cut_between,
    find_bounds,
    moment_of,
    read_day,
    read_hits,
)
from aigpt._igpt.objects import SearchResult
from aigpt._igpt.prepare import prepare_call
from aigpt._igpt.replies import DatasourcesReply, Reply, SearchReply, failed_reply
from aigpt._igpt.sender import Sender
from aigpt._telemetry.spans import WorkSpan
from aigpt._telemetry.start import start_work_span
from aigpt.errors import ConfigurationError

DEFAULT_RESULTS = 100
_LEAST_LIMIT = 10  # results; no server is thought to give fewer at most
_MOST_PARTS = 3


class SearchTruncatedWarning(UserWarning):
    """A single day holds more results than one search returns: `iter_search` could not get all of them."""


class _SpanSearch:
    """A span of days, its search under way, and then its results."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self.task: asyncio.Task[SearchReply] | None = None
        self.hits: list[SearchResult] | None = None
        self.failed: Reply | None = None
        self.truncated = False

    @property
    def settled(self) -> bool:
        """Whether its search has ended."""
        return self.hits is not None or self.failed is not None


class Search:
    """The searches behind an iterator. It has no reference to the iterator, so that dropping that ends the searches."""

    def __init__(self, sender: Sender, params: Mapping[str, Any], concurrency: int) -> None:
        self._sender = sender
        self._concurrency = check_whole("concurrency", concurrency, 1)
        self._asked = Span(read_day("date_from", params.get("date_from")), read_day("date_to", params.get("date_to")))
        first, last = self._asked.first, self._asked.last
        if first is not None and last is not None and first > last:
            raise ConfigurationError("date_from is after date_to; swap them")
        limit = params.get("max_results")
        self._limit = self._most = check_whole("max_results", DEFAULT_RESULTS if limit is None else limit, 1)
        _refuse_in_body(params.get("extra_body"))
        call = prepare_call(sender.options, "recall/search", SearchReply, dict(params))
        self._raising = call.options.raise_errors
        self._common = {**params, "raise_errors": False, "max_results": self._most}
        self._bounds = self._asked
        self._searches: list[_SpanSearch] = []
        self._loose: dict[object, SearchResult] = {}
        self._last_ids: set[object] = set()
        self._span: WorkSpan | None = None
        self.failed: Reply | None = None
        self.truncated: list[str] = []
        self.complete: bool = False

    async def batches(self) -> AsyncGenerator[list[SearchResult]]:
        """Yield the results, those of some days at a time. Raises a failed search's exception if that is wanted."""
        self._span = start_work_span("recall.iter_search")
        error: BaseException | None = None
        try:
            await self._begin()
            while self._searches and (search := await self._next()).failed is None:
                hits = self._new(search)
                if search.truncated:
                    self.truncated.append(search.span.day(self._bounds))
                if hits:
                    yield hits
            if self.failed is None:
                if self._loose:
                    yield list(self._loose.values())
                self.complete = not self.truncated
            elif self._raising:
                self.failed.raise_for_error()
            else:
                error = self.failed.exception
        except GeneratorExit:  # it was left before its end
            raise
        except BaseException as exc:
            error = exc
            raise
        finally:
            tasks: list[asyncio.Task[Any]] = [search.task for search in self._searches if search.task is not None]
            try:
                await cancel_and_wait(tasks)
            finally:
                if self._span is not None:
                    self._span.end(None if error is None else type(error).__name__)

    def _as_parent(self) -> AbstractContextManager[None]:
        """Return what makes this search, in traces, the parent of what is begun while it is entered."""
        return nullcontext() if self._span is None else self._span.entered()

    # ── the first search, which decides how to go on ───────────────────────────────────────────────────────────────

    async def _begin(self) -> None:
        """Search all days at once; split them if that did not return everything."""
        whole = _SpanSearch(self._asked)
        self._searches = [whole]
        while not whole.settled:
            await self._search()
        hits = whole.hits or []
        if len(hits) < _LEAST_LIMIT and len(hits) < self._limit:
            return
        if len(hits) < self._limit and not await self._check(whole, hits):
            return
        # Only this search can find messages without a date.
        undated = [hit for hit in hits if moment_of(hit) is None]
        self._loose = {hit.get("id", -number): hit for number, hit in enumerate(undated, 1)}
        await self._find_bounds(whole)
        if whole.failed is None:
            for search in tuple(self._searches):
                self._cut_if_full(search)

    async def _check(self, whole: _SpanSearch, hits: list[SearchResult]) -> bool:
        """Return whether the server has a lower limit than was asked for: if so, parts return more than the whole.

        Every part has some of the *hits*, so any further ones show. Two or three requests, once.
        """
        parts = [_SpanSearch(span) for span in cut_between(whole.span, hits)]
        self._searches = parts
        while not all(part.settled for part in parts):
            await self._search()
            if any(part.failed for part in parts):
                return False
        found = {hit.get("id") for part in parts for hit in part.hits or []}
        if found <= {hit.get("id") for hit in hits}:
            self._searches = [whole]
            return False
        self._limit = len(hits)
        return True

    async def _find_bounds(self, whole: _SpanSearch) -> None:
        if self._asked.first is not None and self._asked.last is not None:
            return
        given = {"user", "timeout", "max_retries", "extra_headers", "abort"}
        options: Any = {name: value for name, value in self._common.items() if name in given}
        options["raise_errors"] = False
        with self._as_parent():
            reply = read_datasources(await self._sender.call("datasources/list", DatasourcesReply, options))
        if reply.error:
            whole.failed = reply
            self._searches = [whole]
        else:
            self._bounds = find_bounds(self._asked, reply.datasources)

    # ── search by search ────────────────────────────────────────────────────────────────────────────────────────

    async def _next(self) -> _SpanSearch:
        """Return the span search with the newest results not given yet, once it has them all."""
        while not self._searches[0].settled:
            await self._search()
        search = self._searches.pop(0)
        self.failed = search.failed
        if self.failed is not None:
            self._searches.insert(0, search)
        return search

    async def _search(self) -> None:
        """Have as many searches under way as may be, and wait until one of them ends."""
        running = [search for search in self._searches if search.task is not None and not search.settled]
        for search in self._searches[: max(self._concurrency, _MOST_PARTS)]:
            if search.failed is not None:
                break
            if search.task is None and len(running) < self._concurrency:
                params: Any = {**self._common, **search.span.params()}
                with self._as_parent():
                    search.task = asyncio.create_task(self._sender.call("recall/search", SearchReply, params))
                running.append(search)
        await asyncio.wait([search.task for search in running if search.task], return_when=asyncio.FIRST_COMPLETED)
        for search in running:
            if search.task is not None and search.task.done():
                self._settle(search, search.task.result())

    def _settle(self, search: _SpanSearch, reply: object) -> None:
        if isinstance(reply, SearchReply) and reply.error:
            search.failed = reply
            return
        search.hits = read_hits(reply)
        if search.hits is None:
            search.failed = failed_reply(NO_RESULTS, SearchReply)
        elif self._bounds.first is not None and self._bounds.last is not None:
            self._cut_if_full(search)

    def _cut_if_full(self, search: _SpanSearch) -> None:
        """Replace a span search that may not have returned everything by both its halves."""
        hits = search.hits or []
        if len(hits) < self._limit:
            return
        moments = [moment for hit in hits if (moment := moment_of(hit)) is not None]
        if len(moments) == len(hits) and not any(map(search.span.nearly_holds, moments)):
            search.failed = failed_reply(DATES_IGNORED, SearchReply)
            return
        halves = search.span.halves(self._bounds)
        if not halves:
            search.truncated = True
            return
        place = self._searches.index(search)
        self._searches[place : place + 1] = [_SpanSearch(half) for half in halves]

    def _new(self, search: _SpanSearch) -> list[SearchResult]:
        """Return the results of a span search that were not given before."""
        new: dict[object, SearchResult] = {}
        for number, hit in enumerate(search.hits or []):
            id: object = hit.get("id", number)
            self._loose.pop(id, None)
            if id not in self._last_ids:
                new[id] = hit
        self._last_ids = set(new)
        return list(new.values())


def _refuse_in_body(extra: object) -> None:
    if not isinstance(extra, Mapping):
        return
    for name in ("date_from", "date_to", "max_results"):
        if name in extra:
            raise ConfigurationError(f"{name} cannot be in extra_body here; pass it as a keyword")


class BaseSearchIterator:
    """What `SearchIterator` and its blocking twin share: the results at hand, how more are had, and how it went."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._batches = search.batches()
        self._batch: Iterator[SearchResult] = iter(())
        self._warned = False

    @property
    def error(self) -> str | None:
        """The code of the failure that ended it; None while it goes on, and where it ended well or was left."""
        return None if self._search.failed is None else self._search.failed.error

    @property
    def reply(self) -> Reply | None:
        """The failed reply that ended it, if one did."""
        return self._search.failed

    @property
    def truncated(self) -> list[str]:
        """Days (``YYYY-MM-DD``) that hold more results than one search gives, newest first; only the best were given.

        Grows while it goes on.
        """
        return list(self._search.truncated)

    @property
    def complete(self) -> bool:
        """Whether all results were given: it went on to its end, without an error or a truncated day."""
        return self._search.complete

    async def _refill(self) -> bool:
        """Fetch the next batch of results; return False at the end."""
        async for batch in self._batches:
            self._batch = iter(batch)
            return True
        return False

    def _warn(self) -> None:
        if self._search.truncated and not self._warned:
            self._warned = True
            warnings.warn(
                f"{self._search.truncated[0]} holds more results than one search gives; the rest cannot be "
                "fetched. All such days are in .truncated; narrow the query, or raise max_results",
                SearchTruncatedWarning,
                stacklevel=3,
            )


class SearchIterator(BaseSearchIterator):
    """All results of a search, newest first: ``async for hit in igpt.recall.iter_search(…)``.

    Requests are sent as results are asked for. A failed one ends the iteration, after the results that are newer than
    what it asked for; check `error` afterwards. With `raise_errors`, its exception is raised in place of the end.
    Leaving ``async with``, `aclose` and dropping it end what is under way. It can be iterated once.
    """

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> SearchResult:
        while True:
            for hit in self._batch:
                return hit
            more = await self._refill()
            self._warn()
            if not more:
                raise StopAsyncIteration

    async def aclose(self) -> None:
        """End it, wherever it is. Safe to call twice."""
        self._batch = iter(())
        await self._batches.aclose()

    close = aclose


class BlockingSearchIterator(BaseSearchIterator):
    """All results of a search, newest first: ``for hit in igpt.recall.iter_search(…)``. See `SearchIterator`."""

    def __init__(self, portal: BlockingPortal, search: Search) -> None:
        super().__init__(search)
        self._portal = portal

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> SearchResult:
        while True:
            for hit in self._batch:
                return hit
            more = self._portal.call(self._refill)
            self._warn()
            if not more:
                raise StopIteration

    def close(self) -> None:
        """End it, wherever it is. Safe to call twice."""
        self._batch = iter(())
        self._portal.call(self._batches.aclose)

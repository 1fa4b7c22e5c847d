"""`iter_search`: all results of a search, from an API that gives the best few and has no pages.

The days are cut in two wherever a search gave as many results as it may, until no search does, or only one day is
left. Searches of several spans of days are under way side by side; their results are given in order, newest first.
What is held at any time: the results of as many spans as there are searches at once, and of those they were cut from.
"""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import AsyncGenerator, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from aigpt._call import make_call
from aigpt._datasources import read_datasources
from aigpt._fanout_checks import end_tasks
from aigpt._reply import Failure
from aigpt._windows import DATES_IGNORED, NO_RESULTS, Span, cut_between, find_bounds, moment_of, read_day, read_hits
from aigpt.errors import ConfigurationError
from aigpt.types import Reply, SearchReply, SearchResult

if TYPE_CHECKING:
    from aigpt._client import AsyncIGPT
    from aigpt._portal import Portal

WINDOW = 100
_LEAST_LIMIT = 10  # results; no server is thought to give fewer at most
_MOST_PARTS = 3


class SearchTruncatedWarning(UserWarning):
    """A single day holds more results than one search gives: `iter_search` could not get at all of them."""


class _Window:
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
    """The searches behind an iterator. It knows nothing of that, so that dropping the one ends the other."""

    def __init__(self, client: AsyncIGPT, params: Mapping[str, Any], concurrency: int) -> None:
        self._client = client
        self._concurrency = _at_least_one("concurrency", concurrency)
        self._asked = Span(read_day("date_from", params.get("date_from")), read_day("date_to", params.get("date_to")))
        first, last = self._asked.first, self._asked.last
        if first is not None and last is not None and first > last:
            raise ConfigurationError("date_from is after date_to; swap them")
        limit = params.get("max_results")
        self._limit = self._most = _at_least_one("max_results", WINDOW if limit is None else limit)
        _refuse_in_body(params.get("extra_body"))
        call = make_call(client.options, "recall/search", SearchReply, dict(params))
        self._raising = call.options.raise_errors
        self._common = {**params, "raise_errors": False, "max_results": self._most}
        self._bounds = self._asked
        self._windows: list[_Window] = []
        self._loose: dict[object, SearchResult] = {}
        self._last_ids: set[object] = set()
        self.failed: Reply | None = None
        self.truncated: list[str] = []
        self.complete = False

    async def batches(self) -> AsyncGenerator[list[SearchResult]]:
        """Give the results, those of some days at a time. Raises a failed search's exception if that is wanted."""
        try:
            await self._begin()
            while self._windows and (window := await self._next()).failed is None:
                hits = self._new(window)
                if window.truncated:
                    self.truncated.append(window.span.day(self._bounds))
                if hits:
                    yield hits
            if self.failed is None:
                if self._loose:
                    yield list(self._loose.values())
                self.complete = not self.truncated
            elif self._raising:
                self.failed.raise_for_error()
        finally:
            tasks: list[asyncio.Task[Any]] = [window.task for window in self._windows if window.task is not None]
            await end_tasks(tasks)

    # ── the first search, which says how to go on ───────────────────────────────────────────────────────────────

    async def _begin(self) -> None:
        """Search all days at once; cut them if that did not give all."""
        whole = _Window(self._asked)
        self._windows = [whole]
        while not whole.settled:
            await self._search()
        hits = whole.hits or []
        if len(hits) < _LEAST_LIMIT and len(hits) < self._limit:
            return
        if len(hits) < self._limit and not await self._check(whole, hits):
            return
        # Nothing but this search can find what has no date.
        undated = [hit for hit in hits if moment_of(hit) is None]
        self._loose = {hit.get("id", -number): hit for number, hit in enumerate(undated, 1)}
        await self._find_bounds(whole)
        if whole.failed is None:
            for window in tuple(self._windows):
                self._cut_if_full(window)

    async def _check(self, whole: _Window, hits: list[SearchResult]) -> bool:
        """Return whether the server holds to a lower limit than was asked for: if so, parts give more than the whole.

        Every part has some of the *hits*; so if there are more, this shows. Two or three requests, once.
        """
        parts = [_Window(span) for span in cut_between(whole.span, hits)]
        self._windows = parts
        while not all(part.settled for part in parts):
            await self._search()
            if any(part.failed for part in parts):
                return False
        found = {hit.get("id") for part in parts for hit in part.hits or []}
        if found <= {hit.get("id") for hit in hits}:
            self._windows = [whole]
            return False
        self._limit = len(hits)
        return True

    async def _find_bounds(self, whole: _Window) -> None:
        if self._asked.first is not None and self._asked.last is not None:
            return
        given = {"user", "timeout", "max_retries", "extra_headers", "abort"}
        options: Any = {name: value for name, value in self._common.items() if name in given}
        reply = read_datasources(await self._client.datasources.list(**options, raise_errors=False))
        if reply.error:
            whole.failed = reply
            self._windows = [whole]
        else:
            self._bounds = find_bounds(self._asked, reply.datasources)

    # ── window by window ────────────────────────────────────────────────────────────────────────────────────────

    async def _next(self) -> _Window:
        """Return the window with the newest results not given yet, once it has them all."""
        while not self._windows[0].settled:
            await self._search()
        window = self._windows.pop(0)
        self.failed = window.failed
        if self.failed is not None:
            self._windows.insert(0, window)
        return window

    async def _search(self) -> None:
        """Have as many searches under way as may be, and wait until one of them ends."""
        running = [window for window in self._windows if window.task is not None and not window.settled]
        for window in self._windows[: max(self._concurrency, _MOST_PARTS)]:
            if window.failed is not None:
                break
            if window.task is None and len(running) < self._concurrency:
                params: Any = {**self._common, **window.span.params()}
                window.task = asyncio.create_task(self._client.recall.search(**params))
                running.append(window)
        await asyncio.wait([window.task for window in running if window.task], return_when=asyncio.FIRST_COMPLETED)
        for window in running:
            if window.task is not None and window.task.done():
                self._settle(window, window.task.result())

    def _settle(self, window: _Window, reply: object) -> None:
        if isinstance(reply, SearchReply) and reply.error:
            window.failed = reply
            return
        window.hits = read_hits(reply)
        if window.hits is None:
            window.failed = _failed(NO_RESULTS)
        elif self._bounds.first is not None and self._bounds.last is not None:
            self._cut_if_full(window)

    def _cut_if_full(self, window: _Window) -> None:
        """Put both halves in the place of a window that may not have given all."""
        hits = window.hits or []
        if len(hits) < self._limit:
            return
        moments = [moment for hit in hits if (moment := moment_of(hit)) is not None]
        if len(moments) == len(hits) and not any(map(window.span.nearly_holds, moments)):
            window.failed = _failed(DATES_IGNORED)
            return
        halves = window.span.halves(self._bounds)
        if not halves:
            window.truncated = True
            return
        place = self._windows.index(window)
        self._windows[place : place + 1] = [_Window(half) for half in halves]

    def _new(self, window: _Window) -> list[SearchResult]:
        """Return the results of a window that were not given before."""
        new: dict[object, SearchResult] = {}
        for number, hit in enumerate(window.hits or []):
            id: object = hit.get("id", number)
            self._loose.pop(id, None)
            if id not in self._last_ids:
                new[id] = hit
        self._last_ids = set(new)
        return list(new.values())


def _failed(failure: Failure) -> SearchReply:
    return failure.to_reply(SearchReply)


def _at_least_one(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigurationError(f"{name} must be a whole number of at least 1")
    return value


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
        """The code of what ended it; None while it goes on, and where it ended well or was left."""
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
        """Whether everything there is was given: it went on to its end, without an error or a truncated day."""
        return self._search.complete

    async def _refill(self) -> bool:
        """Have some results in the batch again; return False at the end."""
        async for batch in self._batches:
            self._batch = iter(batch)
            return True
        return False

    def _warn(self) -> None:
        if self._search.truncated and not self._warned:
            self._warned = True
            warnings.warn(
                f"{self._search.truncated[0]} holds more results than one search gives; the rest of them cannot be "
                "got at. All such days are in .truncated; narrow the query, or raise max_results",
                SearchTruncatedWarning,
                stacklevel=3,
            )


class SearchIterator(BaseSearchIterator):
    """All results of a search, newest first: ``async for hit in igpt.recall.iter_search(…)``.

    Requests are sent as results are asked for. A failed one ends the iteration, after the results that are newer than
    what it asked for; look at `error` afterwards. With `raise_errors`, its exception comes in place of the end.
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
        """End it, wherever it is. Twice is fine."""
        self._batch = iter(())
        await self._batches.aclose()

    close = aclose


class BlockingSearchIterator(BaseSearchIterator):
    """All results of a search, newest first: ``for hit in igpt.recall.iter_search(…)``. See `SearchIterator`."""

    def __init__(self, portal: Portal, search: Search) -> None:
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
        """End it, wherever it is. Twice is fine."""
        self._batch = iter(())
        self._portal.call(self._batches.aclose)

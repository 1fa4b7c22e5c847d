"""Waiting until datasources are indexed. The API sends no notification, so the list is polled at growing intervals."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any

from aigpt._http.checks import check_seconds
from aigpt._http.failure import DEADLINE, Failure, FailureKind
from aigpt._igpt.datasources import is_indexed, read_datasources
from aigpt._igpt.objects import Datasource
from aigpt._igpt.prepare import ReplyCall, prepare_call
from aigpt._igpt.replies import DatasourcesReply, failed_reply
from aigpt._igpt.sender import Sender
from aigpt._telemetry.start import work_span
from aigpt.errors import ConfigurationError

DEFAULT_SECONDS = 600.0
_FIRST_PAUSE = 0.25
_PAUSE_FACTOR = 1.5
_LONGEST_PAUSE = 5.0
LISTING_SECONDS = 3.0
"""How long after the user's consent a datasource may take to be listed."""
_LONGEST_ID = 100


async def wait_until_indexed(sender: Sender, params: Mapping[str, Any]) -> DatasourcesReply:
    """Do what `Datasources.wait` says."""
    options = {name: value for name, value in params.items() if name not in {"id", "on_progress", "timeout"}}
    polls = DatasourcePolls(sender, params, options)
    wanted: object = params.get("id")
    if wanted is None:
        return await polls.within("datasources.wait", lambda: polls.until(_all_indexed))
    named = _NamedDatasource(wanted)
    return await polls.within("datasources.wait", lambda: polls.until(named), named.problem)


def _all_indexed(found: list[Datasource]) -> bool:
    return all(map(is_indexed, found))


class _NamedDatasource:
    """Whether the datasource with one id is listed and indexed; a failure once there is none with that id."""

    def __init__(self, id: object) -> None:
        self._id = id
        self._was_listed = False
        self._missing_since: float | None = None

    def __call__(self, found: list[Datasource]) -> bool | Failure:
        mine = [one for one in found if one.get("id") == self._id]
        now = asyncio.get_running_loop().time()
        if mine:
            self._was_listed, self._missing_since = True, None
            return all(map(is_indexed, mine))
        if self._missing_since is None:
            self._missing_since = now
        if not self._was_listed and now - self._missing_since < LISTING_SECONDS:
            return False
        return Failure(FailureKind.API, f"{self.problem()}; datasources.list() gives the ids there are", code="params")

    def problem(self) -> str | None:
        """Return why there is nothing to wait for; None if it is listed, or no list has arrived yet."""
        if self._missing_since is None:
            return None
        shown = repr(self._id)
        shown = shown if len(shown) <= _LONGEST_ID else f"{shown[:_LONGEST_ID]}…"
        return f"the datasource {shown} is {'no longer' if self._was_listed else 'not'} listed for this user"


class DatasourcePolls:
    """Polls the datasources until a condition holds, within the `timeout` and by the `on_progress` of *params*.

    *options* are the keywords of each request.
    """

    def __init__(self, sender: Sender, params: Mapping[str, Any], options: Mapping[str, Any]) -> None:
        self._sender = sender
        self._seconds = _check_timeout(params.get("timeout", DEFAULT_SECONDS))
        self._on_progress: object = params.get("on_progress")
        # Never sent: its keywords are checked, and it is what the deadline and `abort` end.
        self._call: ReplyCall[DatasourcesReply] = prepare_call(
            sender.options, "datasources/list", DatasourcesReply, dict(options)
        )
        self._options: Mapping[str, Any] = {**options, "raise_errors": False}
        self._last: list[Datasource] | None = None

    async def within(
        self,
        name: str,
        work: Callable[[], Awaitable[DatasourcesReply]],
        why_late: Callable[[], str | None] = lambda: None,
    ) -> DatasourcesReply:
        """Return what *work* gives, or what ended it. Raises the reply's exception if that is wanted.

        *name* is what it is called in traces, where its requests hang under it. *why_late* may give the reason why the
        time passed.
        """
        with work_span(name) as span:
            reply = await self._ended(work, why_late)
            if span is not None and reply.exception is not None:
                span.end(type(reply.exception).__name__)
            return reply.raise_for_error() if self._call.options.raise_errors else reply

    async def _ended(
        self, work: Callable[[], Awaitable[DatasourcesReply]], why_late: Callable[[], str | None]
    ) -> DatasourcesReply:
        call = self._call
        reply: DatasourcesReply | None = None
        with self._sender.transport.cancelling(call, self._seconds, call.abort):
            if call.failure is None:
                with call:
                    reply = await work()
        if reply is None:
            assert call.failure is not None  # noqa: S101 (nothing else ends it without a reply)
            failure = call.failure
            if failure is DEADLINE and (why := why_late()):
                failure = failure._replace(message=f"{failure.message}; {why}")
            reply = failed_reply(failure, DatasourcesReply)
        return reply

    async def ask(self) -> DatasourcesReply:
        """Return the datasources as they are."""
        return read_datasources(await self._sender.call("datasources/list", DatasourcesReply, dict(self._options)))

    async def until(
        self,
        done: Callable[[list[Datasource]], bool | Failure],
        events: Collection[asyncio.Future[Failure | None]] = (),
    ) -> DatasourcesReply:
        """Poll until *done*, or a request fails, or *done* or one of *events* gives a failure; return the last reply.

        An event that gives None starts the intervals anew.
        """
        pause = _FIRST_PAUSE
        pending = set(events)
        while True:
            reply = await self.ask()
            if reply.error:
                return reply
            await self._report(reply)
            is_done = done(reply.datasources)
            if is_done:
                return failed_reply(is_done, DatasourcesReply) if isinstance(is_done, Failure) else reply
            arrived = await _first_of(pending, pause)
            pause = _FIRST_PAUSE if arrived else min(pause * _PAUSE_FACTOR, _LONGEST_PAUSE)
            for event in arrived:
                pending.discard(event)
                if (failure := event.result()) is not None:
                    return failed_reply(failure, DatasourcesReply)

    async def _report(self, reply: DatasourcesReply) -> None:
        if not callable(self._on_progress) or reply.datasources == self._last:
            return
        self._last = reply.datasources
        reported: object = self._on_progress(reply)
        if inspect.isawaitable(reported):
            await reported


async def _first_of(events: set[asyncio.Future[Any]], seconds: float) -> set[asyncio.Future[Any]]:
    """Return those of *events* that are done after so many seconds, or sooner if one is."""
    if not events:
        await asyncio.sleep(seconds)
        return set()
    done, _ = await asyncio.wait(events, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    return done


def _check_timeout(timeout: object) -> float | None:
    try:
        return None if timeout is None else check_seconds("timeout", timeout)
    except ConfigurationError as exc:
        raise ConfigurationError(f"{exc}, or None for no limit") from None

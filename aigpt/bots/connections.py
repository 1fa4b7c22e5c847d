"""Whether somebody has connected their mail, the link to do so, and the news that it is ready."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from yarl import URL

from aigpt._igpt.client import AsyncIGPT
from aigpt._igpt.datasources import is_indexed, read_datasources
from aigpt._igpt.objects import Datasource
from aigpt._igpt.replies import DatasourcesReply

News = Callable[[list[Datasource]], Awaitable[object]]

POLL = (2.0, 20.0)
"""Seconds: the first and the longest pause between looks at what is connected."""

_MAX_WAITS = 1_000
_MAX_KNOWN = 10_000
_KNOWN_SECONDS = 300.0  # for which it is not asked again whether somebody has connected something
_PAUSE_FACTOR = 1.3
_WHOLE = 100.0

_log = logging.getLogger("aigpt.bots")


class Connections:
    """The connected mail of the people who use a bot.

    - *service*, *scope*: what `connectors.authorize` is asked for.
    - *redirect_uri*: where the browser goes afterwards; None for the page of the service.
    - *link_seconds*: how long it is waited that a link is used; *index_seconds*: then, that all is indexed.
    """

    def __init__(
        self,
        igpt: AsyncIGPT,
        *,
        service: str = "gmail",
        scope: str = "mail.read",
        redirect_uri: str | None = None,
        link_seconds: float = 900.0,
        index_seconds: float = 6 * 3600.0,
    ) -> None:
        self._igpt = igpt
        self._service = service
        self._scope = scope
        self._redirect_uri = redirect_uri
        self._link_seconds = link_seconds
        self._index_seconds = index_seconds
        self._ready_until: OrderedDict[str, float] = OrderedDict()
        self._waits: dict[str, asyncio.Task[None]] = {}
        self._is_closed = False

    async def progress(self, user: str) -> float | None:
        """Return how much of the mail of *user* is indexed, in percent; None where they have connected nothing."""
        now = asyncio.get_running_loop().time()
        if self._ready_until.get(user, 0.0) > now:
            return _WHOLE
        reply = await self._list(user)
        if reply.error:  # the question itself will say what is wrong
            return _WHOLE
        if not reply.datasources:
            return None
        behind = [float(one["progress"]) for one in reply.datasources if not is_indexed(one)]
        if not behind:
            self._remember(user, now)
        return min(behind, default=_WHOLE)

    async def link(self, user: str) -> tuple[str | None, str | None]:
        """Return the link by which *user*, and nobody else, is to connect their mail; or None, and the error code."""
        reply = await self._igpt.connectors.authorize(
            service=self._service, scope=self._scope, redirect_uri=self._redirect_uri, user=user, raise_errors=False
        )
        url = _web_address(reply.url)
        return url, reply.error or (None if url else "response")

    def is_waiting(self, user: str) -> bool:
        """Return whether *user* will be told when their mail is ready."""
        return user in self._waits

    def tell_when_ready(self, user: str, news: News) -> None:
        """Call *news* with the datasources of *user* once there are some, and all of them are indexed.

        Only the newest *news* of a user is called; none if nothing is connected in time, or after `close`. Exceptions
        of *news* are logged by their name.
        """
        if self._is_closed:
            return
        if (before := self._waits.pop(user, None)) is not None:
            before.cancel()
        elif len(self._waits) >= _MAX_WAITS:
            return
        task = self._waits[user] = asyncio.create_task(self._wait(user, news))
        task.add_done_callback(lambda done: self._forget(user, done))

    async def close(self) -> None:
        """Wait no longer for anybody."""
        self._is_closed = True  # answers that are under way end later
        waits = list(self._waits.values())
        for task in waits:
            task.cancel()
        await asyncio.gather(*waits, return_exceptions=True)

    async def _wait(self, user: str, news: News) -> None:
        loop = asyncio.get_running_loop()
        until, connected = loop.time() + self._link_seconds, False
        pause, longest = POLL
        while loop.time() < until:
            await asyncio.sleep(pause)
            pause = min(pause * _PAUSE_FACTOR, longest)
            found = (await self._list(user)).datasources
            if found and all(map(is_indexed, found)):
                self._remember(user, loop.time())
                try:
                    await news(found)
                except Exception as exc:  # noqa: BLE001 (whatever a platform raises; the person will ask again)
                    _log.warning("nobody could be told that their mail is ready: %s", type(exc).__name__)
                return
            if found and not connected:
                until, connected = loop.time() + self._index_seconds, True
                pause = POLL[0]

    async def _list(self, user: str) -> DatasourcesReply:
        return read_datasources(await self._igpt.datasources.list(user=user, raise_errors=False))

    def _remember(self, user: str, now: float) -> None:
        self._ready_until[user] = now + _KNOWN_SECONDS
        self._ready_until.move_to_end(user)
        if len(self._ready_until) > _MAX_KNOWN:
            self._ready_until.popitem(last=False)

    def _forget(self, user: str, task: asyncio.Task[None]) -> None:
        if self._waits.get(user) is task:
            del self._waits[user]


def _web_address(url: object) -> str | None:
    """Return *url* as it can be opened and shown; None where it is no web address."""
    try:
        parsed = URL(url) if isinstance(url, str) else URL()
    except ValueError:
        return None
    return str(parsed) if parsed.scheme in {"http", "https"} and parsed.host else None

"""Waiting until datasources are indexed, one that the user has yet to authorize too.

The API sends no news, so it is asked again and again, more and more seldom.
"""

from __future__ import annotations

import asyncio
import inspect
import webbrowser
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any, cast

from yarl import URL

from aigpt._call import Call, make_call
from aigpt._datasources import is_indexed, read_datasources
from aigpt._fanout_checks import end_tasks
from aigpt._landing import Landing
from aigpt._reply import Failure
from aigpt.errors import APIError, APIResponseValidationError, ConfigurationError
from aigpt.types import Datasource, DatasourcesReply, Reply

if TYPE_CHECKING:
    from aigpt._client import AsyncIGPT

DEFAULT_SECONDS = 600.0
_FIRST_PAUSE = 0.25
_PAUSE_FACTOR = 1.5
_LONGEST_PAUSE = 5.0
_GRACE_SECONDS = 3.0
"""How long after the user's consent a datasource may take to be listed."""

_OF_POLLS = ("user", "max_retries", "idle_timeout", "extra_headers", "abort")

NO_URL = Failure(
    "invalid_json_response", APIResponseValidationError, "the answer holds no web address for the user to go to"
)


async def wait_until_indexed(client: AsyncIGPT, params: Mapping[str, Any]) -> DatasourcesReply:
    """Do what `Datasources.wait` says."""
    polls = _Polls(client, params, ("id", "on_progress"))
    wanted: object = params.get("id")

    def done(found: list[Datasource]) -> bool:
        mine = found if wanted is None else [one for one in found if one.get("id") == wanted]
        return bool(mine or wanted is None) and all(map(is_indexed, mine))

    return await polls.within(lambda: polls.until(done))


async def authorize_and_wait(client: AsyncIGPT, params: Mapping[str, Any]) -> DatasourcesReply:
    """Do what `Connectors.authorize_and_wait` says."""
    polls = _Polls(
        client, params, ("service", "scope", "redirect_uri", "state", "open_url", "on_progress", "extra_body")
    )
    return await polls.within(lambda: _authorize(client, params, polls))


async def _authorize(client: AsyncIGPT, params: Mapping[str, Any], polls: _Polls) -> DatasourcesReply:
    before = await polls.ask()
    if before.error:
        return before
    known = {one.get("id") for one in before.datasources}
    async with AsyncExitStack() as stack:
        wanted: dict[str, Any] = {
            name: value for name, value in params.items() if name not in {"open_url", "on_progress", "timeout"}
        }
        landing = None
        if wanted.get("redirect_uri") is None:
            landing = await stack.enter_async_context(Landing(wanted.get("state")))
            wanted |= {"redirect_uri": landing.url, "state": landing.state}
        wanted["raise_errors"] = False
        reply = await client.connectors.authorize(**wanted)
        url = _web_address(reply)
        if url is None:
            return _as_failed(reply)
        opening = asyncio.create_task(_open(params.get("open_url"), url))
        stack.push_async_callback(end_tasks, [opening])
        return await polls.until(_Arrival(str(params["service"]), known, landing), opening, landing)


class _Arrival:
    """Whether the datasource that a user has just authorized is there, and indexed."""

    def __init__(self, service: str, known: Collection[object], landing: Landing | None) -> None:
        self._service = service.casefold()
        self._known = known
        self._landing = landing
        self._back_at: float | None = None

    def __call__(self, found: list[Datasource]) -> bool:
        mine = self._which(found)
        return bool(mine) and all(map(is_indexed, mine))

    def _which(self, found: list[Datasource]) -> list[Datasource]:
        """Return those of *found* that were asked for."""
        new = [one for one in found if one.get("id") not in self._known]
        mine = [one for one in new if str(one.get("service")).casefold() == self._service]
        landing = self._landing
        if landing is None or not landing.arrived.done():
            return mine
        named = [one for one in found if one.get("id") == landing.datasource]
        if named or mine or new:  # the user has agreed: what is new is what was asked for, whatever it is called
            return named or mine or new
        now = asyncio.get_running_loop().time()
        if self._back_at is None:
            self._back_at = now
        # They chose what was connected before, if nothing new is listed for so long.
        return found if now - self._back_at >= _GRACE_SECONDS else []


class _Polls:
    """Asks for the datasources until something is so, for as long as may be."""

    def __init__(self, client: AsyncIGPT, params: Mapping[str, Any], own: tuple[str, ...]) -> None:
        self._client = client
        self._seconds = _seconds(params.get("timeout", DEFAULT_SECONDS))
        self._on_progress: object = params.get("on_progress")
        options = {name: value for name, value in params.items() if name not in {*own, "timeout"}}
        # Never sent: it checks what it is given, and is what the deadline and `abort` end.
        self._call: Call[DatasourcesReply] = make_call(
            client.options, "datasources/list", DatasourcesReply, dict(options)
        )
        known = options if "service" not in own else {name: options[name] for name in _OF_POLLS if name in options}
        self._options: Any = {**known, "raise_errors": False}
        self._last: list[Datasource] | None = None

    async def within(self, work: Callable[[], Awaitable[DatasourcesReply]]) -> DatasourcesReply:
        """Return what *work* gives, or what ended it. Raises the reply's exception if that is wanted."""
        call = self._call
        live = self._client.transport._live  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (so that closing the client ends it)
        reply: DatasourcesReply | None = None
        live.add(call)
        call.arm(self._seconds, call.abort)
        try:
            if call.failure is None:
                with call:
                    reply = await work()
        finally:
            live.discard(call)
            call.disarm()
        if reply is None:
            assert call.failure is not None  # noqa: S101 (nothing else ends it without a reply)
            reply = call.failure.to_reply(DatasourcesReply)
        return reply.raise_for_error() if call.options.raise_errors else reply

    async def ask(self) -> DatasourcesReply:
        """Return the datasources as they are."""
        return read_datasources(await self._client.datasources.list(**self._options))

    async def until(
        self,
        done: Callable[[list[Datasource]], bool],
        opening: asyncio.Task[None] | None = None,
        landing: Landing | None = None,
    ) -> DatasourcesReply:
        """Ask until *done*, or a request fails, or the user declines; return the last reply."""
        pause = _FIRST_PAUSE
        news: set[asyncio.Future[Any]] = {future for future in (opening, landing and landing.arrived) if future}
        while True:
            reply = await self.ask()
            if reply.error:
                return reply
            await self._tell(reply)
            if done(reply.datasources):
                return reply
            came = await _first(news, pause)
            pause = _FIRST_PAUSE if came else min(pause * _PAUSE_FACTOR, _LONGEST_PAUSE)
            for future in came:
                news.discard(future)
                if code := future.result():
                    return _declined(code)

    async def _tell(self, reply: DatasourcesReply) -> None:
        if not callable(self._on_progress) or reply.datasources == self._last:
            return
        self._last = reply.datasources
        told: object = self._on_progress(reply)
        if inspect.isawaitable(told):
            await told


async def _first(news: set[asyncio.Future[Any]], seconds: float) -> set[asyncio.Future[Any]]:
    """Return what of *news* is done after so many seconds, or sooner if something is."""
    if not news:
        await asyncio.sleep(seconds)
        return set()
    done, _ = await asyncio.wait(news, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    return done


async def _open(given: object, url: str) -> None:
    """Have the user's browser go to *url*. What is plain may block: `webbrowser.open` does, in a terminal's browser."""
    opener: Any = webbrowser.open if given is None else given
    opened: object = opener(url) if inspect.iscoroutinefunction(opener) else await asyncio.to_thread(opener, url)
    if inspect.isawaitable(opened):
        opened = await opened
    if opened is False:
        raise ConfigurationError("no browser could be opened here; pass open_url=print to have the address shown")


def _seconds(timeout: object) -> float | None:
    if timeout is None:
        return None
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not 0 < timeout < float("inf"):
        raise ConfigurationError("timeout must be a number of seconds above 0, or None for no limit")
    return timeout


def _web_address(reply: object) -> str | None:
    """Return where the user is to go; None where the reply failed or names nothing that a browser may open."""
    url: object = reply.get("url") if isinstance(reply, Reply) and reply.ok else None
    try:
        parsed = URL(url) if isinstance(url, str) else URL()
    except ValueError:
        return None
    return cast("str", url) if parsed.scheme in {"http", "https"} and parsed.host else None


def _as_failed(reply: object) -> DatasourcesReply:
    """Return a reply to `authorize` that is of no use as what the caller is promised."""
    if not isinstance(reply, Reply) or reply.ok:
        return NO_URL.to_reply(DatasourcesReply)
    failed = DatasourcesReply(reply)
    failed.__dict__.update({name: value for name, value in vars(reply).items() if name != "_exception"})
    return failed


def _declined(code: str) -> DatasourcesReply:
    return Failure(code, APIError, f"it was not authorized: the browser came back with {code!r}").to_reply(
        DatasourcesReply
    )

"""`connectors.authorize_and_wait`: the user authorizes a service in a browser, and its datasource is waited for."""

from __future__ import annotations

import asyncio
import inspect
import webbrowser
from collections.abc import Collection, Mapping
from contextlib import AsyncExitStack
from typing import Any, cast

from yarl import URL

from aigpt._http.cancellation import cancel_and_wait
from aigpt._http.failure import Failure, FailureKind
from aigpt._igpt.callback_server import CallbackServer
from aigpt._igpt.datasources import is_indexed
from aigpt._igpt.objects import Datasource
from aigpt._igpt.replies import AuthorizeReply, DatasourcesReply, Reply, failed_reply
from aigpt._igpt.sender import Sender
from aigpt._igpt.waiting import LISTING_SECONDS, DatasourcePolls
from aigpt.errors import ConfigurationError

NO_URL = Failure(FailureKind.RESPONSE, "the response holds no web address for the user to go to")

_OF_POLLS = ("user", "max_retries", "idle_timeout", "extra_headers", "abort", "raise_errors")
_OWN = frozenset({"open_url", "on_progress", "timeout"})


async def authorize_and_wait(sender: Sender, params: Mapping[str, Any]) -> DatasourcesReply:
    """Do what `Connectors.authorize_and_wait` says."""
    polls = DatasourcePolls(sender, params, {name: params[name] for name in _OF_POLLS if name in params})
    return await polls.within("connectors.authorize_and_wait", lambda: _authorize(sender, params, polls))


async def _authorize(sender: Sender, params: Mapping[str, Any], polls: DatasourcePolls) -> DatasourcesReply:
    before = await polls.ask()
    if before.error:
        return before
    known = {one.get("id") for one in before.datasources}
    async with AsyncExitStack() as stack:
        wanted: dict[str, Any] = {name: value for name, value in params.items() if name not in _OWN}
        callback = None
        if wanted.get("redirect_uri") is None:
            callback = await stack.enter_async_context(CallbackServer(wanted.get("state")))
            wanted |= {"redirect_uri": callback.url, "state": callback.state}
        wanted["raise_errors"] = False
        reply = await sender.call("connectors/authorize", AuthorizeReply, wanted)
        url = _web_address(reply)
        if url is None:
            return _as_failed(reply)
        opening = asyncio.create_task(_open(params.get("open_url"), url))
        stack.push_async_callback(cancel_and_wait, [opening])
        events: list[asyncio.Future[Failure | None]] = [opening, *([] if callback is None else [callback.arrived])]
        return await polls.until(_Arrival(str(params["service"]), known, callback), events)


class _Arrival:
    """Whether the datasource that a user has just authorized is listed and indexed."""

    def __init__(self, service: str, known: Collection[object], callback: CallbackServer | None) -> None:
        self._service = service.casefold()
        self._known = known
        self._callback = callback
        self._back_at: float | None = None

    def __call__(self, found: list[Datasource]) -> bool:
        mine = self._which(found)
        return bool(mine) and all(map(is_indexed, mine))

    def _which(self, found: list[Datasource]) -> list[Datasource]:
        """Return those of *found* that were asked for."""
        new = [one for one in found if one.get("id") not in self._known]
        mine = [one for one in new if str(one.get("service")).casefold() == self._service]
        callback = self._callback
        if callback is None or not callback.arrived.done():
            return mine
        named = [one for one in found if one.get("id") == callback.datasource]
        if named or mine or new:  # the user has agreed: what is new is what was asked for, whatever it is called
            return named or mine or new
        now = asyncio.get_running_loop().time()
        if self._back_at is None:
            self._back_at = now
        # They chose what was connected before, if nothing new is listed for so long.
        return found if now - self._back_at >= LISTING_SECONDS else []


async def _open(given: object, url: str) -> Failure | None:
    """Open *url* in the user's browser. A plain function may block: `webbrowser.open` does, in a terminal's browser."""
    opener: Any = webbrowser.open if given is None else given
    opened: object = opener(url) if inspect.iscoroutinefunction(opener) else await asyncio.to_thread(opener, url)
    if inspect.isawaitable(opened):
        opened = await opened
    if opened is False:
        raise ConfigurationError("no browser could be opened here; pass open_url=print to have the address shown")
    return None


def _web_address(reply: object) -> str | None:
    """Return where the user is to go; None where the reply failed or names nothing that a browser may open."""
    url: object = reply.get("url") if isinstance(reply, Reply) and reply.ok else None
    try:
        parsed = URL(url) if isinstance(url, str) else URL()
    except ValueError:
        return None
    return cast("str", url) if parsed.scheme in {"http", "https"} and parsed.host else None


def _as_failed(reply: object) -> DatasourcesReply:
    """Return a useless reply to `authorize` as the failed reply that the caller is promised."""
    if not isinstance(reply, Reply) or reply.ok:
        return failed_reply(NO_URL, DatasourcesReply)
    failed = DatasourcesReply(reply)
    failed.__dict__.update({name: value for name, value in vars(reply).items() if name != "_exception"})
    return failed

"""What a link of connectors/authorize leads to: somebody chooses what to connect, and its indexing begins."""

from __future__ import annotations

import asyncio
import hmac
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs

from aiohttp import web

from aigpt.local.connect.links import Link, Links, form_sources, way_back
from aigpt.local.connect.pages import STYLE_SOURCE, choose_page, connected_page, no_roots_page, said_page
from aigpt.local.connect.roots import Listing, Place, Roots
from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.file_listing import check_path
from aigpt.local.params import Authorize
from aigpt.local.store import datasources as catalog
from aigpt.local.store.database import Store
from aigpt.local.web.request_guard import html_reply

__all__ = ["Connect"]

_MAX_FIELDS = 10
_GONE = said_page(
    "Link not valid", "This link was used before, has expired, or never existed. Ask the application for a new one."
)
_FOREIGN = said_page("Not from this page", "Open the link again, and choose on its own page.")


class _Connected(NamedTuple):
    name: str
    already: bool


class Connect:
    """The links and their pages. *begin* is told the user and the id of what is to be indexed."""

    def __init__(self, store: Store, roots: Roots, begin: Callable[[str, str], None]) -> None:
        self._store = store
        self._roots = roots
        self._begin = begin
        self._links = Links()

    def link(self, wanted: Authorize) -> str:
        """Return the path of a new link. Raises `ParamsError` where its `redirect_uri` is no plain web address."""
        return f"/connect/{self._links.make(wanted)}"

    async def show(self, request: web.Request) -> web.StreamResponse:
        """GET of a link: the page to choose on, as often as one looks around."""
        link = self._links.look(request.match_info["token"])
        return _page(_GONE, 410) if link is None else await self._choose(link, request.query.get("at", ""))

    async def submit(self, request: web.Request) -> web.StreamResponse:
        """POST of that page's form: Connect or Cancel, which use the link up."""
        token = request.match_info["token"]
        fields = _fields(await request.read())
        link = self._links.look(token)
        if link is None:
            return _page(_GONE, 410)
        if not hmac.compare_digest(fields.get("key", "").encode(), link.form_key.encode()):
            return _page(_FOREIGN, 403)
        if fields.get("do") == "cancel":
            return self._cancel(token)
        place = await asyncio.to_thread(self._chosen, fields.get("place", ""))
        if isinstance(place, str):
            return await self._choose(link, request.query.get("at", ""), place)
        # Once the link is used up, what it was used for is done even if the browser leaves.
        return await asyncio.shield(self._connect(token, place))

    async def _choose(self, link: Link, at: str, notice: str = "") -> web.Response:
        sources = form_sources(link.wanted.redirect_uri)
        if not self._roots:
            return _page(no_roots_page(link), form_action=sources)
        listing, connected = await asyncio.to_thread(self._look, link.wanted.user, at)
        status = 400 if notice else 200
        if listing is None:
            status, notice = 404, notice or "There is no such folder here."
            listing, connected = await asyncio.to_thread(self._look, link.wanted.user, "")
        page = choose_page(link, listing or Listing((), ()), connected, notice)
        return _page(page, status, form_action=sources)

    def _look(self, user: str, at: str) -> tuple[Listing | None, set[Path]]:
        with self._store.reading() as db:
            connected = {source.path for source in catalog.datasources(db, user)}
        return self._roots.look(at), connected

    def _chosen(self, code: str) -> Place | str:
        """Return what was chosen, checked again, or what is wrong with it."""
        if not code:
            return "Choose something first."
        place = self._roots.find(code)
        if place is None:
            return "This cannot be connected: it is no longer there, or it is nothing that was offered."
        try:
            check_path(place.path)
        except LocalServerError:
            return f"“{place.name}” holds no mail or notes that can be read."
        return place

    def _cancel(self, token: str) -> web.StreamResponse:
        link = self._links.take(token)
        page = said_page("Cancelled", "Nothing was connected. You can close this window.")
        return _end(link, {"error": "access_denied"}, page)

    async def _connect(self, token: str, place: Place) -> web.StreamResponse:
        link = self._links.take(token)
        if link is None:  # used by another request while this one looked at the files
            return _page(_GONE, 410)
        try:
            done = await asyncio.to_thread(self._add, link.wanted, place)
        except sqlite3.Error:
            done = None
        if done is None:
            page = said_page("Not connected", "The database is busy or cannot be written. Ask for a new link later.")
            return _end(link, {"error": "temporarily_unavailable"}, page, status=503)
        if not done.already:
            self._begin(link.wanted.user, done.name)
        answer = {"datasource": done.name} | ({"already_connected": "true"} if done.already else {})
        return _end(link, answer, connected_page(link.wanted.service, already=done.already))

    def _add(self, wanted: Authorize, place: Place) -> _Connected | None:
        """Connect *place*; None while it is still being removed."""
        with self._store.writing() as db:
            known = _name(db, wanted.user, place.path)
            if known is not None:
                return _Connected(known, already=True)
            catalog.add_datasource(db, wanted.user, place.path, wanted.service)
            added = _name(db, wanted.user, place.path)
        return None if added is None else _Connected(added, already=False)


def _name(db: sqlite3.Connection, user: str, path: Path) -> str | None:
    return next((source.name for source in catalog.datasources(db, user) if source.path == path), None)


def _fields(body: bytes) -> dict[str, str]:
    try:
        found = parse_qs(body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=_MAX_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}


def _end(link: Link | None, answer: Mapping[str, str], page: str, status: int = 200) -> web.Response:
    """Send the browser back with *answer*, or show *page* where there is no way back."""
    if link is None:
        return _page(_GONE, 410)
    wanted = link.wanted
    if wanted.redirect_uri is None:
        return _page(page, status)
    state = {} if wanted.state is None else {"state": wanted.state}
    response = _page(page, 303)
    response.headers["Location"] = way_back(wanted.redirect_uri, {**answer, **state})
    return response


def _page(page: str, status: int = 200, form_action: str = "'none'") -> web.Response:
    return html_reply(page, status=status, style=STYLE_SOURCE, form_action=form_action)

"""The requests behind a link of connectors/authorize: a person chooses what to connect, and its indexing begins."""

from __future__ import annotations

import asyncio
import hmac
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs

from aiohttp import web

from aigpt.local.connect.authorize_params import AuthorizeParams
from aigpt.local.connect.links import Link, Links
from aigpt.local.connect.pages import STYLE_SOURCE, choose_page, connected_page, no_roots_page, said_page
from aigpt.local.connect.redirect import form_sources, redirect_url
from aigpt.local.connect.roots import Listing, Place, Roots
from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.path_check import check_path
from aigpt.local.security_headers import security_headers
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import add_datasource, datasources_of

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
    """The links and their pages. *begin* is called with the user and the id of a new datasource, to index it."""

    def __init__(self, store: Store, roots: Roots, begin: Callable[[str, str], None]) -> None:
        self._store = store
        self._roots = roots
        self._begin = begin
        self._links = Links()

    def link(self, wanted: AuthorizeParams) -> str:
        """Return the path of a new link. Raises `ParamsError` if its `redirect_uri` is not a plain web address."""
        return f"/connect/{self._links.make(wanted)}"

    async def show(self, request: web.Request) -> web.StreamResponse:
        """GET of a link: the page to choose on. It does not use the link up."""
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
        # Shielded: if the browser disconnects after the link was used up, the datasource is connected all the same.
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
            connected = {source.path for source in datasources_of(db, user)}
        return self._roots.look(at), connected

    def _chosen(self, code: str) -> Place | str:
        """Return what was chosen, checked again, or an error message."""
        if not code:
            return "Choose something first."
        place = self._roots.find(code)
        if place is None:
            return "This cannot be connected: it is no longer there, or it was not offered."
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
        if link is None:  # another request has used it meanwhile
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

    def _add(self, wanted: AuthorizeParams, place: Place) -> _Connected | None:
        """Connect *place*; None while it is still being removed."""
        with self._store.writing() as db:
            known = _name(db, wanted.user, place.path)
            if known is not None:
                return _Connected(known, already=True)
            add_datasource(db, wanted.user, place.path, wanted.service)
            added = _name(db, wanted.user, place.path)
        return None if added is None else _Connected(added, already=False)


def _name(db: sqlite3.Connection, user: str, path: Path) -> str | None:
    return next((source.name for source in datasources_of(db, user) if source.path == path), None)


def _fields(body: bytes) -> dict[str, str]:
    try:
        found = parse_qs(body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=_MAX_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}


def _end(link: Link | None, answer: Mapping[str, str], page: str, status: int = 200) -> web.Response:
    """Redirect the browser with *answer*, or show *page* if there is no `redirect_uri`."""
    if link is None:
        return _page(_GONE, 410)
    wanted = link.wanted
    if wanted.redirect_uri is None:
        return _page(page, status)
    state = {} if wanted.state is None else {"state": wanted.state}
    response = _page(page, 303)
    response.headers["Location"] = redirect_url(wanted.redirect_uri, {**answer, **state})
    return response


def _page(page: str, status: int = 200, form_action: str = "'none'") -> web.Response:
    headers = security_headers({"style-src": STYLE_SOURCE, "form-action": form_action})
    return web.Response(text=page, content_type="text/html", status=status, headers=headers)

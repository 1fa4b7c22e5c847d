"""The links of connectors/authorize: what can be chosen behind them, and what comes of it."""

from __future__ import annotations

import asyncio
import html
import logging
import os
import re
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import aiohttp
import pytest
from local_making import Post, mail, mbox, numbered, refusal_code

from aigpt.local import LocalServer, LocalServerError
from aigpt.local.connect import pages
from aigpt.local.connect.authorize_params import AuthorizeParams
from aigpt.local.connect.handlers import Connect
from aigpt.local.connect.links import LIFETIME, Links
from aigpt.local.connect.redirect import form_sources, redirect_url
from aigpt.local.connect.roots import Roots
from aigpt.local.ingest import datasource_reader
from aigpt.local.params import ParamsError

WANTED = {"service": "gmail", "scope": "mail.read contacts"}
BACK = "https://app.example/back?a=1&state=old#".rstrip("#")
HOSTILE = "<img src=x onerror=alert(1)>\"' \u202egnp.mbox"


class Browser:
    """Follows one link as a browser without scripts does, up to where it leads away."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url
        self.page = ""
        self.headers: Any = {}

    async def get(self, at: str = "") -> int:
        return await self._send("GET", f"{self.url}?at={quote(at)}" if at else self.url)

    async def press(self, do: str, place: str = "", at: str = "", **changed: str) -> int:
        fields = {"do": do, "place": place, "key": self.key, **changed}
        url = f"{self.url}?at={quote(at)}" if at else self.url
        return await self._send("POST", url, data={name: value for name, value in fields.items() if value})

    async def _send(self, method: str, url: str, **options: Any) -> int:
        async with self.session.request(method, url, allow_redirects=False, **options) as response:
            self.page, self.headers = await response.text(), response.headers
            return response.status

    @property
    def key(self) -> str:
        found = re.search(r'name="key" value="([^"]+)"', self.page)
        return found[1] if found else ""

    @property
    def places(self) -> list[str]:
        """What can be chosen, as the form would send it."""
        return [html.unescape(code) for code in re.findall(r'name="place" value="([^"]*)"', self.page)]

    @property
    def folders(self) -> list[str]:
        """Where the links on the page lead."""
        return re.findall(r'href="\?at=([^"]*)"', self.page)

    @property
    def redirect(self) -> tuple[str, dict[str, str]]:
        url = urlsplit(self.headers["Location"])
        return url._replace(query="").geturl(), dict(parse_qsl(url.query, strict_parsing=True))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a folder with all sorts of mail, and something outside it that links lead to."""
    folder = tmp_path / "root"
    (folder / "lists" / "old").mkdir(parents=True)
    (folder / "empty").mkdir()
    (folder / ".hidden").mkdir()
    (folder / "Box" / "cur").mkdir(parents=True)
    (folder / "Box" / "new").mkdir()
    (folder / "Box" / "cur" / "1:2,S").write_bytes(mail("Maildir text."))
    (folder / "inbox.mbox").write_bytes(numbered(5))
    (folder / "lists" / "a+b &c.mbox").write_bytes(numbered(3, first=10))
    (folder / "lists" / "old" / "notes.txt").write_text("Ann: harbour.\n")
    (folder / ".hidden" / "secret.mbox").write_bytes(numbered(1))
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / HOSTILE.replace("/", "")).write_bytes(numbered(1))
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "private.mbox").write_bytes(numbered(2))
    (folder / "out").symlink_to(outside)
    (folder / "out.mbox").symlink_to(outside / "private.mbox")
    (folder / "sly.mbox").symlink_to(folder / ".hidden" / "secret.mbox")
    (folder / "in.mbox").symlink_to(folder / "inbox.mbox")
    (folder / "circle").symlink_to(folder / "circle")
    os.mkfifo(folder / "pipe.mbox")
    return folder


@pytest.fixture
async def server(root: Path) -> AsyncIterator[LocalServer]:
    """Run a server that has nothing yet."""
    async with LocalServer(roots=[root], port=0) as running:
        yield running


@pytest.fixture
async def browser(post: Post, session: aiohttp.ClientSession) -> Browser:
    """Follow a fresh link, with an address to go back to."""
    return await follow(post, session, redirect_uri=BACK, state="s&t=1 ü")


async def follow(post: Post, session: aiohttp.ClientSession, **more: str) -> Browser:
    browser = Browser(session, (await post("connectors/authorize", **WANTED, **more))["url"])
    assert await browser.get() == 200
    return browser


# ── as it is meant ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_from_the_link_to_the_answer_and_away_again(
    post: Post, server: LocalServer, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Authorize, look around, connect, go back, watch it being indexed, search, disconnect: all over HTTP."""
    halfway, go_on = threading.Event(), threading.Event()
    write = datasource_reader.Reader._write

    def hold(self: Any, work: Any) -> None:
        write(self, work)
        if self._current().messages == 3:
            halfway.set()
            go_on.wait(30)

    monkeypatch.setattr(datasource_reader, "_BATCH_STEPS", 3)
    monkeypatch.setattr(datasource_reader.Reader, "_write", hold)
    assert (await post("datasources/list")) == {"datasources": []}
    for word in ("gmail", "mail.read", "contacts", "app.example", "<b><bdi>me</bdi></b>"):
        assert word in browser.page
    assert "0/lists" in browser.folders
    assert await browser.get("0/lists") == 200
    assert await browser.get() == 200
    assert await browser.press("connect", "0/inbox.mbox") == 303
    address, answer = browser.redirect
    assert address == "https://app.example/back"
    await asyncio.to_thread(halfway.wait, 30)
    try:
        (source,) = (await post("datasources/list"))["datasources"]
        assert answer == {"a": "1", "state": "s&t=1 ü", "datasource": source["id"]}
        assert (source["service"], source["title"], source["status"]) == ("gmail", "inbox.mbox", "indexing")
        assert source["id"].split("/")[::2] == ["gmail", "messages"]
        assert 0 < source["progress"] < 100
    finally:
        go_on.set()
    await server.indexed()
    (source,) = (await post("datasources/list"))["datasources"]
    assert (source["status"], source["progress"], source["subtitle"]) == ("enabled", 100, "5 messages")
    found = (await post("recall/search", query="word3"))["results"]
    assert [result["subject"] for result in found] == ["Number 3"]
    assert (await post("recall/search", query="word3", user="else"))["results"] == []
    assert (await post("datasources/disconnect", id=source["id"]))["status"] == "disconnected"
    assert (await post("recall/search", query="word3"))["results"] == []


async def test_each_kind_can_be_chosen(
    post: Post, server: LocalServer, session: aiohttp.ClientSession, browser: Browser
) -> None:
    for place in ("0/Box", "0/lists", "0/lists/a+b &c.mbox", "0/lists/old/notes.txt", "0"):
        chooser = await follow(post, session)
        assert await chooser.press("connect", place) == 200
        assert "You can close this window" in chooser.page
    results = await server.indexed()
    assert [(one.title, one.messages, one.notes) for one in results] == [
        *[("Box", 1, 0), ("lists", 3, 1), ("a+b &c.mbox", 3, 0), ("notes.txt", 0, 1), ("root", 10, 1)]
    ]


async def test_what_is_connected_already_stays_and_is_said(
    post: Post, server: LocalServer, session: aiohttp.ClientSession, browser: Browser
) -> None:
    assert await server.indexed() == []  # the job of the start, which would index what is connected before it runs
    await browser.press("connect", "0/inbox.mbox")
    again = await follow(post, session, redirect_uri="http://localhost:3000/", state="x")
    assert again.page.count(", connected</small>") == 2  # it, and the link that leads to it
    assert await again.press("connect", "0/in.mbox") == 303
    assert again.redirect[1] == {
        "already_connected": "true",
        "state": "x",
        "datasource": browser.redirect[1]["datasource"],
    }
    other = Browser(session, (await post("connectors/authorize", **WANTED | {"service": "spike"}))["url"])
    await other.get()
    assert await other.press("connect", "0/inbox.mbox") == 200
    assert "connected before" in other.page
    assert len((await post("datasources/list"))["datasources"]) == 1
    elses = await follow(post, session, user="else", redirect_uri="http://localhost:3000/")
    assert ", connected</small>" not in elses.page
    assert await elses.press("connect", "0/inbox.mbox") == 303
    assert "already_connected" not in elses.redirect[1]
    assert len(await server.indexed()) == 2


async def test_cancel_leads_back_with_an_error(post: Post, session: aiohttp.ClientSession, browser: Browser) -> None:
    assert await browser.press("cancel") == 303
    assert browser.redirect == (
        "https://app.example/back",
        {"a": "1", "state": "s&t=1 ü", "error": "access_denied"},
    )
    plain = await follow(post, session)
    assert await plain.press("cancel") == 200
    assert "Nothing was connected" in plain.page
    assert (await post("datasources/list")) == {"datasources": []}


@pytest.mark.parametrize("first", ["connect", "cancel"])
async def test_a_link_is_used_up(browser: Browser, first: str) -> None:
    key = browser.key
    assert await browser.press(first, "0/inbox.mbox") == 303
    for again in ("connect", "cancel"):
        assert await browser.press(again, "0/inbox.mbox", key=key) == 410
        assert "used before" in browser.page
    assert await browser.get() == 410
    assert "Location" not in browser.headers


async def test_of_two_at_once_one_connects(
    browser: Browser, session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    both, chosen = threading.Barrier(2, timeout=30), Connect._chosen

    def together(self: Any, code: str) -> Any:
        both.wait()
        return chosen(self, code)

    monkeypatch.setattr(Connect, "_chosen", together)
    twin = Browser(session, browser.url)
    await twin.get()
    statuses = await asyncio.gather(browser.press("connect", "0/inbox.mbox"), twin.press("connect", "0/lists"))
    assert sorted(statuses) == [303, 410]


def test_a_link_expires() -> None:
    now = [0.0]
    links = Links(clock=lambda: now[0])
    wanted = AuthorizeParams("me", "gmail", "mail", None, None)
    early, late, unknown = links.make(wanted), links.make(wanted), "x"
    now[0] = LIFETIME - 1
    assert (links.look(unknown), links.take(unknown)) == (None, None)
    assert [link and link.wanted for link in (links.look(early), links.take(early), links.take(early))] == [
        *(wanted, wanted, None)
    ]
    now[0] = LIFETIME
    assert (links.look(late), links.take(late)) == (None, None)


def test_there_are_not_more_and_more_links() -> None:
    links = Links()
    tokens = [links.make(AuthorizeParams("me", "gmail", "mail", None, None)) for _ in range(1001)]
    assert links.look(tokens[0]) is None
    assert all(links.look(token) for token in tokens[1:])


async def test_without_roots_the_page_says_how_to_give_them(data: list[Path], session: aiohttp.ClientSession) -> None:
    headers = {"Authorization": "Bearer x"}
    async with LocalServer(data, port=0) as server:
        body = {"user": "me", **WANTED, "redirect_uri": BACK}
        async with session.post(f"{server.url}/connectors/authorize", json=body, headers=headers) as response:
            browser = Browser(session, (await response.json())["url"])
        assert await browser.get() == 200
        assert "aigpt serve --root FOLDER" in browser.page
        assert browser.places == []
        assert await browser.press("connect", "0") == 400 or "--root" in browser.page
        assert await browser.press("cancel") == 303


async def test_a_browser_that_leaves_in_the_middle_has_connected_all_the_same(
    post: Post, server: LocalServer, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    add = Connect._add

    def slow(self: Any, wanted: Any, place: Any) -> Any:
        begun.set()
        go_on.wait(30)
        return add(self, wanted, place)

    monkeypatch.setattr(Connect, "_add", slow)
    leaving = asyncio.ensure_future(browser.press("connect", "0/inbox.mbox"))
    await asyncio.to_thread(begun.wait, 30)
    leaving.cancel()
    await asyncio.wait([leaving])
    go_on.set()
    for _ in range(2_000):
        sources = (await post("datasources/list"))["datasources"]
        if [source["progress"] for source in sources] == [100]:
            break
        await asyncio.sleep(0.01)
    else:
        pytest.fail("nothing was connected")


async def test_a_database_that_cannot_be_written_is_no_dead_end(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigpt.local.connect.handlers.add_datasource", lambda *_: None)
    assert await browser.press("connect", "0/inbox.mbox") == 303
    assert browser.redirect[1]["error"] == "temporarily_unavailable"
    assert browser.redirect[1]["state"] == "s&t=1 ü"


async def test_what_is_connected_is_still_there_after_a_restart(
    root: Path, tmp_path: Path, session: aiohttp.ClientSession
) -> None:
    """Given as data too, it stays what it was connected as, and is there once."""
    headers = {"Authorization": "Bearer x"}
    async with LocalServer(roots=[root], db=tmp_path / "index.db", port=0) as server:
        url = f"{server.url}/connectors/authorize"
        async with session.post(url, json={"user": "me", **WANTED}, headers=headers) as response:
            browser = Browser(session, (await response.json())["url"])
        await browser.get()
        assert await browser.press("connect", "0/inbox.mbox") == 200
    async with LocalServer([root / "inbox.mbox"], db=tmp_path / "index.db", port=0) as server:
        (result,) = await server.indexed()
        assert (result.title, result.messages, result.finished) == ("inbox.mbox", 5, True)
        assert result.datasource.startswith("gmail/")


async def test_indexing_that_breaks_off_is_logged_without_names(
    browser: Browser, server: LocalServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(datasource_reader.Reader, "read", full)
    assert await browser.press("connect", "0/inbox.mbox") == 303
    *_, result = await server.indexed()
    assert "disk is full" in result.error
    assert "the database cannot be written (database or disk is full)" in caplog.text
    assert "inbox" not in caplog.text


@pytest.mark.parametrize("name", ["user", "service", "scope", "state", "redirect_uri"])
async def test_a_link_holds_only_so_much(post: Post, name: str) -> None:
    body = {"user": "me", **WANTED, name: "https://a.example/?" + "x" * 8_000}
    assert refusal_code(await post("connectors/authorize", **body)) == "params"


# ── what can be chosen, and what not ────────────────────────────────────────────────────────────────────────────────


async def test_the_page_lists_what_is_below_the_root_and_nothing_else(browser: Browser) -> None:
    assert sorted(browser.places) == sorted(
        ["0", "0/Box", "0/empty", "0/lists", "0/in.mbox", "0/inbox.mbox", f"0/{HOSTILE}"]
    )
    assert sorted(browser.folders) == ["0/empty", "0/lists"]
    assert await browser.get("0/lists") == 200
    assert browser.places == ["0/lists", "0/lists/old", "0/lists/a+b &c.mbox"]
    assert browser.folders == ["0", "0/lists/old"]
    assert await browser.get("0/empty") == 200
    assert "holds no mail or notes" in browser.page
    assert await browser.get("0/Box") == 200  # a Maildir is chosen as a whole
    assert (browser.places, browser.folders) == (["0/Box"], ["0"])


OUTSIDE = [
    *("..", "0/..", "0/../outside", "0/../outside/private.mbox", "0/lists/../../outside/private.mbox"),
    *("0/out", "0/out/private.mbox", "0/out.mbox", "0/sly.mbox", "0/.hidden", "0/.hidden/secret.mbox", "0/circle"),
    *("0//etc/passwd", "/etc/passwd", "//etc", "0/", "/", "1", "-1", "00", "²", "0/lists/", "0/./lists", "0/pipe.mbox"),
    *("0/inbox.mbox\0", "\0", "0/lists\0/x", "0/%2e%2e/outside", "%2e%2e", "0/..\\outside", "0/missing", "x" * 9000),
    *("0/" + "a/" * 3000, "0/" + "lists/../" * 50 + "x", "0/inbox.mbox/x", "0\n", "file:///etc/passwd", "~", "0/~root"),
]


@pytest.mark.parametrize("place", OUTSIDE, ids=lambda place: ascii(place)[:40])
async def test_nothing_outside_the_roots_is_shown_or_accepted(post: Post, browser: Browser, place: str) -> None:
    status = await browser.get(place if len(place) < 8000 else place[:4000])
    assert status == 404 or (status == 200 and set(browser.places) <= {"0/inbox.mbox", "0/pipe.mbox"})
    assert "private" not in browser.page
    assert "secret" not in browser.page
    await browser.get()
    assert await browser.press("connect", place) == 400
    assert 'role="alert"' in browser.page
    assert (await post("datasources/list")) == {"datasources": []}
    assert await browser.press("connect", "0/inbox.mbox") == 303  # a slip does not use the link up


async def test_what_was_chosen_is_looked_at_again(post: Post, browser: Browser, root: Path, tmp_path: Path) -> None:
    """Between the page and the button, a file became a link that leads out."""
    (root / "inbox.mbox").unlink()
    (root / "inbox.mbox").symlink_to(tmp_path / "outside" / "private.mbox")
    assert await browser.press("connect", "0/inbox.mbox", at="0") == 400
    assert "no longer there" in browser.page
    (root / "lists").rename(root / "gone")
    (root / "lists").symlink_to(tmp_path / "outside")
    assert await browser.press("connect", "0/lists") == 400
    assert await browser.press("connect", "0/empty") == 400
    assert "holds no mail or notes" in browser.page
    assert await browser.press("connect") == 400
    assert "Choose something first" in browser.page
    assert (await post("datasources/list")) == {"datasources": []}


async def test_several_roots(post: Post, root: Path, tmp_path: Path, session: aiohttp.ClientSession) -> None:
    roots = Roots([root, tmp_path / "outside", root])
    listing = roots.look("")
    assert listing is not None
    assert [(place.code, place.name) for place in listing.places] == [("0", "root"), ("1", "outside")]
    inner = roots.look("1")
    assert inner is not None
    assert [place.code for place in inner.places] == ["1/private.mbox"]
    assert roots.find("0/out") is None  # below another root, but not below this one
    assert roots.find("2") is None


def test_a_huge_folder_is_bounded(root: Path) -> None:
    for number in range(1200):
        (root / "lists" / "old" / f"{number:04}.txt").write_text("x")
    listing = Roots([root]).look("0/lists/old")
    assert listing is not None
    assert (len(listing.places), listing.cut) == (1000, True)
    assert listing.places[0].name == "0000.txt"


async def test_a_huge_folder_says_so(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aigpt.local.connect.roots._MAX_PLACES", 2)
    await browser.get()
    assert len(browser.places) == 3
    assert "more than is listed" in browser.page


async def test_a_folder_that_cannot_be_read(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:  # else the server could not remove its folder either
        patched.setattr("aigpt.local.connect.roots.os.scandir", forbidden)
        assert await browser.get("0/lists") == 200
    assert "cannot be read" in browser.page


DEPTH = 1000


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """Make folders inside one another. They are removed from within: recursion does not go as deep."""
    folder = tmp_path / "deep"
    folders = [folder.joinpath(*["d"] * depth) for depth in range(DEPTH + 1)]
    for one in folders:
        one.mkdir()
    (folders[-1] / "a.txt").write_text("x")
    yield folder
    (folders[-1] / "a.txt").unlink()
    for one in reversed(folders):
        one.rmdir()


@pytest.fixture
def stats(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each look at the file system."""
    noted: list[str] = []

    def counting(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            noted.append(name)
            return real(*args, **options)

        return call

    for name in ("stat", "lstat"):
        monkeypatch.setattr(os, name, counting(name, getattr(os, name)))
    return noted


@pytest.mark.parametrize("ask", [Roots.look, Roots.find])
def test_each_part_of_a_path_costs_the_same(deep: Path, stats: list[str], ask: Callable[[Roots, str], object]) -> None:
    roots = Roots([deep])
    counts = []
    for depth in (DEPTH // 2, DEPTH):
        stats.clear()
        assert ask(roots, "0" + "/d" * depth) is not None
        counts.append(len(stats))
    half, whole = counts
    assert whole - half <= 2 * DEPTH // 2
    assert whole <= 2 * DEPTH + 200


def test_a_file_deep_down_costs_no_more_to_list(deep: Path, stats: list[str]) -> None:
    bottom = deep.joinpath(*["d"] * DEPTH)
    names = [f"{number}.txt" for number in range(100)]
    for name in names:
        (bottom / name).write_text("x")
    roots = Roots([deep])
    stats.clear()
    listing = roots.look("0" + "/d" * DEPTH)
    for name in names:
        (bottom / name).unlink()
    assert listing is not None
    assert len(listing.places) == 101
    assert len(stats) <= 2 * DEPTH + 200 + 10 * 101


def test_links_in_a_circle_are_followed_a_few_times(root: Path, stats: list[str]) -> None:
    (root / "again").symlink_to(root)
    roots = Roots([root])
    stats.clear()
    assert roots.find("0" + "/again" * 3 + "/lists") is not None
    assert roots.find("0" + "/again" * 600) is None
    assert len(stats) <= 1000


def test_of_a_long_way_the_page_shows_the_ends(deep: Path) -> None:
    listing = Roots([deep]).look("0" + "/d" * DEPTH)
    assert listing is not None
    page = pages._trail(listing)
    assert re.sub("<[^>]*>", "", page).startswith("deep / … / d / d / ")
    assert page.count("<a ") < 25
    short = Roots([deep]).look("0/d/d")
    assert short is not None
    assert re.sub("<[^>]*>", "", pages._trail(short)) == "deep / d / d"


async def test_a_root_must_be_a_folder(root: Path) -> None:
    for wrong, says in (
        (root / "missing", "does not exist; give a folder"),
        (root / "inbox.mbox", "not a folder; give a folder"),
    ):
        with pytest.raises(LocalServerError, match=says) as caught:
            await LocalServer(roots=[wrong], port=0).start()
        assert "\n" not in str(caught.value)


# ── where it leads back ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("uri", "back"),
    [
        ("https://a.example", "https://a.example?state=x%20%26y&error=e"),
        ("https://a.example?", "https://a.example?state=x%20%26y&error=e"),
        ("https://a.example/cb?b=%2B+1&c", "https://a.example/cb?b=%2B+1&c&state=x%20%26y&error=e"),
        ("http://localhost:3000/?state=1&st%61te=2&z=3", "http://localhost:3000/?z=3&state=x%20%26y&error=e"),
        ("http://[::1]:8/a?u=http://b/?c", "http://[::1]:8/a?u=http://b/?c&state=x%20%26y&error=e"),
    ],
)
def test_the_answer_joins_the_query_that_is_there(uri: str, back: str) -> None:
    assert redirect_url(uri, {"state": "x &y", "error": "e"}) == back


@pytest.mark.parametrize(
    "uri",
    [
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "/back",
            "//a.example",
            "http://",
            "http://[x",
            "http:a.example",
            "",
        ),
        *("https:///a.example", "https:\\\\a.example", "https://a.example\\@b.example", "https://u@a.example/"),
        *("https://u:p@a.example/", "https://a.example/#f", "https://a.example/?x#", "https://a.example/\r\nX: y"),
        *(
            " https://a.example/",
            "https://a.example/ x",
            "https://a.example:99999/",
            "https://ä.example/",
            "ftp://a.example",
        ),
        *(
            "https://a.example/\u202e",
            "https://a.example\0/",
            "https://-a/",
            "https://a.example:/",
            "http://%61/",
            'http://a/"',
        ),
    ],
)
def test_other_addresses_are_refused(uri: str) -> None:
    with pytest.raises(ParamsError):
        Links().make(AuthorizeParams("me", "gmail", "mail", uri, None))


@pytest.mark.parametrize(
    ("uri", "sources"),
    [
        (None, "'self'"),
        ("https://a.example/cb?x;y", "'self' https://a.example"),
        ("HTTP://127.0.0.1:99/cb", "'self' HTTP://127.0.0.1:99"),
        ("http://[::1]:99/cb", "'self' http:"),
        ("https://my_app/cb", "'self' https:"),
    ],
)
async def test_the_form_may_lead_here_and_there_only(
    post: Post, session: aiohttp.ClientSession, uri: str | None, sources: str
) -> None:
    assert form_sources(uri) == sources
    browser = await follow(post, session, **({"redirect_uri": uri} if uri else {}))
    policy = dict(part.split(" ", 1) for part in browser.headers["Content-Security-Policy"].split("; "))
    assert policy["form-action"] == sources
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["style-src"].startswith("'sha256-")
    # Without any referrer the form's own origin would be "null", and refused where a browser sends no Sec-Fetch-Site.
    assert browser.headers["Referrer-Policy"] == "same-origin"
    assert "script" not in browser.page


# ── those who mean no good ──────────────────────────────────────────────────────────────────────────────────────────


async def test_only_the_pages_own_form_is_heard(post: Post, session: aiohttp.ClientSession, browser: Browser) -> None:
    other = await follow(post, session)
    for key in ("wrong", "", other.key, "é"):
        assert await browser.press("connect", "0/inbox.mbox", key=key or "x") == 403
        assert await browser.press("cancel", key=key or "x") == 403
        await browser.get()
    assert (await post("datasources/list")) == {"datasources": []}


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
async def test_another_sites_form_is_not_heard(browser: Browser, headers: dict[str, str]) -> None:
    fields = {"do": "connect", "place": "0/inbox.mbox", "key": browser.key}
    async with browser.session.post(browser.url, data=fields, headers=headers) as response:
        assert response.status == 403
    assert await browser.press("connect", "0/inbox.mbox") == 303


async def test_names_are_text(post: Post, session: aiohttp.ClientSession, root: Path) -> None:
    (root / HOSTILE).unlink()
    (root / "<script>alert(2)<").mkdir()
    (root / "<script>alert(2)<" / HOSTILE).write_bytes(mbox([mail("x", Subject="<b>")]))
    nasty = "</b><script>alert(3)</script>\u202e\0\x1b"
    browser = Browser(session, "")
    of_user = re.sub(r"[\0\x1b]", "", nasty)  # control characters are no part of a user's name
    for more in ({"service": nasty}, {"scope": nasty}, {"user": of_user}):
        browser.url = (await post("connectors/authorize", **WANTED | more))["url"]
        assert await browser.get("0/<script>alert(2)<") == 200
        assert f"0/<script>alert(2)</{HOSTILE}" in browser.places
        assert not re.search(r"<(script|img)|[\u202a-\u202e\0\x1b]", re.sub(r'value="[^"]*"', "", browser.page))
        assert not re.search(r"<(script|img)", browser.page)
    assert await browser.press("connect", f"0/<script>alert(2)</{HOSTILE}x") == 400
    assert await browser.press("connect", f"0/<script>alert(2)</{HOSTILE}") == 200
    service = Browser(session, (await post("connectors/authorize", **WANTED | {"service": nasty}))["url"])
    await service.get()
    await service.press("connect", "0/inbox.mbox")
    assert "<script" not in service.page


async def test_names_of_files_are_in_no_log_above_debug_unless_they_cannot_be_read(
    post: Post, server: LocalServer, browser: Browser, root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    (root / "lists" / "gone.mbox").symlink_to(root / "nowhere")
    (root / "lists" / "a+b &c.mbox").chmod(0)
    await browser.get("0/lists")
    await browser.press("connect", "0/../inbox.mbox")
    await browser.press("connect", "0/lists")
    await server.indexed()
    await post("datasources/list")
    told = [record.getMessage() for record in caplog.records if record.levelno > logging.DEBUG]
    assert not [line for line in told if re.search(r"inbox|lists|root", line)]
    assert all("cannot be read" in line for line in told if "a+b" in line)

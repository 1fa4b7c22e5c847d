"""How the playground's files are served: whole, asked for anew each time, under a policy that lets nothing else in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import aiohttp
import pytest
from multidict import CIMultiDictProxy
from yarl import URL

from aigpt.local import LocalServer

FOLDER = files("aigpt.local.web") / "page"
PAGE = (FOLDER / "index.html").read_text(encoding="utf-8")
SCRIPTS = ["app.js", "datasources.js", "passages.js", "python.js", "server.js", "text.js", "turns.js"]
NAMES = ["style.css", "icon.svg", *SCRIPTS]
PATHS = ["/", "/page/config", *(f"/page/{name}" for name in NAMES)]


async def get(
    server: LocalServer, session: aiohttp.ClientSession, path: str, *, method: str = "GET", **headers: str
) -> tuple[int, bytes, CIMultiDictProxy[str]]:
    async with session.request(method, URL(server.url).origin().join(URL(path)), headers=headers) as answer:
        return answer.status, await answer.read(), answer.headers


@pytest.mark.parametrize("path", PATHS)
async def test_each_file_says_what_it_is_and_what_it_may_do(
    server: LocalServer, session: aiohttp.ClientSession, path: str
) -> None:
    status, body, headers = await get(server, session, path)
    assert (status, bool(body)) == (200, True)
    kinds = {"": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
    expected = "application/json" if path == "/page/config" else kinds[Path(path).suffix]
    assert headers["Content-Type"] == f"{expected}; charset=utf-8"
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    loaded = {"script-src": "'self'", "style-src": "'self'", "img-src": "'self'", "connect-src": "'self'"}
    refused = dict.fromkeys(("default-src", "base-uri", "frame-ancestors", "form-action", "trusted-types"), "'none'")
    assert policy == {**loaded, **refused, "require-trusted-types-for": "'script'"}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", PATHS)
async def test_what_the_browser_has_is_not_sent_again(
    server: LocalServer, session: aiohttp.ClientSession, path: str
) -> None:
    _, body, headers = await get(server, session, path)
    assert headers["Cache-Control"] == "no-cache"
    tag = headers["ETag"]
    status, nothing, again = await get(server, session, path, **{"If-None-Match": f'"other", W/{tag}'})
    assert (status, nothing, again["ETag"]) == (304, b"", tag)
    for other in ('"other"', "nonsense", "*x", '"', ""):
        assert (await get(server, session, path, **{"If-None-Match": other}))[:2] == (200, body)
    assert (await get(server, session, path, method="HEAD"))[:2] == (200, b"")


async def test_the_page_needs_nothing_from_elsewhere_and_nothing_inline(
    server: LocalServer, session: aiohttp.ClientSession
) -> None:
    """Its files name each other, all of which are there, and no other address; its code makes HTML of nothing."""
    code = {name: (FOLDER / name).read_text(encoding="utf-8") for name in NAMES}
    named = re.findall(r"""(?:src|href|from|url)[ =(]+["']([^"'#]+)["']""", "\n".join([PAGE, *code.values()]))
    assert {f"/page/{name}" for name in NAMES} == set(named)
    for path in named:
        assert (await get(server, session, path))[0] == 200
    assert not re.search(r"<style|<script>|\son\w+=|\sstyle=|https?://", PAGE)
    made_html = re.compile(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(|srcdoc")
    assert [name for name in NAMES if made_html.search(code[name])] == []


@pytest.mark.parametrize(("keys", "wanted"), [(None, b"false"), (["sesame"], b"true")])
async def test_the_page_is_told_the_user_and_never_a_key(
    data: list[Path], session: aiohttp.ClientSession, keys: Sequence[str] | None, wanted: bytes
) -> None:
    async with LocalServer(data, user='Zoë "</script>', port=0, api_keys=keys) as server:
        answers = [(await get(server, session, path))[1] for path in PATHS]
    assert answers[1] == '{"user":"Zoë \\"</script>","keys":'.encode() + wanted + b"}"
    assert b"sesame" not in b"".join(answers)


async def test_the_page_is_there_to_be_read_only(server: LocalServer, session: aiohttp.ClientSession) -> None:
    for path in PATHS:
        assert (await get(server, session, path, method="POST"))[0] == 405
        assert (await get(server, session, path, Host=f"rebound.example:{URL(server.url).port}"))[0] == 421
    for path in ("/page/", "/page/index.html", "/page/../app.py", "/page/..%2fapp.py", "/index.html"):
        assert (await get(server, session, path))[0] == 404

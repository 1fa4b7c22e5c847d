"""The page behind a link in a real browser, which holds to its policy: it must let the form lead away again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import local_browser
import pytest
import pytest_asyncio
from aiohttp import web
from local_making import mail, mbox, numbered
from playwright.async_api import Browser, Page

from aigpt import AsyncIGPT
from aigpt.local import LocalServer

# One browser, and so one event loop, for all of them.
pytestmark = pytest.mark.asyncio(loop_scope="session")
browser = local_browser.browser

HOSTILE = "<img src=x onerror=alert(1)> \u202egnp.mbox"


@pytest_asyncio.fixture(loop_scope="session")
async def igpt(tmp_path: Path) -> AsyncIterator[AsyncIGPT]:
    """Run a server with a root, and a client for it."""
    root = tmp_path / "Mail"
    (root / "lists").mkdir(parents=True)
    (root / "inbox.mbox").write_bytes(numbered(5))
    (root / HOSTILE).write_bytes(mbox([mail("x", Subject="<script>alert(2)</script>")]))
    (root / "lists" / "old.mbox").write_bytes(numbered(3))
    async with LocalServer(roots=[root], port=0) as server, AsyncIGPT("x", base_url=server.url, user="me") as client:
        yield client


@pytest_asyncio.fixture(loop_scope="session")
async def back() -> AsyncIterator[str]:
    """Run the application to which the browser is sent back, on another origin."""

    async def arrive(request: web.Request) -> web.Response:
        return web.Response(text=f"back with {sorted(request.query)}")

    app = web.Application()
    app.router.add_get("/back", arrive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://localhost:{runner.addresses[0][1]}/back?app=1"
    await runner.cleanup()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """Give a page that is narrow, and fails the test where a script asks something or the policy is broken."""
    troubles: list[str] = []
    opened = await browser.new_page(viewport={"width": 360, "height": 700}, color_scheme="dark")
    opened.on("dialog", lambda dialog: troubles.append(dialog.message))
    opened.on("console", lambda said: troubles.append(said.text) if "Security Policy" in said.text else None)
    yield opened
    await opened.close()
    assert troubles == []


async def follow(igpt: AsyncIGPT, page: Page, **more: str) -> None:
    reply = await igpt.connectors.authorize(service="gmail", scope="mail.read", **more)
    assert reply.url
    await page.goto(reply.url)


async def test_connect_by_keyboard_and_go_back(igpt: AsyncIGPT, page: Page, back: str) -> None:
    await follow(igpt, page, redirect_uri=back, state="s")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await page.get_by_role("heading").evaluate("e => getComputedStyle(e).fontSize") == "24px"  # the style holds
    await page.get_by_role("button", name="Connect").press("Enter")
    assert "/connect/" in page.url  # nothing is chosen: the browser says so
    await page.get_by_role("link", name="Open lists").press("Enter")
    await page.get_by_role("radio", name="old.mbox").press("Space")
    await page.get_by_role("button", name="Connect").press("Enter")
    await page.wait_for_url("http://localhost:*/back?**")
    assert await page.inner_text("body") == "back with ['app', 'datasource', 'state']"
    listed = await igpt.datasources.wait()
    assert [(source["title"], source["subtitle"]) for source in listed.datasources] == [("old.mbox", "3 messages")]


async def test_cancel_goes_back_too(igpt: AsyncIGPT, page: Page, back: str) -> None:
    await follow(igpt, page, redirect_uri=back)
    await page.get_by_role("button", name="Cancel").click()
    await page.wait_for_url("http://localhost:*/back?**")
    assert await page.inner_text("body") == "back with ['app', 'error']"


async def test_a_hostile_name_is_text(igpt: AsyncIGPT, page: Page) -> None:
    await follow(igpt, page)
    assert await page.locator("img").count() == 0
    await page.get_by_text("<img src=x onerror=alert(1)>").click()
    await page.get_by_role("button", name="Connect").click()
    await page.get_by_text("You can close this window").wait_for()
    listed = await igpt.datasources.wait()
    assert [source["title"] for source in listed.datasources] == [HOSTILE]

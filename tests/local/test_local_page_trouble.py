"""What the playground holds to when the server, the network, the browser or another page is not as it should be."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import local_browser
import pytest
from local_browser import ANSWER, Opener, ask, done
from local_making import numbered
from local_model import FakeModel, chunk, for_ever, streams
from playwright.async_api import Page, Route, expect

from aigpt.local import ChatModel, LocalServer

# One browser, and so one event loop, for all of them.
pytestmark = pytest.mark.asyncio(loop_scope="session")
browser, server, visit = local_browser.browser, local_browser.server, local_browser.visit

LISTED = "**/datasources/list"


async def become(page: Page, user: str) -> None:
    await page.get_by_label("User").fill(user)
    await page.get_by_label("User").press("Tab")


def a_datasource(**more: Any) -> dict[str, Any]:
    return {"datasources": [{"id": "a/1", "title": "archive", "progress": 100, **more}]}


async def test_a_list_that_was_lost_while_indexing_is_asked_for_again(server: LocalServer, visit: Opener) -> None:
    page = await visit(server, but="ERR_FAILED")
    answers = iter([30, None, 100])
    was_said = asyncio.Event()

    async def listed(route: Route) -> None:
        progress = next(answers)
        if progress == 100:
            await was_said.wait()
        await (route.abort() if progress is None else route.fulfill(json=a_datasource(progress=progress)))

    await page.route(LISTED, listed)
    await become(page, "bo")
    await expect(page.locator("#datasources")).to_have_text(re.compile("archive.*30 %"))
    await expect(page.locator("#status")).to_contain_text("(network_error)")
    was_said.set()
    await expect(page.get_by_role("progressbar")).to_have_count(0)
    await expect(page.locator("#status")).to_have_text("The server answers again.")
    assert next(answers, "no more") == "no more"


async def test_nobody_sees_the_datasources_of_another(server: LocalServer, visit: Opener) -> None:
    """Not even where those of the new user cannot be read."""
    page = await visit(server)
    await expect(page.locator("#datasources li")).to_have_count(2)
    await page.route(LISTED, lambda route: route.fulfill(json={"error": "server_error"}))
    await become(page, "somebody-else")
    await expect(page.locator("#status")).to_contain_text("(server_error)")
    await expect(page.locator("#datasources li")).to_have_count(0)


async def test_a_state_counts_once_and_must_be_the_one_sent(tmp_path: Path, visit: Opener) -> None:
    (tmp_path / "inbox.mbox").write_bytes(numbered(1))
    async with LocalServer(roots=[tmp_path], port=0) as server:
        page = await visit(server)
        home = page.url
        async with page.expect_request("**/connectors/authorize") as asked:
            await page.get_by_role("button", name="Connect…").click()
        state = (await asked.value).post_data_json["state"]
        await page.get_by_role("button", name="Cancel").wait_for()
        for returned in ("forged", state):  # the first one uses it up
            await page.goto(f"{home}?state={returned}&datasource=x")
            await expect(page.locator("#status")).to_contain_text("no connection begun on this page")
            await page.wait_for_selector("body[data-ready]")
        await expect(page.locator("#code-card")).to_be_hidden()


async def test_who_pressed_a_button_is_there_again_at_the_end(server: LocalServer, visit: Opener) -> None:
    page = await visit(server, viewport={"width": 360, "height": 500})
    await page.fill("#question", "What did the board approve?")
    await page.get_by_role("button", name="Run").click()
    await done(page)
    await expect(page.get_by_role("button", name="Run")).to_be_focused()
    await page.fill("#question", "Who objected?")
    await page.get_by_label("Your question").press("Control+Enter")
    await done(page)
    await expect(page.get_by_label("Your question")).to_be_focused()


async def test_stop_by_keyboard_leads_back_to_what_begins(data: list[Path], visit: Opener) -> None:
    begins = streams(chunk("It was "), then=for_ever)
    async with FakeModel(begins) as model, LocalServer(data, port=0, model=ChatModel(model.url, "fake")) as server:
        await server.indexed()
        page = await visit(server)
        await page.fill("#question", "What did the board approve?")
        await page.get_by_role("button", name="Run").press("Enter")
        await expect(page.locator(ANSWER)).to_have_text("It was ")
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("button", name="Stop")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.locator("#status")).to_contain_text("Stopped after")
        await expect(page.get_by_role("button", name="Run")).to_be_focused()


async def test_what_cannot_be_copied_is_not_said_to_be(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await page.evaluate("""() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
        document.execCommand = () => false;
    }""")
    await ask(page, "What did the board approve?")
    await done(page)
    await page.get_by_role("button", name="Copy").click()
    await expect(page.locator("#status")).to_contain_text("does not let this page copy")
    await expect(page.locator("#copy")).to_have_text("Copy")
    assert (await page.evaluate("getSelection().toString()")).strip() == (await page.inner_text("#code")).strip()

"""A conversation on the playground: follow-ups, what is searched, sources that open, a first mailbox that is connected.

Each of its states is seen at two widths, in light and in dark (`look`), and reached by keyboard.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import local_browser
import pytest
from local_browser import ANSWER, SOURCES, WIDTHS, Opener, ask, done, look, run_code
from local_making import mail, mbox, numbered
from local_model import FakeModel, says
from playwright.async_api import Page, expect

from aigpt.local import ChatModel, LocalServer
from aigpt.local.search.hits import Hit
from aigpt.local.search.question_filters import SearchAttempt
from aigpt.local.web import reading, service

# One browser, and so one event loop, for all of them.
pytestmark = pytest.mark.asyncio(loop_scope="session")
browser, server, visit = local_browser.browser, local_browser.server, local_browser.visit

PADDING = "\n".join(f"Line {number} of the minutes is about catering." for number in range(40))
LONG = f"""{PADDING}
The surveyors measured the quay twice. The quay wall is leaning
by nine centimetres to the north, they wrote.
{PADDING}
"""


async def test_a_conversation_goes_on_with_what_was_said(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await expect(page.get_by_role("radio", name="Run")).to_be_checked()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")  # skips to the question
    await page.keyboard.type("What did the board approve?")
    await page.keyboard.press("Control+Enter")
    await done(page)
    await expect(page.locator("#question")).to_be_focused()
    await expect(page.locator("#question")).to_have_value("")
    await page.keyboard.type("And who objected to it?")
    async with page.expect_request("**/recall/run") as asked:
        await page.keyboard.press("Control+Enter")
    await done(page)
    first = await page.locator(".turn .answer").first.evaluate("one => one.textContent")
    body = (await asked.value).post_data_json
    assert [turn["role"] for turn in body["history"]] == ["user", "assistant"]
    assert body["history"][0]["content"] == "What did the board approve?"
    assert body["history"][1]["content"] == re.sub(r" \[\d\]", "", first)
    await expect(page.locator(ANSWER)).to_contain_text("Nobody objected to the plan.")
    assert await page.locator(".turn .asked bdi").all_inner_texts() == [
        "What did the board approve?",
        "And who objected to it?",
    ]
    await expect(page.locator(".turn .asked").last).to_be_in_viewport()
    await look(page, "conversation")
    out = await run_code(await page.inner_text("#code"))
    assert out.startswith((await page.inner_text(ANSWER)).splitlines()[0])
    await reach(page, "anew")
    await page.keyboard.press("Enter")
    await expect(page.locator(".turn")).to_have_count(0)
    await expect(page.locator("#question")).to_be_focused()
    async with page.expect_request("**/recall/run") as asked:
        await ask(page, "And who objected to it?", "Run")
    assert "history" not in (await asked.value).post_data_json
    await done(page)


async def reach(page: Page, name: str) -> None:
    """Press Tab until the element with that id has the focus."""
    for _ in range(60):
        if await page.evaluate("document.activeElement.id") == name:
            return
        await page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach #{name}")


async def test_a_model_is_told_what_was_said(data: list[Path], visit: Opener) -> None:
    turns = says("It was 40,000 euros [1]."), says("Nobody.")
    async with FakeModel(*turns) as model, LocalServer(data, port=0, model=ChatModel(model.url, "fake")) as server:
        await server.indexed()
        page = await visit(server)
        for question in ("What did the board approve?", "And who objected to it?"):
            await ask(page, question, "Ask")
            await done(page)
        said = [(one["role"], one["content"]) for one in model.asked[-1]["messages"][1:-1]]
        assert said == [("user", "What did the board approve?"), ("assistant", "It was 40,000 euros [1].")]


async def test_a_conversation_ends_with_its_user_and_with_its_data(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await ask(page, "What did the board approve?", "Run")
    await done(page)
    await page.fill("#question", "And why?")
    await page.get_by_label("User").fill("somebody-else")
    async with page.expect_request("**/recall/run") as asked:
        await page.get_by_role("button", name="Run").click()  # which does not move away from below the mouse
    assert "history" not in (await asked.value).post_data_json
    await done(page)
    await expect(page.locator(".turn .asked bdi")).to_have_text(["And why?"])
    await page.get_by_label("User").fill("me")
    await page.get_by_label("User").press("Tab")
    await ask(page, "budget", "Search")
    await done(page)
    page.once("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
    await page.get_by_role("button", name="Disconnect mail.mbox").click()
    await expect(page.locator("#status")).to_contain_text("Disconnected mail.mbox")
    await expect(page.locator(".turn")).to_have_count(0)


GATE = threading.Event()


def search_later(db: sqlite3.Connection, attempt: SearchAttempt) -> tuple[list[Hit], bool]:
    """Search once the gate is open."""
    assert GATE.wait(60)
    return reading.attempt_search(db, attempt)


@pytest.fixture
def gated(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the searches of runs wait for the gate."""
    GATE.clear()
    monkeypatch.setattr(service, "attempt_search", search_later)
    yield
    GATE.set()


@pytest.mark.usefixtures("gated")
async def test_what_a_run_searches_is_shown_as_it_happens(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await ask(page, "What did Ann write about the board?", "Run")
    steps = page.locator(".steps > li")
    await expect(steps).to_contain_text("passages with these words")
    await expect(steps).to_contain_text("by Ann")
    await expect(steps).to_contain_text("Searching…")
    await look(page, "searching")
    GATE.set()
    await done(page)
    await expect(steps.last).to_contain_text("found.")
    await expect(steps.get_by_text("Searching…")).to_have_count(0)
    await steps.last.locator("summary").press("Enter")
    await expect(steps.last.locator("li", has_text="Heron budget").first).to_be_visible()
    await look(page, "searched")


@pytest.mark.usefixtures("gated")
async def test_what_was_stopped_is_not_said_to_go_on(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await ask(page, "What did the board approve?", "Run")
    await expect(page.get_by_text("Searching…")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#status")).to_contain_text("Stopped after")
    await expect(page.get_by_text("Searching…")).to_have_count(0)
    await expect(page.locator("#question")).to_have_value("What did the board approve?")
    GATE.set()


async def test_a_source_opens_at_its_passage_with_the_words_marked(tmp_path: Path, visit: Opener) -> None:
    (tmp_path / "quay.mbox").write_bytes(mbox([mail(LONG, Subject="Minutes")]))
    async with LocalServer([tmp_path / "quay.mbox"], port=0) as server:
        await server.indexed()
        page = await visit(server)
        await ask(page, "By how much does the quay wall lean?", "Run")
        await done(page)
        opener, passage = page.locator(f"{SOURCES} .opener"), page.locator(f"{SOURCES} .passage")
        here = passage.locator(".here")
        for width in WIDTHS:
            await page.set_viewport_size({"width": width, "height": 800})
            await page.get_by_role("link", name="Source 1").first.press("Enter")
            await expect(opener).to_be_focused()
            await expect(opener).to_have_attribute("aria-expanded", "true")
            await expect(here).to_contain_text("The quay wall is leaning\nby nine centimetres to the north")
            await expect(here).to_be_in_viewport(ratio=0.9)  # scrolled to, in the passage and in the page
            await look(page, "source", widths=[width])
        marked = {text.lower() for text in await passage.locator("mark").all_inner_texts()}
        assert marked == {"quay", "wall", "leaning"}
        await expect(passage).to_contain_text("Line 0 of the minutes")  # it is all there
        await page.keyboard.press("Tab")
        await expect(passage).to_be_focused()  # to be scrolled by keyboard
        await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Enter")
        await expect(passage).to_be_hidden()
        await page.keyboard.press("Enter")
        await expect(here).to_be_in_viewport(ratio=0.9)


async def test_a_source_that_is_gone_says_so(tmp_path: Path, visit: Opener) -> None:
    box = tmp_path / "inbox.mbox"
    box.write_bytes(numbered(3))
    async with LocalServer([box], port=0) as server:
        await server.indexed()
        page = await visit(server)
        await ask(page, "word1", "Search")
        await done(page)
        replies: list[dict[str, Any]] = [{"error": "server_error"}, {"passages": [None]}]
        await page.route("**/page/passages", lambda route: route.fulfill(json=replies.pop(0)))
        opener = page.locator(".opener").first
        await opener.click()
        await expect(page.locator("#status")).to_contain_text("(server_error)")
        await expect(opener).to_have_attribute("aria-expanded", "false")
        await opener.click()
        await expect(page.locator(".passage:visible")).to_have_text(
            "This is not there any more: it was changed, or disconnected."
        )


async def test_results_are_short_and_more_comes_on_demand(tmp_path: Path, visit: Opener) -> None:
    mails = [mail(f"{PADDING}\nThe quay number{n} is closed.\n{PADDING}", Subject=f"Quay {n}") for n in range(9)]
    (tmp_path / "quays.mbox").write_bytes(mbox(mails))
    async with LocalServer([tmp_path / "quays.mbox"], port=0) as server:
        await server.indexed()
        page = await visit(server)
        await ask(page, "closed quays", "Search")
        await done(page)
        await expect(page.locator(".hit:visible")).to_have_count(4)
        excerpts = await page.locator(".hit:visible > p").all_inner_texts()
        assert all("is closed." in text and len(text) < 300 for text in excerpts)
        assert {text.lower() for text in await page.locator(".hit mark").all_inner_texts()} == {"quay", "closed"}
        await look(page, "results")
        more = page.get_by_role("button", name="Show all 9 results")
        await more.focus()
        await page.keyboard.press("Enter")
        await expect(page.locator(".hit:visible")).to_have_count(9)
        await expect(page.locator(".hit .opener").nth(4)).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.locator(".hit").nth(4).locator(".here")).to_be_in_viewport(ratio=0.9)
        await look(page, "more-results")
        await ask(page, "quay number3", "Search")  # takes the place of the search before
        await done(page)
        await expect(page.locator(".turn")).to_have_count(1)


async def test_with_nothing_connected_it_says_so_and_keeps_the_question(tmp_path: Path, visit: Opener) -> None:
    root = tmp_path / "Mail"
    root.mkdir()
    (root / "inbox.mbox").write_bytes(numbered(5))
    async with LocalServer(roots=[root], port=0) as server:
        page = await visit(server)
        await expect(page.locator("#nothing")).to_be_visible()
        await look(page, "nothing-connected")
        await page.get_by_role("radio", name="Ask").check()
        await page.fill("#question", "What is word3\nabout?")
        await page.get_by_text("More").click()
        await page.get_by_label("Quality").fill("cef-1-high")
        for choice in ("Cancel", "Connect"):
            await page.get_by_role("button", name="Connect a mailbox…").press("Enter")
            await page.wait_for_url("**/connect/*")
            if choice == "Connect":
                await page.get_by_role("radio", name="inbox.mbox").check()
            await page.get_by_role("button", name=choice, exact=True).press("Enter")
            await page.wait_for_selector("body[data-ready]")
            await expect(page.locator("#question")).to_have_value("What is word3\nabout?")
            await expect(page.locator("#question")).to_be_focused()
            await expect(page.get_by_role("radio", name="Ask")).to_be_checked()
            assert await page.input_value("#quality") == "cef-1-high"
            assert await page.evaluate("sessionStorage.length") == 0
            await expect(page.locator("#nothing")).to_be_visible(visible=choice == "Cancel")
        await expect(page.locator("#datasources")).to_contain_text("5 messages")
        await look(page, "connected")
        await page.keyboard.press("Control+Enter")
        await done(page)
        await expect(page.locator(ANSWER)).to_contain_text("This one is about word3")


async def test_the_key_does_not_go_through_connect(tmp_path: Path, visit: Opener) -> None:
    root = tmp_path / "Mail"
    root.mkdir()
    async with LocalServer(roots=[root], port=0, api_keys=["sesame"]) as server:
        page = await visit(server)
        await page.get_by_label("API key").fill("sesame")
        await page.fill("#question", "Hello?")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        await page.get_by_role("button", name="Connect a mailbox…").click()
        await page.get_by_role("button", name="Cancel").wait_for()
        assert "Hello?" in await page.evaluate("JSON.stringify({...sessionStorage})")
        assert "sesame" not in await page.evaluate("JSON.stringify({...sessionStorage})")
        assert not any("Hello" in url or "sesame" in url for url in asked)
        await page.go_back()
        await page.wait_for_selector("body[data-ready]")
        await expect(page.locator("#question")).to_have_value("Hello?")

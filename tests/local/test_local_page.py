"""The playground in a real browser: everything on it works, and what goes wrong is said in words."""

from __future__ import annotations

import ast
import asyncio
import json
from pathlib import Path
from typing import Any

import local_browser
import pytest
from local_browser import ANSWER, SOURCES, Opener, ask, done, run_code
from local_making import numbered
from local_model import FakeModel, breaks, chunk, for_ever, streams
from playwright.async_api import Page, Route, expect

from aigpt.local import ChatModel, LocalServer

# One browser, and so one event loop, for all of them.
pytestmark = pytest.mark.asyncio(loop_scope="session")
browser, server, visit = local_browser.browser, local_browser.server, local_browser.visit


@pytest.mark.parametrize("mode", ["Ask", "Run"])
async def test_an_answer_comes_with_its_sources(server: LocalServer, visit: Opener, mode: str) -> None:
    page = await visit(server)
    await ask(page, "What did the board approve?", mode)
    await done(page)
    await expect(page.locator(ANSWER)).to_contain_text("40,000 euros")
    await expect(page.locator(f"{SOURCES} li").first).to_contain_text("Heron budget")
    await expect(page.locator("#events-card")).to_be_visible(visible=mode == "Run")


async def test_the_events_of_a_run_are_there_to_look_into(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await ask(page, "What did the board approve?", "Run")
    await done(page)
    types = await page.locator("#events code").all_inner_texts()
    assert (types[0], types[-1]) == ("run.start", "run.done")
    assert any(text.startswith("run.output_text.delta \u00d7 ") for text in types)
    call = page.locator("#events li", has_text="run.tool_call_item")
    await call.locator("summary").click()
    event = json.loads(await call.locator("pre").inner_text())
    assert json.loads(event["item"]["arguments"])["query"] == "What did the board approve?"


async def test_a_search_shows_what_it_found(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await page.get_by_text("More").click()
    await page.get_by_role("radio", name="Search").check()
    await page.get_by_label("At most").fill("1")
    await ask(page, "budget", "Search")
    await done(page)
    assert await page.locator(".hit h3").all_inner_texts() == ["Heron budget"]
    await page.get_by_label("At most").fill("")
    await page.get_by_label("People").fill("zoe, Nobody")
    async with page.expect_request("**/recall/search") as asked:
        await page.keyboard.press("Enter")
    body = (await asked.value).post_data_json
    assert body == {"user": "me", "query": "budget", "filter_people": ["zoe", "Nobody"]}
    await page.get_by_label("People").fill("")
    await page.get_by_label("From").fill("2030-01-01")
    await page.get_by_role("button", name="Search").click()
    await expect(page.locator(ANSWER)).to_contain_text("Nothing was found.")


async def test_an_output_by_a_schema(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await page.get_by_text("More").click()
    await page.get_by_label("Output").select_option("by a JSON Schema")
    for mode in ("Ask", "Run"):
        await ask(page, "What did the board approve?", mode)
        await done(page)
        assert json.loads(await page.inner_text(ANSWER))["subject"] == "Heron budget"
    out = await run_code(await page.inner_text("#code"))
    assert ast.literal_eval(out) == json.loads(await page.inner_text(ANSWER))
    await page.get_by_role("textbox", name="JSON Schema").fill("{")
    await page.fill("#question", "What did the board approve?")
    await page.get_by_role("button", name="Run").click()
    await expect(page.locator("#status")).to_contain_text("The schema is not JSON")
    await expect(page.get_by_role("textbox", name="JSON Schema")).to_be_focused()


async def test_options_that_do_not_fit_are_shown_where_they_are(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await page.get_by_role("radio", name="Search").check()
    await page.get_by_text("More").click()
    await page.get_by_label("At most").fill("0")
    await page.get_by_text("More").click()
    await ask(page, "budget", "Search")
    await expect(page.get_by_label("At most")).to_be_focused()
    assert await page.inner_text("#status") == ""
    await ask(page, "What did the board approve?")  # where that option means nothing
    await done(page)


async def test_what_is_wrong_is_said_in_words(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await ask(page, " ")
    await expect(page.locator("#status")).to_have_text("Write a question first.")
    await page.fill("#question", "Hello?")
    await page.get_by_label("User").fill("")
    await page.get_by_role("button", name="Ask").click()
    await expect(page.locator("#status")).to_contain_text("(params)")


async def test_with_keys_it_asks_for_one_and_keeps_it_to_itself(data: list[Path], visit: Opener) -> None:
    async with LocalServer(data, port=0, api_keys=["sesame"]) as server:
        await server.indexed()
        page = await visit(server)
        await ask(page, "What did the board approve?")
        await expect(page.locator("#status")).to_contain_text("The API key was not accepted. (auth)")
        await expect(page.locator("#key")).to_be_focused()
        await expect(page.locator(".turn")).to_have_count(0)
        await page.get_by_label("API key").fill("sesame")
        await page.get_by_role("button", name="Ask").click()
        await done(page)
        await expect(page.locator("#datasources")).to_contain_text("3 messages")
        assert "sesame" not in await page.inner_text("body")
        assert "sesame" not in await page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


async def test_stop_ends_an_answer_and_says_so(data: list[Path], visit: Opener) -> None:
    begins = streams(chunk("It was "), chunk("decided"), then=for_ever)
    async with FakeModel(begins) as model, LocalServer(data, port=0, model=ChatModel(model.url, "fake")) as server:
        await server.indexed()
        page = await visit(server)
        await ask(page, "What did the board approve?", "Run")
        await expect(page.locator(ANSWER)).to_have_text("It was decided")
        await expect(page.locator(ANSWER)).to_have_attribute("aria-busy", "true")
        assert await blinking(page) == "blink"
        await page.emulate_media(reduced_motion="reduce")
        assert await blinking(page) == "none"
        await page.get_by_role("button", name="Stop").click()
        await expect(page.locator("#status")).to_contain_text("what is shown is not all")
        await asyncio.wait_for(model.left.wait(), 30)
        await expect(page.get_by_role("button", name="Run")).to_be_enabled()


async def blinking(page: Page) -> str:
    name: str = await page.locator(ANSWER).evaluate("one => getComputedStyle(one, '::after').animationName")
    return name


async def test_an_answer_that_breaks_off_is_said_to(data: list[Path], visit: Opener) -> None:
    turn = streams(chunk("It was "), then=breaks)
    async with FakeModel(turn) as model, LocalServer(data, port=0, model=ChatModel(model.url, "fake")) as server:
        await server.indexed()
        page = await visit(server)
        await ask(page, "What did the board approve?")
        await expect(page.locator("#status")).to_contain_text("(model_error)")


async def test_what_is_no_answer_of_the_api_is_an_error_in_words(server: LocalServer, visit: Opener) -> None:
    page = await visit(server, but="Failed to load resource")
    answers: list[dict[str, Any]] = [
        {"body": "<h1>Sign in</h1>", "content_type": "text/html"},
        {"status": 502, "body": "", "content_type": "text/html"},
        {"status": 500, "json": {"error": "server_error"}},
        {"json": {"error": "<img src=x>"}},
        {"body": 'data: {"type": "run.start"}\n\n', "content_type": "text/event-stream"},
    ]
    codes = ["invalid_json_response", "invalid_json_response", "server_error", "<img src=x>", "network_error"]
    await page.route("**/recall/run", lambda route: route.fulfill(**answers.pop(0)))
    for code in codes:
        await ask(page, "Hello?", "Run")
        await expect(page.locator("#status")).to_contain_text(f"({code})")
        await expect(page.get_by_role("button", name="Run")).to_be_enabled()
    assert await page.locator("#status *").count() == 0


async def test_what_the_server_says_of_an_error_is_shown_as_text(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    refusals: list[dict[str, Any]] = [{"error": "params", "message": "<b>input</b> must be shorter"}]
    refusals += [{"error": "auth", "message": "the header Authorization …"}, {"error": "params", "message": 7}]
    words = ["<b>input</b> must be shorter (params)", "The API key was not accepted. (auth)", "did not accept this"]
    await page.route("**/recall/run", lambda route: route.fulfill(json=refusals.pop(0)))
    for said in words:
        await ask(page, "Hello?", "Run")
        await expect(page.locator("#status")).to_contain_text(said)
    assert await page.locator("#status *").count() == 0


async def test_a_server_that_is_gone_is_said_to_be(data: list[Path], visit: Opener) -> None:
    async with LocalServer(data, port=0) as server:
        page = await visit(server, but="ERR_CONNECTION_REFUSED")
    for mode in ("Ask", "Search"):
        await ask(page, "Hello?", mode)
        await expect(page.locator("#status")).to_contain_text("(network_error)")
        await page.get_by_label("User").fill(mode)  # its datasources are asked for, in vain
        await page.get_by_label("User").press("Tab")


async def test_progress_is_shown_while_there_is_some(server: LocalServer, visit: Opener) -> None:
    """The list changes in place: who is on its button stays there."""
    page = await visit(server)
    names = {"a/1": "archive", "b/2": "\u202e<b>x\u200b\U000e0041</b>" + "y" * 300}
    states = iter([(7, 100), (55, 100), (100, 100)])

    async def listed(route: Route) -> None:
        shown = zip(names.items(), next(states), strict=True)
        sources = [{"id": id, "title": title, "progress": progress} for (id, title), progress in shown]
        await route.fulfill(json={"datasources": sources})

    await page.route("**/datasources/list", listed)
    await page.get_by_label("User").fill("bo")
    await page.get_by_label("User").press("Tab")
    bars = page.get_by_role("progressbar")
    await expect(bars).to_have_count(1)
    await expect(bars).to_have_attribute("value", "7")
    await page.get_by_role("button", name="Disconnect archive").focus()
    await expect(bars).to_have_attribute("value", "55")
    await expect(bars).to_have_count(0)
    await expect(page.get_by_role("button", name="Disconnect archive")).to_be_focused()
    assert (await page.locator("#datasources bdi").all_inner_texts())[1].startswith("\ufffd<b>x</b>y")
    assert next(states, None) is None


async def test_a_list_that_comes_late_is_not_shown_to_another_user(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    later = asyncio.Event()

    async def listed(route: Route) -> None:
        user = json.loads(route.request.post_data or "")["user"]
        if user == "slow":
            await later.wait()
        await route.fulfill(json={"datasources": [{"id": user, "title": f"of {user}", "progress": 100}]})

    await page.route("**/datasources/list", listed)
    async with page.expect_response("**/datasources/list"):
        for user in ("slow", "quick"):
            await page.get_by_label("User").fill(user)
            await page.get_by_label("User").press("Tab")
    await expect(page.locator("#datasources bdi")).to_have_text("of quick")
    async with page.expect_response("**/datasources/list") as response:
        later.set()
    await (await response.value).finished()
    await page.get_by_role("radio", name="Run").check()  # the page has had its turn
    await expect(page.locator("#datasources bdi")).to_have_text("of quick")


async def test_each_user_has_their_own(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await expect(page.locator("#datasources li")).to_have_count(2)
    await page.get_by_label("User").fill("somebody-else")
    await page.get_by_label("User").press("Tab")
    await expect(page.locator("#datasources")).to_have_text("Nothing is connected for this user.")
    await ask(page, "What did the board approve?")
    await done(page)
    await expect(page.locator(ANSWER)).to_contain_text("Nothing is connected for the user somebody-else")
    await expect(page.locator(SOURCES)).to_be_hidden()
    assert 'user="somebody-else"' in await page.inner_text("#code")


async def test_connect_index_ask_disconnect(tmp_path: Path, visit: Opener) -> None:
    root = tmp_path / "Mail"
    root.mkdir()
    (root / "inbox.mbox").write_bytes(numbered(50))
    async with LocalServer(roots=[root], port=0) as server:
        page = await visit(server)
        await expect(page.locator("#datasources")).to_have_text("Nothing is connected for this user.")
        await page.get_by_role("button", name="Connect…").click()
        await page.get_by_role("radio", name="inbox.mbox").check()
        await page.get_by_role("button", name="Connect", exact=True).click()
        await expect(page.locator("#status")).to_have_text("Connected; it is being indexed.")
        assert "connectors.authorize_and_wait(" in await page.inner_text("#code")
        assert "?" not in page.url
        await expect(page.locator("#datasources")).to_contain_text("50 messages")
        await ask(page, "word7", "Search")
        await done(page)
        page.once("dialog", lambda dialog: asyncio.ensure_future(dialog.dismiss()))
        await page.get_by_role("button", name="Disconnect inbox.mbox").click()
        await expect(page.locator("#datasources")).to_contain_text("50 messages")
        assert await page.locator(".hit h3").all_inner_texts() == ["Number 7"]
        page.once("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
        await page.get_by_role("button", name="Disconnect inbox.mbox").click()
        await expect(page.locator("#status")).to_contain_text("Disconnected inbox.mbox")
        await expect(page.get_by_role("button", name="Connect…")).to_be_focused()
        assert "datasources.disconnect(" in await page.inner_text("#code")
        await expect(page.locator("#datasources")).to_have_text("Nothing is connected for this user.")
        await page.get_by_role("button", name="Connect…").click()
        await page.get_by_role("button", name="Cancel").click()
        await expect(page.locator("#status")).to_have_text("Not connected: it was cancelled.")
        await page.wait_for_selector("body[data-ready]")  # else its last request finds no server


async def test_a_return_that_nobody_asked_for_is_said(server: LocalServer, visit: Opener) -> None:
    """Neither where nothing was begun here, nor with another state than that which was."""
    page = await visit(server)
    for _ in range(2):
        await page.goto(f"{server.url.removesuffix('/v1')}/?state=forged&datasource=x")
        await expect(page.locator("#status")).to_contain_text("no connection begun on this page")
        assert "?" not in page.url
        await page.wait_for_selector("body[data-ready]")
        await page.get_by_role("button", name="Connect…").click()
        await page.wait_for_url("**/connect/*")

"""The playground in a real browser: everything on it works, by keyboard too, and mail is never more than text."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from local_browser import chromium
from local_making import mail, mbox, numbered
from local_model import FakeModel, breaks, chunk, for_ever, streams
from playwright.async_api import Browser, Page, async_playwright, expect

from aigpt.local import ChatModel, LocalServer

HUGE = "Donaudampfschiff" * 40
HOSTILE = [
    mail(
        "The harbour fee is <script>document.title='gone'</script> 40 euros.\n"
        "Pay it at <img src=x onerror=\"document.title='gone'\"> or javascript:alert(1) now.\n"
        f"The fee for {HUGE} is 50 euros; \u202eevil\u202c\u200b </script></pre><h1>Big</h1>",
        Subject="<b onmouseover=alert(1)>Fee</b> </title><script>document.title='gone'</script>",
        From='"<i>Eve</i>" <eve@x.example>',
        Message_ID="<h@x.example>",
    )
]
Opener = Callable[..., Awaitable[Page]]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield opened
        await opened.close()


@pytest.fixture
async def visit(browser: Browser) -> AsyncIterator[Opener]:
    """Open a server's page; the test fails for whatever the browser complains about, and for requests elsewhere."""
    troubles: list[str] = []

    async def open_page(server: LocalServer, **options: Any) -> Page:
        origin = server.url.removesuffix("/v1")
        page = await browser.new_page(**{"viewport": {"width": 1100, "height": 800}, **options})
        page.set_default_timeout(10_000)
        page.on("console", lambda said: troubles.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(f"{origin}/") else troubles.append(asked.url))
        await page.goto(f"{origin}/")
        await page.wait_for_selector("body[data-ready]")
        return page

    yield open_page
    assert troubles == []


@pytest.fixture
async def hostile(tmp_path: Path) -> AsyncIterator[LocalServer]:
    (tmp_path / "hostile.mbox").write_bytes(mbox(HOSTILE))
    async with LocalServer([tmp_path / "hostile.mbox"], port=0) as server:
        await server.indexed()
        yield server


async def ask(page: Page, question: str, mode: str = "Ask") -> None:
    await page.get_by_role("radio", name=mode).check()
    await page.fill("#question", question)
    await page.keyboard.press("Control+Enter")


async def done(page: Page) -> None:
    await expect(page.locator("#status")).to_contain_text("Done in")


@pytest.mark.parametrize("mode", ["Ask", "Run"])
async def test_an_answer_comes_with_its_sources(server: LocalServer, visit: Opener, mode: str) -> None:
    page = await visit(server)
    await ask(page, "What did the board approve?", mode)
    await done(page)
    await expect(page.locator("#answer")).to_contain_text("40,000 euros")
    await expect(page.locator("#sources li").first).to_contain_text("Heron budget")
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
    await page.get_by_label("From").fill("2030-01-01")
    await page.get_by_role("button", name="Search").click()
    await expect(page.locator("#answer")).to_contain_text("Nothing was found.")


async def test_it_works_by_keyboard_alone(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await page.keyboard.press("Tab")
    await expect(page.get_by_text("Skip to the question")).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(page.get_by_label("User")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("ArrowRight")  # from Ask to Run
    await page.keyboard.press("Tab")
    await page.keyboard.type("What did the board approve?")
    for _ in range(2):  # More, Run
        await page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert (await page.evaluate("document.activeElement.id"), await page.evaluate(outline)) == ("send", "solid")
    await page.keyboard.press("Enter")
    await done(page)
    await expect(page.locator("#answer")).to_contain_text("40,000 euros")
    reached = set()
    for _ in range(40):
        await page.keyboard.press("Tab")
        reached.add(await page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert {"copy", "code", "connect", "SUMMARY", "user"} <= reached  # all the way round


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
        await expect(page.locator("#answer")).to_have_text("It was decided")
        await expect(page.locator("#answer")).to_have_attribute("aria-busy", "true")
        await page.get_by_role("button", name="Stop").click()
        await expect(page.locator("#status")).to_contain_text("what is shown is not all")
        await asyncio.wait_for(model.left.wait(), 5)
        await expect(page.get_by_role("button", name="Run")).to_be_enabled()


async def test_an_answer_that_breaks_off_is_said_to(data: list[Path], visit: Opener) -> None:
    turn = streams(chunk("It was "), then=breaks)
    async with FakeModel(turn) as model, LocalServer(data, port=0, model=ChatModel(model.url, "fake")) as server:
        await server.indexed()
        page = await visit(server)
        await ask(page, "What did the board approve?")
        await expect(page.locator("#status")).to_contain_text("(model_error)")


async def test_hostile_mail_is_text(hostile: LocalServer, visit: Opener) -> None:
    page = await visit(hostile, viewport={"width": 360, "height": 700})
    for mode in ("Ask", "Run", "Search"):
        await ask(page, "What is the harbour fee?" if mode != "Search" else "fee", mode)
        await done(page)
        await expect(page.locator("#answer")).to_contain_text("document.title='gone'")
        assert await page.evaluate("document.scrollingElement.scrollWidth") <= 360
        assert await page.locator("#answer script, #answer img, #answer h1, #answer b, #answer i").count() == 0
        assert not re.search("[\u202a-\u202e\u200b]", await page.inner_text("main"))
    assert await page.title() == "aigpt playground"
    assert await page.locator("#result script, #result img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_can_be_read_at_360_pixels_in_light_and_dark(server: LocalServer, visit: Opener, scheme: str) -> None:
    page = await visit(server, viewport={"width": 360, "height": 700}, color_scheme=scheme)
    await ask(page, "What did the board approve?", "Run")
    await done(page)
    await page.get_by_text("More").click()
    assert await page.evaluate("document.scrollingElement.scrollWidth") <= 360
    contrasts: dict[str, float] = await page.evaluate(CONTRASTS)
    assert len(contrasts) > 15
    assert {text: ratio for text, ratio in contrasts.items() if ratio < 4.5} == {}


CONTRASTS = """() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => parse(color).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((parse(color)[3] ?? 1) > 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const found = {};
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility() || element.disabled) continue;
    const [one, two] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
    found[element.textContent.trim().slice(0, 40)] = (one + 0.05) / (two + 0.05);
  }
  return found;
}"""


@pytest.mark.parametrize(
    ("mode", "question"),
    [
        ("Ask", "What did the board approve?"),
        ("Run", 'A "quoted" \\ question\nin two lines \u202e about the board?'),
        ("Search", "budget"),
    ],
)
async def test_the_python_code_does_the_same(server: LocalServer, visit: Opener, mode: str, question: str) -> None:
    page = await visit(server, permissions=["clipboard-read", "clipboard-write"])
    await ask(page, question, mode)
    await done(page)
    await page.get_by_role("button", name="Copy").click()
    await expect(page.locator("#copy")).to_have_text("Copied")
    code = await page.evaluate("navigator.clipboard.readText()")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-W", "error", "-c", code, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, errors = await process.communicate()
    assert (process.returncode, errors.decode()) == (0, "")
    if mode == "Search":
        assert "Heron budget" in out.decode()
    else:
        assert out.decode().startswith((await page.inner_text("#answer")).strip())


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
        assert "?" not in page.url
        await expect(page.locator("#datasources")).to_contain_text("50 messages")
        await ask(page, "word7", "Search")
        await done(page)
        assert await page.locator(".hit h3").all_inner_texts() == ["Number 7"]
        page.once("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
        await page.get_by_role("button", name="Disconnect inbox.mbox").click()
        await expect(page.locator("#status")).to_contain_text("Disconnected inbox.mbox")
        await expect(page.locator("#datasources")).to_have_text("Nothing is connected for this user.")
        await page.get_by_role("button", name="Connect…").click()
        await page.get_by_role("button", name="Cancel").click()
        await expect(page.locator("#status")).to_have_text("Not connected: it was cancelled.")


async def test_a_return_that_nobody_asked_for_is_said(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await page.goto(f"{server.url.removesuffix('/v1')}/?state=forged&datasource=x")
    await expect(page.locator("#status")).to_contain_text("Nobody here asked")
    assert "?" not in page.url


async def test_the_policy_lets_nothing_else_in(server: LocalServer, browser: Browser) -> None:
    page = await browser.new_page()
    answer = await page.goto(server.url.removesuffix("v1"))
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    refused = "(() => { try { document.body.innerHTML = '<b>x</b>' } catch (error) { return error.name } })()"
    assert await page.evaluate(refused) == "TypeError"

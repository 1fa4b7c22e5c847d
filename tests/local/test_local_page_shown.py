"""What the playground shows: mail as text and no more, to any eye, by keyboard too; and Python code that is right."""

from __future__ import annotations

import ast
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import local_browser
import pytest
import pytest_asyncio
from local_browser import ANSWER, SOURCES, Opener, ask, done, look, run_code
from local_making import mail, mbox
from local_model import FakeModel, says
from playwright.async_api import Browser, Page, expect

from aigpt.local import ChatModel, LocalServer

# One browser, and so one event loop, for all of them.
pytestmark = pytest.mark.asyncio(loop_scope="session")
browser, server, visit = local_browser.browser, local_browser.server, local_browser.visit

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


@pytest_asyncio.fixture(loop_scope="session")
async def hostile(tmp_path: Path) -> AsyncIterator[LocalServer]:
    (tmp_path / "hostile.mbox").write_bytes(mbox(HOSTILE))
    async with LocalServer([tmp_path / "hostile.mbox"], port=0) as server:
        await server.indexed()
        yield server


async def test_hostile_mail_is_text(hostile: LocalServer, visit: Opener) -> None:
    page = await visit(hostile, viewport={"width": 360, "height": 700})
    for mode in ("Ask", "Run", "Search"):
        await ask(page, "What is the harbour fee?" if mode != "Search" else "fee", mode)
        await done(page)
        await expect(page.locator(ANSWER)).to_contain_text("document.title='gone'")
        assert await page.evaluate("document.scrollingElement.scrollWidth") <= 360
        await page.locator(".turn:last-child .opener").click()
        await expect(page.locator(".turn:last-child .passage")).to_contain_text("</script></pre><h1>Big</h1>")
        assert await page.locator("#turns :is(script, img, h1, b, i, pre)").count() == 0
        assert not re.search("[\u202a-\u202e\u200b]", await page.inner_text("main"))
    assert await page.title() == "aigpt playground"


async def test_it_can_be_read_on_a_phone(server: LocalServer, visit: Opener) -> None:
    page = await visit(server, viewport={"width": 360, "height": 700}, is_mobile=True)
    await ask(page, "What did the board approve?", "Run")
    await done(page)
    await page.get_by_text("More").click()
    await look(page, "phone", widths=[360])


async def test_it_works_by_keyboard_alone(server: LocalServer, visit: Opener) -> None:
    page = await visit(server)
    await page.keyboard.press("Tab")
    await expect(page.get_by_text("Skip to the question")).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(page.get_by_label("User")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.type("What did the board approve?")
    for _ in range(2):  # More, Run
        await page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert (await page.evaluate("document.activeElement.id"), await page.evaluate(outline)) == ("send", "solid")
    await page.keyboard.press("Enter")
    await done(page)
    await expect(page.locator(ANSWER)).to_contain_text("40,000 euros")
    reached = set()
    for _ in range(40):
        await page.keyboard.press("Tab")
        reached.add(await page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert {"copy", "code", "connect", "SUMMARY", "user"} <= reached  # all the way round


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
    out = await run_code(await page.evaluate("navigator.clipboard.readText()"))
    if mode == "Search":
        assert "Heron budget" in out
    else:
        said = await page.inner_text(ANSWER)
        assert out.startswith(re.sub(r" \[\d+\]$", "", said, flags=re.MULTILINE).strip())


TEXTS = [
    *(
        '"',
        "'",
        "\\",
        '\\"',
        '"""',
        "\n\r\t\b\f\0",
        "{x}",
        "%s",
        "\\N{BULLET}",
        "\u2028\u2029\x85",
        "é 日本 \U0001f600",
    ),
    *("\u202egnp", "\u200b", "\U000e0041", '"); import os; os.abort() #', "x" * 200, "", "None", "\ufeff"),
]


@pytest.mark.parametrize("what", ["ask", "run", "search", "connect", "disconnect"])
async def test_whatever_is_given_stands_in_the_code_as_a_value(server: LocalServer, visit: Opener, what: str) -> None:
    page = await visit(server)
    make = "async ([what, asked, where]) => (await import('/page/python.js')).pythonFor(what, asked, where)"
    where = {"user": '" + x', "origin": "http://192.0.2.1:80", "hostname": "192.0.2.1", "keys": True}
    schema = {"a" * 30: [True, False, None, -1.5, 10**15, {}, []], 'b"': {text: [text] for text in TEXTS}}
    for asked in ({"input": text} for text in TEXTS):
        await check_code(page, make, what, asked, where)
    await check_code(page, make, what, {"input": "x", "output_format": {"strict": True, "schema": schema}}, where)


async def check_code(page: Page, make: str, what: str, asked: dict[str, Any], where: dict[str, Any]) -> None:
    code = await page.evaluate(make, [what, asked, where])
    assert not re.search("[\u0080-\u00ad\u200b-\u200f\u2028-\u202e\ufeff\U000e0000-\U000e0fff]", code)
    calls = [call for call in ast.walk(ast.parse(code)) if isinstance(call, ast.Call) and call.keywords]
    given = [{one.arg: ast.literal_eval(one.value) for one in call.keywords} for call in calls]
    assert given[0] == {"user": where["user"], "base_url": "http://192.0.2.1:80/v1", "allow_http": True}
    assert {name: value for name, value in given[1].items() if name != "stream"} == asked


async def test_the_policy_lets_nothing_else_in(server: LocalServer, browser: Browser) -> None:
    page = await browser.new_page()
    answer = await page.goto(server.url.removesuffix("v1"))
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    refused = "(() => { try { document.body.innerHTML = '<b>x</b>' } catch (error) { return error.name } })()"
    assert await page.evaluate(refused) == "TypeError"


async def test_what_a_model_cites_leads_to_its_sources(data: list[Path], visit: Opener) -> None:
    """Numbers of sources that there are; all else that a model writes is text."""
    wrote = says("It was <img src=x onerror=alert(1)> approved [1], ", "not [9] or [0], says [x](javascript:alert(1)).")
    async with FakeModel(wrote) as model, LocalServer(data, port=0, model=ChatModel(model.url, "fake")) as server:
        await server.indexed()
        page = await visit(server)
        await ask(page, "What did the board approve?")
        await done(page)
        assert await page.locator(f"{ANSWER} a").all_inner_texts() == ["[1]"]
        await expect(page.locator(ANSWER)).to_contain_text("<img src=x onerror=alert(1)> approved [1], not [9] or [0]")


async def test_each_quotation_leads_to_its_source(data: list[Path], visit: Opener) -> None:
    (data[1] / "2024-02-02-quay.txt").write_text("Cy: The harbour has a quay.")
    async with LocalServer(data, port=0, readers=0) as server:
        await server.indexed()
        page = await visit(server, viewport={"width": 360, "height": 400})
        await ask(page, "What about the harbour?")
        await done(page)
        titles = await page.locator(f"{SOURCES} li > .opener").all_inner_texts()
        lines = [line for line in (await page.inner_text(ANSWER)).splitlines() if line.startswith("— ")]
        assert len(lines) > 1
        for line in lines:
            assert (named := re.search(r"“(.+)”.* \[(\d)\]$", line)), line
            assert titles[int(named[2]) - 1] == named[1]
        await page.get_by_role("link", name="Source 1").first.press("Enter")
        await expect(page.locator("#turn-1-source-1 .opener")).to_be_focused()
        await expect(page.locator("#turn-1-source-1 .passage")).to_be_in_viewport()


async def test_quotations_with_the_same_title_and_day_lead_each_to_its_own(tmp_path: Path, visit: Opener) -> None:
    """The places are counted in characters, and what is not shown counts too."""
    ports = ("Oslo has a long quay", "Bergen wants a fee of 900", "Narvik is closed by ice")
    said = [f"\U0001f6a2\u200b The harbour of {what} this year." for what in ports]
    (tmp_path / "a.mbox").write_bytes(mbox(mail(text, Subject="Report") for text in said))
    async with LocalServer([tmp_path / "a.mbox"], port=0, readers=0) as server:
        await server.indexed()
        page = await visit(server)
        await ask(page, "What about the harbour?")
        await done(page)
        blocks = (await page.inner_text(ANSWER)).split("\n\n")
        assert len(blocks) == len(said)
        for block in blocks:
            named = re.search(r"harbour of (\w+) (?s:.*), 2024-03-04 \[(\d)\]$", block)
            assert named, block
            await page.get_by_role("link", name=f"Source {named[2]}").press("Enter")
            await expect(page.locator(f"#turn-1-source-{named[2]} .here")).to_contain_text(f"harbour of {named[1]}")

"""The browser that the server's pages are tested in, and what is done on the playground again and again."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from aigpt.local import LocalServer

Opener = Callable[..., Awaitable[Page]]
"""What the fixture `visit` gives: a server in, its page out; its complaints that match *but* are none."""

ANSWER = "#turns > li:last-child .answer"
SOURCES = "#turns > li:last-child .sources"
"""Of the last turn of the conversation."""

WIDTHS = (1100, 360)
CONTRAST = 4.5  # what WCAG 2 wants at level AA
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
"""The contrast of each text with what is behind it, by its beginning."""


PATIENCE = 60_000  # milliseconds; a busy machine is no fault
expect.set_options(timeout=PATIENCE)


def chromium() -> str:
    """Return where Chromium is; without it these tests fail, since nothing else shows what they do."""
    named = os.environ.get("CHROMIUM")
    found = filter(None, map(shutil.which, [named] if named else ["chromium", "chromium-browser", "google-chrome"]))
    return next(found, None) or pytest.fail("Chromium is not installed, and the variable CHROMIUM names none")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def server(data: list[Path]) -> AsyncIterator[LocalServer]:
    async with LocalServer(data, port=0) as running:
        await running.indexed()
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser) -> AsyncIterator[Opener]:
    """Open a server's page; the test fails for whatever the browser complains about, and for requests elsewhere."""
    troubles: list[str] = []
    pages: list[Page] = []
    expected = "(?!)"

    async def open_page(server: LocalServer, *, but: str = "(?!)", **options: Any) -> Page:
        nonlocal expected
        origin, expected = server.url.removesuffix("/v1"), but
        page = await browser.new_page(**{"viewport": {"width": 1100, "height": 800}, **options})
        pages.append(page)
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: troubles.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(f"{origin}/") else troubles.append(asked.url))
        await page.goto(f"{origin}/")
        await page.wait_for_selector("body[data-ready]")
        return page

    yield open_page
    for page in pages:
        await page.close()
    assert [trouble for trouble in troubles if not re.search(expected, trouble)] == []


async def ask(page: Page, question: str, mode: str = "Ask") -> None:
    await page.get_by_role("radio", name=mode).check()
    await page.fill("#question", question)
    await page.keyboard.press("Control+Enter")


async def done(page: Page) -> None:
    await expect(page.locator("#status")).to_contain_text("Done in")


async def run_code(code: str) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-W", "error", "-c", code, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, errors = await process.communicate()
    assert (process.returncode, errors.decode()) == (0, "")
    return out.decode()


async def look(page: Page, state: str, widths: Sequence[int] = WIDTHS) -> None:
    """See that the page can be read as it is, at two widths, in light and in dark: no text is cut off or faint.

    Where the variable AIGPT_SCREENSHOTS names a folder, what it looks like is put there, to be looked at.
    """
    folder = os.environ.get("AIGPT_SCREENSHOTS")
    before = page.viewport_size
    assert before is not None
    for width, scheme in product(widths, ("light", "dark")):
        await page.set_viewport_size({"width": width, "height": 800})
        await page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
        if folder:
            await page.screenshot(path=Path(folder) / f"{state}-{width}-{scheme}.png", full_page=True)
        assert await page.evaluate("document.scrollingElement.scrollWidth") <= width, (state, width)
        contrasts: dict[str, float] = await page.evaluate(CONTRASTS)
        assert len(contrasts) > 10, contrasts
        assert {text: ratio for text, ratio in contrasts.items() if ratio < CONTRAST} == {}, (state, scheme)
    await page.emulate_media(color_scheme="light")
    await page.set_viewport_size(before)

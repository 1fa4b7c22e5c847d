"""A person in front of a browser who follows a link to connect their mail, at the embedded server's own page."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import aiohttp


async def connect(link: str, *, press: str = "connect") -> str:
    """Open *link*, choose the first place on its page and press a button; return the page that follows."""
    assert urlsplit(link).hostname == "127.0.0.1"
    async with aiohttp.ClientSession() as browser:
        async with browser.get(link) as response:
            page = await response.text()
        names = ("key", "place")
        found = {name: re.search(rf'name="{name}" value="([^"]+)"', page) for name in names}
        fields = {name: html.unescape(match[1]) for name, match in found.items() if match}
        async with browser.post(link, data={**fields, "do": press}, allow_redirects=False) as response:
            return await response.text()

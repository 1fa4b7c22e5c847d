"""The browser that the server's pages are tested in."""

import shutil

import pytest


def chromium() -> str:
    """Return where Debian's Chromium is; without it these tests fail, since nothing else shows what they do."""
    found = shutil.which("chromium")
    if found is None:
        pytest.fail("chromium is not installed: sudo apt-get install chromium")
    return found

"""The code blocks of README and of the pages below docs/. The words after a fence say what is done with them.

========================  ===========================================================================================
``python``                a program: it is run, and has to end well and to print something
``python as NAME``        a file of the page's folder, which a later block of the page runs
``python test``           a file of tests: pytest runs it
``python of PATH``        lines that are in that file of the checkout
``sh``                    commands for bash: all have to end well
``sh server``             a command that serves until it is stopped: it has to say where it listens
``sh shown``              commands that need what tests have not (the internet, somebody's mail): `aigpt`'s options
                          have to be right, and make's targets and examples have to be there
``text prints``           what the block above it prints; … stands for anything
``text``                  no code: a drawing
``json``, ``toml``        what those languages read
========================  ===========================================================================================

The blocks of a page run one after another in a folder of their own, with two servers: the embedded one, over the sample
mailbox, in place of ``http://127.0.0.1:8787/v1``, and one of the OpenAI protocol, that answers by a script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<code>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
KINDS = {
    "python": {"", "as", "test", "of"},
    "sh": {"", "server", "shown"},
    "text": {"", "prints"},
    "json": {""},
    "toml": {""},
}


@dataclass(frozen=True)
class Block:
    """A code block: the page and the line it is on, its language, its kind (with an argument) and its code."""

    page: str
    line: int
    language: str
    kind: str
    argument: str
    code: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


@cache
def pages() -> list[str]:
    """Return the paths of README and of all pages, from the root."""
    return ["README.md", *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md"))]


@cache
def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@cache
def blocks_of(page: str) -> list[Block]:
    """Return the blocks of a page, but for the directives of Sphinx."""
    found: list[Block] = []
    text = text_of(page)
    for block in FENCE.finditer(text):
        language, _, rest = block["info"].partition(" ")
        kind, _, argument = rest.partition(" ")
        if not language.startswith("{"):
            line = text.count("\n", 0, block.start()) + 1
            found.append(Block(page, line, language, kind, argument, block["code"]))
    return found


@cache
def blocks() -> list[Block]:
    return [block for page in pages() for block in blocks_of(page)]


def programs() -> list[Block]:
    """Return the programs, those that are files of their page included."""
    return [block for block in blocks() if block.language == "python" and block.kind in {"", "as"}]


def is_printed(page: str) -> dict[Block, str]:
    """Return for the blocks of a page whose output it shows what that is, as a regular expression."""
    shown: dict[Block, str] = {}
    for block, after in pairwise(blocks_of(page)):
        if (after.language, after.kind) == ("text", "prints"):
            shown[block] = ".*".join(re.escape(part) for part in after.code.strip().split("…"))
    return shown

"""The text of HTML mail, parsed with selectolax (lexbor)."""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

__all__ = ["HtmlText", "read_html", "tidy"]

MAX_CHARS = 1_000_000  # bounds the time that one message takes

_UNSEEN = "script, style, head, template, noscript, svg, object, iframe"
_QUOTES = "blockquote, .gmail_quote, .moz-cite-prefix, .yahoo_quoted, #divRplyFwdMsg"
_BLOCKS = (
    "p, div, br, tr, li, h1, h2, h3, h4, h5, h6, hr, table, ul, ol, pre, section, article, dt, dd, blockquote, "
    "textarea, select, option, button, address, header, footer, main, nav, aside, figure, figcaption, form, fieldset, "
    "legend, caption, center"
)
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_CELLS = "td, th"

# The parser's time grows with the square of the nesting depth. Beyond what mail clients write, only tags are removed.
_MAX_DEPTH = 2_000
_NESTING = re.compile(r"<(/?)(?!(?:p|li|td|th|tr|br|hr|img|dt|dd|option|input|meta|link)\b)[a-z]", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")

# Marks inserted into the tree, from the private use area: they become line breaks, the source's own ones spaces.
# What is hidden stands between marks, too: a node cannot be taken out whose parent was.
_BREAK, _OPEN, _CLOSE, _HIDE, _SHOW = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_MARKS = re.compile(f"[{_BREAK}{_OPEN}{_CLOSE}{_HIDE}{_SHOW}\0]")


class HtmlText(NamedTuple):
    """The text of an HTML body."""

    own: str
    quoted: str
    cut: bool
    """Whether only its first million characters were read."""


def read_html(source: str) -> HtmlText:
    """Return the visible text of *source*, quoted replies separately."""
    cut = len(source) > MAX_CHARS
    source = _MARKS.sub(" ", source[:MAX_CHARS])
    if _nests_too_deep(source):
        return HtmlText(tidy(_TAG.sub(" ", source)), "", cut)
    root = LexborHTMLParser(source).root
    if root is None:
        return HtmlText("", "", cut)
    for node in root.css(_UNSEEN):
        node.decompose()
    for selector, before, after in ((_QUOTES, _OPEN, _CLOSE), (_BLOCKS, _BREAK, _BREAK), (_CELLS, "", " ")):
        for node in root.css(selector):
            node.insert_before(before)
            node.insert_after(after)
    for node in root.css("[hidden], [style]"):
        attributes = node.attributes
        if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style") or ""):
            node.insert_before(_HIDE)
            node.insert_after(_SHOW)
    own, quoted = _split_quotes(re.sub(r"\s+", " ", root.text(deep=True)))
    return HtmlText(own, quoted, cut)


def _nests_too_deep(source: str) -> bool:
    depth = 0
    for tag in _NESTING.finditer(source):
        depth += -1 if tag[1] else 1
        if depth > _MAX_DEPTH:
            return True
    return False


def _split_quotes(marked: str) -> tuple[str, str]:
    parts: tuple[list[str], list[str]] = ([], [])
    depth = hidden = 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}{_HIDE}{_SHOW}])", marked):
        if piece in (_OPEN, _CLOSE):
            depth = depth + 1 if piece == _OPEN else max(0, depth - 1)
        elif piece in (_HIDE, _SHOW):
            hidden = hidden + 1 if piece == _HIDE else max(0, hidden - 1)
        elif not hidden:
            parts[depth > 0].append(piece)
    own, quoted = (tidy(_BREAK.join(pieces).replace(_BREAK, "\n")) for pieces in parts)
    return own, quoted


def tidy(text: str) -> str:
    """Strip the lines of *text* and leave at most one empty line between two of them."""
    lines = "\n".join(line.strip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()

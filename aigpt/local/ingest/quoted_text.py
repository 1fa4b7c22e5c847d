"""Splits the text of a message into its own words, quoted replies and signature."""

from __future__ import annotations

import re
from typing import NamedTuple

from aigpt.local.ingest.html_text import tidy

__all__ = ["MessageText", "split_quotes"]


class MessageText(NamedTuple):
    """The text of a message, in three parts."""

    own: str
    quoted: str
    signature: str


_QUOTE = re.compile(r"^\s{0,2}(?:[A-Za-z]{1,4})?>|^\s{0,2}\|\s|^\s{0,2}--\]")
_ATTRIBUTION = re.compile(
    r"\b(?:wrote|writes|said|schrieb|écrit|escribió|ha scritto)\b[^.!?]{0,40}:\s*$", re.IGNORECASE
)
_ATTRIBUTION_START = re.compile(r"^(?:On|At|Am|Le|El|Il|In|>?\s*Quoting|Once upon a time)\b", re.IGNORECASE)
_FORWARD = re.compile(r"^\s*-{2,}\s*(?:Original|Forwarded|Ursprüngliche)\b.{0,40}-{2,}\s*$", re.IGNORECASE)
_SIGNED = re.compile(r"^\s{0,4}--\s?[^\W\d_][\w.'-]*(?:\s+[\w.'-]+){0,3}\s*(?:\(.*\)|<.*>)?\s*$")  # --Ann Bell
_RULE = re.compile(r"^\s*[_-]{20,}\s*$")
_FOOTER = re.compile(r"mailing list|https?://|unsubscribe|sponsored by|sf\.net email|mailto:", re.IGNORECASE)
_MAX_SIGNATURE = 25  # lines; more than these are text below a line of dashes
_MAX_FOOTER = 12
_MAX_LINES = 100_000  # no person's mail is longer, and each line takes microseconds
_MAX_SIGNED = 4
_MAX_SIGNED_LINE = 200  # characters
_FOOTER_LOOK = 3  # lines below the rule in which a mailing list names itself


def split_quotes(text: str) -> MessageText:
    """Split plain *text* into own words, quoted replies and signature (with list footers)."""
    lines = text.splitlines()
    if len(lines) > _MAX_LINES:
        return MessageText(tidy(text), "", "")
    end = _signature_start(lines)
    own: list[str] = []
    quoted: list[str] = []
    body = lines[:end]
    start = 0
    last_quote = max((number for number, line in enumerate(body) if _QUOTE.match(line)), default=-1)
    while start < len(body):
        stop = _quoted_until(body, start, last_quote)
        (quoted if stop > start else own).extend(body[start : max(stop, start + 1)])
        start = max(stop, start + 1)
    signature = [line for line in lines[end:] if not _QUOTE.match(line)]
    quoted += [line for line in lines[end:] if _QUOTE.match(line)]
    return MessageText(tidy("\n".join(own)), tidy("\n".join(quoted)), tidy("\n".join(signature)))


def _quoted_until(lines: list[str], start: int, last_quote: int) -> int:
    """Return the index after the quotation that begins at *start*, or *start* if none does.

    *last_quote* is the index of the last line that is marked as quoted, or -1.
    """
    line = lines[start]
    if _QUOTE.match(line) or _ends_attribution(lines, start):
        return start + 1
    if _ATTRIBUTION_START.match(line) and start + 1 < len(lines) and _ends_attribution(lines, start + 1):
        return start + 2
    return _forward_end(lines, start, last_quote) if _FORWARD.match(line) else start


def _forward_end(lines: list[str], start: int, last_quote: int) -> int:
    """Return the end of what an "Original Message" line introduces: its headers, or all if no line is marked."""
    if last_quote < start:
        return len(lines)
    blank = (number for number in range(start + 1, len(lines)) if not lines[number].strip())
    return next(blank, len(lines))


def _ends_attribution(lines: list[str], number: int) -> bool:
    """Whether the line ends a "So-and-so wrote:" above a quotation."""
    line = lines[number].rstrip()
    return line.endswith(":") and _ATTRIBUTION.search(line) is not None and _quote_follows(lines, number + 1)


def _quote_follows(lines: list[str], number: int) -> bool:
    for line in lines[number : number + 3]:
        if line.strip():
            return _QUOTE.match(line) is not None
    return False


def _signature_start(lines: list[str]) -> int:
    """Return the index of the first line of the signature or list footer, or the end if there is none."""
    count = len(lines)
    for number in range(max(0, count - _MAX_SIGNATURE), count):
        if lines[number] in ("-- ", "--", "- --", "- -- "):
            return number
        if count - number <= _MAX_FOOTER and _RULE.match(lines[number]) and _is_footer(lines, number):
            return number
        if count - number <= _MAX_SIGNED and _is_signed(lines[number]):
            return number
    return count


def _is_signed(line: str) -> bool:
    return len(line) <= _MAX_SIGNED_LINE and _SIGNED.match(line) is not None


def _is_footer(lines: list[str], number: int) -> bool:
    return any(_FOOTER.search(line) for line in lines[number + 1 : number + 1 + _FOOTER_LOOK])

"""The sources of an answer, in a few lines below it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from aigpt._igpt.objects import Source
from aigpt._igpt.replies import AskReply, Reply, RunReply

_MAX_TITLE = 80
_MAX_PROVIDER = 40
_WITH_ADDRESS = re.compile(r"\s*(?P<name>[^<>]*[^<>\s])\s*<[^<>]*>\s*")


def name_sources(reply: Reply, *, most: int = 5) -> str:
    """Return the lines that name the sources of *reply*, to follow its answer; "" where it has none or has failed.

    At most *most* are named, each once, with title, author or service, and day (UTC). What they are called was written
    by others: show it only through `defang`.
    """
    if not isinstance(reply, RunReply | AskReply) or reply.error:
        return ""
    lines = list(dict.fromkeys(map(_line, reply.sources)))
    named = [f"• {line}" for line in lines[:most]]
    more = [f"• and {len(lines) - most} more"] if len(lines) > most else []
    return "\n".join(["", "", "Sources:", *named, *more]) if named else ""


def _line(source: Source) -> str:
    title = _short(source.get("title"), _MAX_TITLE)
    provider = str(source.get("provider") or "")
    if with_address := _WITH_ADDRESS.fullmatch(provider):
        provider = with_address["name"].strip('"')
    shown = f"“{title}”" if title else ""
    parts = (shown, _short(provider, _MAX_PROVIDER), _day(source.get("timestamp")))
    return ", ".join(filter(None, parts)) or _short(source.get("id"), _MAX_TITLE) or "a message"


def _short(text: object, most: int) -> str:
    """Return *text* in one line, without the marks that would make code of it and of what follows."""
    line = " ".join(str(text or "").replace("`", "'").split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _day(timestamp: object) -> str:
    if not isinstance(timestamp, int | float):
        return ""
    try:
        return f"{datetime.fromtimestamp(timestamp, UTC):%Y-%m-%d}"
    except (ValueError, OverflowError, OSError):
        return ""

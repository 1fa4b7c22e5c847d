"""Mail and questions of long repetitions are read in a time that grows with their length, and not with its square.

While a regular expression or a function in C works, nothing else of the server's process does. The limits here are
seconds of CPU time; each of these took more than three times as long, or minutes.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest

from aigpt.local.answer import generative
from aigpt.local.answer.sentence_splitting import split_sentences
from aigpt.local.ingest.mbox import is_mbox_start, read_whole
from aigpt.local.ingest.message import read_message
from aigpt.local.ingest.quoted_text import split_quotes
from aigpt.local.search.hits import Hit

MOST = 6.0
HEAD = b"From: a@x.example\nContent-Type: multipart/mixed; boundary="


def sections(count: int) -> bytes:
    """Return a message of large parts, whose fields name their file again and again."""
    fields = b"--A\nContent-Type: application/x; " + b"name=" * 12_000 + b"\n\nheron\n"
    return HEAD + b"A\n\n--A\n\n" + b"word \n" * 50_000 + fields * count


def hit(text: str) -> Hit:
    """Return a message with *text*."""
    where = {"passage": 1, "item": 1, "score": 0.0, "source": "s", "file": "f", "position": 0, "kind": "message"}
    who = {"timestamp": None, "sender": "Ann", "people": "Ann", "subject": "x", "message_id": "1", "thread": "1"}
    return Hit(**where, **who, attachments=(), first=None, last=None, own=text, quoted="", extra="")  # type: ignore[arg-type]


LONG: dict[str, Callable[[], object]] = {
    "encoded words without end": lambda: read_message(b"Subject: " + b"=?a?q?b" * 9_000 + b"\n\nheron"),
    "their ends on another line": lambda: read_message(b"Subject: " + b"=?a?q?b" * 9_000 + b"\n ?=\n\nheron"),
    "a boundary with spaces behind it": lambda: read_message(HEAD + b"B\n\n--a" + b" " * 4_000_000 + b"x\n"),
    "lines of hyphens": lambda: read_message(HEAD + b"-" * 4_000 + b"\n\n" + b"-" * 3_000_000),
    "the fields of a part": lambda: read_whole(io.BytesIO(sections(20))),
    "a line like that between messages": lambda: is_mbox_start(b"From " + b"Mon Jan 1 " * 12_000),
    "a signature of spaces": lambda: split_quotes("hello\n--a" + " " * 50_000 + "!"),
    "forwarded messages": lambda: split_quotes("-----Original Message-----\n\n" * 15_000 + "> heron"),
    "pictures without end": lambda: list(split_sentences(hit("[IMG:" * 40_000))),
    "a fence of empty lines": lambda: generative._FENCE.fullmatch("```" + "\n" * 2_000),
}


@pytest.mark.parametrize("read", LONG.values(), ids=LONG)
def test_the_time_does_not_grow_with_the_square(read: Callable[[], object]) -> None:
    began = time.thread_time()
    read()
    assert time.thread_time() - began < MOST

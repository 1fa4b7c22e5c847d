"""Counts of tokens: what the API reports as `usage`."""

from __future__ import annotations

import re
from typing import TypeAlias

__all__ = ["Usage", "count_tokens", "make_usage"]

Usage: TypeAlias = dict[str, int]
"""`input_tokens`, `output_tokens`, `total_tokens`."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


def count_tokens(*texts: str) -> int:
    """Count words and punctuation marks, as an estimate of tokens."""
    return sum(1 for text in texts for _ in _TOKEN.finditer(text))


def make_usage(read: int, written: int) -> Usage:
    """Return the usage of an answer."""
    return {"input_tokens": read, "output_tokens": written, "total_tokens": read + written}

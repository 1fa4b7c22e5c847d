"""Ids that say what they are of: a prefix and, in base64, a name of our own."""

from __future__ import annotations

import base64
import binascii

__all__ = ["decode_id", "encode_id"]


def encode_id(prefix: str, name: str) -> str:
    """Return the id of *name*, which is Unicode: the database holds nothing else."""
    return prefix + base64.urlsafe_b64encode(name.encode()).decode().rstrip("=")


def decode_id(prefix: str, given: str) -> str | None:
    """Return the name whose id is *given*; None if the id has another prefix, "" if it is that of no name."""
    if not given.startswith(prefix):
        return None
    rest = given.removeprefix(prefix)
    try:
        return base64.b64decode(rest + "=" * (-len(rest) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        return ""

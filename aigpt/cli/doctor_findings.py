"""What `aigpt doctor` finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """What a check came to."""

    OK = "ok"
    NOTE = "note"
    """It works, but there is something to know."""
    FAILED = "failed"
    SKIPPED = "skipped"
    """It could not be tried, since another one failed, or is not needed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. Holds no key and no password."""

    name: str
    state: State
    text: str
    remedy: str = ""
    """What to do, where something is wrong."""
    is_setting: bool = False
    """Whether it is about what the user has set, not about the network or the server."""


def ok(name: str, text: str) -> Finding:
    """Return that all is well."""
    return Finding(name, State.OK, text)


def note(name: str, text: str, remedy: str = "") -> Finding:
    """Return that it works, and what to know."""
    return Finding(name, State.NOTE, text, remedy)


def skipped(name: str, why: str) -> Finding:
    """Return why a check was not made."""
    return Finding(name, State.SKIPPED, why)


def wrong_setting(name: str, text: str) -> Finding:
    """Return what is wrong in the settings; the *text* names the remedy."""
    return Finding(name, State.FAILED, text, is_setting=True)


def failed(name: str, text: str, remedy: str = "", *, is_setting: bool = False) -> Finding:
    """Return what fails in the network or the server; *is_setting*: since something that the user has set is wrong."""
    return Finding(name, State.FAILED, text, remedy, is_setting)

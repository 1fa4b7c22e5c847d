"""A small mailbox of a made-up company, and the notes of one of its meetings.

All of it was written for this project: people, companies and `.example` domains are invented. `aigpt demo`
and `aigpt serve --sample` read it, and it is something to try questions on.
"""

from importlib.resources import files
from pathlib import Path

__all__ = ["MAILBOX", "MEETINGS", "USER"]

_HERE = Path(str(files(__name__)))

MAILBOX = _HERE / "mailbox.mbox"
"""The mail of one person in mboxrd format, 45 messages from March to June 2026."""

MEETINGS = _HERE / "meetings"
"""A folder of meeting notes, one turn a line: `Speaker: words`."""

USER = "mara"
"""Whose mail it is: a short name for Mara Oduya, who looks after operations."""

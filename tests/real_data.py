"""Where the real input of tests and benchmarks is: $AIGPT_DATA, or else `../shared/data` beside the checkout.

It is a folder with `mailbox.mbox`, `meetings/test-NN.txt` and `meeting_questions.jsonl`.
"""

import os
from pathlib import Path

DATA = Path(os.environ.get("AIGPT_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
SOURCES = (
    "the mailbox is the easy-ham part of the SpamAssassin public corpus (stdlib-js/datasets-spam-assassin, PDDL 1.0), "
    "the meetings are the test split of QMSum (Yale-LILY/QMSum, MIT)"
)
MISSING = f"no real input in {DATA}: name its folder in AIGPT_DATA; {SOURCES}"


def complete() -> bool:
    """Return whether all of it is there."""
    return all((DATA / name).exists() for name in ("mailbox.mbox", "meetings", "meeting_questions.jsonl"))

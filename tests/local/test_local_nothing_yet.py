"""Why nothing was found, where that is not the question's fault: indexing goes on, or nothing is connected."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_making import Post

from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.answer.extractive import answer
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import add_datasource, mark_error


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Open an index of one datasource, of which 61 % was read."""
    store = Store(tmp_path / "index.db")
    with store.writing() as opened:
        add_datasource(opened, "me", tmp_path, "mbox")
        opened.execute("UPDATE datasources SET done = 61, total = 100")
        yield opened
    store.close()


def say(db: sqlite3.Connection, user: str = "me", form: str = "text") -> object:
    return answer(db, AnswerParams.read({"user": user, "input": "xylophone", "output_format": form}), []).output


def test_while_indexing_the_answer_says_how_far(db: sqlite3.Connection) -> None:
    said = "Nothing was found about this in the indexed messages. 61 % is indexed so far: ask again."
    assert say(db) == said
    assert say(db, form="json") == {"answer": None, "quotes": [], "note": "61 % is indexed so far: ask again."}
    db.execute("UPDATE datasources SET total = 0")  # its files are not counted yet
    assert str(say(db)).endswith(" Not all is indexed so far: ask again.")
    mark_error(db, 1, "it is gone")  # to ask again is of no use then
    assert say(db) == "Nothing was found about this in the indexed messages."
    db.execute("UPDATE datasources SET error = '', complete = 1")
    assert say(db) == "Nothing was found about this in the indexed messages."


async def test_a_user_with_nothing_connected_is_told_so(post: Post) -> None:
    for question in ("What did the board approve?", "How many messages did Ann send?"):
        reply = await post("recall/run", user="mara", input=question)
        said = "Nothing is connected for the user mara: connect a mailbox (aigpt serve --data PATH --user mara, or "
        assert reply["output"].startswith(said)
        assert reply["metadata"] == {"sources": []}

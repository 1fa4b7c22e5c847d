"""The lock of a folder of parts, between runs that do the same thing at the same moment."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from object_server import ObjectServer

from aigpt.bulk.outputs import open_output
from aigpt.bulk.run_lock import FileLock, Lock, token_of


def content(token: str, number: int = 0) -> bytes:
    return json.dumps({"token": token, "beat": number}).encode()


@pytest.fixture(params=["file", "stored"])
def new_lock(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Lock]]:
    """Give what makes one lock for each run."""
    if request.param == "file":
        yield lambda: FileLock(tmp_path / "lock")
    else:
        with ObjectServer() as server:
            address = server.address("s3", "answers")
            yield lambda: open_output(address).lock()


def test_of_two_that_take_a_lock_over_the_second_leaves_it_alone(new_lock: Callable[[], Lock]) -> None:
    assert new_lock().create(content("gone"))
    first, second = new_lock(), new_lock()
    assert first.read() == second.read() == content("gone")
    assert first.take_over(content("first"))
    assert not second.take_over(content("second"))
    assert new_lock().read() == content("first")
    assert first.beat(content("first", 1))
    second.remove()
    assert token_of(first.read()) == "first"
    first.remove()
    assert first.read() is None


def test_a_lock_whose_owner_beats_again_is_not_touched(
    new_lock: Callable[[], Lock], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, other = new_lock(), new_lock()
    assert owner.create(content("owner"))
    other.read()
    assert owner.beat(content("owner", 1))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", lambda *_: pytest.fail("a beat at this moment would find no lock"))
        assert not other.take_over(content("other"))
    assert owner.beat(content("owner", 2))


@pytest.mark.parametrize("is_there_again", [False, True])
def test_a_lock_that_is_replaced_while_it_is_put_away_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there_again: bool
) -> None:
    path, rename = tmp_path / "lock", Path.rename
    FileLock(path).create(content("gone"))
    first, second = FileLock(path), FileLock(path)
    first.read()
    second.read()

    def late(old: Path, new: Path) -> Path:
        """Do as the second run would, if the first were between its look and this."""
        monkeypatch.undo()
        assert first.take_over(content("first"))
        found = rename(old, new)
        if is_there_again:  # a third run, which finds no lock
            assert FileLock(path).create(content("third"))
        return found

    monkeypatch.setattr(Path, "rename", late)
    assert not second.take_over(content("second"))
    assert first.beat(content("first", 1)) != is_there_again
    assert token_of(path.read_bytes()) == ("third" if is_there_again else "first")
    assert list(tmp_path.iterdir()) == [path]


def test_a_lock_that_was_given_up_meanwhile_is_not_taken_over(new_lock: Callable[[], Lock]) -> None:
    owner, other = new_lock(), new_lock()
    assert owner.create(content("owner"))
    other.read()
    owner.remove()
    assert not other.take_over(content("other"))
    assert other.create(content("other"))


def test_who_never_had_a_lock_removes_none(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.touch()  # of a run that has made it, and has not written it yet
    FileLock(path).remove()
    assert path.exists()


def test_who_never_had_a_stored_lock_asks_for_no_removal(monkeypatch: pytest.MonkeyPatch) -> None:
    removed: list[list[str]] = []
    with ObjectServer() as server:
        output = open_output(server.address("s3", "answers"))
        lock = output.lock()
        monkeypatch.setattr("aigpt.bulk.object_store.ObjectStore.delete", lambda _, names: removed.append(names))
        lock.remove()  # another run may take it between the look and the removal
        assert removed == []

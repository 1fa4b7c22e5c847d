"""Uploads in parts that outlive their time, and those that a server is putting together when it ends."""

from __future__ import annotations

import asyncio
import errno
import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import pytest

from aigpt.local.openai_api import upload_parts
from aigpt.local.openai_api.catalog import Catalog, Entry
from aigpt.local.openai_api.errors import ApiError
from aigpt.local.openai_api.leftovers import Leftovers
from aigpt.local.openai_api.library import Library, Limits
from aigpt.local.openai_api.upload_parts import UploadParts

BYTES = b"x" * 60
ROOM = 100
OVER = "the upload is over"


class Uploading:
    """What a server that keeps uploads in *folder* does for a user."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = Library(folder, *cast("Any", (None, None, None)), Limits(user=ROOM))
        self.library.open()
        self.parts = UploadParts(self.library)

    async def begin(self) -> str:
        data = {"filename": "a.txt", "purpose": "assistants", "size": len(BYTES), "status": "pending"}
        upload = Entry("upload", f"upload_{uuid4().hex}", "me", int(time.time()), data)
        await self.library.writing(partial(self.parts.begin, upload=upload))
        return upload.id

    async def add(self, name: str) -> str:
        piece = await self.library.incoming()
        piece.write_bytes(BYTES)
        add = partial(self.parts.add, user="me", name=name, piece=piece, size=len(BYTES))
        return (await self.library.writing(add)).id

    async def complete(self, name: str, part: str) -> bytes:
        join = partial(self.parts.complete, user="me", name=name, wanted=[part], md5=None)
        _, file = await self.library.writing(join)
        return self.library.path(file).read_bytes()

    async def cancel(self, name: str) -> str:
        cancelled = await self.library.writing(partial(self.parts.cancel, user="me", name=name))
        return str(cancelled.data["status"])

    async def used(self) -> int:
        return await self.library.reading(lambda catalog: catalog.used("me"), 0)

    async def add_file(self) -> str:
        await self.library.writing(self.parts.delete_old)  # as the route does
        piece = await self.library.incoming()
        piece.write_bytes(BYTES)
        return (await self.library.add_file("me", piece, "b.txt", "assistants")).id

    def kept(self) -> list[str]:
        return [path.name for path in (self.folder / "parts").iterdir()]


class Held:
    """What puts parts together, held in the middle of its work."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._begun = threading.Event()
        self._go_on = threading.Event()
        self._join = upload_parts.join
        monkeypatch.setattr(upload_parts, "join", self._hold)

    def _hold(self, pieces: Sequence[Path], path: Path) -> int:
        self._begun.set()
        assert self._go_on.wait(60)
        return self._join(pieces, path)

    async def begun(self) -> None:
        assert await asyncio.to_thread(self._begun.wait, 60)

    def go_on(self) -> None:
        self._go_on.set()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made = Held(monkeypatch)
    yield made
    made.go_on()


async def test_uploads_whose_time_is_over_take_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Uploading(tmp_path / "up")
    await here.add(await here.begin())
    with pytest.raises(ApiError, match="larger than 100 bytes in all"):
        await here.begin()
    with monkeypatch.context() as patched:
        patched.setattr(upload_parts, "LIFETIME", -10)
        new = await here.begin()
    assert (await here.used(), here.kept()) == (0, [])
    assert await here.complete(new, await here.add(new)) == BYTES
    await here.library.close()


async def test_they_take_no_room_from_files_nor_from_parts_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Uploading(tmp_path / "up")
    await here.add(await here.begin())
    with pytest.raises(ApiError, match="larger than 100 bytes in all"):
        await here.add_file()
    monkeypatch.setattr(here.library, "limits", Limits(user=200))
    new = await here.begin()
    monkeypatch.setattr(here.library, "limits", Limits(user=ROOM))
    with pytest.raises(ApiError, match="larger than 100 bytes in all"):
        await here.add(new)
    catalog = await here.library.reading(lambda catalog: catalog, None)
    assert catalog is not None
    later = time.time() + upload_parts.LIFETIME + 10
    old, *_ = catalog.all("me", "upload")
    assert old.id != new
    with monkeypatch.context() as patched:
        patched.setattr(Catalog, "begun_before", lambda *_: [old])
        await here.add(new)
    assert len(here.kept()) == 1
    with monkeypatch.context() as patched:
        patched.setattr(time, "time", lambda: later)
        await here.add_file()
    assert (await here.used(), here.kept()) == (len(BYTES), [])
    await here.library.close()


async def test_what_a_killed_server_was_putting_together_is_deleted_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Uploading(tmp_path / "up")
    name = await here.begin()
    part = await here.add(name)
    left, original = tmp_path / "left", upload_parts.join

    def joined(pieces: Sequence[Path], path: Path) -> int:
        size = original(pieces, path)
        shutil.copytree(here.folder, left)  # as it is on the disk where the server is killed now
        return size

    monkeypatch.setattr(upload_parts, "join", joined)
    assert await here.complete(name, part) == BYTES
    assert files_in(here.folder / "incoming") == []
    await here.library.close()
    assert len(files_in(left / "incoming")) == 1
    again = Uploading(left)
    assert sorted(path.name for path in files_in(left)) == ["catalog.db", part, "reserve"]
    await again.library.close()


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_whatever_else_is_in_the_folder_stays(tmp_path: Path) -> None:
    """Without its catalog, for instance, which somebody may have moved away and bring back."""
    here = Uploading(tmp_path / "up")
    file = await here.add_file()
    await here.library.close()
    (here.folder / "catalog.db").rename(tmp_path / "catalog.db")
    (here.folder / "parts" / "lost+found").mkdir()
    for _ in range(2):
        await Uploading(here.folder).library.close()
    (tmp_path / "catalog.db").replace(here.folder / "catalog.db")
    again = Uploading(here.folder)
    found = await again.library.find("me", "file", file, "file_id")
    assert again.library.path(found).read_bytes() == BYTES
    await again.library.close()


def refuse(leftovers: Leftovers, name: str) -> None:
    raise OSError(errno.EIO, "input/output error")


async def test_one_that_cannot_be_deleted_hinders_no_other_and_goes_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    here = Uploading(tmp_path / "up")
    parts = {await here.add(await here.begin())}
    monkeypatch.setattr(here.library, "limits", Limits(user=3 * ROOM))
    parts.add(await here.add(await here.begin()))
    with monkeypatch.context() as patched:
        patched.setattr(Leftovers, "_delete_bytes", refuse)
        patched.setattr(upload_parts, "LIFETIME", -10)
        await here.add_file()
    assert caplog.text.count("what is left of an upload cannot be deleted: input/output error") == len(parts)
    assert set(here.kept()) == parts
    assert await here.used() == len(BYTES)
    await here.library.close()
    again = Uploading(tmp_path / "up")
    assert again.kept() == []
    await again.library.close()


async def test_an_upload_whose_time_is_over_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Uploading(tmp_path / "up")
    name = await here.begin()
    monkeypatch.setattr(upload_parts, "LIFETIME", -10)
    with pytest.raises(ApiError, match=OVER):
        await here.add(name)
    await here.library.close()


async def test_they_are_deleted_also_where_there_is_no_room_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Uploading(tmp_path / "up")
    await here.add(await here.begin())
    await here.library.put(Entry("file", "file-1", "me", 0, {}, bytes=50))
    monkeypatch.setattr(upload_parts, "LIFETIME", -10)
    with pytest.raises(ApiError, match="delete some files"):
        await here.begin()
    assert (await here.used(), here.kept()) == (50, [])
    await here.library.close()


async def test_an_upload_that_is_being_put_together_is_over_for_others_and_not_deleted(
    tmp_path: Path, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Uploading(tmp_path / "up")
    name = await here.begin()
    part = await here.add(name)
    completing = asyncio.create_task(here.complete(name, part))
    await held.begun()
    for work in (here.cancel(name), here.add(name), here.complete(name, part)):
        with pytest.raises(ApiError, match=OVER):
            await work
    with monkeypatch.context() as patched:
        patched.setattr(upload_parts, "LIFETIME", -10)
        with pytest.raises(ApiError, match="larger than"):
            await here.begin()
    held.go_on()
    assert await completing == BYTES
    with pytest.raises(ApiError, match=OVER):
        await here.cancel(name)
    await here.library.close()


async def test_an_upload_that_a_killed_server_was_putting_together_can_be_ended(tmp_path: Path, held: Held) -> None:
    here = Uploading(tmp_path / "up")
    name = await here.begin()
    part = await here.add(name)
    completing = asyncio.create_task(here.complete(name, part))
    await held.begun()
    for copy in ("one", "two"):
        shutil.copytree(here.folder, tmp_path / copy)  # as it is on the disk where the server is killed now
    held.go_on()
    assert await completing == BYTES
    await here.library.close()
    one, two = Uploading(tmp_path / "one"), Uploading(tmp_path / "two")
    assert await one.complete(name, part) == BYTES
    assert await two.cancel(name) == "cancelled"
    assert (one.kept(), two.kept()) == ([], [])
    await one.library.close()
    await two.library.close()


async def test_what_writes_is_waited_for_at_the_end_though_its_request_is_gone(tmp_path: Path, held: Held) -> None:
    here = Uploading(tmp_path / "up")
    name = await here.begin()
    part = await here.add(name)
    completing = asyncio.create_task(here.complete(name, part))
    await held.begun()
    completing.cancel()
    with suppress(asyncio.CancelledError):
        await completing
    asyncio.get_running_loop().call_later(0.2, held.go_on)
    await here.library.close()
    again = Uploading(tmp_path / "up")
    (file,) = await again.library.all("me", "file")
    assert again.library.path(file).read_bytes() == BYTES
    assert (await again.library.find("me", "upload", name, "")).data["status"] == "completed"
    await again.library.close()

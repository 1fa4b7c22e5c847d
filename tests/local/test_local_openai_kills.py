"""Uploads after a server was killed: between any two of its steps, nothing is lost and nothing is left for good."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import pytest

from aigpt.local.openai_api import upload_parts
from aigpt.local.openai_api.catalog import Entry
from aigpt.local.openai_api.errors import ApiError
from aigpt.local.openai_api.library import Library, Limits
from aigpt.local.openai_api.upload_parts import UploadParts

USER = "me"
NAME = "a-name-that-is-found-again.txt"
PARTS = [b"first " * 10, b"second " * 10]
WHOLE = b"".join(PARTS)


class Backend:
    """An index in which nothing is."""

    async def connected(self, user: str) -> list[Any]:
        """Return the datasources."""
        assert user
        return []


class Server:
    """What a server does that keeps uploads in *folder*."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.library = Library(folder, cast("Any", None), cast("Any", Backend()), cast("Any", None), Limits())
        self.library.open()
        self.parts = UploadParts(self.library)

    async def begin(self) -> str:
        data = {"filename": NAME, "purpose": "assistants", "size": len(WHOLE), "status": "pending"}
        upload = Entry("upload", f"upload_{uuid4().hex}", USER, int(time.time()), data)
        await self.library.writing(partial(self.parts.begin, upload=upload))
        return upload.id

    async def add(self, upload: str, data: bytes) -> str:
        piece = await self.library.incoming()
        piece.write_bytes(data)
        add = partial(self.parts.add, user=USER, name=upload, piece=piece, size=len(data))
        try:
            return (await self.library.writing(add)).id
        finally:
            piece.unlink(missing_ok=True)  # as the form does

    async def complete(self, upload: str, parts: list[str]) -> Entry:
        join = partial(self.parts.complete, user=USER, name=upload, wanted=parts, md5=None)
        return (await self.library.writing(join))[1]

    async def cancel(self, upload: str) -> None:
        await self.library.writing(partial(self.parts.cancel, user=USER, name=upload))

    async def add_file(self) -> Entry:
        piece = await self.library.incoming()
        piece.write_bytes(WHOLE)
        return await self.library.add_file(USER, piece, NAME, "assistants")

    async def delete(self, file: Entry) -> None:
        await self.library.finish(self.library.delete_file(file))

    def on_the_disk(self) -> dict[str, bytes]:
        """Return what is there, by the id of the file or part."""
        found = {path.parent.name: path.read_bytes() for path in (self.folder / "files").glob("*/*")}
        found |= {path.name: path.read_bytes() for path in (self.folder / "parts").iterdir()}
        return found

    async def check(self) -> None:
        """Check that what is known is there, and nothing else; then delete it all, and check that nothing stays."""
        await self.library.finish_deletions()  # as the server does at its start
        files = await self.library.all(USER, "file")
        uploads = await self.library.all(USER, "upload")
        parts = [part for one in uploads for part in await self.library.all(USER, "part", one.id)]
        found = self.on_the_disk()
        assert found.keys() == {one.id for one in (*files, *parts)}
        assert list((self.folder / "incoming").iterdir()) == []
        for file in files:
            assert found[file.id] == WHOLE
            await self.delete(file)
        for upload in uploads:
            ids = [part.id for part in parts if part.parent == upload.id]
            if upload.data["status"] == "pending" and len(ids) == len(PARTS):  # it can be completed, again perhaps
                made = await self.complete(upload.id, ids)
                assert self.library.path(made).read_bytes() == WHOLE
                await self.delete(made)
            elif upload.data["status"] == "pending":
                await self.cancel(upload.id)
        assert self.on_the_disk() == {}
        assert list((self.folder / "files").iterdir()) == []
        assert await self.library.reading(lambda catalog: catalog.used(USER), 0) == 0
        await self.library.close()
        assert NAME.encode() not in (self.folder / "catalog.db").read_bytes()


class Killed:
    """Copies the folder of *server* before and after each step on the disk: as it is where the server is killed."""

    def __init__(self, server: Server, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = server.folder
        self._copies = copies
        self._copying = False
        copies.mkdir()
        for name in ("replace", "unlink", "rmdir", "mkdir"):
            monkeypatch.setattr(os, name, self._around(getattr(os, name)))
        monkeypatch.setattr(upload_parts, "join", self._around(upload_parts.join))
        catalog: Any = cast("Any", server.library)._catalog
        catalog._db.set_trace_callback(lambda sql: self._copy() if sql.startswith(("BEGIN", "COMMIT")) else None)

    def _around(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:
            self._copy()
            try:
                return work(*arguments, **options)
            finally:
                self._copy()

        return step

    def _copy(self) -> None:
        if not self._copying:
            self._copying = True  # which takes steps of its own
            shutil.copytree(self._folder, self._copies / uuid4().hex)
            self._copying = False

    def copies(self) -> list[Path]:
        return list(self._copies.iterdir())


async def upload_in_parts(server: Server) -> None:
    upload = await server.begin()
    await server.complete(upload, [await server.add(upload, data) for data in PARTS])


async def upload_and_cancel(server: Server) -> None:
    upload = await server.begin()
    await server.add(upload, PARTS[0])
    await server.cancel(upload)


async def upload_and_wait(server: Server) -> None:
    upload = await server.begin()
    await server.add(upload, PARTS[0])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(upload_parts, "LIFETIME", -10)
        await server.library.writing(server.parts.delete_old)


async def upload_too_much(server: Server) -> None:
    upload = await server.begin()
    with pytest.raises(ApiError, match="more bytes"):
        await server.add(upload, WHOLE + b".")
    await server.cancel(upload)


async def upload_file(server: Server) -> None:
    await server.add_file()


async def upload_and_delete(server: Server) -> None:
    await server.delete(await server.add_file())


@pytest.mark.parametrize(
    ("work", "steps"),
    [
        (upload_in_parts, 30),
        (upload_and_cancel, 18),
        (upload_and_wait, 18),
        (upload_too_much, 10),
        (upload_file, 8),
        (upload_and_delete, 14),
    ],
)
async def test_whenever_it_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[[Server], Awaitable[None]], steps: int
) -> None:
    server = Server(tmp_path / "up")
    with monkeypatch.context() as patched:
        killed = Killed(server, tmp_path / "copies", patched)
        await work(server)
        cast("Any", server.library)._catalog._db.set_trace_callback(None)
    await server.check()
    copies = killed.copies()
    assert len(copies) >= steps
    for copy in copies:
        await Server(copy).check()

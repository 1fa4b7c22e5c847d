"""Vector stores: files uploaded, added, and waited for until they are processed; alone and in batches."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from typing import Any

from aigpt.openai._helper_work import HelperWork
from aigpt.openai._polling import Polling, check_number
from aigpt.openai._side_by_side import side_by_side

_PURPOSE = "assistants"


class VectorStoreFileHelpers:
    """What the methods of `client.vector_stores.files` do that send several requests."""

    def _create_and_poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        polling = _FilePolling(self, "vector_stores.files.create_and_poll", given, deadline, abort, on_progress)
        return polling.run(lambda: polling.create_and_poll(given))

    def _poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        polling = _FilePolling(self, "vector_stores.files.poll", given, deadline, abort, on_progress)
        return polling.run(lambda: polling.until_processed(**given))

    def _upload(self, given: dict[str, Any], deadline: Any, abort: Any) -> Any:
        work = HelperWork(self, "vector_stores.files.upload", deadline, abort)

        async def steps() -> Any:
            file = await _upload(self, work, given.pop("file"))
            return (await work.request(self, "create", file_id=file.id, **given)).parse()

        return work.run(steps)

    def _upload_and_poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        polling = _FilePolling(self, "vector_stores.files.upload_and_poll", given, deadline, abort, on_progress)

        async def steps() -> Any:
            file = await _upload(self, polling, given.pop("file"))
            return await polling.create_and_poll({**given, "file_id": file.id})

        return polling.run(steps)


class FileBatchHelpers:
    """What the methods of `client.vector_stores.file_batches` do that send several requests."""

    def _create_and_poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        name = "vector_stores.file_batches.create_and_poll"
        polling = Polling(self, name, given, deadline, abort, on_progress)
        return polling.run(lambda: _create_batch(self, polling, given))

    def _poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        polling = Polling(self, "vector_stores.file_batches.poll", given, deadline, abort, on_progress)
        return polling.run(lambda: _poll_batch(self, polling, **given))

    def _upload_and_poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        name = "vector_stores.file_batches.upload_and_poll"
        polling = Polling(self, name, given, deadline, abort, on_progress)
        files = _several(given.pop("files"))
        at_once = _check_concurrency(given.pop("max_concurrency"))

        async def steps() -> Any:
            uploads = (partial(_upload, self, polling, file) for file in files)
            uploaded = await side_by_side(uploads, at_once)
            ids = [*given.pop("file_ids"), *(file.id for file in uploaded)]
            return await _create_batch(self, polling, {**given, "file_ids": ids})

        return polling.run(steps)


class _FilePolling(Polling):
    """Waits for one file of a vector store, for `max_wait_seconds`, which is taken out of *given*, at most."""

    def __init__(
        self, files: Any, name: str, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any
    ) -> None:
        super().__init__(files, name, given, deadline, abort, on_progress)
        self._files = files
        self._max_seconds = check_number("max_wait_seconds", given.pop("max_wait_seconds"))

    async def create_and_poll(self, given: dict[str, Any]) -> Any:
        """Add the file that *given* names to its vector store, and return it when it is processed."""
        await self.request(self._files, "create", **given)
        return await self.until_processed(given["file_id"], given["vector_store_id"])

    async def until_processed(self, file_id: str, vector_store_id: str) -> Any:
        """Return the file when it is processed, or has failed to be."""
        where = {"file_id": file_id, "vector_store_id": vector_store_id}
        return await self.poll(
            lambda: self.request(self._files, "retrieve", **where, extra_headers=self.headers),
            lambda file: file.status != "in_progress",
            max_seconds=self._max_seconds,
        )


async def _upload(resource: Any, work: HelperWork, file: Any) -> Any:
    uploaded = await work.created(resource._client.files, "create", file=file, purpose=_PURPOSE)  # noqa: SLF001
    await work.tell(uploaded)
    return uploaded


async def _create_batch(batches: Any, polling: Polling, given: dict[str, Any]) -> Any:
    batch = await polling.created(batches, "create", **given)
    return await _poll_batch(batches, polling, batch.id, given["vector_store_id"])


async def _poll_batch(batches: Any, polling: Polling, batch_id: str, vector_store_id: str) -> Any:
    where = {"batch_id": batch_id, "vector_store_id": vector_store_id}
    return await polling.poll(
        lambda: polling.request(batches, "retrieve", **where, extra_headers=polling.headers),
        lambda batch: not (getattr(batch.file_counts, "in_progress", 0) or 0) > 0,
    )


def _several(files: Any) -> list[Any]:
    """Return *files* as a list, taken now: the caller's iterator is not run on the thread of a blocking client."""
    several: Any = files
    if isinstance(files, str | bytes | os.PathLike) or not isinstance(files, Iterable) or hasattr(several, "read"):
        raise TypeError("files takes several files: give a list of them, also for one")
    return list(several)


def _check_concurrency(number: Any) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise ValueError(f"max_concurrency must be a whole number from 1, not {number!r:.40}")
    return number

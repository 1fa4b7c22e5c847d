"""What a question or a search reads: the datasources behind vector stores and attached files.

A connected mailbox is a vector store; its id says which. Another vector store holds uploaded files.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from aigpt.local.openai_api.attribute_filters import AttributeFilter
from aigpt.local.openai_api.backend import Backend
from aigpt.local.openai_api.citations import SourceFiles
from aigpt.local.openai_api.errors import ApiError, invalid, not_found
from aigpt.local.openai_api.fields import Json
from aigpt.local.openai_api.ids import decode_id, encode_id
from aigpt.local.openai_api.library import Library
from aigpt.local.store.datasources import Datasource

__all__ = ["Scopes", "mailbox_id"]

_MAILBOX = "vs_mail_"
_ONLY_FOR_FILES = (
    "filters go by the attributes that uploaded files were given; of connected mail and notes, name days and people "
    "in the question"
)
_WAIT_SECONDS = 30.0
_POLL_SECONDS, _MOST_POLL_SECONDS = 0.02, 0.5  # the pause grows with each look


def mailbox_id(name: str) -> str:
    """Return the id of the vector store that the datasource *name* is."""
    return encode_id(_MAILBOX, name)


class Scopes:
    """Finds the datasources to search."""

    def __init__(self, backend: Backend, library: Library) -> None:
        self._backend = backend
        self._library = library

    async def mailbox(self, user: str, store: str, param: str) -> Datasource | None:
        """Return the connected datasource that a vector store is; None if it is one of uploaded files.

        Raises `ApiError` (404) if *user* has connected none of that id.
        """
        name = decode_id(_MAILBOX, store)
        if name is None:
            return None
        for source in await self._backend.connected(user):
            if source.name == name:
                return source
        raise not_found("vector store", param)

    async def of_store(self, user: str, store: str, param: str, wanted: AttributeFilter | None) -> list[str]:
        """Return the datasources of a vector store, of files only the *wanted* ones. Raises `ApiError` (404)."""
        mailbox = await self.mailbox(user, store, param)
        if mailbox is not None:
            if wanted is not None:
                raise invalid("filters", _ONLY_FOR_FILES)
            return [mailbox.name]
        await self._library.find(user, "vector_store", store, param)
        held = await self._library.all(user, "vector_store.file", store)
        chosen = held if wanted is None else [file for file in held if wanted(file.data["attributes"])]
        return [file.data["datasource"] for file in chosen if "datasource" in file.data]

    async def of_stores(
        self, user: str, stores: Sequence[tuple[str, AttributeFilter | None]], files: Sequence[str]
    ) -> tuple[str, ...] | None:
        """Return the datasources of vector stores and attached *files*; None, for all connected ones, without any.

        *stores*: their ids, each with the filter for its files.
        """
        if not stores and not files:
            return None
        names: list[str] = []
        for store, wanted in stores:
            names += await self.of_store(user, store, "tools", wanted)
        return tuple(dict.fromkeys([*names, *(await self.of_files(user, files) or ())]))

    async def of_files(self, user: str, files: Sequence[str]) -> tuple[str, ...] | None:
        """Return the datasources of attached *files*, once they are indexed; None without any. Raises `ApiError`."""
        if not files:
            return None
        names: list[str] = []
        for file in files:
            attached = await self._library.attach(await self._library.find(user, "file", file, "file_id"))
            if "problem" in attached.data:
                raise invalid("file_id", f"an attached file cannot be read: {attached.data['problem']}", "invalid_file")
            names.append(attached.data["datasource"])
        await self._wait(user, names)
        return tuple(names)

    async def source_files(self, user: str, stores: Sequence[tuple[str, AttributeFilter | None]] = ()) -> SourceFiles:
        """Return what gives sources of the user's answers their names as files, and their attributes.

        *stores*: the ids of vector stores, each with its filter. A file has the attributes of the first that finds it.
        """
        files = await self._library.all(user, "file")
        found: dict[str, Json] = {}
        for store, wanted in stores:
            for file in await self._library.all(user, "vector_store.file", store):
                if wanted is None or wanted(file.data["attributes"]):
                    found.setdefault(file.id, file.data["attributes"])
        return SourceFiles({file.data["datasource"]: file for file in files if "datasource" in file.data}, found)

    async def _wait(self, user: str, names: Sequence[str]) -> None:
        """Wait until the datasources of attached files are indexed. Raises `ApiError` if one cannot be."""
        pause = _POLL_SECONDS
        try:
            async with asyncio.timeout(_WAIT_SECONDS):
                while not await self._are_indexed(user, names):
                    await asyncio.sleep(pause)
                    pause = min(_MOST_POLL_SECONDS, pause * 1.5)
        except TimeoutError:
            raise ApiError(409, "an attached file is still being indexed; ask again soon", param="file_id") from None

    async def _are_indexed(self, user: str, names: Sequence[str]) -> bool:
        known = await self._library.indexed(user)
        sources = [known[name] for name in names if name in known]
        if any(source.error for source in sources):
            raise invalid("file_id", "an attached file could not be indexed; upload it again", "invalid_file")
        return all(source.complete for source in sources)

"""``/v1/vector_stores``: collections of uploaded files, and each connected mailbox as one that only disconnects."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import uuid4

from aiohttp import web

from aigpt.local.openai_api.attribute_filters import read_filter
from aigpt.local.openai_api.backend import Backend
from aigpt.local.openai_api.calls import Call
from aigpt.local.openai_api.catalog import Entry
from aigpt.local.openai_api.errors import ApiError, invalid
from aigpt.local.openai_api.fields import (
    Json,
    read_limit,
    read_metadata,
    read_object,
    read_optional_text,
    read_texts,
    refuse,
)
from aigpt.local.openai_api.library import Library
from aigpt.local.openai_api.lists import page
from aigpt.local.openai_api.scopes import Scopes, mailbox_id
from aigpt.local.openai_api.search_results import result_of
from aigpt.local.openai_api.store_files import StoreFiles, check_chunking, count_statuses
from aigpt.local.openai_api.streaming import reply
from aigpt.local.params import LONGEST_QUESTION, TOO_LONG
from aigpt.local.search.search_params import SearchParams
from aigpt.local.store.datasources import Datasource

__all__ = ["VectorStores"]

_NOT_HERE = {
    "expires_after": "vector stores stay until they are deleted",
    "rewrite_query": "the query is searched for as it stands, but for stop words",
}
_MOST_RESULTS = 50
_DEFAULT_RESULTS = 10


class VectorStores:
    """The routes of vector stores, but for those of their files. *created*: when the server started."""

    def __init__(
        self, backend: Backend, library: Library, scopes: Scopes, store_files: StoreFiles, created: int
    ) -> None:
        self._backend = backend
        self._library = library
        self._scopes = scopes
        self._files = store_files
        self._created = created

    async def create(self, call: Call) -> web.StreamResponse:
        """Make a vector store of uploaded files, which are indexed in the background."""
        refuse(call.body, _NOT_HERE)
        files = [await self._library.find(call.user, "file", name, "file_ids") for name in _file_ids(call.body)]
        data = {
            "name": read_optional_text(call.body, "name") or "",
            "description": read_optional_text(call.body, "description"),
            "metadata": read_metadata(call.body),
        }
        store = Entry("vector_store", f"vs_{uuid4().hex}", call.user, int(time.time()), data)
        await self._library.put(store)
        for file in files:
            await self._files.add(store.id, file, {})
        return reply(await self._json(store))

    async def list(self, call: Call) -> web.StreamResponse:
        """Return the user's vector stores: connected mailboxes first, then those of files."""
        mailboxes = {mailbox_id(source.name): source for source in await self._backend.connected(call.user)}
        stores = {store.id: store for store in await self._library.all(call.user, "vector_store")}
        shown = page([{"id": name} for name in (*stores, *reversed(mailboxes))], call.request.query)
        names = [one["id"] for one in shown["data"]]
        written = {one["id"]: one for one in await self._all_json([stores[name] for name in names if name in stores])}
        shown["data"] = [written[name] if name in written else self._mailbox_json(mailboxes[name]) for name in names]
        return reply(shown)

    async def retrieve(self, call: Call) -> web.StreamResponse:
        """Return a vector store."""
        mailbox = await self._scopes.mailbox(call.user, call.of("store_id"), "vector_store_id")
        return reply(await self._json(await self._find(call)) if mailbox is None else self._mailbox_json(mailbox))

    async def update(self, call: Call) -> web.StreamResponse:
        """Change the name or metadata of a vector store."""
        refuse(call.body, _NOT_HERE)
        store = await self._own(call, "changed")
        name = read_optional_text(call.body, "name")
        data = {**store.data, **({} if name is None else {"name": name})}
        if call.body.get("metadata") is not None:
            data["metadata"] = read_metadata(call.body)
        changed = replace(store, data=data)
        await self._library.replace(changed, "vector_store_id")
        return reply(await self._json(changed))

    async def delete(self, call: Call) -> web.StreamResponse:
        """Delete a vector store; its files stay in ``/v1/files``."""
        store = await self._own(call, "deleted")
        await self._library.delete(store)
        return reply({"id": store.id, "object": "vector_store.deleted", "deleted": True})

    async def search(self, call: Call) -> web.StreamResponse:
        """Search a vector store."""
        refuse(call.body, _NOT_HERE)
        queries = _queries(call.body)
        limit = read_limit(call.body, "max_num_results", _DEFAULT_RESULTS, _MOST_RESULTS)
        wanted_files = read_filter(call.body.get("filters"), "filters")
        names = await self._scopes.of_store(call.user, call.of("store_id"), "vector_store_id", wanted_files)
        least = _threshold(call.body)
        wanted = SearchParams(call.user, "\n".join(queries), limit=limit, datasources=tuple(names))
        found = (await self._backend.search(wanted))["results"]
        files = await self._scopes.source_files(call.user, [(call.of("store_id"), wanted_files)])
        results = [
            {**result, "content": [{"type": "text", "text": one["content"]}]}
            for one in found
            if (result := result_of(one, files))["score"] >= least
        ]
        return reply(
            {
                "object": "vector_store.search_results.page",
                "search_query": queries,
                "data": results,
                "has_more": False,
                "next_page": None,
            }
        )

    async def _find(self, call: Call) -> Entry:
        return await self._library.find(call.user, "vector_store", call.of("store_id"), "vector_store_id")

    async def _own(self, call: Call, what: str) -> Entry:
        if await self._scopes.mailbox(call.user, call.of("store_id"), "vector_store_id") is not None:
            raise ApiError(
                400,
                f"the vector store is connected mail or notes, and cannot be {what} here; datasources/disconnect "
                "disconnects it",
                param="vector_store_id",
            )
        return await self._find(call)

    async def _json(self, store: Entry) -> Json:
        (written,) = await self._all_json([store])
        return written

    async def _all_json(self, stores: Sequence[Entry]) -> Sequence[Json]:
        """Return vector stores of one user as objects."""
        if not stores:
            return []
        indexed = await self._library.indexed(stores[0].user)
        sizes = {file.id: file.bytes for file in await self._library.all(stores[0].user, "file")}
        return [_store_json(store, await self._files.of(store.user, store.id, indexed), sizes) for store in stores]

    def _mailbox_json(self, source: Datasource) -> Json:
        done = source.messages + source.notes
        counts = {
            "in_progress": 0 if source.complete else 1,
            "completed": done,
            "failed": source.failed,
            "cancelled": 0,
            "total": done + source.failed + (0 if source.complete else 1),
        }
        return {
            "id": mailbox_id(source.name),
            "object": "vector_store",
            "created_at": self._created,
            "name": source.title,
            "description": f"connected {source.service}: {source.subtitle}",
            "usage_bytes": source.total,
            "file_counts": counts,
            "status": "completed" if source.complete else "in_progress",
            "expires_at": None,
            "last_active_at": self._created,
            "metadata": {"datasource": source.name},
        }


def _store_json(store: Entry, files: Sequence[Json], sizes: Mapping[str, int]) -> Json:
    counts = count_statuses(files)
    return {
        "id": store.id,
        "object": "vector_store",
        "created_at": store.created,
        "name": store.data["name"],
        "description": store.data["description"],
        "usage_bytes": sum(sizes.get(file["id"], 0) for file in files),
        "file_counts": counts,
        "status": "in_progress" if counts["in_progress"] else "completed",
        "expires_at": None,
        "last_active_at": store.created,
        "metadata": store.data["metadata"],
    }


def _file_ids(body: Json) -> Sequence[str]:
    check_chunking(body)
    return list(dict.fromkeys(read_texts(body, "file_ids")))


def _queries(body: Json) -> list[str]:
    given = body.get("query")
    queries = [given] if isinstance(given, str) else read_texts(body, "query")
    if not any(query.strip() for query in queries):
        raise invalid("query", "query must be a string that is not blank, or a list of strings")
    if sum(map(len, queries)) > LONGEST_QUESTION:
        raise invalid("query", f"query is {TOO_LONG}")
    return queries


def _threshold(body: Json) -> float:
    least = read_object(body.get("ranking_options"), "ranking_options").get("score_threshold")
    if least is None:
        return 0.0
    if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
        raise invalid("ranking_options.score_threshold", "ranking_options.score_threshold must be a number from 0 to 1")
    return float(least)

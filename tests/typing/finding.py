"""What type checkers are promised of finding everything, and of waiting. Never run: mypy and pyright read it."""

import asyncio
import threading
from typing import assert_type

from aigpt import IGPT, AsyncIGPT, BlockingSearchIterator, DatasourcesReply, Reply, SearchIterator
from aigpt.types import SearchResult


async def finding(igpt: AsyncIGPT) -> None:
    found = igpt.recall.iter_search(
        query="?", date_from="2026-01-01", max_results=50, concurrency=8, abort=asyncio.Event()
    )
    assert_type(found, SearchIterator)
    async with found as hits:
        async for hit in hits:
            assert_type(hit, SearchResult)
            assert_type(hit.get("from"), str | None)
    assert_type(found.error, str | None)
    assert_type(found.reply, Reply | None)
    assert_type(found.truncated, list[str])
    assert_type(found.complete, bool)


async def tell(reply: DatasourcesReply) -> None:
    """Be told asynchronously."""


async def waiting(igpt: AsyncIGPT) -> None:
    assert_type(await igpt.datasources.wait(), DatasourcesReply)
    assert_type(await igpt.datasources.wait(id="a/b/c", timeout=None, on_progress=tell, user="me"), DatasourcesReply)
    assert_type(await igpt.datasources.wait(on_progress=lambda reply: print(reply.datasources)), DatasourcesReply)  # noqa: T201
    reply = await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=print, timeout=60.0)
    assert_type(reply, DatasourcesReply)


def blocking(igpt: IGPT) -> None:
    found = igpt.recall.iter_search(query="?", abort=threading.Event())
    assert_type(found, BlockingSearchIterator)
    for hit in found:
        assert_type(hit, SearchResult)
    assert_type(igpt.datasources.wait(id="a", abort=threading.Event()), DatasourcesReply)
    assert_type(igpt.connectors.authorize_and_wait(service="gmail", scope="read"), DatasourcesReply)

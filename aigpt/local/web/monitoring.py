"""What those ask for who run the server: whether it works, and its figures."""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from aiohttp import hdrs, web

from aigpt.local.errors import LocalServerError
from aigpt.local.readers.errors import ReaderError
from aigpt.local.readers.reading import Readers
from aigpt.local.store.database import open_reader
from aigpt.local.web.api_keys import Keys
from aigpt.local.web.holdings import count_holdings, is_readable
from aigpt.local.web.metrics import CONTENT_TYPE, Metrics
from aigpt.local.web.refusals import refusal

__all__ = ["HEALTH", "METRICS", "add_monitoring"]

HEALTH = "/healthz"
METRICS = "/metrics"

_MOST_SECONDS = 5.0
_HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}


def add_monitoring(app: web.Application, db: Path, readers: Readers, metrics: Metrics, keys: Keys | None) -> None:
    """Add ``/healthz``, for everybody, and ``/metrics``, for those with one of *keys*, or for everybody if None.

    ``/healthz``: status 200 with ``{"status": "ok"}`` if the database *db* answers within 5 seconds, and there are
    *readers*, else 503 with an error. It does not wait behind their work: a busy server is not a broken one.
    """
    threads = ThreadPoolExecutor(1, thread_name_prefix="aigpt-health")

    async def end(_: web.Application) -> None:
        threads.shutdown(wait=False, cancel_futures=True)

    async def check() -> None:
        await asyncio.get_running_loop().run_in_executor(threads, _read, db)
        if not readers.counts().running:
            await readers.run(is_readable)  # none has started: that works, or it tells why not

    async def health(_: web.Request) -> web.Response:
        why = "the database did not answer in time"
        try:
            await asyncio.wait_for(check(), _MOST_SECONDS)
        except TimeoutError:
            pass
        except (ReaderError, LocalServerError, sqlite3.Error) as error:
            why = str(error)
        else:
            return web.json_response({"status": "ok"}, headers=_HEADERS)
        return web.json_response(refusal("unavailable", why), status=503, headers=_HEADERS)

    async def figures(request: web.Request) -> web.Response:
        problem = "" if keys is None else keys.problem(request.headers.get(hdrs.AUTHORIZATION, ""))
        if problem:
            headers = {**_HEADERS, hdrs.WWW_AUTHENTICATE: "Bearer"}
            return web.json_response(refusal("auth", problem), status=401, headers=headers)
        counts = readers.counts()
        page = metrics.page(counts, await readers.run(count_holdings))
        return web.Response(body=page.encode(), headers={**_HEADERS, hdrs.CONTENT_TYPE: CONTENT_TYPE})

    app.on_cleanup.append(end)
    app.router.add_get(HEALTH, health)
    app.router.add_get(METRICS, figures)


def _read(db: Path) -> None:
    with closing(open_reader(db)) as connection:
        is_readable(connection)

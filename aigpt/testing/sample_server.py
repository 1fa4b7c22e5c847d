"""The embedded server over the sample mailbox, on a thread of its own."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from aigpt.local import LocalServer
from aigpt.local.sample import MAILBOX, MEETINGS, USER
from aigpt.testing.background_loop import BackgroundLoop
from aigpt.testing.clients import ClientMaker


class SampleServer(ClientMaker):
    """The embedded server over the sample mailbox and meetings, for sync and async tests. A context manager.

    The mail and notes belong to a made-up person, `user`. *db* is the file of the index.
    """

    def __init__(self, db: Path) -> None:
        super().__init__(USER)
        self._db = db
        self._url = ""
        self._background = BackgroundLoop(self._serving, name="aigpt-sample-server")

    @property
    def url(self) -> str:
        """The base URL of the API, like `"http://127.0.0.1:49152/v1"`."""
        return self._url

    def __enter__(self) -> Self:
        self._url = self._background.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._close_clients()
        finally:
            self._background.stop()

    @asynccontextmanager
    async def _serving(self) -> AsyncGenerator[str]:
        async with LocalServer([MAILBOX, MEETINGS], user=self.user, db=self._db, port=0) as server:
            for result in await server.indexed():
                result.raise_for_error()
            yield server.url

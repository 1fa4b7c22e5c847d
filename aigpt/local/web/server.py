"""The embedded server: its start and end."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import socket
import sqlite3
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from aigpt.local.answer.chat_client import ChatClient, ChatModel
from aigpt.local.connect.handlers import Connect
from aigpt.local.connect.roots import Roots
from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.index_queue import IndexQueue
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.ingest.path_check import DatasourceKind, check_path
from aigpt.local.ingest.progress import Indexed, Progress
from aigpt.local.loopback import is_loopback
from aigpt.local.openai_api.library import Library, Limits
from aigpt.local.openai_api.routes import OpenAIServer, add_openai_api
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import add_datasource, datasources_of
from aigpt.local.web.api_keys import Keys
from aigpt.local.web.cors import AllowedOrigins, add_cors
from aigpt.local.web.mcp_endpoint import add_mcp
from aigpt.local.web.playground import add_playground
from aigpt.local.web.request_guard import own_names, request_guard
from aigpt.local.web.routes import make_app, note_fault
from aigpt.local.web.service import Service

__all__ = ["DEFAULT_PORT", "DEFAULT_USER", "LocalServer"]

DEFAULT_PORT = 8787
DEFAULT_USER = "me"
DEFAULT_UPLOAD_LIMIT = 2 << 30

_SHUTDOWN_SECONDS = 1.0  # for open streams
_MAX_PORT = 65_535
_REACHED_BY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (the address by which this machine reaches them)


class LocalServer:
    """A server of the API over your own mail and notes, by default for this machine only.

    ::

        async with LocalServer(["mail.mbox", "notes/"], port=0) as server:
            await server.indexed()
            ...  # AsyncIGPT(base_url=server.url, user=server.user, api_key="any")

    Clients of the OpenAI protocol use the same URL, with the models ``igpt-run`` and ``igpt-ask``. Without `user`, a
    request of theirs is about the data of *user*, or of the one that its key is bound to.

    - *data*: mbox files, Maildirs, .eml files, .txt and .md files, and folders of these, all indexed for *user*.
    - *user*: their owner; other users of the server cannot find them.
    - *db*: the database file, created or reused; None for a temporary one.
    - *host*: a loopback address; with *api_keys*, any address or name of this machine. Traffic is not encrypted: beyond
      this machine, use a TLS proxy or a trusted network.
    - *port*: 0 for any free one.
    - *on_progress*: called in the event loop during indexing.
    - *model*: writes the answers from the passages found; None to quote them. If it fails, the reply is
      ``{"error": "model_error", "message": why}``, and the reason is logged as a warning to ``aigpt.local.model``.
    - *roots*: folders below which a person may connect more, on the page that ``connectors/authorize`` links to.
    - *api_keys*: the only ones accepted; None to accept any. A mapping says of each key to which user it is bound: a
      request with it may be about that user's data alone; None for all users.
    - *cors_origins*: other sites whose pages may use the API in a browser, such as ``https://chat.example``; ``*`` for
      all, with *api_keys* only.
    - *upload_limit*: bytes that one user may keep as files (``/v1/files``), beside the database.

    `start` (or ``async with``) raises `LocalServerError`, one line with the problem and the remedy: a path that is
    missing, unreadable or of unknown kind (unless it was connected before), a port in use, a database of another
    program. The server answers as soon as it has started, while indexing goes on. What cannot be indexed then ends
    neither the server nor the indexing of the rest: it has the status ``error`` and a reason, and is tried again at
    the next start.
    """

    def __init__(
        self,
        data: Sequence[str | PathLike[str]] = (),
        *,
        user: str = DEFAULT_USER,
        db: str | PathLike[str] | None = None,
        host: str = "127.0.0.1",
        port: int = DEFAULT_PORT,
        on_progress: Callable[[Progress], None] | None = None,
        model: ChatModel | None = None,
        roots: Sequence[str | PathLike[str]] = (),
        api_keys: Mapping[str, str | None] | Sequence[str] | None = None,
        cors_origins: Sequence[str] = (),
        upload_limit: int = DEFAULT_UPLOAD_LIMIT,
    ) -> None:
        self.user = user
        self._data = [Path(path).expanduser() for path in ([data] if isinstance(data, str | PathLike) else data)]
        self._db = None if db is None else Path(db).expanduser()
        self._host = host
        self._port = port
        self._on_progress = on_progress
        self._model = model
        self._roots = [Path(path).expanduser() for path in ([roots] if isinstance(roots, str | PathLike) else roots)]
        self._api_keys = api_keys
        self._cors_origins = cors_origins
        self._upload_limit = upload_limit
        self._stack = AsyncExitStack()
        self._origin: str | None = None
        self._queue: IndexQueue | None = None

    @property
    def url(self) -> str:
        """The base URL for clients, such as ``http://127.0.0.1:8787/v1``. `RuntimeError` unless it is running."""
        return f"{self._started_origin()}/v1"

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def start(self) -> None:
        """Listen, and start indexing. Raises `LocalServerError`."""
        if self._origin is not None:
            raise RuntimeError("the server has been started already")
        try:
            await self._start()
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Stop indexing and listening. Safe to call twice."""
        self._origin = None
        await self._stack.aclose()

    async def indexed(self) -> list[Indexed]:
        """Wait until all is indexed, or indexing was stopped; return the result for each datasource.

        What could not be indexed says why in its `error`. Raises `LocalServerError` if the database cannot be read.
        """
        if self._queue is None:
            raise RuntimeError("the server has not been started")
        try:
            return await self._queue.done()
        except sqlite3.Error as error:
            raise LocalServerError(
                f"{self._db or 'the database'}: cannot be written ({error}); check whether the disk is full"
            ) from error

    async def _start(self) -> None:
        self._check()
        keys, roots = Keys(self._api_keys), await asyncio.to_thread(Roots, self._roots)
        allowed = AllowedOrigins(self._cors_origins, keys=self._api_keys is not None)
        guard = request_guard(self._started_origin, own_names(self._host), allowed.allow)
        # Checked before a database is made, unless one is there, in which they may be connected already.
        known = self._db is not None and await asyncio.to_thread(self._db.exists)
        kinds = [] if known else await asyncio.to_thread(_check_paths, self._data)
        listening = _listen(self._host, self._port)
        self._stack.callback(listening.close)
        store = await asyncio.to_thread(self._open_store)
        self._stack.push_async_callback(asyncio.to_thread, store.close)
        if known:
            kinds = await asyncio.to_thread(_check_new_paths, store, self.user, self._data)
        await asyncio.to_thread(_connect_all, store, self.user, kinds)
        queue = IndexQueue(Indexer(store, self._reporter()))
        chat = None if self._model is None else ChatClient(self._model)
        if chat is not None:
            self._stack.push_async_callback(chat.close)
        service = Service(store, chat)
        self._stack.push_async_callback(asyncio.to_thread, service.close)
        library = Library(_uploads_folder(store.path), store, service, queue.add_one, Limits(user=self._upload_limit))
        self._stack.callback(library.close)
        await asyncio.to_thread(library.open)
        model = None if self._model is None else self._model.name
        openai = OpenAIServer(service, keys, self.user, library, note_fault, model)
        connect = Connect(store, roots, queue.add_one)
        app = make_app(service, connect, keys, guard, openai.kept.forget)
        add_openai_api(app, openai)
        add_mcp(app, service, connect, None if self._api_keys is None else keys, self.user)
        add_cors(app, allowed)
        add_playground(app, self.user, keys_wanted=self._api_keys is not None)
        await self._serve(app, listening)
        self._stack.push_async_callback(queue.close)
        self._queue = queue
        queue.add_all()

    def _check(self) -> None:
        if not self.user.strip():
            raise LocalServerError("the user is blank; give a name")
        if not self._host.strip():
            raise LocalServerError("the host is blank; use 127.0.0.1, or 0.0.0.0 with API keys for all addresses")
        if self._api_keys is None and not is_loopback(self._host):
            raise LocalServerError(
                f"host {self._host}: others reach the server there; "
                "use 127.0.0.1, or give the API keys that it accepts (api_keys, or --api-key-file)"
            )

    def _open_store(self) -> Store:
        if self._db is not None:
            return Store(self._db)
        folder = Path(tempfile.mkdtemp(prefix="aigpt-"))
        self._stack.callback(shutil.rmtree, folder, ignore_errors=True)
        return Store(folder / "index.db")

    async def _serve(self, app: web.Application, listening: socket.socket) -> None:
        # Handlers are cancelled with the connection, so that a model stops when nobody waits for its answer.
        runner = web.AppRunner(
            app,
            access_log=None,
            shutdown_timeout=_SHUTDOWN_SECONDS,
            handler_cancellation=True,
        )
        self._stack.push_async_callback(runner.cleanup)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        host = _REACHED_BY.get(self._host, self._host)
        shown = f"[{host}]" if ":" in host else host
        self._origin = f"http://{shown}:{listening.getsockname()[1]}"

    def _reporter(self) -> Callable[[Progress], None]:
        loop, on_progress = asyncio.get_running_loop(), self._on_progress

        def report(progress: Progress) -> None:
            if on_progress is not None:
                loop.call_soon_threadsafe(on_progress, progress)

        return report

    def _started_origin(self) -> str:
        if self._origin is None:
            raise RuntimeError("the server is not running; use 'async with' or start()")
        return self._origin


def _uploads_folder(db: Path) -> Path:
    return db.with_name(f"{db.name}-uploads")


def _check_paths(paths: Sequence[Path]) -> list[tuple[Path, DatasourceKind]]:
    return [(path, check_path(path)) for path in paths]


def _check_new_paths(store: Store, user: str, paths: Sequence[Path]) -> list[tuple[Path, DatasourceKind]]:
    """Check those that *user* has not connected before: of these, a broken one is a datasource with an error."""
    with store.reading() as db:
        connected = {source.path for source in datasources_of(db, user)}
    return _check_paths([path for path in paths if _resolved(path) not in connected])


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a link to itself
        return path.absolute()


def _connect_all(store: Store, user: str, kinds: Sequence[tuple[Path, DatasourceKind]]) -> None:
    with store.writing() as db:
        for path, kind in kinds:
            try:
                add_datasource(db, user, _resolved(path), kind)
            except UnicodeEncodeError as error:
                raise LocalServerError(f"{str(path)!a}: its name is not UTF-8; rename it") from error


def _listen(host: str, port: int) -> socket.socket:
    if not 0 <= port <= _MAX_PORT:
        raise LocalServerError(f"port {port}: is not a port; use 0 to {_MAX_PORT}, 0 for any free one")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise LocalServerError(
                f"port {port}: is in use; stop what listens there or choose another port, 0 for any free one"
            ) from error
        raise LocalServerError(
            f"{host}:{port}: cannot be listened on ({error.strerror}); choose another host or port"
        ) from error
    return listening

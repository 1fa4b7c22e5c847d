"""The embedded server: its start and end."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import sqlite3
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from functools import partial
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web
from yarl import URL

from aigpt.local.answer.chat_client import ChatClient, ChatModel
from aigpt.local.connect.handlers import Connect
from aigpt.local.connect.roots import Roots
from aigpt.local.embed.embedder import Embedder, EmbeddingProgress
from aigpt.local.embed.embedding_client import EmbeddingClient, EmbeddingModel
from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.index_queue import IndexQueue
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.ingest.path_check import DatasourceKind, check_path
from aigpt.local.ingest.progress import Indexed, Progress
from aigpt.local.ingest.watcher import Watcher
from aigpt.local.loopback import is_loopback
from aigpt.local.openai_api.library import Library, Limits
from aigpt.local.openai_api.routes import OpenAIServer, add_openai_api
from aigpt.local.params import has_control_characters
from aigpt.local.readers.pausing import pause_for_threads
from aigpt.local.readers.pool import ReaderPool
from aigpt.local.readers.reading import Readers, default_readers
from aigpt.local.readers.threads import ReaderThreads
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import add_datasource, datasources_of
from aigpt.local.web.api_keys import Keys
from aigpt.local.web.connection import Connections
from aigpt.local.web.cors import AllowedOrigins, add_cors
from aigpt.local.web.embedding_vectors import EmbeddingVectors
from aigpt.local.web.listening import listen
from aigpt.local.web.mcp_endpoint import add_mcp
from aigpt.local.web.metrics import Metrics
from aigpt.local.web.monitoring import HEALTH, METRICS, add_monitoring
from aigpt.local.web.playground import add_playground
from aigpt.local.web.public_url import origin_for, read_public_url
from aigpt.local.web.request_guard import own_names, request_guard
from aigpt.local.web.routes import make_app, note_fault
from aigpt.local.web.service import Service
from aigpt.local.web.slow_close import telling_if_slow
from aigpt.local.web.temporary_index import INDEX, make_folder

__all__ = ["DEFAULT_PORT", "DEFAULT_USER", "LocalServer"]

DEFAULT_PORT = 8787
DEFAULT_USER = "me"
DEFAULT_UPLOAD_LIMIT = 2 << 30

_SHUTDOWN_SECONDS = 1.0  # for open streams
_MOST_READERS = 64
_READERS_IMPORT = ("aigpt.local.answer.extractive", "aigpt.local.web.reading")
_READERS_IMPORT_LATER = ("dateparser.date", "jsonschema")  # for questions that name days, and for schemas
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
    - *embedding_model*: makes vectors of all passages, in the background once they are indexed, and of each question:
      then searches find also what is alike in meaning. If it fails, they go on by words, and the reason is logged as a
      warning to ``aigpt.local.model``. It needs numpy: the extra ``numpy``.
    - *on_embedding*: called in the event loop while these vectors are made.
    - *roots*: folders below which a person may connect more, on the page that ``connectors/authorize`` links to.
    - *api_keys*: the only ones accepted; None to accept any. A mapping says of each key to which user it is bound: a
      request with it may be about that user's data alone; None for all users.
    - *public_url*: the origin by which a proxy makes it known to others, such as ``https://mail.example.com``. Requests
      for that host are accepted, and links lead there.
    - *readers*: how many processes search and answer at a time; None for one for each core, but at most 4. 0: none, and
      that work is done in threads of this process, where much of it holds up the event loop.
    - *watch*: whether what changes in the files is indexed while the server runs, usually within 2 seconds: new mail in
      an mbox file, a Maildir or a folder, deleted and changed files. If not, it is at the next start.
    - *cors_origins*: other sites whose pages may use the API in a browser, such as ``https://chat.example``; ``*`` for
      all, with *api_keys* only.
    - *upload_limit*: bytes that one user may keep as files (``/v1/files``), beside the database.
    - *ignore_tools*: answer requests of the OpenAI protocol that offer tools (``tools``) without them, instead of
      refusing these requests. For programs that offer tools with each question, such as Open WebUI.

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
        embedding_model: EmbeddingModel | None = None,
        on_embedding: Callable[[EmbeddingProgress], None] | None = None,
        roots: Sequence[str | PathLike[str]] = (),
        api_keys: Mapping[str, str | None] | Sequence[str] | None = None,
        cors_origins: Sequence[str] = (),
        upload_limit: int = DEFAULT_UPLOAD_LIMIT,
        ignore_tools: bool = False,
        public_url: str | None = None,
        readers: int | None = None,
        watch: bool = True,
    ) -> None:
        self.user = user
        self._data = [Path(path).expanduser() for path in ([data] if isinstance(data, str | PathLike) else data)]
        self._db = None if db is None else Path(db).expanduser()
        self._host = host
        self._port = port
        self._on_progress = on_progress
        self._model = model
        self._embedding_model = embedding_model
        self._on_embedding = on_embedding
        self._roots = [Path(path).expanduser() for path in ([roots] if isinstance(roots, str | PathLike) else roots)]
        self._api_keys = api_keys
        self._public_url = public_url
        self._public: URL | None = None
        self._watch = watch
        self._readers = default_readers() if readers is None else readers
        self._cors_origins = cors_origins
        self._upload_limit = upload_limit
        self._ignore_tools = ignore_tools
        self._stack = AsyncExitStack()
        self._origin: str | None = None
        self._queue: IndexQueue | None = None
        self._embedder: Embedder | None = None

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
        with telling_if_slow():
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

    async def embedded(self) -> None:
        """Wait until all that is indexed has vectors of the embedding model; at once without one.

        It waits for as long as the model fails.
        """
        await self.indexed()
        if self._embedder is not None:
            await self._embedder.embedded()

    async def _start(self) -> None:
        self._check()
        keys, roots = Keys(self._api_keys), await asyncio.to_thread(Roots, self._roots)
        allowed = AllowedOrigins(self._cors_origins, keys=self._api_keys is not None)
        unguarded = (HEALTH,) if self._api_keys is None else (HEALTH, METRICS)
        names = own_names(self._host)
        # Checked before a database is made, unless one is there, in which they may be connected already.
        known = self._db is not None and await asyncio.to_thread(self._db.exists)
        kinds = [] if known else await asyncio.to_thread(_check_paths, self._data)
        listening = listen(self._host, self._port)
        self._stack.callback(listening.close)
        port: int = listening.getsockname()[1]
        guard = request_guard(port, names, allowed.allow, self._public, open_to_all=unguarded)
        store = await self._opened_store()
        self._stack.push_async_callback(asyncio.to_thread, store.close)
        if known:
            kinds = await asyncio.to_thread(_check_new_paths, store, self.user, self._data)
        readers = self._make_readers(store)
        readers.start()
        self._stack.push_async_callback(readers.close)
        store.without_other_readers = pause_for_threads(readers)
        await asyncio.to_thread(_connect_all, store, self.user, kinds)
        indexer = Indexer(store, self._reporter())
        queue = IndexQueue(indexer)
        chat = None if self._model is None else ChatClient(self._model)
        if chat is not None:
            self._stack.push_async_callback(chat.close)
        self._embedder = await self._start_embedder(store)
        service = Service(store, readers, chat, embedder=self._embedder)
        self._stack.push_async_callback(asyncio.to_thread, service.close)
        library = Library(_uploads_folder(store.path), store, service, queue.add_one, Limits(user=self._upload_limit))
        self._stack.push_async_callback(library.close)
        await asyncio.to_thread(library.open)
        model = None if self._model is None else self._model.name
        vectors = None if self._embedder is None else EmbeddingVectors(self._embedder.client)
        origins = partial(origin_for, public=self._public)
        openai = OpenAIServer(
            *(service, keys, self.user, library, note_fault, model, vectors, origins), ignore_tools=self._ignore_tools
        )
        metrics = Metrics()
        connect = Connect(store, roots, queue.add_one)
        app = make_app(
            service, connect, keys, guard, count=metrics.count, forget=openai.kept.forget, public=self._public
        )
        add_openai_api(app, openai)
        wanted_keys = None if self._api_keys is None else keys
        add_mcp(app, service, connect, wanted_keys, self.user, self._public)
        add_monitoring(app, store.path, readers, metrics, wanted_keys)
        add_cors(app, allowed)
        add_playground(app, self.user, keys_wanted=self._api_keys is not None)
        self._stack.push_async_callback(queue.close)
        if self._watch:
            self._stack.push_async_callback(Watcher(indexer, queue).close)
        await self._serve(app, listening)  # the last: it ends first, so that no request finds the rest closed
        self._queue = queue
        queue.add_all()

    def _check(self) -> None:
        if not self.user.strip():
            raise LocalServerError("the user is blank; give a name")
        if has_control_characters(self.user):
            raise LocalServerError(f"user {self.user!a}: has control characters; give a plain name")
        if not self._host.strip():
            raise LocalServerError("the host is blank; use 127.0.0.1, or 0.0.0.0 with API keys for all addresses")
        self._public = None if self._public_url is None else read_public_url(self._public_url)
        if self._public is not None and self._api_keys is None and not is_loopback(self._public.host or ""):
            raise LocalServerError(
                f"public URL {self._public}: others reach the server there; "
                "give the API keys that it accepts (api_keys, or --api-key-file)"
            )
        if not 0 <= self._readers <= _MOST_READERS:
            raise LocalServerError(f"readers {self._readers}: is not a number of processes; give 0 to {_MOST_READERS}")
        if self._api_keys is None and not is_loopback(self._host):
            raise LocalServerError(
                f"host {self._host}: others reach the server there; "
                "use 127.0.0.1, or give the API keys that it accepts (api_keys, or --api-key-file)"
            )

    async def _opened_store(self) -> Store:
        """Open the store; if that is cancelled, close it before its folder is removed."""
        opening = asyncio.ensure_future(asyncio.to_thread(self._open_store))
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            with contextlib.suppress(LocalServerError):
                await asyncio.to_thread((await opening).close)
            raise

    def _open_store(self) -> Store:
        if self._db is not None:
            return Store(self._db)
        folder = make_folder()
        self._stack.callback(shutil.rmtree, folder, ignore_errors=True)
        return Store(folder / INDEX)

    def _make_readers(self, store: Store) -> Readers:
        if not self._readers or not sys.executable:  # in a program that Python is embedded in
            return ReaderThreads(store)
        return ReaderPool(store.path, self._readers, soon=_READERS_IMPORT, later=_READERS_IMPORT_LATER)

    async def _start_embedder(self, store: Store) -> Embedder | None:
        if self._embedding_model is None:
            return None
        client = await asyncio.to_thread(EmbeddingClient, self._embedding_model)  # its import takes a while
        embedder = Embedder(store, client, self._on_embedding or (lambda _: None))
        self._stack.push_async_callback(embedder.close)
        await embedder.start()
        return embedder

    async def _serve(self, app: web.Application, listening: socket.socket) -> None:
        # Handlers are cancelled with the connection, so that a model stops when nobody waits for its answer.
        runner = web.AppRunner(
            app,
            shutdown_timeout=_SHUTDOWN_SECONDS,
            handler_cancellation=True,
        )
        self._stack.push_async_callback(runner.cleanup)
        await runner.setup()
        connections = Connections(runner)
        self._stack.callback(connections.close)
        await connections.listen(listening)
        host = _REACHED_BY.get(self._host, self._host)
        shown = f"[{host}]" if ":" in host else host
        self._origin = f"http://{shown}:{listening.getsockname()[1]}"

    def _reporter(self) -> Callable[[Progress], None]:
        loop, on_progress = asyncio.get_running_loop(), self._on_progress

        def show(progress: Progress) -> None:
            if self._embedder is not None and progress.finished:
                self._embedder.wake()
            if on_progress is not None:
                on_progress(progress)

        def report(progress: Progress) -> None:
            if on_progress is not None or self._embedding_model is not None:
                loop.call_soon_threadsafe(show, progress)

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

"""The routes of the OpenAI protocol, below /v1."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from aiohttp import web

from aigpt.local.openai_api.backend import Access, Backend, Embedder, NoteFault
from aigpt.local.openai_api.calls import Call, Gate, Route
from aigpt.local.openai_api.chat import Chat
from aigpt.local.openai_api.client_tools import ignoring_tools
from aigpt.local.openai_api.embeddings import Embeddings
from aigpt.local.openai_api.errors import ApiError
from aigpt.local.openai_api.files import Files
from aigpt.local.openai_api.library import Library
from aigpt.local.openai_api.lists import whole_list
from aigpt.local.openai_api.models import Models
from aigpt.local.openai_api.response_store import ResponseStore
from aigpt.local.openai_api.responses import Responses
from aigpt.local.openai_api.scopes import Scopes
from aigpt.local.openai_api.store_files import StoreFiles
from aigpt.local.openai_api.streaming import reply, send_events
from aigpt.local.openai_api.upload_parts import UploadParts
from aigpt.local.openai_api.uploads import Uploads
from aigpt.local.openai_api.vector_stores import VectorStores

__all__ = ["OpenAIServer", "add_openai_api"]

_SERVED = "models, chat/completions, responses, embeddings, files, uploads, vector_stores"
_NAMESPACES = (
    "models|chat|completions|responses|embeddings|files|uploads|vector_stores|moderations|images|audio|videos|batches"
    "|fine_tuning|containers|conversations|evals|assistants|threads|realtime"
)


class _Add(Protocol):
    """Adds a route; its flags are those of `Gate.handler`."""

    def __call__(self, method: str, path: str, route: Route, *, body: bool = False, link: bool = False) -> None: ...


@dataclass(frozen=True, slots=True)
class OpenAIServer:
    """What the routes are made of."""

    backend: Backend
    access: Access
    user: str
    """Whose data a request is about that names no user, and has no key of a user's own."""
    library: Library
    note_fault: NoteFault
    language_model: str | None = None
    """The name of the model that writes the answers; None if they are quoted."""
    embedder: Embedder | None = None
    origin_for: Callable[[str], str] = "http://{}".format
    """Returns the origin of links for the host that a request names."""
    kept: ResponseStore = field(default_factory=ResponseStore)
    ignore_tools: bool = False
    """Whether requests that offer tools are answered without them; else they are refused."""


def add_openai_api(app: web.Application, server: OpenAIServer) -> None:
    """Add the routes to *app*."""
    created = int(time.time())
    gate = Gate(server.access, server.user, server.note_fault, server.origin_for)
    scopes = Scopes(server.backend, server.library)
    models = Models(server.language_model, None if server.embedder is None else server.embedder.name, created)

    def add(method: str, path: str, route: Route, *, body: bool = False, link: bool = False) -> None:
        app.router.add_route(method, f"/v1/{path}", gate.handler(route, body=body, link=link))

    async def chat(call: Call) -> web.StreamResponse:
        return await _chat(call, Chat(server.backend, models, scopes), scopes, partial(gate.link, call), server)

    _add_models(add, models)
    add("POST", "chat/completions", ignoring_tools(chat) if server.ignore_tools else chat, body=True)
    add("POST", "embeddings", Embeddings(models, server.embedder).create, body=True)
    responses = Responses(server.backend, models, scopes, server.kept, server.note_fault)
    _add_responses(add, responses, ignoring_tools(responses.create) if server.ignore_tools else responses.create)
    parts = UploadParts(server.library)
    files = Files(server.backend, server.library, parts, gate, server.kept)
    uploads = Uploads(server.library, parts)
    app.cleanup_ctx.append(uploads.expiring)
    _add_files(add, files, uploads)
    store_files = StoreFiles(server.library, scopes)
    _add_stores(add, VectorStores(server.backend, server.library, scopes, store_files, created), store_files)
    # The last: what is none of the above is refused in OpenAI's form, too.
    add("*", f"{{namespace:{_NAMESPACES}}}{{rest:(?:/.*)?}}", _no_route)


def _add_models(add: _Add, models: Models) -> None:
    async def list_models(_: Call) -> web.StreamResponse:
        return reply(whole_list(models.list()))

    async def get_model(call: Call) -> web.StreamResponse:
        return reply(models.get(call.of("model")))

    add("GET", "models", list_models)
    add("GET", "models/{model:.+}", get_model)


def _add_responses(add: _Add, responses: Responses, create: Route) -> None:
    add("POST", "responses", create, body=True)
    add("GET", "responses/{response_id}", responses.retrieve)
    add("DELETE", "responses/{response_id}", responses.delete)
    add("POST", "responses/{response_id}/cancel", responses.cancel)
    add("GET", "responses/{response_id}/input_items", responses.input_items)


def _add_files(add: _Add, files: Files, uploads: Uploads) -> None:
    add("POST", "files", files.create)
    add("GET", "files", files.list)
    add("GET", "files/{file_id}", files.retrieve)
    add("GET", "files/{file_id}/content", files.content, link=True)
    add("DELETE", "files/{file_id}", files.delete)
    add("POST", "uploads", uploads.create, body=True)
    add("POST", "uploads/{upload_id}/parts", uploads.add_part)
    add("POST", "uploads/{upload_id}/complete", uploads.complete, body=True)
    add("POST", "uploads/{upload_id}/cancel", uploads.cancel)


def _add_stores(add: _Add, stores: VectorStores, files: StoreFiles) -> None:
    one = "vector_stores/{store_id}"
    add("POST", "vector_stores", stores.create, body=True)
    add("GET", "vector_stores", stores.list)
    add("GET", one, stores.retrieve)
    add("POST", one, stores.update, body=True)
    add("DELETE", one, stores.delete)
    add("POST", f"{one}/search", stores.search, body=True)
    add("POST", f"{one}/files", files.create, body=True)
    add("GET", f"{one}/files", files.list)
    add("GET", f"{one}/files/{{file_id}}", files.retrieve)
    add("GET", f"{one}/files/{{file_id}}/content", files.content)
    add("POST", f"{one}/files/{{file_id}}", files.update, body=True)
    add("DELETE", f"{one}/files/{{file_id}}", files.delete)
    add("POST", f"{one}/file_batches", files.create_batch, body=True)
    add("GET", f"{one}/file_batches/{{batch_id}}", files.retrieve_batch)
    add("POST", f"{one}/file_batches/{{batch_id}}/cancel", files.cancel_batch)
    add("GET", f"{one}/file_batches/{{batch_id}}/files", files.list_batch)


async def _no_route(_: Call) -> web.StreamResponse:
    raise ApiError(404, f"there is no such route, or not by this method; below /v1 there are: {_SERVED}")


async def _chat(
    call: Call, chat: Chat, scopes: Scopes, link: Callable[[str], str], server: OpenAIServer
) -> web.StreamResponse:
    wanted = await chat.read(call.user, call.body)
    files = await scopes.source_files(call.user)  # once the attached ones are known
    if not wanted.stream:
        return reply(await chat.whole(wanted, files, link))
    chunks = chat.chunks(wanted, files, link)
    return await send_events(call.request, chunks, server.note_fault, on_error=lambda body: body, named=False)

"""The routes of the OpenAI protocol, below /v1."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from aiohttp import web

from aigpt.local.openai_api.backend import Access, Backend, Embedder, NoteFault
from aigpt.local.openai_api.calls import Call, Gate, Route
from aigpt.local.openai_api.chat import Chat
from aigpt.local.openai_api.embeddings import Embeddings
from aigpt.local.openai_api.errors import ApiError
from aigpt.local.openai_api.files import Files
from aigpt.local.openai_api.library import Library, storing
from aigpt.local.openai_api.lists import whole_list
from aigpt.local.openai_api.models import Models
from aigpt.local.openai_api.response_store import ResponseStore
from aigpt.local.openai_api.responses import Responses
from aigpt.local.openai_api.scopes import Scopes
from aigpt.local.openai_api.store_files import StoreFiles
from aigpt.local.openai_api.streaming import reply, send_events
from aigpt.local.openai_api.uploads import Uploads
from aigpt.local.openai_api.vector_stores import VectorStores

__all__ = ["OpenAIServer", "add_openai_api"]

_SERVED = "models, chat/completions, responses, embeddings, files, uploads, vector_stores"
_STORED = ("files", "uploads", "vector_stores")
_NAMESPACES = (
    "models|chat|completions|responses|embeddings|files|uploads|vector_stores|moderations|images|audio|videos|batches"
    "|fine_tuning|containers|conversations|evals|assistants|threads|realtime"
)


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
    kept: ResponseStore = field(default_factory=ResponseStore)


def add_openai_api(app: web.Application, server: OpenAIServer) -> None:
    """Add the routes to *app*."""
    created = int(time.time())
    gate = Gate(server.access, server.user, server.note_fault)

    def add(method: str, path: str, route: Route, *, body: bool = False) -> None:
        app.router.add_route(
            method, f"/v1/{path}", gate.handler(_storing(route) if path.startswith(_STORED) else route, body=body)
        )

    scopes = Scopes(server.backend, server.library)
    models = Models(server.language_model, None if server.embedder is None else server.embedder.name, created)

    async def list_models(_: Call) -> web.StreamResponse:
        return reply(whole_list(models.list()))

    async def get_model(call: Call) -> web.StreamResponse:
        return reply(models.get(call.of("model")))

    async def chat(call: Call) -> web.StreamResponse:
        return await _chat(call, Chat(server.backend, models, scopes), scopes, server.note_fault)

    add("GET", "models", list_models)
    add("GET", "models/{model:.+}", get_model)
    add("POST", "chat/completions", chat, body=True)
    add("POST", "embeddings", Embeddings(models, server.embedder).create, body=True)

    responses = Responses(server.backend, models, scopes, server.kept, server.note_fault)
    add("POST", "responses", responses.create, body=True)
    add("GET", "responses/{response_id}", responses.retrieve)
    add("DELETE", "responses/{response_id}", responses.delete)
    add("POST", "responses/{response_id}/cancel", responses.cancel)
    add("GET", "responses/{response_id}/input_items", responses.input_items)

    files = Files(server.backend, server.library, gate, server.kept)
    add("POST", "files", files.create)
    add("GET", "files", files.list)
    add("GET", "files/{file_id}", files.retrieve)
    add("GET", "files/{file_id}/content", files.content)
    add("DELETE", "files/{file_id}", files.delete)

    uploads = Uploads(server.library)
    add("POST", "uploads", uploads.create, body=True)
    add("POST", "uploads/{upload_id}/parts", uploads.add_part)
    add("POST", "uploads/{upload_id}/complete", uploads.complete, body=True)
    add("POST", "uploads/{upload_id}/cancel", uploads.cancel)

    store_files = StoreFiles(server.library, scopes)
    stores = VectorStores(server.backend, server.library, scopes, store_files, created)
    one = "vector_stores/{store_id}"
    add("POST", "vector_stores", stores.create, body=True)
    add("GET", "vector_stores", stores.list)
    add("GET", one, stores.retrieve)
    add("POST", one, stores.update, body=True)
    add("DELETE", one, stores.delete)
    add("POST", f"{one}/search", stores.search, body=True)
    add("POST", f"{one}/files", store_files.create, body=True)
    add("GET", f"{one}/files", store_files.list)
    add("GET", f"{one}/files/{{file_id}}", store_files.retrieve)
    add("POST", f"{one}/files/{{file_id}}", store_files.update, body=True)
    add("DELETE", f"{one}/files/{{file_id}}", store_files.delete)
    add("POST", f"{one}/file_batches", store_files.create_batch, body=True)
    add("GET", f"{one}/file_batches/{{batch_id}}", store_files.retrieve_batch)
    add("POST", f"{one}/file_batches/{{batch_id}}/cancel", store_files.cancel_batch)
    add("GET", f"{one}/file_batches/{{batch_id}}/files", store_files.list_batch)

    # The last: what is none of the above is refused in OpenAI's form, too.
    add("*", f"{{namespace:{_NAMESPACES}}}{{rest:(?:/.*)?}}", _no_route)


def _storing(route: Route) -> Route:
    async def work(call: Call) -> web.StreamResponse:
        with storing():
            return await route(call)

    return work


async def _no_route(_: Call) -> web.StreamResponse:
    raise ApiError(404, f"there is no such route, or not by this method; below /v1 there are: {_SERVED}")


async def _chat(call: Call, chat: Chat, scopes: Scopes, note_fault: NoteFault) -> web.StreamResponse:
    wanted = await chat.read(call.user, call.body)
    files, url = await scopes.source_files(call.user), f"{call.request.scheme}://{call.request.host}/v1"
    if not wanted.stream:
        return reply(await chat.whole(wanted, files, url))
    chunks = chat.chunks(wanted, files, url)
    return await send_events(call.request, chunks, note_fault, on_error=lambda body: body, named=False)

"""``/v1/responses``: a question with its history, answered whole or in events; stored ones can be continued."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from aiohttp import web

from aigpt.local.answer.follow_ups import Turn
from aigpt.local.openai_api.asking import parts_of
from aigpt.local.openai_api.backend import Backend, NoteFault
from aigpt.local.openai_api.calls import Call
from aigpt.local.openai_api.conversation import Said
from aigpt.local.openai_api.errors import not_found, unsupported
from aigpt.local.openai_api.fields import Json
from aigpt.local.openai_api.limits import Limiter
from aigpt.local.openai_api.lists import page
from aigpt.local.openai_api.models import Models
from aigpt.local.openai_api.response_events import ResponseEvents
from aigpt.local.openai_api.response_objects import ResponseState, new_id
from aigpt.local.openai_api.response_request import ResponseRequest, read_request
from aigpt.local.openai_api.response_store import ResponseStore, StoredResponse
from aigpt.local.openai_api.scopes import Scopes
from aigpt.local.openai_api.streaming import reply, send_events

__all__ = ["Responses"]

_ENDS = {"response.completed", "response.incomplete"}


class Responses:
    """The routes of responses."""

    def __init__(
        self, backend: Backend, models: Models, scopes: Scopes, kept: ResponseStore, note_fault: NoteFault
    ) -> None:
        self._backend = backend
        self._models = models
        self._scopes = scopes
        self._kept = kept
        self._note_fault = note_fault

    async def create(self, call: Call) -> web.StreamResponse:
        """Answer a question."""
        wanted = await read_request(self._backend, call.user, call.body, self._models, self._scopes, self._kept)
        state = ResponseState(wanted.model, wanted.echoed)
        files = await self._scopes.source_files(call.user, wanted.stores)
        events = ResponseEvents(state, files, Limiter(wanted.limits))
        stream = self._stored(call.user, wanted, events)
        if wanted.stream:
            return await send_events(call.request, stream, self._note_fault, on_error=events.failed, named=True)
        async with aclosing(stream):
            *_, last = [event async for event in stream]
        return reply(last["response"])

    async def _stored(self, user: str, wanted: ResponseRequest, events: ResponseEvents) -> AsyncGenerator[Json]:
        """Yield the events; keep the response that the last one has, before it is sent."""
        parts = parts_of(self._backend, wanted.model, wanted.asked, results=wanted.results)
        async with aclosing(events.of(parts)) as stream:
            async for event in stream:
                if event["type"] in _ENDS and wanted.store:
                    turns = (*wanted.asked.history, Turn("user", wanted.asked.input), Turn("assistant", events.text))
                    stored = StoredResponse(event["response"], _items(wanted.said), turns)
                    self._kept.add(user, stored, wanted.forgotten)
                yield event

    async def retrieve(self, call: Call) -> web.StreamResponse:
        """Return a stored response."""
        if call.request.query.get("stream", "false") != "false":
            raise unsupported("stream", "a stored response cannot be streamed again here; leave stream out")
        return reply(self._find(call).response)

    async def delete(self, call: Call) -> web.StreamResponse:
        """Forget a stored response."""
        self._find(call)
        self._kept.delete(call.user, call.of("response_id"))
        return reply({"id": call.of("response_id"), "object": "response", "deleted": True})

    async def cancel(self, call: Call) -> web.StreamResponse:
        """Refuse: only a response in the background could be cancelled."""
        self._find(call)
        raise unsupported("response_id", "the response has ended; only one in the background could be cancelled")

    async def input_items(self, call: Call) -> web.StreamResponse:
        """Return the messages that a stored response answered."""
        return reply(page(self._find(call).items, call.request.query))

    def _find(self, call: Call) -> StoredResponse:
        stored = self._kept.get(call.user, call.of("response_id"))
        if stored is None:
            raise not_found("stored response", "response_id")
        return stored


def _items(said: Sequence[Said]) -> list[Json]:
    return [
        {
            "id": new_id("msg"),
            "type": "message",
            "role": one.role,
            "status": "completed",
            "content": [
                {"type": "output_text" if one.role == "assistant" else "input_text", "text": one.text}
                | ({"annotations": [], "logprobs": []} if one.role == "assistant" else {}),
                *({"type": "input_file", "file_id": file} for file in one.files),
            ],
        }
        for one in said
    ]

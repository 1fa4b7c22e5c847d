"""Runs of the assistants: created, and waited for; or their events handed to an event handler."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import Any, cast

from aigpt.openai._assistants import (
    AssistantEventHandler,
    AssistantStreamManager,
    AsyncAssistantEventHandler,
    AsyncAssistantStreamManager,
)
from aigpt.openai._helper_work import method_with
from aigpt.openai._polling import Polling

_FINAL = frozenset({"requires_action", "cancelled", "completed", "failed", "expired", "incomplete"})
_OF_EACH_REQUEST = ("extra_headers", "extra_query", "extra_body", "timeout")


class RunHelpers:
    """What the methods of `client.beta.threads.runs` do that send several requests, or have events handled."""

    def _create_and_poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        polling = Polling(self, "beta.threads.runs.create_and_poll", given, deadline, abort, on_progress)
        return polling.run(lambda: _poll_result(polling, self, "create", self, given))

    def _submit_tool_outputs_and_poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        name = "beta.threads.runs.submit_tool_outputs_and_poll"
        polling = Polling(self, name, given, deadline, abort, on_progress)
        return polling.run(lambda: _poll_result(polling, self, "submit_tool_outputs", self, given))

    def _poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        polling = Polling(self, "beta.threads.runs.poll", given, deadline, abort, on_progress)
        return polling.run(lambda: _poll(polling, self, given))

    def _create_and_stream(self, given: dict[str, Any], deadline: Any, abort: Any, allow_incomplete: Any) -> Any:
        ours = {"deadline": deadline, "abort": abort, "allow_incomplete": allow_incomplete}
        return _handled(self, "create", "threads.runs.create_and_stream", {**given, **ours})

    _stream = _create_and_stream

    def _submit_tool_outputs_stream(
        self, given: dict[str, Any], deadline: Any, abort: Any, allow_incomplete: Any
    ) -> Any:
        ours = {"deadline": deadline, "abort": abort, "allow_incomplete": allow_incomplete}
        helper = "threads.runs.submit_tool_outputs_stream"
        return _handled(self, "submit_tool_outputs", helper, {**given, **ours})


class ThreadHelpers:
    """What the methods of `client.beta.threads` do that send several requests, or have events handled."""

    def _create_and_run_poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        runs: Any = cast("Any", self).runs
        polling = Polling(self, "beta.threads.create_and_run_poll", given, deadline, abort, on_progress)
        return polling.run(lambda: _poll_result(polling, self, "create_and_run", runs, given))

    def _create_and_run_stream(self, given: dict[str, Any], deadline: Any, abort: Any, allow_incomplete: Any) -> Any:
        ours = {"deadline": deadline, "abort": abort, "allow_incomplete": allow_incomplete}
        return _handled(self, "create_and_run", "threads.create_and_run_stream", {**given, **ours})


# ── polling ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def _poll_result(polling: Polling, resource: Any, method: str, runs: Any, given: dict[str, Any]) -> Any:
    """Return the run that *method* of *resource* gives, once its state is final."""
    run = await polling.created(resource, method, **given, stream=False)
    options = {name: given[name] for name in _OF_EACH_REQUEST}
    return await _poll(polling, runs, {"run_id": run.id, "thread_id": run.thread_id, **options})


async def _poll(polling: Polling, runs: Any, given: dict[str, Any]) -> Any:
    options: dict[str, Any] = {**given, "extra_headers": {**polling.headers, **(given["extra_headers"] or {})}}
    return await polling.poll(lambda: polling.request(runs, "retrieve", **options), lambda run: run.status in _FINAL)


# ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Opening:
    """Opens a stream when it is awaited, and not before: what is never entered sends nothing."""

    def __init__(self, send: Callable[[], Any]) -> None:
        self._send = send

    def __await__(self) -> Generator[Any, None, Any]:
        stream: Generator[Any, None, Any] = self._send().__await__()
        return stream


def _handled(resource: Any, method: str, helper: str, given: dict[str, Any]) -> Any:
    """Return what opens the stream of *method*, and hands its events to the event handler in *given*.

    Raises TypeError for a handler of the other kind of client. *helper* is what openai calls the method in a header.
    """
    sender = resource._sender.plain  # noqa: SLF001 (one with what its methods do)
    handler: Any = given.pop("event_handler")
    kind: type[Any] = AssistantEventHandler if sender.is_blocking else AsyncAssistantEventHandler
    if handler is not None and not isinstance(handler, kind):
        raise TypeError(f"event_handler of this client must be an {kind.__name__}, not {type(handler).__name__}")
    headers: dict[str, Any] = {
        "X-Stainless-Stream-Helper": helper,
        "X-Stainless-Custom-Event-Handler": "false" if handler is None else "true",
        **(given["extra_headers"] or {}),
    }
    sent: dict[str, Any] = {**given, "extra_headers": headers, "stream": True}
    send = partial(method_with(resource, sender, method), **sent)
    handler = kind() if handler is None else handler
    manager: Any = AssistantStreamManager if sender.is_blocking else AsyncAssistantStreamManager
    return manager(send if sender.is_blocking else _Opening(send), event_handler=handler)

"""Who observes a call: OpenTelemetry's span, the client's hooks, or both as one."""

from __future__ import annotations

from collections.abc import Generator, MutableMapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from aigpt._http.api import API
from aigpt._http.attempt import AttemptResult
from aigpt._http.hooks import HookObserver, HookRunner
from aigpt._http.request import Call
from aigpt._telemetry.observer import AttemptFacts, AttemptObserver, CallObserver
from aigpt.errors import read_request_id


class Observers:
    """Several observers as one."""

    def __init__(self, observers: Sequence[CallObserver]) -> None:
        self._observers = observers

    @contextmanager
    def attempt(self, headers: MutableMapping[str, str], retries: int) -> Generator[AttemptObserver]:
        """Have all observe an attempt while it is entered."""
        with ExitStack() as stack:
            yield _AttemptObservers([stack.enter_context(one.attempt(headers, retries)) for one in self._observers])

    def retry(self, facts: AttemptFacts, wait: float) -> None:
        """Tell all of a retry."""
        for one in self._observers:
            one.retry(facts, wait)

    def first_chunk(self) -> None:
        """Tell all that the first values of the stream have arrived."""
        for one in self._observers:
            one.first_chunk()

    def end(self, result: object, facts: AttemptFacts) -> None:
        """Tell all how the call ended."""
        for one in self._observers:
            one.end(result, facts)

    def leave(self, error_type: str | None = None) -> None:
        """Tell all that the call was left before its end."""
        for one in self._observers:
            one.leave(error_type)


class _AttemptObservers:
    def __init__(self, observers: Sequence[AttemptObserver]) -> None:
        self._observers = observers

    def end(self, facts: AttemptFacts) -> None:
        for one in self._observers:
            one.end(facts)


def with_hooks(call: Call[Any], runner: HookRunner, span: CallObserver | None) -> CallObserver:
    """Return what tells the hooks in the options of *call* of it, besides its *span* if it has one."""
    assert call.options.hooks is not None  # noqa: S101 (it is why we are here)
    hooks = HookObserver(call.options.hooks, runner, call.route, call.headers.get("Idempotency-Key", ""))
    return hooks if span is None else Observers((span, hooks))


def attempt_facts(api: API, attempt: AttemptResult) -> AttemptFacts:
    """Return what observers are told of *attempt*."""
    request_id = None if attempt.headers is None else read_request_id(attempt.headers)
    failure = attempt.failure
    if failure is None:
        return AttemptFacts(attempt.status, request_id)
    error_type = api.error_type(failure, attempt.status).__name__
    return AttemptFacts(attempt.status, request_id, api.error_code(failure), error_type)

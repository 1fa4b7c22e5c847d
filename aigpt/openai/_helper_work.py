"""The work of a method that sends several requests: one deadline, one abort and one span for all of them.

It runs in the event loop, that of a blocking client, too, so that there is one way for both.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from inspect import isawaitable, iscoroutinefunction
from typing import TYPE_CHECKING, Any, TypeVar

from aigpt._blocking.portal import run_in_caller
from aigpt._http.attempt import AttemptResult
from aigpt._telemetry.start import work_span
from aigpt.openai._call import Extras, OpenAICall
from aigpt.openai._errors import APIResponseValidationError
from aigpt.openai._sender import RawSender, Sender
from aigpt.openai._types import NotGiven

if TYPE_CHECKING:
    from aigpt.openai._raw_response import RawResponse

T = TypeVar("T")


class _LoopSender(RawSender):
    """Gives coroutines of answers with their HTTP responses, also for a client that blocks."""

    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Coroutine[Any, Any, T]:
        """Return the coroutine of *work*."""
        return work()


class HelperWork:
    """What a method of *resource* does. *name*: what it is called in traces, where its requests hang under it.

    A *deadline* that is not given leaves each request the client's; any other is for all of them together. Raises
    ConfigurationError or TypeError for what cannot be one, or cannot be *abort* or *on_progress*.
    """

    def __init__(
        self,
        resource: Any,
        name: str,
        deadline: float | NotGiven | None,
        abort: object,
        on_progress: Callable[..., object] | None = None,
    ) -> None:
        sender = resource._sender.plain  # noqa: SLF001 (one with what its methods do)
        self._plain = sender
        self._requests = _LoopSender(sender)
        self._name = name
        self._deadline = deadline
        self._on_progress = _checked(on_progress, is_blocking=sender.is_blocking)
        # Never sent: it is what deadline and abort end, and what the exception then is made of.
        self._call = OpenAICall(sender.options, "POST", name)
        self._call.target = str(sender.options.base_url)
        self._call.apply(Extras(deadline=deadline, abort=abort))

    def run(self, steps: Callable[[], Coroutine[Any, Any, T]]) -> Any:
        """Return what gives the result of *steps*: a coroutine, or the result itself where the client blocks."""
        return self._plain.run(partial(self._run, steps))

    async def request(self, resource: Any, method: str, /, **given: Any) -> RawResponse[Any]:
        """Return the answer of *method* of *resource*, with its HTTP response. Raises what that raises."""
        if not isinstance(self._deadline, NotGiven):
            given["deadline"] = None
        answer: RawResponse[Any] = await method_with(resource, self._requests, method)(**given)
        return answer

    async def created(self, resource: Any, method: str, /, **given: Any) -> Any:
        """Return the object that *method* of *resource* creates, which later requests name.

        Raises what that raises; APIResponseValidationError where it has no id.
        """
        answer = await self.request(resource, method, **given)
        found = answer.parse()
        made: object = getattr(found, "id", None)
        if not isinstance(made, str) or not made:
            message = "The response is not what the API promises: what was created has no id."
            raise APIResponseValidationError(answer.http_response, None, message=message)
        return found

    async def tell(self, *progress: object) -> None:
        """Call the caller's `on_progress`: in the thread of the caller, where that waits for us."""
        if self._on_progress is not None:
            told = await run_in_caller(partial(self._on_progress, *progress))
            if isawaitable(told):
                await told

    def error(self, make: Callable[[Any, str], Exception], message: str) -> Exception:
        """Return the exception that *make* makes of a request and *message*."""
        return make(self._call.request(), message)

    async def _run(self, steps: Callable[[], Coroutine[Any, Any, T]]) -> T:
        call = self._call
        seconds = None if isinstance(self._deadline, NotGiven) else self._deadline
        transport = self._plain.transport
        with work_span(self._name), transport.cancelling(call, seconds, call.abort):
            if call.failure is None:
                with call:
                    return await steps()
            await asyncio.sleep(0)  # else a loop over calls that are aborted already would let no other task run
            exception = transport.api.exception(call, AttemptResult(call.failure), None)
            assert exception is not None  # noqa: S101 (nothing but a failure ends the steps without a result)
            raise exception


def _checked(on_progress: object, *, is_blocking: bool) -> Callable[..., object] | None:
    if on_progress is None:
        return None
    if not callable(on_progress):
        raise TypeError(f"on_progress must be a function, not {type(on_progress).__name__}")
    if is_blocking and (iscoroutinefunction(on_progress) or iscoroutinefunction(type(on_progress).__call__)):
        raise TypeError("on_progress of a blocking client must be a plain function: async ones belong to async clients")
    return on_progress


def method_with(resource: Any, sender: Sender, method: str) -> Callable[..., Any]:
    """Return *method* of *resource*, whose calls *sender* sends. It does not warn: who called a helper was warned."""
    bound: Any = getattr(resource._with_sender(sender), method)  # noqa: SLF001 (one with what its methods do)
    deprecated: Any = getattr(bound, "__wrapped__", None)
    return bound if deprecated is None else partial(deprecated, bound.__self__)

"""The methods of resources in two steps, prepare and send, for callers that send by themselves."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator
from inspect import iscoroutine
from typing import Any, cast

from aigpt.openai._call import OpenAICall

_GENERATED = ("aigpt.openai.resources.", "aigpt.openai._chat_responses")
_SENDING = frozenset({"send", "page"})


class Ready:
    """Stands for the answer of a call that was prepared, and not sent."""

    def __init__(self, call: OpenAICall) -> None:
        self.call = call

    def __await__(self) -> Generator[Any, Any, Ready]:
        yield from ()
        return self


def prepare_of(method: Callable[..., Any], preparing: object) -> Callable[..., OpenAICall] | None:
    """Return what prepares the call of *method*, bound to a resource; None where that does more than send one call.

    *preparing* is a sender like the resource's, whose methods return `Ready`. A method that overrides one of ours may
    do anything.
    """
    if not _sends_one_call(getattr(method, "__func__", None)):
        return None
    twin: Any = cast("Any", method).__self__._with_sender(preparing)  # noqa: SLF001 (one with its resources)
    ask = getattr(twin, method.__name__)

    def prepare(**keywords: Any) -> OpenAICall:
        answer: object = ask(**keywords)
        return _prepared(cast("Coroutine[Any, Any, Any]", answer)) if iscoroutine(answer) else _call_of(answer)

    return prepare


def _sends_one_call(function: Any) -> bool:
    """Return whether *function* is one of those that are generated to send a request, and do nothing else."""
    if not str(getattr(function, "__module__", "")).startswith(_GENERATED):
        return False
    names = frozenset(function.__code__.co_names)
    return ("_sender" in names and not _SENDING.isdisjoint(names)) or function.__module__ == _GENERATED[1]


def _prepared(coroutine: Coroutine[Any, Any, Any]) -> OpenAICall:
    """Return the call that a method's *coroutine* prepares on its way, which waits for nothing."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return _call_of(end.value)
    finally:
        coroutine.close()
    raise RuntimeError("the method waits for something other than its answer")


def _call_of(answer: object) -> OpenAICall:
    if not isinstance(answer, Ready):
        raise TypeError("the method sends no request of its own")
    return answer.call

"""How the calls of OpenAI's resources are sent. What a resource's method returns is what its sender returns."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Coroutine
from functools import cache, partial
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from aigpt._http.attempt import AttemptResult
from aigpt._http.transport import Transport
from aigpt.openai._call import NO_EXTRAS, Extras, OpenAICall, prepare
from aigpt.openai._endpoint import Endpoint
from aigpt.openai._errors import APIConnectionError, ConfigurationError
from aigpt.openai._options import OpenAIOptions
from aigpt.openai._types import NotGiven, not_given

if TYPE_CHECKING:
    from aigpt._blocking.portal import BlockingPortal
    from aigpt.openai._prepared_methods import Ready
    from aigpt.openai._stream import AsyncStream, Stream

T = TypeVar("T")
Finish = Callable[[OpenAICall, AttemptResult, float], Any]


@cache
def _finishers() -> ModuleType:
    """Return the module of what makes answers. It comes with the models, so it is imported with the first call."""
    from aigpt.openai import _raw_response  # noqa: PLC0415 (see above)

    return _raw_response


class Sender(ABC):
    """Prepares the calls of resources, and sends them."""

    portal: BlockingPortal | None = None
    """Where a blocking client runs its calls."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    @property
    @abstractmethod
    def options(self) -> OpenAIOptions:
        """What calls are sent with."""

    @abstractmethod
    def change(self, options: OpenAIOptions) -> None:
        """Send with other *options* from now on."""

    @property
    def is_blocking(self) -> bool:
        """Whether the methods block."""
        return self.portal is not None

    @property
    def plain(self) -> Sender:
        """The sender whose methods return the objects themselves."""
        return self

    @abstractmethod
    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Any:
        """Return what gives the result of *work*: its coroutine, or the result itself where the client blocks."""

    def send(
        self,
        endpoint: Endpoint,
        body: dict[str, Any] | None,
        query: dict[str, Any] | None,
        path: tuple[Any, ...],
        extra_headers: Any,
        extra_query: Any,
        extra_body: Any,
        timeout: Any,
        deadline: Any,
        abort: Any,
        allow_incomplete: bool | NotGiven = not_given,  # noqa: FBT001 (the generated code hands it on by place)
    ) -> Any:
        """Return what gives the answer of a call of *endpoint*: the method of a resource hands on what it was given."""
        extras = NO_EXTRAS
        if (
            extra_headers is not None
            or extra_query is not None
            or extra_body is not None
            or timeout is not not_given
            or deadline is not not_given
            or abort is not None
            or allow_incomplete is not not_given
        ):
            extras = Extras(extra_headers, extra_query, extra_body, timeout, deadline, abort, allow_incomplete)
        return self.perform(prepare(self.options, endpoint, body, query, path, extras))

    def page(
        self,
        endpoint: Endpoint,
        body: dict[str, Any] | None,
        query: dict[str, Any] | None,
        path: tuple[Any, ...],
        extra_headers: Any,
        extra_query: Any,
        extra_body: Any,
        timeout: Any,
        deadline: Any,
        abort: Any,
    ) -> Any:
        """Return what gives the first page of a list, and goes through all pages."""
        from aigpt.openai.pagination import PageRequest  # noqa: PLC0415 (on first use)

        extras = Extras(extra_headers, extra_query, extra_body, timeout, deadline, abort)
        return PageRequest(self, endpoint, body, query, path, extras).send()

    def prepare_method(self, method: Callable[..., Any]) -> Callable[..., OpenAICall] | None:
        """Return what prepares the calls of *method*, for callers that send by themselves; None where nothing does."""
        from aigpt.openai._prepared_methods import prepare_of  # noqa: PLC0415 (few need it)

        return prepare_of(method, PreparingSender(self))

    def expect_whole(self, call: OpenAICall) -> None:
        """Have *call*, which somebody else sends, give what this sender's methods return of an answer read whole.

        Raises ConfigurationError where these leave the reading to their caller.
        """
        call.finish = _finishers().finish_parsed

    def perform(self, call: OpenAICall) -> Any:
        """Return what gives the answer of *call*."""
        if call.is_stream:
            call.finish = _finishers().finish_as_it_is
            return self.run(partial(open_stream, self.transport, call, self.portal))
        call.finish = _finishers().finish_parsed
        if call.multipart is not None:
            return self.run(partial(call_with_form, self.transport, call))
        return self.run(partial(self.transport.call, call))

    def raw(self) -> Sender:
        """Return a sender whose methods return raw responses."""
        return RawSender(self)

    def streamed(self) -> Sender:
        """Return a sender whose methods return open responses."""
        return StreamedSender(self)


class ClientSender(Sender):
    """The sender of a client or a view of one, with options of its own."""

    def __init__(self, options: OpenAIOptions, transport: Transport) -> None:
        super().__init__(transport)
        self._options = options

    @property
    def options(self) -> OpenAIOptions:
        """What calls are sent with."""
        return self._options

    def change(self, options: OpenAIOptions) -> None:
        """Send with other *options* from now on."""
        self._options = options


class AsyncSender(ClientSender):
    """Sends calls in the running event loop."""

    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Coroutine[Any, Any, T]:
        """Return the coroutine of *work*."""
        return work()


class BlockingSender(ClientSender):
    """Hands calls to the event loop on a thread, and waits for them."""

    def __init__(self, options: OpenAIOptions, transport: Transport, portal: BlockingPortal) -> None:
        super().__init__(options, transport)
        self.portal = self.running_portal = portal

    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Return the result of *work*."""
        return self.running_portal.call(work)


class _ViewSender(Sender):
    """A sender that sends as another does, and returns something else."""

    def __init__(self, sender: Sender) -> None:
        super().__init__(sender.transport)
        self.portal = sender.portal
        self._sender = sender

    @property
    def options(self) -> OpenAIOptions:
        """What the other sends with, now."""
        return self._sender.options

    @property
    def plain(self) -> Sender:
        """The other, whose methods return the objects themselves."""
        return self._sender.plain

    def change(self, options: OpenAIOptions) -> None:
        """Have the other send with other *options*."""
        self._sender.change(options)

    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Any:
        """Run *work* as the other sender does."""
        return self._sender.run(work)


class RawSender(_ViewSender):
    """Returns answers with their HTTP response."""

    def expect_whole(self, call: OpenAICall) -> None:
        """Have *call* give its raw response."""
        call.finish = _finishers().finish_raw
        call.keeps_body = True

    def perform(self, call: OpenAICall) -> Any:
        """Return what gives the raw response of *call*."""
        finishers = _finishers()
        call.finish = finishers.finish_as_it_is if call.is_stream else finishers.finish_raw
        call.keeps_body = True
        if call.is_stream:
            return self.run(partial(open_raw_stream, self.transport, call, self.portal))
        if call.multipart is not None:
            return self.run(partial(call_with_form, self.transport, call))
        return self.run(partial(self.transport.call, call))


class StreamedSender(_ViewSender):
    """Returns responses whose bodies are still to be read."""

    def expect_whole(self, call: OpenAICall) -> None:  # noqa: ARG002 (none will do)
        """Raise ConfigurationError: its caller reads the answer."""
        raise ConfigurationError("answers are read whole here; leave out with_streaming_response")

    def perform(self, call: OpenAICall) -> Any:
        """Return what opens the response of *call*: a coroutine, or a context manager where the client blocks."""
        from aigpt.openai._streamed_response import (  # noqa: PLC0415 (few need it)
            ResponseContextManager,
            open_response,
        )

        call.finish = _finishers().finish_as_it_is
        call.wait_for_caller()
        opening = partial(open_response, self.transport, call, self.portal)
        if self.portal is None:
            return opening()
        return ResponseContextManager(partial(self.portal.call, opening))


class ParsingSender(_ViewSender):
    """Has *parse* done to the objects of answers, at the place where the other sender's caller takes them."""

    def __init__(self, sender: Sender, parse: Callable[[Any], Any]) -> None:
        super().__init__(sender)
        self._parse = parse

    def perform(self, call: OpenAICall) -> Any:
        """Return what gives the parsed object of *call*, or the response that it is taken from."""
        call.parse = self._parse
        answer = self._sender.perform(call)
        if self._sender is not self._sender.plain:
            return answer  # a response, whose own `parse` does it
        return _parsed(call, answer) if self.is_blocking else _parsed_later(call, answer)


def _parsed(call: OpenAICall, answer: Any) -> Any:
    return _finishers().taken(call, answer, None)


async def _parsed_later(call: OpenAICall, answer: Awaitable[Any]) -> Any:
    return _parsed(call, await answer)


class PreparingSender(_ViewSender):
    """Prepares calls as another sender does, and returns them instead of sending them."""

    def perform(self, call: OpenAICall) -> Ready:
        """Return *call*, ready to be sent."""
        from aigpt.openai._prepared_methods import Ready  # noqa: PLC0415 (few need it)

        self._sender.expect_whole(call)
        return Ready(call)

    def page(
        self,
        endpoint: Endpoint,
        body: dict[str, Any] | None,
        query: dict[str, Any] | None,
        path: tuple[Any, ...],
        extra_headers: Any,
        extra_query: Any,
        extra_body: Any,
        timeout: Any,
        deadline: Any,
        abort: Any,
    ) -> Ready:
        """Return the call that gives the first page of a list; that asks for the next one by the other sender."""
        from aigpt.openai.pagination import PageRequest  # noqa: PLC0415 (on first use)

        extras = Extras(extra_headers, extra_query, extra_body, timeout, deadline, abort)
        return self.perform(PageRequest(self._sender, endpoint, body, query, path, extras).call())


async def open_stream(
    transport: Transport, call: OpenAICall, portal: BlockingPortal | None
) -> AsyncStream[Any] | Stream[Any]:
    """Return the open stream of *call*. Raises what the call raises."""
    from aigpt.openai._stream import make_stream  # noqa: PLC0415 (on first use)

    stream = make_stream(transport, call, portal)
    try:
        return await stream.open()
    finally:
        if call.multipart is not None:
            await call.multipart.close()


async def open_raw_stream(transport: Transport, call: OpenAICall, portal: BlockingPortal | None) -> Any:
    """Return a raw response that holds the open stream of *call*."""
    from aigpt.openai._raw_response import RawResponse  # noqa: PLC0415 (on first use)

    stream = await open_stream(transport, call, portal)
    opening = stream.opening
    attempt = AttemptResult(None, None, opening.status, opening.headers)
    raw: RawResponse[Any] = RawResponse(call, attempt, 0.0, stream)
    return raw


async def call_with_form(transport: Transport, call: OpenAICall) -> Any:
    """Return the result of a call that sends a form, whose files are closed in the end."""
    assert call.multipart is not None  # noqa: S101 (it is why we are here)
    try:
        return await transport.call(call)
    except APIConnectionError as exc:
        if call.multipart.problem is None:
            raise
        message = f"The request was not sent whole: {call.multipart.problem}."
        raise APIConnectionError(message=message, request=exc.request) from None
    finally:
        await call.multipart.close()

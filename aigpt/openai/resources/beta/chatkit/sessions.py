# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._resource import (
    AsyncAPIResource,
    Endpoint,
    SyncAPIResource,
    async_to_raw_response,
    async_to_streamed_response,
    cached_property,
    to_raw_response,
    to_streamed_response,
)
from aigpt.openai._types import not_given, omit

if TYPE_CHECKING:
    from typing import Final

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.types.beta.chatkit.chat_session import ChatSession
    from aigpt.openai.types.beta.chatkit.chat_session_chatkit_configuration_param import (
        ChatSessionChatKitConfigurationParam,
    )
    from aigpt.openai.types.beta.chatkit.chat_session_expires_after_param import ChatSessionExpiresAfterParam
    from aigpt.openai.types.beta.chatkit.chat_session_rate_limits_param import ChatSessionRateLimitsParam
    from aigpt.openai.types.beta.chatkit.chat_session_workflow_param import ChatSessionWorkflowParam

__all__ = ["Sessions", "AsyncSessions"]

_CREATE = Endpoint(
    "POST",
    "/chatkit/sessions",
    result="beta.chatkit.chat_session:ChatSession",
    headers={"OpenAI-Beta": "chatkit_beta=v1"},
)
_CANCEL = Endpoint(
    "POST",
    "/chatkit/sessions/{session_id}/cancel",
    result="beta.chatkit.chat_session:ChatSession",
    headers={"OpenAI-Beta": "chatkit_beta=v1"},
)


class Sessions(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> SessionsWithRawResponse:
        return SessionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SessionsWithStreamingResponse:
        return SessionsWithStreamingResponse(self)

    def create(
        self,
        *,
        user: str,
        workflow: ChatSessionWorkflowParam,
        chatkit_configuration: ChatSessionChatKitConfigurationParam | Omit = omit,
        expires_after: ChatSessionExpiresAfterParam | Omit = omit,
        rate_limits: ChatSessionRateLimitsParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ChatSession:
        """POST /chatkit/sessions"""
        return self._sender.send(
            _CREATE,
            {
                "user": user,
                "workflow": workflow,
                "chatkit_configuration": chatkit_configuration,
                "expires_after": expires_after,
                "rate_limits": rate_limits,
            },
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def cancel(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ChatSession:
        """POST /chatkit/sessions/{session_id}/cancel"""
        return self._sender.send(
            _CANCEL, None, None, (session_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncSessions(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncSessionsWithRawResponse:
        return AsyncSessionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSessionsWithStreamingResponse:
        return AsyncSessionsWithStreamingResponse(self)

    async def create(
        self,
        *,
        user: str,
        workflow: ChatSessionWorkflowParam,
        chatkit_configuration: ChatSessionChatKitConfigurationParam | Omit = omit,
        expires_after: ChatSessionExpiresAfterParam | Omit = omit,
        rate_limits: ChatSessionRateLimitsParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ChatSession:
        """POST /chatkit/sessions"""
        return await self._sender.send(
            _CREATE,
            {
                "user": user,
                "workflow": workflow,
                "chatkit_configuration": chatkit_configuration,
                "expires_after": expires_after,
                "rate_limits": rate_limits,
            },
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def cancel(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ChatSession:
        """POST /chatkit/sessions/{session_id}/cancel"""
        return await self._sender.send(
            _CANCEL, None, None, (session_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class SessionsWithRawResponse:
    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        raw = sessions._raw()
        self.create: Final = to_raw_response(raw.create)
        self.cancel: Final = to_raw_response(raw.cancel)


class AsyncSessionsWithRawResponse:
    def __init__(self, sessions: AsyncSessions) -> None:
        self._sessions = sessions
        raw = sessions._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.cancel: Final = async_to_raw_response(raw.cancel)


class SessionsWithStreamingResponse:
    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        streamed = sessions._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.cancel: Final = to_streamed_response(streamed.cancel)


class AsyncSessionsWithStreamingResponse:
    def __init__(self, sessions: AsyncSessions) -> None:
        self._sessions = sessions
        streamed = sessions._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.cancel: Final = async_to_streamed_response(streamed.cancel)

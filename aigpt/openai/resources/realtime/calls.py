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
    from typing import Final, List, Literal, Optional, Union

    from aigpt.openai._binary import BinaryContent
    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.types.realtime.realtime_audio_config_param import RealtimeAudioConfigParam
    from aigpt.openai.types.realtime.realtime_reasoning_param import RealtimeReasoningParam
    from aigpt.openai.types.realtime.realtime_session_create_request_param import RealtimeSessionCreateRequestParam
    from aigpt.openai.types.realtime.realtime_tool_choice_config_param import RealtimeToolChoiceConfigParam
    from aigpt.openai.types.realtime.realtime_tools_config_param import RealtimeToolsConfigParam
    from aigpt.openai.types.realtime.realtime_tracing_config_param import RealtimeTracingConfigParam
    from aigpt.openai.types.realtime.realtime_truncation_param import RealtimeTruncationParam
    from aigpt.openai.types.responses.response_prompt_param import ResponsePromptParam

__all__ = ["Calls", "AsyncCalls"]

_CREATE = Endpoint(
    "POST", "/realtime/calls", multipart="always", binary=True, headers={"Accept": "application/sdp"}, special="sdp"
)
_ACCEPT = Endpoint("POST", "/realtime/calls/{call_id}/accept", result="None", headers={"Accept": "*/*"})
_HANGUP = Endpoint("POST", "/realtime/calls/{call_id}/hangup", result="None", headers={"Accept": "*/*"})
_REFER = Endpoint("POST", "/realtime/calls/{call_id}/refer", result="None", headers={"Accept": "*/*"})
_REJECT = Endpoint("POST", "/realtime/calls/{call_id}/reject", result="None", headers={"Accept": "*/*"})


class Calls(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> CallsWithRawResponse:
        return CallsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CallsWithStreamingResponse:
        return CallsWithStreamingResponse(self)

    def create(
        self,
        *,
        sdp: str,
        session: RealtimeSessionCreateRequestParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> BinaryContent:
        """POST /realtime/calls"""
        return self._sender.send(
            _CREATE,
            {"sdp": sdp, "session": session},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def accept(
        self,
        call_id: str,
        *,
        type: Literal["realtime"],
        audio: RealtimeAudioConfigParam | Omit = omit,
        include: List[Literal["item.input_audio_transcription.logprobs"]] | Omit = omit,
        instructions: str | Omit = omit,
        max_output_tokens: Union[int, Literal["inf"]] | Omit = omit,
        model: Union[
            str,
            Literal[
                "gpt-realtime",
                "gpt-realtime-1.5",
                "gpt-realtime-2",
                "gpt-realtime-2.1",
                "gpt-realtime-2.1-mini",
                "gpt-realtime-2025-08-28",
                "gpt-4o-realtime-preview",
                "gpt-4o-realtime-preview-2024-10-01",
                "gpt-4o-realtime-preview-2024-12-17",
                "gpt-4o-realtime-preview-2025-06-03",
                "gpt-4o-mini-realtime-preview",
                "gpt-4o-mini-realtime-preview-2024-12-17",
                "gpt-realtime-mini",
                "gpt-realtime-mini-2025-10-06",
                "gpt-realtime-mini-2025-12-15",
                "gpt-audio-1.5",
                "gpt-audio-mini",
                "gpt-audio-mini-2025-10-06",
                "gpt-audio-mini-2025-12-15",
            ],
        ]
        | Omit = omit,
        output_modalities: List[Literal["text", "audio"]] | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        prompt: Optional[ResponsePromptParam] | Omit = omit,
        reasoning: RealtimeReasoningParam | Omit = omit,
        tool_choice: RealtimeToolChoiceConfigParam | Omit = omit,
        tools: RealtimeToolsConfigParam | Omit = omit,
        tracing: Optional[RealtimeTracingConfigParam] | Omit = omit,
        truncation: RealtimeTruncationParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> None:
        """POST /realtime/calls/{call_id}/accept"""
        return self._sender.send(
            _ACCEPT,
            {
                "model": model,
                "type": type,
                "audio": audio,
                "include": include,
                "instructions": instructions,
                "max_output_tokens": max_output_tokens,
                "output_modalities": output_modalities,
                "parallel_tool_calls": parallel_tool_calls,
                "prompt": prompt,
                "reasoning": reasoning,
                "tool_choice": tool_choice,
                "tools": tools,
                "tracing": tracing,
                "truncation": truncation,
            },
            None,
            (call_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def hangup(
        self,
        call_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> None:
        """POST /realtime/calls/{call_id}/hangup"""
        return self._sender.send(
            _HANGUP, None, None, (call_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def refer(
        self,
        call_id: str,
        *,
        target_uri: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> None:
        """POST /realtime/calls/{call_id}/refer"""
        return self._sender.send(
            _REFER,
            {"target_uri": target_uri},
            None,
            (call_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def reject(
        self,
        call_id: str,
        *,
        status_code: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> None:
        """POST /realtime/calls/{call_id}/reject"""
        return self._sender.send(
            _REJECT,
            {"status_code": status_code},
            None,
            (call_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncCalls(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncCallsWithRawResponse:
        return AsyncCallsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCallsWithStreamingResponse:
        return AsyncCallsWithStreamingResponse(self)

    async def create(
        self,
        *,
        sdp: str,
        session: RealtimeSessionCreateRequestParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> BinaryContent:
        """POST /realtime/calls"""
        return await self._sender.send(
            _CREATE,
            {"sdp": sdp, "session": session},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def accept(
        self,
        call_id: str,
        *,
        type: Literal["realtime"],
        audio: RealtimeAudioConfigParam | Omit = omit,
        include: List[Literal["item.input_audio_transcription.logprobs"]] | Omit = omit,
        instructions: str | Omit = omit,
        max_output_tokens: Union[int, Literal["inf"]] | Omit = omit,
        model: Union[
            str,
            Literal[
                "gpt-realtime",
                "gpt-realtime-1.5",
                "gpt-realtime-2",
                "gpt-realtime-2.1",
                "gpt-realtime-2.1-mini",
                "gpt-realtime-2025-08-28",
                "gpt-4o-realtime-preview",
                "gpt-4o-realtime-preview-2024-10-01",
                "gpt-4o-realtime-preview-2024-12-17",
                "gpt-4o-realtime-preview-2025-06-03",
                "gpt-4o-mini-realtime-preview",
                "gpt-4o-mini-realtime-preview-2024-12-17",
                "gpt-realtime-mini",
                "gpt-realtime-mini-2025-10-06",
                "gpt-realtime-mini-2025-12-15",
                "gpt-audio-1.5",
                "gpt-audio-mini",
                "gpt-audio-mini-2025-10-06",
                "gpt-audio-mini-2025-12-15",
            ],
        ]
        | Omit = omit,
        output_modalities: List[Literal["text", "audio"]] | Omit = omit,
        parallel_tool_calls: bool | Omit = omit,
        prompt: Optional[ResponsePromptParam] | Omit = omit,
        reasoning: RealtimeReasoningParam | Omit = omit,
        tool_choice: RealtimeToolChoiceConfigParam | Omit = omit,
        tools: RealtimeToolsConfigParam | Omit = omit,
        tracing: Optional[RealtimeTracingConfigParam] | Omit = omit,
        truncation: RealtimeTruncationParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> None:
        """POST /realtime/calls/{call_id}/accept"""
        return await self._sender.send(
            _ACCEPT,
            {
                "model": model,
                "type": type,
                "audio": audio,
                "include": include,
                "instructions": instructions,
                "max_output_tokens": max_output_tokens,
                "output_modalities": output_modalities,
                "parallel_tool_calls": parallel_tool_calls,
                "prompt": prompt,
                "reasoning": reasoning,
                "tool_choice": tool_choice,
                "tools": tools,
                "tracing": tracing,
                "truncation": truncation,
            },
            None,
            (call_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def hangup(
        self,
        call_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> None:
        """POST /realtime/calls/{call_id}/hangup"""
        return await self._sender.send(
            _HANGUP, None, None, (call_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def refer(
        self,
        call_id: str,
        *,
        target_uri: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> None:
        """POST /realtime/calls/{call_id}/refer"""
        return await self._sender.send(
            _REFER,
            {"target_uri": target_uri},
            None,
            (call_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def reject(
        self,
        call_id: str,
        *,
        status_code: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> None:
        """POST /realtime/calls/{call_id}/reject"""
        return await self._sender.send(
            _REJECT,
            {"status_code": status_code},
            None,
            (call_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class CallsWithRawResponse:
    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        raw = calls._raw()
        self.create: Final = to_raw_response(raw.create)
        self.accept: Final = to_raw_response(raw.accept)
        self.hangup: Final = to_raw_response(raw.hangup)
        self.refer: Final = to_raw_response(raw.refer)
        self.reject: Final = to_raw_response(raw.reject)


class AsyncCallsWithRawResponse:
    def __init__(self, calls: AsyncCalls) -> None:
        self._calls = calls
        raw = calls._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.accept: Final = async_to_raw_response(raw.accept)
        self.hangup: Final = async_to_raw_response(raw.hangup)
        self.refer: Final = async_to_raw_response(raw.refer)
        self.reject: Final = async_to_raw_response(raw.reject)


class CallsWithStreamingResponse:
    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        streamed = calls._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.accept: Final = to_streamed_response(streamed.accept)
        self.hangup: Final = to_streamed_response(streamed.hangup)
        self.refer: Final = to_streamed_response(streamed.refer)
        self.reject: Final = to_streamed_response(streamed.reject)


class AsyncCallsWithStreamingResponse:
    def __init__(self, calls: AsyncCalls) -> None:
        self._calls = calls
        streamed = calls._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.accept: Final = async_to_streamed_response(streamed.accept)
        self.hangup: Final = async_to_streamed_response(streamed.hangup)
        self.refer: Final = async_to_streamed_response(streamed.refer)
        self.reject: Final = async_to_streamed_response(streamed.reject)

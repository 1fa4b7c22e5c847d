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
    from aigpt.openai.types.fine_tuning.alpha import grader_run_params, grader_validate_params
    from aigpt.openai.types.fine_tuning.alpha.grader_run_response import GraderRunResponse
    from aigpt.openai.types.fine_tuning.alpha.grader_validate_response import GraderValidateResponse

__all__ = ["Graders", "AsyncGraders"]

_RUN = Endpoint(
    "POST", "/fine_tuning/alpha/graders/run", result="fine_tuning.alpha.grader_run_response:GraderRunResponse"
)
_VALIDATE = Endpoint(
    "POST",
    "/fine_tuning/alpha/graders/validate",
    result="fine_tuning.alpha.grader_validate_response:GraderValidateResponse",
)


class Graders(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> GradersWithRawResponse:
        return GradersWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> GradersWithStreamingResponse:
        return GradersWithStreamingResponse(self)

    def run(
        self,
        *,
        grader: grader_run_params.Grader,
        model_sample: str,
        item: object | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> GraderRunResponse:
        """POST /fine_tuning/alpha/graders/run"""
        return self._sender.send(
            _RUN,
            {"grader": grader, "model_sample": model_sample, "item": item},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def validate(
        self,
        *,
        grader: grader_validate_params.Grader,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> GraderValidateResponse:
        """POST /fine_tuning/alpha/graders/validate"""
        return self._sender.send(
            _VALIDATE, {"grader": grader}, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncGraders(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncGradersWithRawResponse:
        return AsyncGradersWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncGradersWithStreamingResponse:
        return AsyncGradersWithStreamingResponse(self)

    async def run(
        self,
        *,
        grader: grader_run_params.Grader,
        model_sample: str,
        item: object | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> GraderRunResponse:
        """POST /fine_tuning/alpha/graders/run"""
        return await self._sender.send(
            _RUN,
            {"grader": grader, "model_sample": model_sample, "item": item},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def validate(
        self,
        *,
        grader: grader_validate_params.Grader,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> GraderValidateResponse:
        """POST /fine_tuning/alpha/graders/validate"""
        return await self._sender.send(
            _VALIDATE, {"grader": grader}, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class GradersWithRawResponse:
    def __init__(self, graders: Graders) -> None:
        self._graders = graders
        raw = graders._raw()
        self.run: Final = to_raw_response(raw.run)
        self.validate: Final = to_raw_response(raw.validate)


class AsyncGradersWithRawResponse:
    def __init__(self, graders: AsyncGraders) -> None:
        self._graders = graders
        raw = graders._raw()
        self.run: Final = async_to_raw_response(raw.run)
        self.validate: Final = async_to_raw_response(raw.validate)


class GradersWithStreamingResponse:
    def __init__(self, graders: Graders) -> None:
        self._graders = graders
        streamed = graders._streamed()
        self.run: Final = to_streamed_response(streamed.run)
        self.validate: Final = to_streamed_response(streamed.validate)


class AsyncGradersWithStreamingResponse:
    def __init__(self, graders: AsyncGraders) -> None:
        self._graders = graders
        streamed = graders._streamed()
        self.run: Final = async_to_streamed_response(streamed.run)
        self.validate: Final = async_to_streamed_response(streamed.validate)

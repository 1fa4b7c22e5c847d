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
from aigpt.openai._types import not_given

if TYPE_CHECKING:
    from typing import Final

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncPage, AsyncPaginator, SyncPage
    from aigpt.openai.types.model import Model
    from aigpt.openai.types.model_deleted import ModelDeleted

__all__ = ["Models", "AsyncModels"]

_RETRIEVE = Endpoint("GET", "/models/{model}", result="model:Model")
_LIST = Endpoint("GET", "/models", result="model:Model", page="Page")
_DELETE = Endpoint("DELETE", "/models/{model}", result="model_deleted:ModelDeleted")


class Models(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> ModelsWithRawResponse:
        return ModelsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ModelsWithStreamingResponse:
        return ModelsWithStreamingResponse(self)

    def retrieve(
        self,
        model: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Model:
        """GET /models/{model}"""
        return self._sender.send(
            _RETRIEVE, None, None, (model,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncPage[Model]:
        """GET /models"""
        return self._sender.page(
            _LIST, None, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def delete(
        self,
        model: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ModelDeleted:
        """DELETE /models/{model}"""
        return self._sender.send(
            _DELETE, None, None, (model,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncModels(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncModelsWithRawResponse:
        return AsyncModelsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncModelsWithStreamingResponse:
        return AsyncModelsWithStreamingResponse(self)

    async def retrieve(
        self,
        model: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Model:
        """GET /models/{model}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (model,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[Model, AsyncPage[Model]]:
        """GET /models"""
        return self._sender.page(
            _LIST, None, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def delete(
        self,
        model: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ModelDeleted:
        """DELETE /models/{model}"""
        return await self._sender.send(
            _DELETE, None, None, (model,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class ModelsWithRawResponse:
    def __init__(self, models: Models) -> None:
        self._models = models
        raw = models._raw()
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)


class AsyncModelsWithRawResponse:
    def __init__(self, models: AsyncModels) -> None:
        self._models = models
        raw = models._raw()
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)


class ModelsWithStreamingResponse:
    def __init__(self, models: Models) -> None:
        self._models = models
        streamed = models._streamed()
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)


class AsyncModelsWithStreamingResponse:
    def __init__(self, models: AsyncModels) -> None:
        self._models = models
        streamed = models._streamed()
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)

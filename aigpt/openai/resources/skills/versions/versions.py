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
    from typing import Final, Literal, Union

    from aigpt.openai._types import Abort, Body, FileTypes, Headers, NotGiven, Omit, Query, SequenceNotStr, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.resources.skills.versions.content import (
        AsyncContent,
        AsyncContentWithRawResponse,
        AsyncContentWithStreamingResponse,
        Content,
        ContentWithRawResponse,
        ContentWithStreamingResponse,
    )
    from aigpt.openai.types.skills.deleted_skill_version import DeletedSkillVersion
    from aigpt.openai.types.skills.skill_version import SkillVersion

__all__ = ["Versions", "AsyncVersions"]

_CREATE = Endpoint(
    "POST",
    "/skills/{skill_id}/versions",
    result="skills.skill_version:SkillVersion",
    files=(("files", "<array>"), ("files",)),
    multipart="with files",
)
_RETRIEVE = Endpoint("GET", "/skills/{skill_id}/versions/{version}", result="skills.skill_version:SkillVersion")
_LIST = Endpoint("GET", "/skills/{skill_id}/versions", result="skills.skill_version:SkillVersion", page="CursorPage")
_DELETE = Endpoint(
    "DELETE", "/skills/{skill_id}/versions/{version}", result="skills.deleted_skill_version:DeletedSkillVersion"
)


class Versions(SyncAPIResource):
    @cached_property
    def content(self) -> Content:
        from aigpt.openai.resources.skills.versions.content import Content

        return Content(self._client)

    @cached_property
    def with_raw_response(self) -> VersionsWithRawResponse:
        return VersionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> VersionsWithStreamingResponse:
        return VersionsWithStreamingResponse(self)

    def create(
        self,
        skill_id: str,
        *,
        default: bool | Omit = omit,
        files: Union[SequenceNotStr[FileTypes], FileTypes] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SkillVersion:
        """POST /skills/{skill_id}/versions"""
        return self._sender.send(
            _CREATE,
            {"default": default, "files": files},
            None,
            (skill_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def retrieve(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SkillVersion:
        """GET /skills/{skill_id}/versions/{version}"""
        return self._sender.send(
            _RETRIEVE, None, None, (skill_id, version), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        skill_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[SkillVersion]:
        """GET /skills/{skill_id}/versions"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order},
            (skill_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def delete(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> DeletedSkillVersion:
        """DELETE /skills/{skill_id}/versions/{version}"""
        return self._sender.send(
            _DELETE, None, None, (skill_id, version), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncVersions(AsyncAPIResource):
    @cached_property
    def content(self) -> AsyncContent:
        from aigpt.openai.resources.skills.versions.content import AsyncContent

        return AsyncContent(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncVersionsWithRawResponse:
        return AsyncVersionsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncVersionsWithStreamingResponse:
        return AsyncVersionsWithStreamingResponse(self)

    async def create(
        self,
        skill_id: str,
        *,
        default: bool | Omit = omit,
        files: Union[SequenceNotStr[FileTypes], FileTypes] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SkillVersion:
        """POST /skills/{skill_id}/versions"""
        return await self._sender.send(
            _CREATE,
            {"default": default, "files": files},
            None,
            (skill_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def retrieve(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SkillVersion:
        """GET /skills/{skill_id}/versions/{version}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (skill_id, version), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        skill_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[SkillVersion, AsyncCursorPage[SkillVersion]]:
        """GET /skills/{skill_id}/versions"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order},
            (skill_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def delete(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> DeletedSkillVersion:
        """DELETE /skills/{skill_id}/versions/{version}"""
        return await self._sender.send(
            _DELETE, None, None, (skill_id, version), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class VersionsWithRawResponse:
    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        raw = versions._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)

    @cached_property
    def content(self) -> ContentWithRawResponse:
        from aigpt.openai.resources.skills.versions.content import ContentWithRawResponse

        return ContentWithRawResponse(self._versions.content)


class AsyncVersionsWithRawResponse:
    def __init__(self, versions: AsyncVersions) -> None:
        self._versions = versions
        raw = versions._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)

    @cached_property
    def content(self) -> AsyncContentWithRawResponse:
        from aigpt.openai.resources.skills.versions.content import AsyncContentWithRawResponse

        return AsyncContentWithRawResponse(self._versions.content)


class VersionsWithStreamingResponse:
    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        streamed = versions._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)

    @cached_property
    def content(self) -> ContentWithStreamingResponse:
        from aigpt.openai.resources.skills.versions.content import ContentWithStreamingResponse

        return ContentWithStreamingResponse(self._versions.content)


class AsyncVersionsWithStreamingResponse:
    def __init__(self, versions: AsyncVersions) -> None:
        self._versions = versions
        streamed = versions._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)

    @cached_property
    def content(self) -> AsyncContentWithStreamingResponse:
        from aigpt.openai.resources.skills.versions.content import AsyncContentWithStreamingResponse

        return AsyncContentWithStreamingResponse(self._versions.content)

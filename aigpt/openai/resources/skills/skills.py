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
    from aigpt.openai.resources.skills.content import (
        AsyncContent,
        AsyncContentWithRawResponse,
        AsyncContentWithStreamingResponse,
        Content,
        ContentWithRawResponse,
        ContentWithStreamingResponse,
    )
    from aigpt.openai.resources.skills.versions.versions import (
        AsyncVersions,
        AsyncVersionsWithRawResponse,
        AsyncVersionsWithStreamingResponse,
        Versions,
        VersionsWithRawResponse,
        VersionsWithStreamingResponse,
    )
    from aigpt.openai.types.deleted_skill import DeletedSkill
    from aigpt.openai.types.skill import Skill

__all__ = ["Skills", "AsyncSkills"]

_CREATE = Endpoint(
    "POST", "/skills", result="skill:Skill", files=(("files", "<array>"), ("files",)), multipart="with files"
)
_RETRIEVE = Endpoint("GET", "/skills/{skill_id}", result="skill:Skill")
_UPDATE = Endpoint("POST", "/skills/{skill_id}", result="skill:Skill")
_LIST = Endpoint("GET", "/skills", result="skill:Skill", page="CursorPage")
_DELETE = Endpoint("DELETE", "/skills/{skill_id}", result="deleted_skill:DeletedSkill")


class Skills(SyncAPIResource):
    @cached_property
    def content(self) -> Content:
        from aigpt.openai.resources.skills.content import Content

        return Content(self._client)

    @cached_property
    def versions(self) -> Versions:
        from aigpt.openai.resources.skills.versions.versions import Versions

        return Versions(self._client)

    @cached_property
    def with_raw_response(self) -> SkillsWithRawResponse:
        return SkillsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SkillsWithStreamingResponse:
        return SkillsWithStreamingResponse(self)

    def create(
        self,
        *,
        files: Union[SequenceNotStr[FileTypes], FileTypes] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Skill:
        """POST /skills"""
        return self._sender.send(
            _CREATE, {"files": files}, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def retrieve(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Skill:
        """GET /skills/{skill_id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (skill_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def update(
        self,
        skill_id: str,
        *,
        default_version: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Skill:
        """POST /skills/{skill_id}"""
        return self._sender.send(
            _UPDATE,
            {"default_version": default_version},
            None,
            (skill_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list(
        self,
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
    ) -> SyncCursorPage[Skill]:
        """GET /skills"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order},
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def delete(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> DeletedSkill:
        """DELETE /skills/{skill_id}"""
        return self._sender.send(
            _DELETE, None, None, (skill_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncSkills(AsyncAPIResource):
    @cached_property
    def content(self) -> AsyncContent:
        from aigpt.openai.resources.skills.content import AsyncContent

        return AsyncContent(self._client)

    @cached_property
    def versions(self) -> AsyncVersions:
        from aigpt.openai.resources.skills.versions.versions import AsyncVersions

        return AsyncVersions(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncSkillsWithRawResponse:
        return AsyncSkillsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSkillsWithStreamingResponse:
        return AsyncSkillsWithStreamingResponse(self)

    async def create(
        self,
        *,
        files: Union[SequenceNotStr[FileTypes], FileTypes] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Skill:
        """POST /skills"""
        return await self._sender.send(
            _CREATE, {"files": files}, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def retrieve(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Skill:
        """GET /skills/{skill_id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (skill_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def update(
        self,
        skill_id: str,
        *,
        default_version: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Skill:
        """POST /skills/{skill_id}"""
        return await self._sender.send(
            _UPDATE,
            {"default_version": default_version},
            None,
            (skill_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list(
        self,
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
    ) -> AsyncPaginator[Skill, AsyncCursorPage[Skill]]:
        """GET /skills"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order},
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def delete(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> DeletedSkill:
        """DELETE /skills/{skill_id}"""
        return await self._sender.send(
            _DELETE, None, None, (skill_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class SkillsWithRawResponse:
    def __init__(self, skills: Skills) -> None:
        self._skills = skills
        raw = skills._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.update: Final = to_raw_response(raw.update)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)

    @cached_property
    def content(self) -> ContentWithRawResponse:
        from aigpt.openai.resources.skills.content import ContentWithRawResponse

        return ContentWithRawResponse(self._skills.content)

    @cached_property
    def versions(self) -> VersionsWithRawResponse:
        from aigpt.openai.resources.skills.versions.versions import VersionsWithRawResponse

        return VersionsWithRawResponse(self._skills.versions)


class AsyncSkillsWithRawResponse:
    def __init__(self, skills: AsyncSkills) -> None:
        self._skills = skills
        raw = skills._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.update: Final = async_to_raw_response(raw.update)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)

    @cached_property
    def content(self) -> AsyncContentWithRawResponse:
        from aigpt.openai.resources.skills.content import AsyncContentWithRawResponse

        return AsyncContentWithRawResponse(self._skills.content)

    @cached_property
    def versions(self) -> AsyncVersionsWithRawResponse:
        from aigpt.openai.resources.skills.versions.versions import AsyncVersionsWithRawResponse

        return AsyncVersionsWithRawResponse(self._skills.versions)


class SkillsWithStreamingResponse:
    def __init__(self, skills: Skills) -> None:
        self._skills = skills
        streamed = skills._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.update: Final = to_streamed_response(streamed.update)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)

    @cached_property
    def content(self) -> ContentWithStreamingResponse:
        from aigpt.openai.resources.skills.content import ContentWithStreamingResponse

        return ContentWithStreamingResponse(self._skills.content)

    @cached_property
    def versions(self) -> VersionsWithStreamingResponse:
        from aigpt.openai.resources.skills.versions.versions import VersionsWithStreamingResponse

        return VersionsWithStreamingResponse(self._skills.versions)


class AsyncSkillsWithStreamingResponse:
    def __init__(self, skills: AsyncSkills) -> None:
        self._skills = skills
        streamed = skills._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.update: Final = async_to_streamed_response(streamed.update)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)

    @cached_property
    def content(self) -> AsyncContentWithStreamingResponse:
        from aigpt.openai.resources.skills.content import AsyncContentWithStreamingResponse

        return AsyncContentWithStreamingResponse(self._skills.content)

    @cached_property
    def versions(self) -> AsyncVersionsWithStreamingResponse:
        from aigpt.openai.resources.skills.versions.versions import AsyncVersionsWithStreamingResponse

        return AsyncVersionsWithStreamingResponse(self._skills.versions)

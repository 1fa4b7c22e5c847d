# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._compat import deprecated
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
from aigpt.openai._video_helpers import VideoHelpers

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final, Literal

    from aigpt.openai._binary import BinaryContent
    from aigpt.openai._types import Abort, Body, FileTypes, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncConversationCursorPage, AsyncPaginator, SyncConversationCursorPage
    from aigpt.openai.types import video_create_params, video_edit_params, video_extend_params
    from aigpt.openai.types.video import Video
    from aigpt.openai.types.video_create_character_response import VideoCreateCharacterResponse
    from aigpt.openai.types.video_delete_response import VideoDeleteResponse
    from aigpt.openai.types.video_get_character_response import VideoGetCharacterResponse
    from aigpt.openai.types.video_model_param import VideoModelParam
    from aigpt.openai.types.video_seconds import VideoSeconds
    from aigpt.openai.types.video_size import VideoSize

__all__ = ["Videos", "AsyncVideos"]

_CREATE = Endpoint("POST", "/videos", result="video:Video", files=(("input_reference",),), multipart="always")
_RETRIEVE = Endpoint("GET", "/videos/{video_id}", result="video:Video")
_LIST = Endpoint("GET", "/videos", result="video:Video", page="ConversationCursorPage")
_DELETE = Endpoint("DELETE", "/videos/{video_id}", result="video_delete_response:VideoDeleteResponse")
_CREATE_CHARACTER = Endpoint(
    "POST",
    "/videos/characters",
    result="video_create_character_response:VideoCreateCharacterResponse",
    files=(("video",),),
    multipart="always",
)
_DOWNLOAD_CONTENT = Endpoint("GET", "/videos/{video_id}/content", binary=True, headers={"Accept": "application/binary"})
_EDIT = Endpoint("POST", "/videos/edits", result="video:Video", files=(("video",),), multipart="always")
_EXTEND = Endpoint("POST", "/videos/extensions", result="video:Video", files=(("video",),), multipart="always")
_GET_CHARACTER = Endpoint(
    "GET", "/videos/characters/{character_id}", result="video_get_character_response:VideoGetCharacterResponse"
)
_REMIX = Endpoint("POST", "/videos/{video_id}/remix", result="video:Video")


class Videos(VideoHelpers, SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> VideosWithRawResponse:
        return VideosWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> VideosWithStreamingResponse:
        return VideosWithStreamingResponse(self)

    @deprecated("POST /videos: the API drops videos on 2026-09-24")
    def create(
        self,
        *,
        prompt: str,
        input_reference: video_create_params.InputReference | Omit = omit,
        model: VideoModelParam | Omit = omit,
        seconds: VideoSeconds | Omit = omit,
        size: VideoSize | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """POST /videos"""
        return self._sender.send(
            _CREATE,
            {"prompt": prompt, "input_reference": input_reference, "model": model, "seconds": seconds, "size": size},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("GET /videos/{video_id}: the API drops videos on 2026-09-24")
    def retrieve(
        self,
        video_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """GET /videos/{video_id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (video_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    @deprecated("GET /videos: the API drops videos on 2026-09-24")
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
    ) -> SyncConversationCursorPage[Video]:
        """GET /videos"""
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

    @deprecated("DELETE /videos/{video_id}: the API drops videos on 2026-09-24")
    def delete(
        self,
        video_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VideoDeleteResponse:
        """DELETE /videos/{video_id}"""
        return self._sender.send(
            _DELETE, None, None, (video_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    @deprecated("POST /videos/characters: the API drops videos on 2026-09-24")
    def create_character(
        self,
        *,
        name: str,
        video: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VideoCreateCharacterResponse:
        """POST /videos/characters"""
        return self._sender.send(
            _CREATE_CHARACTER,
            {"name": name, "video": video},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("GET /videos/{video_id}/content: the API drops videos on 2026-09-24")
    def download_content(
        self,
        video_id: str,
        *,
        variant: Literal["video", "thumbnail", "spritesheet"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> BinaryContent:
        """GET /videos/{video_id}/content"""
        return self._sender.send(
            _DOWNLOAD_CONTENT,
            None,
            {"variant": variant},
            (video_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("POST /videos/edits: the API drops videos on 2026-09-24")
    def edit(
        self,
        *,
        prompt: str,
        video: video_edit_params.Video,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """POST /videos/edits"""
        return self._sender.send(
            _EDIT,
            {"prompt": prompt, "video": video},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("POST /videos/extensions: the API drops videos on 2026-09-24")
    def extend(
        self,
        *,
        prompt: str,
        seconds: VideoSeconds,
        video: video_extend_params.Video,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """POST /videos/extensions"""
        return self._sender.send(
            _EXTEND,
            {"prompt": prompt, "seconds": seconds, "video": video},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("GET /videos/characters/{character_id}: the API drops videos on 2026-09-24")
    def get_character(
        self,
        character_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VideoGetCharacterResponse:
        """GET /videos/characters/{character_id}"""
        return self._sender.send(
            _GET_CHARACTER,
            None,
            None,
            (character_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("POST /videos/{video_id}/remix: the API drops videos on 2026-09-24")
    def remix(
        self,
        video_id: str,
        *,
        prompt: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """POST /videos/{video_id}/remix"""
        return self._sender.send(
            _REMIX,
            {"prompt": prompt},
            None,
            (video_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("create_and_poll(): the API drops videos on 2026-09-24")
    def create_and_poll(
        self,
        *,
        prompt: str,
        input_reference: video_create_params.InputReference | Omit = omit,
        model: VideoModelParam | Omit = omit,
        seconds: VideoSeconds | Omit = omit,
        size: VideoSize | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[Video], object] | None = None,
    ) -> Video:
        """Create a video, and return it when it is completed or has failed.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return self._create_and_poll(
            {
                "prompt": prompt,
                "input_reference": input_reference,
                "model": model,
                "seconds": seconds,
                "size": size,
                "poll_interval_ms": poll_interval_ms,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "timeout": timeout,
            },
            deadline,
            abort,
            on_progress,
        )

    @deprecated("poll(): the API drops videos on 2026-09-24")
    def poll(
        self,
        video_id: str,
        *,
        poll_interval_ms: int | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[Video], object] | None = None,
    ) -> Video:
        """Return the video when it is completed or has failed.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return self._poll({"video_id": video_id, "poll_interval_ms": poll_interval_ms}, deadline, abort, on_progress)


class AsyncVideos(VideoHelpers, AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncVideosWithRawResponse:
        return AsyncVideosWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncVideosWithStreamingResponse:
        return AsyncVideosWithStreamingResponse(self)

    @deprecated("POST /videos: the API drops videos on 2026-09-24")
    async def create(
        self,
        *,
        prompt: str,
        input_reference: video_create_params.InputReference | Omit = omit,
        model: VideoModelParam | Omit = omit,
        seconds: VideoSeconds | Omit = omit,
        size: VideoSize | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """POST /videos"""
        return await self._sender.send(
            _CREATE,
            {"prompt": prompt, "input_reference": input_reference, "model": model, "seconds": seconds, "size": size},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("GET /videos/{video_id}: the API drops videos on 2026-09-24")
    async def retrieve(
        self,
        video_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """GET /videos/{video_id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (video_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    @deprecated("GET /videos: the API drops videos on 2026-09-24")
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
    ) -> AsyncPaginator[Video, AsyncConversationCursorPage[Video]]:
        """GET /videos"""
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

    @deprecated("DELETE /videos/{video_id}: the API drops videos on 2026-09-24")
    async def delete(
        self,
        video_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VideoDeleteResponse:
        """DELETE /videos/{video_id}"""
        return await self._sender.send(
            _DELETE, None, None, (video_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    @deprecated("POST /videos/characters: the API drops videos on 2026-09-24")
    async def create_character(
        self,
        *,
        name: str,
        video: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VideoCreateCharacterResponse:
        """POST /videos/characters"""
        return await self._sender.send(
            _CREATE_CHARACTER,
            {"name": name, "video": video},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("GET /videos/{video_id}/content: the API drops videos on 2026-09-24")
    async def download_content(
        self,
        video_id: str,
        *,
        variant: Literal["video", "thumbnail", "spritesheet"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> BinaryContent:
        """GET /videos/{video_id}/content"""
        return await self._sender.send(
            _DOWNLOAD_CONTENT,
            None,
            {"variant": variant},
            (video_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("POST /videos/edits: the API drops videos on 2026-09-24")
    async def edit(
        self,
        *,
        prompt: str,
        video: video_edit_params.Video,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """POST /videos/edits"""
        return await self._sender.send(
            _EDIT,
            {"prompt": prompt, "video": video},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("POST /videos/extensions: the API drops videos on 2026-09-24")
    async def extend(
        self,
        *,
        prompt: str,
        seconds: VideoSeconds,
        video: video_extend_params.Video,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """POST /videos/extensions"""
        return await self._sender.send(
            _EXTEND,
            {"prompt": prompt, "seconds": seconds, "video": video},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("GET /videos/characters/{character_id}: the API drops videos on 2026-09-24")
    async def get_character(
        self,
        character_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VideoGetCharacterResponse:
        """GET /videos/characters/{character_id}"""
        return await self._sender.send(
            _GET_CHARACTER,
            None,
            None,
            (character_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("POST /videos/{video_id}/remix: the API drops videos on 2026-09-24")
    async def remix(
        self,
        video_id: str,
        *,
        prompt: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Video:
        """POST /videos/{video_id}/remix"""
        return await self._sender.send(
            _REMIX,
            {"prompt": prompt},
            None,
            (video_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("create_and_poll(): the API drops videos on 2026-09-24")
    async def create_and_poll(
        self,
        *,
        prompt: str,
        input_reference: video_create_params.InputReference | Omit = omit,
        model: VideoModelParam | Omit = omit,
        seconds: VideoSeconds | Omit = omit,
        size: VideoSize | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[Video], object] | None = None,
    ) -> Video:
        """Create a video, and return it when it is completed or has failed.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return await self._create_and_poll(
            {
                "prompt": prompt,
                "input_reference": input_reference,
                "model": model,
                "seconds": seconds,
                "size": size,
                "poll_interval_ms": poll_interval_ms,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "timeout": timeout,
            },
            deadline,
            abort,
            on_progress,
        )

    @deprecated("poll(): the API drops videos on 2026-09-24")
    async def poll(
        self,
        video_id: str,
        *,
        poll_interval_ms: int | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[Video], object] | None = None,
    ) -> Video:
        """Return the video when it is completed or has failed.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return await self._poll(
            {"video_id": video_id, "poll_interval_ms": poll_interval_ms}, deadline, abort, on_progress
        )


class VideosWithRawResponse:
    def __init__(self, videos: Videos) -> None:
        self._videos = videos
        raw = videos._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)
        self.create_character: Final = to_raw_response(raw.create_character)
        self.download_content: Final = to_raw_response(raw.download_content)
        self.edit: Final = to_raw_response(raw.edit)
        self.extend: Final = to_raw_response(raw.extend)
        self.get_character: Final = to_raw_response(raw.get_character)
        self.remix: Final = to_raw_response(raw.remix)


class AsyncVideosWithRawResponse:
    def __init__(self, videos: AsyncVideos) -> None:
        self._videos = videos
        raw = videos._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)
        self.create_character: Final = async_to_raw_response(raw.create_character)
        self.download_content: Final = async_to_raw_response(raw.download_content)
        self.edit: Final = async_to_raw_response(raw.edit)
        self.extend: Final = async_to_raw_response(raw.extend)
        self.get_character: Final = async_to_raw_response(raw.get_character)
        self.remix: Final = async_to_raw_response(raw.remix)


class VideosWithStreamingResponse:
    def __init__(self, videos: Videos) -> None:
        self._videos = videos
        streamed = videos._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)
        self.create_character: Final = to_streamed_response(streamed.create_character)
        self.download_content: Final = to_streamed_response(streamed.download_content)
        self.edit: Final = to_streamed_response(streamed.edit)
        self.extend: Final = to_streamed_response(streamed.extend)
        self.get_character: Final = to_streamed_response(streamed.get_character)
        self.remix: Final = to_streamed_response(streamed.remix)


class AsyncVideosWithStreamingResponse:
    def __init__(self, videos: AsyncVideos) -> None:
        self._videos = videos
        streamed = videos._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)
        self.create_character: Final = async_to_streamed_response(streamed.create_character)
        self.download_content: Final = async_to_streamed_response(streamed.download_content)
        self.edit: Final = async_to_streamed_response(streamed.edit)
        self.extend: Final = async_to_streamed_response(streamed.extend)
        self.get_character: Final = async_to_streamed_response(streamed.get_character)
        self.remix: Final = async_to_streamed_response(streamed.remix)

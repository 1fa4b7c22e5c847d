# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_content_part_image_param import ChatCompletionContentPartImageParam
    from aigpt.openai.types.chat.chat_completion_content_part_input_audio_param import (
        ChatCompletionContentPartInputAudioParam,
    )
    from aigpt.openai.types.chat.chat_completion_content_part_text_param import ChatCompletionContentPartTextParam

__all__ = ["ChatCompletionContentPartParam", "File", "FileFile", "FilePromptCacheBreakpoint"]


class FileFile(TypedDict, total=False):
    file_data: str
    file_id: str
    filename: str


class FilePromptCacheBreakpoint(TypedDict, total=False):
    mode: Required[Literal["explicit"]]
    ttl: Literal["30m", "12h"]


class File(TypedDict, total=False):
    file: Required[FileFile]
    type: Required[Literal["file"]]
    prompt_cache_breakpoint: FilePromptCacheBreakpoint


ChatCompletionContentPartParam: TypeAlias = """
Union[ChatCompletionContentPartTextParam, ChatCompletionContentPartImageParam,
ChatCompletionContentPartInputAudioParam, File]
"""
postpone(
    __name__,
    homes={
        "ChatCompletionContentPartImageParam": "chat.chat_completion_content_part_image_param",
        "ChatCompletionContentPartInputAudioParam": "chat.chat_completion_content_part_input_audio_param",
        "ChatCompletionContentPartTextParam": "chat.chat_completion_content_part_text_param",
    },
    aliases={"ChatCompletionContentPartParam": {}},
)

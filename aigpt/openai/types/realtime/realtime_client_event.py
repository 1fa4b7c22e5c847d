# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai.types.realtime.conversation_item_create_event import ConversationItemCreateEvent
from aigpt.openai.types.realtime.conversation_item_delete_event import ConversationItemDeleteEvent
from aigpt.openai.types.realtime.conversation_item_retrieve_event import ConversationItemRetrieveEvent
from aigpt.openai.types.realtime.conversation_item_truncate_event import ConversationItemTruncateEvent
from aigpt.openai.types.realtime.input_audio_buffer_append_event import InputAudioBufferAppendEvent
from aigpt.openai.types.realtime.input_audio_buffer_clear_event import InputAudioBufferClearEvent
from aigpt.openai.types.realtime.input_audio_buffer_commit_event import InputAudioBufferCommitEvent
from aigpt.openai.types.realtime.output_audio_buffer_clear_event import OutputAudioBufferClearEvent
from aigpt.openai.types.realtime.response_cancel_event import ResponseCancelEvent
from aigpt.openai.types.realtime.response_create_event import ResponseCreateEvent
from aigpt.openai.types.realtime.session_update_event import SessionUpdateEvent

__all__ = ["RealtimeClientEvent"]

RealtimeClientEvent: TypeAlias = Annotated[
    Union[
        ConversationItemCreateEvent,
        ConversationItemDeleteEvent,
        ConversationItemRetrieveEvent,
        ConversationItemTruncateEvent,
        InputAudioBufferAppendEvent,
        InputAudioBufferClearEvent,
        OutputAudioBufferClearEvent,
        InputAudioBufferCommitEvent,
        ResponseCancelEvent,
        ResponseCreateEvent,
        SessionUpdateEvent,
    ],
    PropertyInfo(discriminator="type"),
]

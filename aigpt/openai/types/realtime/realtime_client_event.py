# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
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

RealtimeClientEvent: TypeAlias = """
Annotated[Union[ConversationItemCreateEvent, ConversationItemDeleteEvent,
ConversationItemRetrieveEvent, ConversationItemTruncateEvent, InputAudioBufferAppendEvent,
InputAudioBufferClearEvent, OutputAudioBufferClearEvent, InputAudioBufferCommitEvent,
ResponseCancelEvent, ResponseCreateEvent, SessionUpdateEvent], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ConversationItemCreateEvent": "realtime.conversation_item_create_event",
        "ConversationItemDeleteEvent": "realtime.conversation_item_delete_event",
        "ConversationItemRetrieveEvent": "realtime.conversation_item_retrieve_event",
        "ConversationItemTruncateEvent": "realtime.conversation_item_truncate_event",
        "InputAudioBufferAppendEvent": "realtime.input_audio_buffer_append_event",
        "InputAudioBufferClearEvent": "realtime.input_audio_buffer_clear_event",
        "InputAudioBufferCommitEvent": "realtime.input_audio_buffer_commit_event",
        "OutputAudioBufferClearEvent": "realtime.output_audio_buffer_clear_event",
        "ResponseCancelEvent": "realtime.response_cancel_event",
        "ResponseCreateEvent": "realtime.response_create_event",
        "SessionUpdateEvent": "realtime.session_update_event",
    },
    aliases={
        "RealtimeClientEvent": {
            "conversation.item.create": "ConversationItemCreateEvent",
            "conversation.item.delete": "ConversationItemDeleteEvent",
            "conversation.item.retrieve": "ConversationItemRetrieveEvent",
            "conversation.item.truncate": "ConversationItemTruncateEvent",
            "input_audio_buffer.append": "InputAudioBufferAppendEvent",
            "input_audio_buffer.clear": "InputAudioBufferClearEvent",
            "output_audio_buffer.clear": "OutputAudioBufferClearEvent",
            "input_audio_buffer.commit": "InputAudioBufferCommitEvent",
            "response.cancel": "ResponseCancelEvent",
            "response.create": "ResponseCreateEvent",
            "session.update": "SessionUpdateEvent",
        }
    },
)

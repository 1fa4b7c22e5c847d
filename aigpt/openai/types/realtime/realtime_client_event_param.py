# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.conversation_item_create_event_param import ConversationItemCreateEventParam
    from aigpt.openai.types.realtime.conversation_item_delete_event_param import ConversationItemDeleteEventParam
    from aigpt.openai.types.realtime.conversation_item_retrieve_event_param import ConversationItemRetrieveEventParam
    from aigpt.openai.types.realtime.conversation_item_truncate_event_param import ConversationItemTruncateEventParam
    from aigpt.openai.types.realtime.input_audio_buffer_append_event_param import InputAudioBufferAppendEventParam
    from aigpt.openai.types.realtime.input_audio_buffer_clear_event_param import InputAudioBufferClearEventParam
    from aigpt.openai.types.realtime.input_audio_buffer_commit_event_param import InputAudioBufferCommitEventParam
    from aigpt.openai.types.realtime.output_audio_buffer_clear_event_param import OutputAudioBufferClearEventParam
    from aigpt.openai.types.realtime.response_cancel_event_param import ResponseCancelEventParam
    from aigpt.openai.types.realtime.response_create_event_param import ResponseCreateEventParam
    from aigpt.openai.types.realtime.session_update_event_param import SessionUpdateEventParam

__all__ = ["RealtimeClientEventParam"]

RealtimeClientEventParam: TypeAlias = """
Union[ConversationItemCreateEventParam, ConversationItemDeleteEventParam,
ConversationItemRetrieveEventParam, ConversationItemTruncateEventParam,
InputAudioBufferAppendEventParam, InputAudioBufferClearEventParam, OutputAudioBufferClearEventParam,
InputAudioBufferCommitEventParam, ResponseCancelEventParam, ResponseCreateEventParam,
SessionUpdateEventParam]
"""
postpone(
    __name__,
    homes={
        "ConversationItemCreateEventParam": "realtime.conversation_item_create_event_param",
        "ConversationItemDeleteEventParam": "realtime.conversation_item_delete_event_param",
        "ConversationItemRetrieveEventParam": "realtime.conversation_item_retrieve_event_param",
        "ConversationItemTruncateEventParam": "realtime.conversation_item_truncate_event_param",
        "InputAudioBufferAppendEventParam": "realtime.input_audio_buffer_append_event_param",
        "InputAudioBufferClearEventParam": "realtime.input_audio_buffer_clear_event_param",
        "InputAudioBufferCommitEventParam": "realtime.input_audio_buffer_commit_event_param",
        "OutputAudioBufferClearEventParam": "realtime.output_audio_buffer_clear_event_param",
        "ResponseCancelEventParam": "realtime.response_cancel_event_param",
        "ResponseCreateEventParam": "realtime.response_create_event_param",
        "SessionUpdateEventParam": "realtime.session_update_event_param",
    },
    aliases={"RealtimeClientEventParam": {}},
)

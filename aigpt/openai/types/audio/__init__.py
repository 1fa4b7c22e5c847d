# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.audio import speech_create_params as speech_create_params
    from aigpt.openai.types.audio import speech_model as speech_model
    from aigpt.openai.types.audio import transcription as transcription
    from aigpt.openai.types.audio import transcription_create_params as transcription_create_params
    from aigpt.openai.types.audio import transcription_create_response as transcription_create_response
    from aigpt.openai.types.audio import transcription_diarized as transcription_diarized
    from aigpt.openai.types.audio import transcription_diarized_segment as transcription_diarized_segment
    from aigpt.openai.types.audio import transcription_include as transcription_include
    from aigpt.openai.types.audio import transcription_language as transcription_language
    from aigpt.openai.types.audio import transcription_segment as transcription_segment
    from aigpt.openai.types.audio import transcription_stream_event as transcription_stream_event
    from aigpt.openai.types.audio import transcription_text_delta_event as transcription_text_delta_event
    from aigpt.openai.types.audio import transcription_text_done_event as transcription_text_done_event
    from aigpt.openai.types.audio import transcription_text_segment_event as transcription_text_segment_event
    from aigpt.openai.types.audio import transcription_verbose as transcription_verbose
    from aigpt.openai.types.audio import transcription_word as transcription_word
    from aigpt.openai.types.audio import translation as translation
    from aigpt.openai.types.audio import translation_create_params as translation_create_params
    from aigpt.openai.types.audio import translation_create_response as translation_create_response
    from aigpt.openai.types.audio import translation_verbose as translation_verbose
    from aigpt.openai.types.audio import voice as voice
    from aigpt.openai.types.audio import voice_consent as voice_consent
    from aigpt.openai.types.audio import voice_consent_create_params as voice_consent_create_params
    from aigpt.openai.types.audio import voice_consent_deleted as voice_consent_deleted
    from aigpt.openai.types.audio import voice_consent_list_params as voice_consent_list_params
    from aigpt.openai.types.audio import voice_consent_update_params as voice_consent_update_params
    from aigpt.openai.types.audio import voice_create_params as voice_create_params
    from aigpt.openai.types.audio import voice_deleted as voice_deleted
    from aigpt.openai.types.audio.speech_create_params import SpeechCreateParams
    from aigpt.openai.types.audio.speech_model import SpeechModel
    from aigpt.openai.types.audio.transcription import Transcription
    from aigpt.openai.types.audio.transcription_create_params import TranscriptionCreateParams
    from aigpt.openai.types.audio.transcription_create_response import TranscriptionCreateResponse
    from aigpt.openai.types.audio.transcription_diarized import TranscriptionDiarized
    from aigpt.openai.types.audio.transcription_diarized_segment import TranscriptionDiarizedSegment
    from aigpt.openai.types.audio.transcription_include import TranscriptionInclude
    from aigpt.openai.types.audio.transcription_language import TranscriptionLanguage
    from aigpt.openai.types.audio.transcription_segment import TranscriptionSegment
    from aigpt.openai.types.audio.transcription_stream_event import TranscriptionStreamEvent
    from aigpt.openai.types.audio.transcription_text_delta_event import TranscriptionTextDeltaEvent
    from aigpt.openai.types.audio.transcription_text_done_event import TranscriptionTextDoneEvent
    from aigpt.openai.types.audio.transcription_text_segment_event import TranscriptionTextSegmentEvent
    from aigpt.openai.types.audio.transcription_verbose import TranscriptionVerbose
    from aigpt.openai.types.audio.transcription_word import TranscriptionWord
    from aigpt.openai.types.audio.translation import Translation
    from aigpt.openai.types.audio.translation_create_params import TranslationCreateParams
    from aigpt.openai.types.audio.translation_create_response import TranslationCreateResponse
    from aigpt.openai.types.audio.translation_verbose import TranslationVerbose
    from aigpt.openai.types.audio.voice import Voice
    from aigpt.openai.types.audio.voice_consent import VoiceConsent
    from aigpt.openai.types.audio.voice_consent_create_params import VoiceConsentCreateParams
    from aigpt.openai.types.audio.voice_consent_deleted import VoiceConsentDeleted
    from aigpt.openai.types.audio.voice_consent_list_params import VoiceConsentListParams
    from aigpt.openai.types.audio.voice_consent_update_params import VoiceConsentUpdateParams
    from aigpt.openai.types.audio.voice_create_params import VoiceCreateParams
    from aigpt.openai.types.audio.voice_deleted import VoiceDeleted

__all__ = [
    "SpeechCreateParams",
    "SpeechModel",
    "Transcription",
    "TranscriptionCreateParams",
    "TranscriptionCreateResponse",
    "TranscriptionDiarized",
    "TranscriptionDiarizedSegment",
    "TranscriptionInclude",
    "TranscriptionLanguage",
    "TranscriptionSegment",
    "TranscriptionStreamEvent",
    "TranscriptionTextDeltaEvent",
    "TranscriptionTextDoneEvent",
    "TranscriptionTextSegmentEvent",
    "TranscriptionVerbose",
    "TranscriptionWord",
    "Translation",
    "TranslationCreateParams",
    "TranslationCreateResponse",
    "TranslationVerbose",
    "Voice",
    "VoiceConsent",
    "VoiceConsentCreateParams",
    "VoiceConsentDeleted",
    "VoiceConsentListParams",
    "VoiceConsentUpdateParams",
    "VoiceCreateParams",
    "VoiceDeleted",
]

_HOMES = {
    "SpeechCreateParams": "aigpt.openai.types.audio.speech_create_params",
    "SpeechModel": "aigpt.openai.types.audio.speech_model",
    "Transcription": "aigpt.openai.types.audio.transcription",
    "TranscriptionCreateParams": "aigpt.openai.types.audio.transcription_create_params",
    "TranscriptionCreateResponse": "aigpt.openai.types.audio.transcription_create_response",
    "TranscriptionDiarized": "aigpt.openai.types.audio.transcription_diarized",
    "TranscriptionDiarizedSegment": "aigpt.openai.types.audio.transcription_diarized_segment",
    "TranscriptionInclude": "aigpt.openai.types.audio.transcription_include",
    "TranscriptionLanguage": "aigpt.openai.types.audio.transcription_language",
    "TranscriptionSegment": "aigpt.openai.types.audio.transcription_segment",
    "TranscriptionStreamEvent": "aigpt.openai.types.audio.transcription_stream_event",
    "TranscriptionTextDeltaEvent": "aigpt.openai.types.audio.transcription_text_delta_event",
    "TranscriptionTextDoneEvent": "aigpt.openai.types.audio.transcription_text_done_event",
    "TranscriptionTextSegmentEvent": "aigpt.openai.types.audio.transcription_text_segment_event",
    "TranscriptionVerbose": "aigpt.openai.types.audio.transcription_verbose",
    "TranscriptionWord": "aigpt.openai.types.audio.transcription_word",
    "Translation": "aigpt.openai.types.audio.translation",
    "TranslationCreateParams": "aigpt.openai.types.audio.translation_create_params",
    "TranslationCreateResponse": "aigpt.openai.types.audio.translation_create_response",
    "TranslationVerbose": "aigpt.openai.types.audio.translation_verbose",
    "Voice": "aigpt.openai.types.audio.voice",
    "VoiceConsent": "aigpt.openai.types.audio.voice_consent",
    "VoiceConsentCreateParams": "aigpt.openai.types.audio.voice_consent_create_params",
    "VoiceConsentDeleted": "aigpt.openai.types.audio.voice_consent_deleted",
    "VoiceConsentListParams": "aigpt.openai.types.audio.voice_consent_list_params",
    "VoiceConsentUpdateParams": "aigpt.openai.types.audio.voice_consent_update_params",
    "VoiceCreateParams": "aigpt.openai.types.audio.voice_create_params",
    "VoiceDeleted": "aigpt.openai.types.audio.voice_deleted",
}
_SUBMODULES: tuple[str, ...] = (
    "speech_create_params",
    "speech_model",
    "transcription",
    "transcription_create_params",
    "transcription_create_response",
    "transcription_diarized",
    "transcription_diarized_segment",
    "transcription_include",
    "transcription_language",
    "transcription_segment",
    "transcription_stream_event",
    "transcription_text_delta_event",
    "transcription_text_done_event",
    "transcription_text_segment_event",
    "transcription_verbose",
    "transcription_word",
    "translation",
    "translation_create_params",
    "translation_create_response",
    "translation_verbose",
    "voice",
    "voice_consent",
    "voice_consent_create_params",
    "voice_consent_deleted",
    "voice_consent_list_params",
    "voice_consent_update_params",
    "voice_create_params",
    "voice_deleted",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

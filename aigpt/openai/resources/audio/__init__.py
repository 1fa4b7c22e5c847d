# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.audio import audio as audio
    from aigpt.openai.resources.audio import speech as speech
    from aigpt.openai.resources.audio import transcriptions as transcriptions
    from aigpt.openai.resources.audio import translations as translations
    from aigpt.openai.resources.audio import voice_consents as voice_consents
    from aigpt.openai.resources.audio import voices as voices
    from aigpt.openai.resources.audio.audio import (
        AsyncAudio,
        AsyncAudioWithRawResponse,
        AsyncAudioWithStreamingResponse,
        Audio,
        AudioWithRawResponse,
        AudioWithStreamingResponse,
    )
    from aigpt.openai.resources.audio.speech import (
        AsyncSpeech,
        AsyncSpeechWithRawResponse,
        AsyncSpeechWithStreamingResponse,
        Speech,
        SpeechWithRawResponse,
        SpeechWithStreamingResponse,
    )
    from aigpt.openai.resources.audio.transcriptions import (
        AsyncTranscriptions,
        AsyncTranscriptionsWithRawResponse,
        AsyncTranscriptionsWithStreamingResponse,
        Transcriptions,
        TranscriptionsWithRawResponse,
        TranscriptionsWithStreamingResponse,
    )
    from aigpt.openai.resources.audio.translations import (
        AsyncTranslations,
        AsyncTranslationsWithRawResponse,
        AsyncTranslationsWithStreamingResponse,
        Translations,
        TranslationsWithRawResponse,
        TranslationsWithStreamingResponse,
    )
    from aigpt.openai.resources.audio.voice_consents import (
        AsyncVoiceConsents,
        AsyncVoiceConsentsWithRawResponse,
        AsyncVoiceConsentsWithStreamingResponse,
        VoiceConsents,
        VoiceConsentsWithRawResponse,
        VoiceConsentsWithStreamingResponse,
    )
    from aigpt.openai.resources.audio.voices import (
        AsyncVoices,
        AsyncVoicesWithRawResponse,
        AsyncVoicesWithStreamingResponse,
        Voices,
        VoicesWithRawResponse,
        VoicesWithStreamingResponse,
    )

__all__ = [
    "AsyncAudio",
    "AsyncAudioWithRawResponse",
    "AsyncAudioWithStreamingResponse",
    "AsyncSpeech",
    "AsyncSpeechWithRawResponse",
    "AsyncSpeechWithStreamingResponse",
    "AsyncTranscriptions",
    "AsyncTranscriptionsWithRawResponse",
    "AsyncTranscriptionsWithStreamingResponse",
    "AsyncTranslations",
    "AsyncTranslationsWithRawResponse",
    "AsyncTranslationsWithStreamingResponse",
    "AsyncVoiceConsents",
    "AsyncVoiceConsentsWithRawResponse",
    "AsyncVoiceConsentsWithStreamingResponse",
    "AsyncVoices",
    "AsyncVoicesWithRawResponse",
    "AsyncVoicesWithStreamingResponse",
    "Audio",
    "AudioWithRawResponse",
    "AudioWithStreamingResponse",
    "Speech",
    "SpeechWithRawResponse",
    "SpeechWithStreamingResponse",
    "Transcriptions",
    "TranscriptionsWithRawResponse",
    "TranscriptionsWithStreamingResponse",
    "Translations",
    "TranslationsWithRawResponse",
    "TranslationsWithStreamingResponse",
    "VoiceConsents",
    "VoiceConsentsWithRawResponse",
    "VoiceConsentsWithStreamingResponse",
    "Voices",
    "VoicesWithRawResponse",
    "VoicesWithStreamingResponse",
]

_HOMES = {
    "AsyncAudio": "aigpt.openai.resources.audio.audio",
    "AsyncAudioWithRawResponse": "aigpt.openai.resources.audio.audio",
    "AsyncAudioWithStreamingResponse": "aigpt.openai.resources.audio.audio",
    "AsyncSpeech": "aigpt.openai.resources.audio.speech",
    "AsyncSpeechWithRawResponse": "aigpt.openai.resources.audio.speech",
    "AsyncSpeechWithStreamingResponse": "aigpt.openai.resources.audio.speech",
    "AsyncTranscriptions": "aigpt.openai.resources.audio.transcriptions",
    "AsyncTranscriptionsWithRawResponse": "aigpt.openai.resources.audio.transcriptions",
    "AsyncTranscriptionsWithStreamingResponse": "aigpt.openai.resources.audio.transcriptions",
    "AsyncTranslations": "aigpt.openai.resources.audio.translations",
    "AsyncTranslationsWithRawResponse": "aigpt.openai.resources.audio.translations",
    "AsyncTranslationsWithStreamingResponse": "aigpt.openai.resources.audio.translations",
    "AsyncVoiceConsents": "aigpt.openai.resources.audio.voice_consents",
    "AsyncVoiceConsentsWithRawResponse": "aigpt.openai.resources.audio.voice_consents",
    "AsyncVoiceConsentsWithStreamingResponse": "aigpt.openai.resources.audio.voice_consents",
    "AsyncVoices": "aigpt.openai.resources.audio.voices",
    "AsyncVoicesWithRawResponse": "aigpt.openai.resources.audio.voices",
    "AsyncVoicesWithStreamingResponse": "aigpt.openai.resources.audio.voices",
    "Audio": "aigpt.openai.resources.audio.audio",
    "AudioWithRawResponse": "aigpt.openai.resources.audio.audio",
    "AudioWithStreamingResponse": "aigpt.openai.resources.audio.audio",
    "Speech": "aigpt.openai.resources.audio.speech",
    "SpeechWithRawResponse": "aigpt.openai.resources.audio.speech",
    "SpeechWithStreamingResponse": "aigpt.openai.resources.audio.speech",
    "Transcriptions": "aigpt.openai.resources.audio.transcriptions",
    "TranscriptionsWithRawResponse": "aigpt.openai.resources.audio.transcriptions",
    "TranscriptionsWithStreamingResponse": "aigpt.openai.resources.audio.transcriptions",
    "Translations": "aigpt.openai.resources.audio.translations",
    "TranslationsWithRawResponse": "aigpt.openai.resources.audio.translations",
    "TranslationsWithStreamingResponse": "aigpt.openai.resources.audio.translations",
    "VoiceConsents": "aigpt.openai.resources.audio.voice_consents",
    "VoiceConsentsWithRawResponse": "aigpt.openai.resources.audio.voice_consents",
    "VoiceConsentsWithStreamingResponse": "aigpt.openai.resources.audio.voice_consents",
    "Voices": "aigpt.openai.resources.audio.voices",
    "VoicesWithRawResponse": "aigpt.openai.resources.audio.voices",
    "VoicesWithStreamingResponse": "aigpt.openai.resources.audio.voices",
}
_SUBMODULES: tuple[str, ...] = ("audio", "speech", "transcriptions", "translations", "voice_consents", "voices")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

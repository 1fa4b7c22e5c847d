# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._resource import AsyncAPIResource, SyncAPIResource, cached_property

if TYPE_CHECKING:
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

__all__ = ["Audio", "AsyncAudio"]


class Audio(SyncAPIResource):
    @cached_property
    def transcriptions(self) -> Transcriptions:
        from aigpt.openai.resources.audio.transcriptions import Transcriptions

        return Transcriptions(self._client)

    @cached_property
    def translations(self) -> Translations:
        from aigpt.openai.resources.audio.translations import Translations

        return Translations(self._client)

    @cached_property
    def speech(self) -> Speech:
        from aigpt.openai.resources.audio.speech import Speech

        return Speech(self._client)

    @cached_property
    def voices(self) -> Voices:
        from aigpt.openai.resources.audio.voices import Voices

        return Voices(self._client)

    @cached_property
    def voice_consents(self) -> VoiceConsents:
        from aigpt.openai.resources.audio.voice_consents import VoiceConsents

        return VoiceConsents(self._client)

    @cached_property
    def with_raw_response(self) -> AudioWithRawResponse:
        return AudioWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AudioWithStreamingResponse:
        return AudioWithStreamingResponse(self)


class AsyncAudio(AsyncAPIResource):
    @cached_property
    def transcriptions(self) -> AsyncTranscriptions:
        from aigpt.openai.resources.audio.transcriptions import AsyncTranscriptions

        return AsyncTranscriptions(self._client)

    @cached_property
    def translations(self) -> AsyncTranslations:
        from aigpt.openai.resources.audio.translations import AsyncTranslations

        return AsyncTranslations(self._client)

    @cached_property
    def speech(self) -> AsyncSpeech:
        from aigpt.openai.resources.audio.speech import AsyncSpeech

        return AsyncSpeech(self._client)

    @cached_property
    def voices(self) -> AsyncVoices:
        from aigpt.openai.resources.audio.voices import AsyncVoices

        return AsyncVoices(self._client)

    @cached_property
    def voice_consents(self) -> AsyncVoiceConsents:
        from aigpt.openai.resources.audio.voice_consents import AsyncVoiceConsents

        return AsyncVoiceConsents(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncAudioWithRawResponse:
        return AsyncAudioWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAudioWithStreamingResponse:
        return AsyncAudioWithStreamingResponse(self)


class AudioWithRawResponse:
    def __init__(self, audio: Audio) -> None:
        self._audio = audio

    @cached_property
    def transcriptions(self) -> TranscriptionsWithRawResponse:
        from aigpt.openai.resources.audio.transcriptions import TranscriptionsWithRawResponse

        return TranscriptionsWithRawResponse(self._audio.transcriptions)

    @cached_property
    def translations(self) -> TranslationsWithRawResponse:
        from aigpt.openai.resources.audio.translations import TranslationsWithRawResponse

        return TranslationsWithRawResponse(self._audio.translations)

    @cached_property
    def speech(self) -> SpeechWithRawResponse:
        from aigpt.openai.resources.audio.speech import SpeechWithRawResponse

        return SpeechWithRawResponse(self._audio.speech)

    @cached_property
    def voices(self) -> VoicesWithRawResponse:
        from aigpt.openai.resources.audio.voices import VoicesWithRawResponse

        return VoicesWithRawResponse(self._audio.voices)

    @cached_property
    def voice_consents(self) -> VoiceConsentsWithRawResponse:
        from aigpt.openai.resources.audio.voice_consents import VoiceConsentsWithRawResponse

        return VoiceConsentsWithRawResponse(self._audio.voice_consents)


class AsyncAudioWithRawResponse:
    def __init__(self, audio: AsyncAudio) -> None:
        self._audio = audio

    @cached_property
    def transcriptions(self) -> AsyncTranscriptionsWithRawResponse:
        from aigpt.openai.resources.audio.transcriptions import AsyncTranscriptionsWithRawResponse

        return AsyncTranscriptionsWithRawResponse(self._audio.transcriptions)

    @cached_property
    def translations(self) -> AsyncTranslationsWithRawResponse:
        from aigpt.openai.resources.audio.translations import AsyncTranslationsWithRawResponse

        return AsyncTranslationsWithRawResponse(self._audio.translations)

    @cached_property
    def speech(self) -> AsyncSpeechWithRawResponse:
        from aigpt.openai.resources.audio.speech import AsyncSpeechWithRawResponse

        return AsyncSpeechWithRawResponse(self._audio.speech)

    @cached_property
    def voices(self) -> AsyncVoicesWithRawResponse:
        from aigpt.openai.resources.audio.voices import AsyncVoicesWithRawResponse

        return AsyncVoicesWithRawResponse(self._audio.voices)

    @cached_property
    def voice_consents(self) -> AsyncVoiceConsentsWithRawResponse:
        from aigpt.openai.resources.audio.voice_consents import AsyncVoiceConsentsWithRawResponse

        return AsyncVoiceConsentsWithRawResponse(self._audio.voice_consents)


class AudioWithStreamingResponse:
    def __init__(self, audio: Audio) -> None:
        self._audio = audio

    @cached_property
    def transcriptions(self) -> TranscriptionsWithStreamingResponse:
        from aigpt.openai.resources.audio.transcriptions import TranscriptionsWithStreamingResponse

        return TranscriptionsWithStreamingResponse(self._audio.transcriptions)

    @cached_property
    def translations(self) -> TranslationsWithStreamingResponse:
        from aigpt.openai.resources.audio.translations import TranslationsWithStreamingResponse

        return TranslationsWithStreamingResponse(self._audio.translations)

    @cached_property
    def speech(self) -> SpeechWithStreamingResponse:
        from aigpt.openai.resources.audio.speech import SpeechWithStreamingResponse

        return SpeechWithStreamingResponse(self._audio.speech)

    @cached_property
    def voices(self) -> VoicesWithStreamingResponse:
        from aigpt.openai.resources.audio.voices import VoicesWithStreamingResponse

        return VoicesWithStreamingResponse(self._audio.voices)

    @cached_property
    def voice_consents(self) -> VoiceConsentsWithStreamingResponse:
        from aigpt.openai.resources.audio.voice_consents import VoiceConsentsWithStreamingResponse

        return VoiceConsentsWithStreamingResponse(self._audio.voice_consents)


class AsyncAudioWithStreamingResponse:
    def __init__(self, audio: AsyncAudio) -> None:
        self._audio = audio

    @cached_property
    def transcriptions(self) -> AsyncTranscriptionsWithStreamingResponse:
        from aigpt.openai.resources.audio.transcriptions import AsyncTranscriptionsWithStreamingResponse

        return AsyncTranscriptionsWithStreamingResponse(self._audio.transcriptions)

    @cached_property
    def translations(self) -> AsyncTranslationsWithStreamingResponse:
        from aigpt.openai.resources.audio.translations import AsyncTranslationsWithStreamingResponse

        return AsyncTranslationsWithStreamingResponse(self._audio.translations)

    @cached_property
    def speech(self) -> AsyncSpeechWithStreamingResponse:
        from aigpt.openai.resources.audio.speech import AsyncSpeechWithStreamingResponse

        return AsyncSpeechWithStreamingResponse(self._audio.speech)

    @cached_property
    def voices(self) -> AsyncVoicesWithStreamingResponse:
        from aigpt.openai.resources.audio.voices import AsyncVoicesWithStreamingResponse

        return AsyncVoicesWithStreamingResponse(self._audio.voices)

    @cached_property
    def voice_consents(self) -> AsyncVoiceConsentsWithStreamingResponse:
        from aigpt.openai.resources.audio.voice_consents import AsyncVoiceConsentsWithStreamingResponse

        return AsyncVoiceConsentsWithStreamingResponse(self._audio.voice_consents)

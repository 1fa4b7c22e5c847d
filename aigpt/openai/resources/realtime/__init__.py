# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.realtime import calls as calls
    from aigpt.openai.resources.realtime import client_secrets as client_secrets
    from aigpt.openai.resources.realtime import realtime as realtime
    from aigpt.openai.resources.realtime import translations as translations
    from aigpt.openai.resources.realtime.calls import (
        AsyncCalls,
        AsyncCallsWithRawResponse,
        AsyncCallsWithStreamingResponse,
        Calls,
        CallsWithRawResponse,
        CallsWithStreamingResponse,
    )
    from aigpt.openai.resources.realtime.client_secrets import (
        AsyncClientSecrets,
        AsyncClientSecretsWithRawResponse,
        AsyncClientSecretsWithStreamingResponse,
        ClientSecrets,
        ClientSecretsWithRawResponse,
        ClientSecretsWithStreamingResponse,
    )
    from aigpt.openai.resources.realtime.realtime import (
        AsyncRealtime,
        AsyncRealtimeWithRawResponse,
        AsyncRealtimeWithStreamingResponse,
        Realtime,
        RealtimeWithRawResponse,
        RealtimeWithStreamingResponse,
    )
    from aigpt.openai.resources.realtime.translations.translations import (
        AsyncTranslations,
        AsyncTranslationsWithRawResponse,
        AsyncTranslationsWithStreamingResponse,
        Translations,
        TranslationsWithRawResponse,
        TranslationsWithStreamingResponse,
    )

__all__ = [
    "AsyncCalls",
    "AsyncCallsWithRawResponse",
    "AsyncCallsWithStreamingResponse",
    "AsyncClientSecrets",
    "AsyncClientSecretsWithRawResponse",
    "AsyncClientSecretsWithStreamingResponse",
    "AsyncRealtime",
    "AsyncRealtimeWithRawResponse",
    "AsyncRealtimeWithStreamingResponse",
    "AsyncTranslations",
    "AsyncTranslationsWithRawResponse",
    "AsyncTranslationsWithStreamingResponse",
    "Calls",
    "CallsWithRawResponse",
    "CallsWithStreamingResponse",
    "ClientSecrets",
    "ClientSecretsWithRawResponse",
    "ClientSecretsWithStreamingResponse",
    "Realtime",
    "RealtimeWithRawResponse",
    "RealtimeWithStreamingResponse",
    "Translations",
    "TranslationsWithRawResponse",
    "TranslationsWithStreamingResponse",
]

_HOMES = {
    "AsyncCalls": "aigpt.openai.resources.realtime.calls",
    "AsyncCallsWithRawResponse": "aigpt.openai.resources.realtime.calls",
    "AsyncCallsWithStreamingResponse": "aigpt.openai.resources.realtime.calls",
    "AsyncClientSecrets": "aigpt.openai.resources.realtime.client_secrets",
    "AsyncClientSecretsWithRawResponse": "aigpt.openai.resources.realtime.client_secrets",
    "AsyncClientSecretsWithStreamingResponse": "aigpt.openai.resources.realtime.client_secrets",
    "AsyncRealtime": "aigpt.openai.resources.realtime.realtime",
    "AsyncRealtimeWithRawResponse": "aigpt.openai.resources.realtime.realtime",
    "AsyncRealtimeWithStreamingResponse": "aigpt.openai.resources.realtime.realtime",
    "AsyncTranslations": "aigpt.openai.resources.realtime.translations.translations",
    "AsyncTranslationsWithRawResponse": "aigpt.openai.resources.realtime.translations.translations",
    "AsyncTranslationsWithStreamingResponse": "aigpt.openai.resources.realtime.translations.translations",
    "Calls": "aigpt.openai.resources.realtime.calls",
    "CallsWithRawResponse": "aigpt.openai.resources.realtime.calls",
    "CallsWithStreamingResponse": "aigpt.openai.resources.realtime.calls",
    "ClientSecrets": "aigpt.openai.resources.realtime.client_secrets",
    "ClientSecretsWithRawResponse": "aigpt.openai.resources.realtime.client_secrets",
    "ClientSecretsWithStreamingResponse": "aigpt.openai.resources.realtime.client_secrets",
    "Realtime": "aigpt.openai.resources.realtime.realtime",
    "RealtimeWithRawResponse": "aigpt.openai.resources.realtime.realtime",
    "RealtimeWithStreamingResponse": "aigpt.openai.resources.realtime.realtime",
    "Translations": "aigpt.openai.resources.realtime.translations.translations",
    "TranslationsWithRawResponse": "aigpt.openai.resources.realtime.translations.translations",
    "TranslationsWithStreamingResponse": "aigpt.openai.resources.realtime.translations.translations",
}
_SUBMODULES: tuple[str, ...] = ("calls", "client_secrets", "realtime", "translations")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

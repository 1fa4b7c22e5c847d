# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.realtime.translations import client_secrets as client_secrets
    from aigpt.openai.resources.realtime.translations import translations as translations
    from aigpt.openai.resources.realtime.translations.client_secrets import (
        AsyncClientSecrets,
        AsyncClientSecretsWithRawResponse,
        AsyncClientSecretsWithStreamingResponse,
        ClientSecrets,
        ClientSecretsWithRawResponse,
        ClientSecretsWithStreamingResponse,
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
    "AsyncClientSecrets",
    "AsyncClientSecretsWithRawResponse",
    "AsyncClientSecretsWithStreamingResponse",
    "AsyncTranslations",
    "AsyncTranslationsWithRawResponse",
    "AsyncTranslationsWithStreamingResponse",
    "ClientSecrets",
    "ClientSecretsWithRawResponse",
    "ClientSecretsWithStreamingResponse",
    "Translations",
    "TranslationsWithRawResponse",
    "TranslationsWithStreamingResponse",
]

_HOMES = {
    "AsyncClientSecrets": "aigpt.openai.resources.realtime.translations.client_secrets",
    "AsyncClientSecretsWithRawResponse": "aigpt.openai.resources.realtime.translations.client_secrets",
    "AsyncClientSecretsWithStreamingResponse": "aigpt.openai.resources.realtime.translations.client_secrets",
    "AsyncTranslations": "aigpt.openai.resources.realtime.translations.translations",
    "AsyncTranslationsWithRawResponse": "aigpt.openai.resources.realtime.translations.translations",
    "AsyncTranslationsWithStreamingResponse": "aigpt.openai.resources.realtime.translations.translations",
    "ClientSecrets": "aigpt.openai.resources.realtime.translations.client_secrets",
    "ClientSecretsWithRawResponse": "aigpt.openai.resources.realtime.translations.client_secrets",
    "ClientSecretsWithStreamingResponse": "aigpt.openai.resources.realtime.translations.client_secrets",
    "Translations": "aigpt.openai.resources.realtime.translations.translations",
    "TranslationsWithRawResponse": "aigpt.openai.resources.realtime.translations.translations",
    "TranslationsWithStreamingResponse": "aigpt.openai.resources.realtime.translations.translations",
}
_SUBMODULES: tuple[str, ...] = ("client_secrets", "translations")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

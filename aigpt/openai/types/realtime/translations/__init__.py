# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.translations import client_secret_create_params as client_secret_create_params
    from aigpt.openai.types.realtime.translations.client_secret_create_params import ClientSecretCreateParams

__all__ = ["ClientSecretCreateParams"]

_HOMES = {
    "ClientSecretCreateParams": "aigpt.openai.types.realtime.translations.client_secret_create_params",
}
_SUBMODULES: tuple[str, ...] = ("client_secret_create_params",)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

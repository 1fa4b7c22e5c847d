# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.audio.translation import Translation
    from aigpt.openai.types.audio.translation_verbose import TranslationVerbose

__all__ = ["TranslationCreateResponse"]

TranslationCreateResponse: TypeAlias = "Union[Translation, TranslationVerbose]"
postpone(
    __name__,
    homes={"Translation": "audio.translation", "TranslationVerbose": "audio.translation_verbose"},
    aliases={"TranslationCreateResponse": {}},
)

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.other_file_chunking_strategy_object import OtherFileChunkingStrategyObject
    from aigpt.openai.types.static_file_chunking_strategy_object import StaticFileChunkingStrategyObject

__all__ = ["FileChunkingStrategy"]

FileChunkingStrategy: TypeAlias = """
Annotated[Union[StaticFileChunkingStrategyObject, OtherFileChunkingStrategyObject],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "OtherFileChunkingStrategyObject": "other_file_chunking_strategy_object",
        "StaticFileChunkingStrategyObject": "static_file_chunking_strategy_object",
    },
    aliases={
        "FileChunkingStrategy": {
            "static": "StaticFileChunkingStrategyObject",
            "other": "OtherFileChunkingStrategyObject",
        }
    },
)

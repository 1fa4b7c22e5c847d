# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.auto_file_chunking_strategy_param import AutoFileChunkingStrategyParam
    from aigpt.openai.types.static_file_chunking_strategy_object_param import StaticFileChunkingStrategyObjectParam

__all__ = ["FileChunkingStrategyParam"]

FileChunkingStrategyParam: TypeAlias = "Union[AutoFileChunkingStrategyParam, StaticFileChunkingStrategyObjectParam]"
postpone(
    __name__,
    homes={
        "AutoFileChunkingStrategyParam": "auto_file_chunking_strategy_param",
        "StaticFileChunkingStrategyObjectParam": "static_file_chunking_strategy_object_param",
    },
    aliases={"FileChunkingStrategyParam": {}},
)

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, TypeAlias

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_tools_config_union import RealtimeToolsConfigUnion

__all__ = ["RealtimeToolsConfig"]

RealtimeToolsConfig: TypeAlias = "List[RealtimeToolsConfigUnion]"
postpone(
    __name__,
    homes={"RealtimeToolsConfigUnion": "realtime.realtime_tools_config_union"},
    aliases={"RealtimeToolsConfig": {}},
)

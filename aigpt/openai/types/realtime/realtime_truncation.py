# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_truncation_retention_ratio import RealtimeTruncationRetentionRatio

__all__ = ["RealtimeTruncation"]

RealtimeTruncation: TypeAlias = "Union[Literal['auto', 'disabled'], RealtimeTruncationRetentionRatio]"
postpone(
    __name__,
    homes={"RealtimeTruncationRetentionRatio": "realtime.realtime_truncation_retention_ratio"},
    aliases={"RealtimeTruncation": {}},
)

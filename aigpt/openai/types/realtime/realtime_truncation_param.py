# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_truncation_retention_ratio_param import (
        RealtimeTruncationRetentionRatioParam,
    )

__all__ = ["RealtimeTruncationParam"]

RealtimeTruncationParam: TypeAlias = "Union[Literal['auto', 'disabled'], RealtimeTruncationRetentionRatioParam]"
postpone(
    __name__,
    homes={"RealtimeTruncationRetentionRatioParam": "realtime.realtime_truncation_retention_ratio_param"},
    aliases={"RealtimeTruncationParam": {}},
)

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.shared.comparison_filter import ComparisonFilter

__all__ = ["CompoundFilter", "Filter"]

Filter: TypeAlias = "Union[ComparisonFilter, object]"


class CompoundFilter(BaseModel):
    filters: List[Filter]
    type: Literal["and", "or"]


postpone(__name__, homes={"ComparisonFilter": "shared.comparison_filter"}, aliases={"Filter": {}})

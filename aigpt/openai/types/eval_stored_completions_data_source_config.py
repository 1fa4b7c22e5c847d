# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Literal, Optional

from aigpt.openai._models import BaseModel, Field
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.shared.metadata import Metadata

__all__ = ["EvalStoredCompletionsDataSourceConfig"]


class EvalStoredCompletionsDataSourceConfig(BaseModel):
    schema_: Dict[str, object] = Field(alias="schema")
    type: Literal["stored_completions"]
    metadata: Optional[Metadata] = None


postpone(__name__, homes={"Metadata": "shared.metadata"})

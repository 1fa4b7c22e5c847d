# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.shared.metadata import Metadata

__all__ = ["Thread", "ToolResources", "ToolResourcesCodeInterpreter", "ToolResourcesFileSearch"]


class ToolResourcesCodeInterpreter(BaseModel):
    file_ids: Optional[List[str]] = None


class ToolResourcesFileSearch(BaseModel):
    vector_store_ids: Optional[List[str]] = None


class ToolResources(BaseModel):
    code_interpreter: Optional[ToolResourcesCodeInterpreter] = None
    file_search: Optional[ToolResourcesFileSearch] = None


class Thread(BaseModel):
    id: str
    created_at: int
    metadata: Optional[Metadata] = None
    object: Literal["thread"]
    tool_resources: Optional[ToolResources] = None


postpone(__name__, homes={"Metadata": "shared.metadata"})

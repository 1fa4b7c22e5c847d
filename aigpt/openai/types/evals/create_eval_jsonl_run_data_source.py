# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = ["CreateEvalJSONLRunDataSource", "Source", "SourceFileContent", "SourceFileContentContent", "SourceFileID"]


class SourceFileContentContent(BaseModel):
    item: Dict[str, object]
    sample: Optional[Dict[str, object]] = None


class SourceFileContent(BaseModel):
    content: List[SourceFileContentContent]
    type: Literal["file_content"]


class SourceFileID(BaseModel):
    id: str
    type: Literal["file_id"]


Source: TypeAlias = "Annotated[Union[SourceFileContent, SourceFileID], PropertyInfo(discriminator='type')]"


class CreateEvalJSONLRunDataSource(BaseModel):
    source: Source
    type: Literal["jsonl"]


postpone(__name__, aliases={"Source": {"file_content": "SourceFileContent", "file_id": "SourceFileID"}})

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import List, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

__all__ = ["RealtimeMcpListTools", "Tool"]


class Tool(BaseModel):
    input_schema: object
    name: str
    annotations: Optional[object] = None
    description: Optional[str] = None


class RealtimeMcpListTools(BaseModel):
    server_label: str
    tools: List[Tool]
    type: Literal["mcp_list_tools"]
    id: Optional[str] = None


postpone(__name__)

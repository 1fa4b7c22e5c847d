# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

__all__ = ["AgentSessionActionRequiredWebhookEvent", "Data", "DataRequiredAction"]


class DataRequiredAction(BaseModel):
    type: Literal["computer_use_approval_request", "mcp_approval_request", "function_call", "environment_connection"]


class Data(BaseModel):
    id: str
    required_action: DataRequiredAction


class AgentSessionActionRequiredWebhookEvent(BaseModel):
    id: str
    created_at: int
    data: Data
    object: Literal["event"]
    type: Literal["agent.session.action_required"]


postpone(__name__)

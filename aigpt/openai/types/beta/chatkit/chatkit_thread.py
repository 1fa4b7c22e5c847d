# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = ["ChatKitThread", "Status", "StatusActive", "StatusLocked", "StatusClosed"]


class StatusActive(BaseModel):
    type: Literal["active"]


class StatusLocked(BaseModel):
    reason: Optional[str] = None
    type: Literal["locked"]


class StatusClosed(BaseModel):
    reason: Optional[str] = None
    type: Literal["closed"]


Status: TypeAlias = "Annotated[Union[StatusActive, StatusLocked, StatusClosed], PropertyInfo(discriminator='type')]"


class ChatKitThread(BaseModel):
    id: str
    created_at: int
    object: Literal["chatkit.thread"]
    status: Status
    title: Optional[str] = None
    user: str


postpone(__name__, aliases={"Status": {"active": "StatusActive", "locked": "StatusLocked", "closed": "StatusClosed"}})

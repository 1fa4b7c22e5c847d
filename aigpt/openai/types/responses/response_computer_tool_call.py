# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.computer_action_list import ComputerActionList

__all__ = [
    "ResponseComputerToolCall",
    "PendingSafetyCheck",
    "Action",
    "ActionClick",
    "ActionDoubleClick",
    "ActionDrag",
    "ActionDragPath",
    "ActionKeypress",
    "ActionMove",
    "ActionScreenshot",
    "ActionScroll",
    "ActionType",
    "ActionWait",
]


class PendingSafetyCheck(BaseModel):
    id: str
    code: Optional[str] = None
    message: Optional[str] = None


class ActionClick(BaseModel):
    button: Literal["left", "right", "wheel", "back", "forward"]
    type: Literal["click"]
    x: int
    y: int
    keys: Optional[List[str]] = None


class ActionDoubleClick(BaseModel):
    keys: Optional[List[str]] = None
    type: Literal["double_click"]
    x: int
    y: int


class ActionDragPath(BaseModel):
    x: int
    y: int


class ActionDrag(BaseModel):
    path: List[ActionDragPath]
    type: Literal["drag"]
    keys: Optional[List[str]] = None


class ActionKeypress(BaseModel):
    keys: List[str]
    type: Literal["keypress"]


class ActionMove(BaseModel):
    type: Literal["move"]
    x: int
    y: int
    keys: Optional[List[str]] = None


class ActionScreenshot(BaseModel):
    type: Literal["screenshot"]


class ActionScroll(BaseModel):
    scroll_x: int
    scroll_y: int
    type: Literal["scroll"]
    x: int
    y: int
    keys: Optional[List[str]] = None


class ActionType(BaseModel):
    text: str
    type: Literal["type"]


class ActionWait(BaseModel):
    type: Literal["wait"]


Action: TypeAlias = """
Annotated[Union[ActionClick, ActionDoubleClick, ActionDrag, ActionKeypress, ActionMove,
ActionScreenshot, ActionScroll, ActionType, ActionWait], PropertyInfo(discriminator='type')]
"""


class ResponseComputerToolCall(BaseModel):
    id: str
    call_id: str
    pending_safety_checks: List[PendingSafetyCheck]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["computer_call"]
    action: Optional[Action] = None
    actions: Optional[ComputerActionList] = None


postpone(
    __name__,
    homes={"ComputerActionList": "responses.computer_action_list"},
    aliases={
        "Action": {
            "click": "ActionClick",
            "double_click": "ActionDoubleClick",
            "drag": "ActionDrag",
            "keypress": "ActionKeypress",
            "move": "ActionMove",
            "screenshot": "ActionScreenshot",
            "scroll": "ActionScroll",
            "type": "ActionType",
            "wait": "ActionWait",
        }
    },
)

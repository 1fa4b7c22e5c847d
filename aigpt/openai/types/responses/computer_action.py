# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = [
    "ComputerAction",
    "Click",
    "DoubleClick",
    "Drag",
    "DragPath",
    "Keypress",
    "Move",
    "Screenshot",
    "Scroll",
    "Type",
    "Wait",
]


class Click(BaseModel):
    button: Literal["left", "right", "wheel", "back", "forward"]
    type: Literal["click"]
    x: int
    y: int
    keys: Optional[List[str]] = None


class DoubleClick(BaseModel):
    keys: Optional[List[str]] = None
    type: Literal["double_click"]
    x: int
    y: int


class DragPath(BaseModel):
    x: int
    y: int


class Drag(BaseModel):
    path: List[DragPath]
    type: Literal["drag"]
    keys: Optional[List[str]] = None


class Keypress(BaseModel):
    keys: List[str]
    type: Literal["keypress"]


class Move(BaseModel):
    type: Literal["move"]
    x: int
    y: int
    keys: Optional[List[str]] = None


class Screenshot(BaseModel):
    type: Literal["screenshot"]


class Scroll(BaseModel):
    scroll_x: int
    scroll_y: int
    type: Literal["scroll"]
    x: int
    y: int
    keys: Optional[List[str]] = None


class Type(BaseModel):
    text: str
    type: Literal["type"]


class Wait(BaseModel):
    type: Literal["wait"]


ComputerAction: TypeAlias = """
Annotated[Union[Click, DoubleClick, Drag, Keypress, Move, Screenshot, Scroll, Type, Wait],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    aliases={
        "ComputerAction": {
            "click": "Click",
            "double_click": "DoubleClick",
            "drag": "Drag",
            "keypress": "Keypress",
            "move": "Move",
            "screenshot": "Screenshot",
            "scroll": "Scroll",
            "type": "Type",
            "wait": "Wait",
        }
    },
)

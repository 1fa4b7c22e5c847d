# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.chatkit.chatkit_thread_assistant_message_item import ChatKitThreadAssistantMessageItem
    from aigpt.openai.types.beta.chatkit.chatkit_thread_user_message_item import ChatKitThreadUserMessageItem
    from aigpt.openai.types.beta.chatkit.chatkit_widget_item import ChatKitWidgetItem

__all__ = [
    "ChatKitThreadItemList",
    "Data",
    "DataChatKitClientToolCall",
    "DataChatKitTask",
    "DataChatKitTaskGroup",
    "DataChatKitTaskGroupTask",
]


class DataChatKitClientToolCall(BaseModel):
    id: str
    arguments: str
    call_id: str
    created_at: int
    name: str
    object: Literal["chatkit.thread_item"]
    output: Optional[str] = None
    status: Literal["in_progress", "completed"]
    thread_id: str
    type: Literal["chatkit.client_tool_call"]


class DataChatKitTask(BaseModel):
    id: str
    created_at: int
    heading: Optional[str] = None
    object: Literal["chatkit.thread_item"]
    summary: Optional[str] = None
    task_type: Literal["custom", "thought"]
    thread_id: str
    type: Literal["chatkit.task"]


class DataChatKitTaskGroupTask(BaseModel):
    heading: Optional[str] = None
    summary: Optional[str] = None
    type: Literal["custom", "thought"]


class DataChatKitTaskGroup(BaseModel):
    id: str
    created_at: int
    object: Literal["chatkit.thread_item"]
    tasks: List[DataChatKitTaskGroupTask]
    thread_id: str
    type: Literal["chatkit.task_group"]


Data: TypeAlias = """
Annotated[Union[ChatKitThreadUserMessageItem, ChatKitThreadAssistantMessageItem, ChatKitWidgetItem,
DataChatKitClientToolCall, DataChatKitTask, DataChatKitTaskGroup],
PropertyInfo(discriminator='type')]
"""


class ChatKitThreadItemList(BaseModel):
    data: List[Data]
    first_id: Optional[str] = None
    has_more: bool
    last_id: Optional[str] = None
    object: Literal["list"]


postpone(
    __name__,
    homes={
        "ChatKitThreadAssistantMessageItem": "beta.chatkit.chatkit_thread_assistant_message_item",
        "ChatKitThreadUserMessageItem": "beta.chatkit.chatkit_thread_user_message_item",
        "ChatKitWidgetItem": "beta.chatkit.chatkit_widget_item",
    },
    aliases={
        "Data": {
            "chatkit.user_message": "ChatKitThreadUserMessageItem",
            "chatkit.assistant_message": "ChatKitThreadAssistantMessageItem",
            "chatkit.widget": "ChatKitWidgetItem",
            "chatkit.client_tool_call": "DataChatKitClientToolCall",
            "chatkit.task": "DataChatKitTask",
            "chatkit.task_group": "DataChatKitTaskGroup",
        }
    },
)

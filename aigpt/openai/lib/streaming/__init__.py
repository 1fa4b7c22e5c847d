"""What openai has in its `lib.streaming`: the event handlers of assistants, and what opens their streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names as _lazy_names

if TYPE_CHECKING:
    from aigpt.openai._assistants import (
        AssistantEventHandler,
        AssistantEventHandlerT,
        AssistantStreamManager,
        AsyncAssistantEventHandler,
        AsyncAssistantEventHandlerT,
        AsyncAssistantStreamManager,
    )

__all__ = [
    "AssistantEventHandler",
    "AssistantEventHandlerT",
    "AssistantStreamManager",
    "AsyncAssistantEventHandler",
    "AsyncAssistantEventHandlerT",
    "AsyncAssistantStreamManager",
]

_HOMES = dict.fromkeys(__all__, "aigpt.openai._assistants")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = _lazy_names(__name__, _HOMES)

"""What openai has in its `lib.streaming`: event handlers of assistants, and the events of `stream` in `chat` and
`responses`."""  # noqa: D205, D209 (one sentence)

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
    from aigpt.openai.lib.streaming import chat as chat
    from aigpt.openai.lib.streaming import responses as responses

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
    __getattr__, __dir__ = _lazy_names(__name__, _HOMES, ("chat", "responses"))

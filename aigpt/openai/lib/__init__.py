"""What openai has in its `lib`: Azure's clients, tools made of pydantic models, event handlers, events of streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names as _lazy_names

if TYPE_CHECKING:
    from aigpt.openai._function_tools import pydantic_function_tool, pydantic_responses_function_tool
    from aigpt.openai.lib import azure as azure
    from aigpt.openai.lib import streaming as streaming

__all__ = ["pydantic_function_tool", "pydantic_responses_function_tool"]

_HOMES = dict.fromkeys(__all__, "aigpt.openai._function_tools")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = _lazy_names(__name__, _HOMES, ("azure", "streaming"))

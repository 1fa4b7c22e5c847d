"""The events and streams of `chat.completions.stream` and `responses.stream`, where openai has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names as _lazy_names

if TYPE_CHECKING:
    from aigpt.openai.lib.streaming import chat as chat
    from aigpt.openai.lib.streaming import responses as responses

__all__: list[str] = []

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = _lazy_names(__name__, {}, ("chat", "responses"))

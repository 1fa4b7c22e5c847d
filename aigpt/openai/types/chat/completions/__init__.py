# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.chat.completions import message_list_params as message_list_params
    from aigpt.openai.types.chat.completions.message_list_params import MessageListParams

__all__ = ["MessageListParams"]

_HOMES = {
    "MessageListParams": "aigpt.openai.types.chat.completions.message_list_params",
}
_SUBMODULES: tuple[str, ...] = ("message_list_params",)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

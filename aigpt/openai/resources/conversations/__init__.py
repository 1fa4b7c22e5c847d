# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.conversations import conversations as conversations
    from aigpt.openai.resources.conversations import items as items
    from aigpt.openai.resources.conversations.conversations import (
        AsyncConversations,
        AsyncConversationsWithRawResponse,
        AsyncConversationsWithStreamingResponse,
        Conversations,
        ConversationsWithRawResponse,
        ConversationsWithStreamingResponse,
    )
    from aigpt.openai.resources.conversations.items import (
        AsyncItems,
        AsyncItemsWithRawResponse,
        AsyncItemsWithStreamingResponse,
        Items,
        ItemsWithRawResponse,
        ItemsWithStreamingResponse,
    )

__all__ = [
    "AsyncConversations",
    "AsyncConversationsWithRawResponse",
    "AsyncConversationsWithStreamingResponse",
    "AsyncItems",
    "AsyncItemsWithRawResponse",
    "AsyncItemsWithStreamingResponse",
    "Conversations",
    "ConversationsWithRawResponse",
    "ConversationsWithStreamingResponse",
    "Items",
    "ItemsWithRawResponse",
    "ItemsWithStreamingResponse",
]

_HOMES = {
    "AsyncConversations": "aigpt.openai.resources.conversations.conversations",
    "AsyncConversationsWithRawResponse": "aigpt.openai.resources.conversations.conversations",
    "AsyncConversationsWithStreamingResponse": "aigpt.openai.resources.conversations.conversations",
    "AsyncItems": "aigpt.openai.resources.conversations.items",
    "AsyncItemsWithRawResponse": "aigpt.openai.resources.conversations.items",
    "AsyncItemsWithStreamingResponse": "aigpt.openai.resources.conversations.items",
    "Conversations": "aigpt.openai.resources.conversations.conversations",
    "ConversationsWithRawResponse": "aigpt.openai.resources.conversations.conversations",
    "ConversationsWithStreamingResponse": "aigpt.openai.resources.conversations.conversations",
    "Items": "aigpt.openai.resources.conversations.items",
    "ItemsWithRawResponse": "aigpt.openai.resources.conversations.items",
    "ItemsWithStreamingResponse": "aigpt.openai.resources.conversations.items",
}
_SUBMODULES: tuple[str, ...] = ("conversations", "items")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Any, Sequence, TypeAlias

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

__all__ = ["SyncWebSocketConnectionOptions", "WebSocketConnectionOptions", "WebsocketConnectionOptions"]


class SyncWebSocketConnectionOptions(TypedDict, total=False):
    extensions: Sequence[Any] | None
    subprotocols: Sequence[str] | None
    compression: str | None
    max_size: int | None
    max_queue: int | None | tuple[int | None, int | None]


class WebSocketConnectionOptions(SyncWebSocketConnectionOptions, total=False):
    write_limit: int | tuple[int, int | None]


WebsocketConnectionOptions: TypeAlias = "WebSocketConnectionOptions"
postpone(__name__, aliases={"WebsocketConnectionOptions": {}})

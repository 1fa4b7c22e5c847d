"""A client that does next to nothing, to see what the server can do: it only counts the answers."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit

from answers import ANSWER
from contenders import AUTHORIZATION

BODY = b'{"input": "What did we decide about the launch date?", "user": "user_123"}'
REQUEST = (
    b"POST /call/recall/run HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: %b\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n%b" % (AUTHORIZATION["Authorization"].encode(), len(BODY), BODY)
)


class Hammer(asyncio.Protocol):
    """Asks again as soon as there is an answer."""

    def __init__(self) -> None:
        self.count = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the first time."""
        self.transport: Any = transport
        self.transport.write(REQUEST)

    def data_received(self, data: bytes) -> None:
        """Count, and ask again."""
        if data.endswith(b"}") and ANSWER.encode() in data:
            self.count += 1
            self.transport.write(REQUEST)


async def hammer(url: str, connections: int, seconds: float) -> int:
    """Return how many answers *connections* got from the server at *url* in so many *seconds*."""
    address = urlsplit(url)
    loop = asyncio.get_running_loop()
    pairs = [await loop.create_connection(Hammer, address.hostname, address.port) for _ in range(connections)]
    await asyncio.sleep(seconds)
    for transport, _ in pairs:
        transport.close()
    return sum(protocol.count for _, protocol in pairs)

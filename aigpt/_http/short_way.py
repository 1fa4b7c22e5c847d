"""The short way of a request: prepared bytes over a connection of aiohttp's pool. For the usual case, and only that."""

from __future__ import annotations

from collections.abc import Awaitable

from aiohttp import ClientResponse, ClientSession, ClientTimeout
from multidict import CIMultiDict

from aigpt._http.aiohttp_internals import Exchange, Sealed, has_short_way, is_replaced
from aigpt._http.log import logger
from aigpt._http.request import Call

_LARGEST_BODY = 1 << 16
_MOST_HEADS = 256
IS_KNOWN = has_short_way()
"""Whether this version of aiohttp has what the short way is made of."""
_told = False


class ShortWay:
    """Sends the calls of one session that need nothing beyond the usual: a body in memory, of 64 KiB at most.

    What the head of a request says is joined once for each route of a client; a call adds its idempotency key, the
    length of its body, and the body. Everything is written at once.
    """

    def __init__(self, session: ClientSession, connect: ClientTimeout) -> None:
        self._session = session
        self._exchange = Exchange(session, connect)

    def takes(self, call: Call[object], timeout: ClientTimeout | None) -> bool:
        """Return whether *call*, with *timeout*, can be sent this way. The `total` of a stream is left to aiohttp."""
        return (
            call.open_body is None
            and (timeout is None or timeout.total is None or call.attempt_timer is not None)
            and len(call.body) <= _LARGEST_BODY
            and not is_replaced(self._session)
        )

    def send(
        self, call: Call[object], headers: CIMultiDict[str] | None, timeout: ClientTimeout | None
    ) -> Awaitable[ClientResponse]:
        """Send *call* and return its response. *headers*: all of them; None where they are those of its options."""
        url = call.url()
        if headers is None:
            heads = call.options.heads
            head = heads.get((call.method, url))
            if head is None:
                if len(heads) >= _MOST_HEADS:
                    heads.clear()
                head = heads[call.method, url] = self._exchange.head(call.method, url, call.options.headers)
            if call.idempotency_key is not None:
                head += b"Idempotency-Key: %b\r\n" % call.idempotency_key.encode()
        else:
            head = self._exchange.head(call.method, url, headers)
        body = call.body
        if body or call.method != "GET":
            request = Sealed(b"%bContent-Length: %d\r\n\r\n%b" % (head, len(body), body))
        else:
            request = Sealed(head + b"\r\n")
        return self._exchange.send(url, request, call, timeout)


def make_short_way(session: ClientSession, connect: ClientTimeout) -> ShortWay | None:
    """Return the short way of *session*; None where this version of aiohttp has not what it is made of."""
    global _told  # noqa: PLW0603 (once for the process)
    if IS_KNOWN:
        return ShortWay(session, connect)
    if not _told:
        _told = True
        logger.debug("requests take aiohttp's own way: this version of it is not known")
    return None

"""Where a browser is redirected after an authorization: a server on this machine that answers one kind of request.

It listens on loopback only, and only a request with its own random `state` counts; any other is answered with an error.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from types import TracebackType
from typing import Self, cast

from yarl import URL

from aigpt._http.failure import Failure, FailureKind

_HEAD_BYTES = 16_384
_HEAD_SECONDS = 10.0
_PATH = "/connected"
_LONGEST_CODE = 64

_PAGE = """HTTP/1.1 {status}\r
Content-Type: text/html; charset=utf-8\r
Content-Length: {length}\r
Content-Security-Policy: default-src 'none'\r
Referrer-Policy: no-referrer\r
Cache-Control: no-store\r
Connection: close\r
\r
{page}"""


class CallbackServer:
    """Listens on a free port of 127.0.0.1 while it is entered. *state*: what a redirect must carry; None for a new one.

    `arrived` is done once the browser has been redirected: with None where the user agreed, else with the failure.
    """

    def __init__(self, state: str | None = None) -> None:
        self.state = secrets.token_urlsafe(24) if state is None else state
        self.url = ""
        self.datasource: str | None = None
        """What was connected, where the redirect says it, as the embedded server's does."""
        self.arrived: asyncio.Future[Failure | None] = asyncio.get_running_loop().create_future()
        self._connections: set[_Connection] = set()

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self._connections, self._answer), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}{_PATH}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._server.close()
        for connection in tuple(self._connections):
            connection.close()
        self.arrived.cancel()
        await self._server.wait_closed()

    def _answer(self, head: str) -> bytes:
        method, _, rest = head.partition("\r\n")[0].partition(" ")
        try:
            url = URL(rest.partition(" ")[0])
        except ValueError:
            url = URL()
        if method != "GET" or url.path != _PATH:
            return _page("404 Not Found", "There is nothing here.")
        if not secrets.compare_digest(url.query.get("state", "").encode("utf-8", "replace"), self.state.encode()):
            return _page("400 Bad Request", "This is not the redirect that was waited for. Nothing was done.")
        error = url.query.get("error", "")
        if not self.arrived.done():
            self.datasource = url.query.get("datasource")
            self.arrived.set_result(_declined(_code(error)) if error else None)
        return _page("200 OK", f"{'Not connected' if error else 'Connected'}. You can close this window.")


class _Connection(asyncio.Protocol):
    """One connection: a request's head is read and answered; what is no request is closed."""

    _transport: asyncio.Transport

    def __init__(self, connections: set[_Connection], answer: Callable[[str], bytes]) -> None:
        self._connections = connections
        self._answer = answer
        self._head = b""
        self._timer = asyncio.get_running_loop().call_later(_HEAD_SECONDS, self.close)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._connections.add(self)

    def data_received(self, data: bytes) -> None:
        self._head += data
        if b"\r\n\r\n" in self._head:
            self._transport.write(self._answer(self._head.decode("latin-1")))
            self.close()
        elif len(self._head) > _HEAD_BYTES:
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 (the browser may close it for any reason)
        self._timer.cancel()
        self._connections.discard(self)

    def close(self) -> None:
        """Close the connection; what was written still goes out."""
        self._transport.close()


def _code(error: str) -> str:
    """Return the code of an error as a redirect names it, such as ``access_denied``, if it is one."""
    return error if error.isascii() and error.isidentifier() and len(error) <= _LONGEST_CODE else "client_error"


def _declined(code: str) -> Failure:
    return Failure(FailureKind.API, f"it was not authorized: the browser came back with {code!r}", code=code)


def _page(status: str, text: str) -> bytes:
    page = f'<!doctype html><html lang="en"><title>aigpt</title><p>{text}</p></html>\n'
    return _PAGE.format(status=status, length=len(page), page=page).encode()

"""Clients that talk to a test server."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Unpack

if TYPE_CHECKING:
    from aigpt import IGPT, AsyncIGPT
    from aigpt._http.options import ApiKey
    from aigpt._igpt.options import ClientOptions

KEY = "test-key"  # made up: both test servers accept any key


class ClientMaker(ABC):
    """A test server that makes clients for itself."""

    user: str
    """The default user of its clients."""

    def __init__(self, user: str) -> None:
        self.user = user
        self._blocking: list[IGPT] = []

    @property
    @abstractmethod
    def url(self) -> str:
        """The base URL of its API, like `"http://127.0.0.1:49152/v1"`."""

    def client(self, api_key: ApiKey = KEY, **options: Unpack[ClientOptions]) -> AsyncIGPT:
        """Return a new `AsyncIGPT` that talks to this server.

        By default it has a made-up key and the server's `user`; *options* are those of `AsyncIGPT`.
        Use it in `async with`: it belongs to the event loop of the test, so the server cannot close it.
        """
        from aigpt import AsyncIGPT  # noqa: PLC0415 imported only where a client is used

        return AsyncIGPT(api_key, **self._with_defaults(options))

    def blocking_client(self, api_key: ApiKey = KEY, **options: Unpack[ClientOptions]) -> IGPT:
        """Return a new `IGPT` that talks to this server; it is closed with the server at the latest.

        By default it has a made-up key and the server's `user`; *options* are those of `IGPT`.
        """
        from aigpt import IGPT  # noqa: PLC0415 imported only where a client is used

        client = IGPT(api_key, **self._with_defaults(options))
        self._blocking.append(client)
        return client

    def _with_defaults(self, options: ClientOptions) -> ClientOptions:
        return {"user": self.user, "base_url": self.url, **options}

    def _close_clients(self) -> None:
        while self._blocking:
            self._blocking.pop().close()

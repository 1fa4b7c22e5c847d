"""Clients pointed at a server of ours."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Unpack

if TYPE_CHECKING:
    from aigpt import IGPT, AsyncIGPT
    from aigpt._client import ClientOptions
    from aigpt._options import ApiKey

_KEY = "test-key"  # made up: neither server of ours asks for more


class ClientMaker(ABC):
    """A server that hands out clients of its own."""

    user: str
    """The user its clients speak for unless told otherwise."""

    def __init__(self, user: str) -> None:
        self.user = user
        self._blocking: list[IGPT] = []

    @property
    @abstractmethod
    def url(self) -> str:
        """The base URL of its API, like `"http://127.0.0.1:49152/v1"`."""

    def client(self, api_key: ApiKey = _KEY, **options: Unpack[ClientOptions]) -> AsyncIGPT:
        """Return a new `AsyncIGPT` that talks to this server.

        It has a made-up key and the server's `user`, unless told otherwise; *options* are those of `AsyncIGPT`.
        Use it in `async with`: it lives in the event loop of the test, so nobody else can close it.
        """
        from aigpt import AsyncIGPT  # noqa: PLC0415 a suite that asks for no client does not pay for it

        return AsyncIGPT(api_key, **self._with_defaults(options))

    def blocking_client(self, api_key: ApiKey = _KEY, **options: Unpack[ClientOptions]) -> IGPT:
        """Return a new `IGPT` that talks to this server; it is closed with the server if not before.

        It has a made-up key and the server's `user`, unless told otherwise; *options* are those of `IGPT`.
        """
        from aigpt import IGPT  # noqa: PLC0415 a suite that asks for no client does not pay for it

        client = IGPT(api_key, **self._with_defaults(options))
        self._blocking.append(client)
        return client

    def _with_defaults(self, options: ClientOptions) -> ClientOptions:
        return {"user": self.user, "base_url": self.url, **options}

    def _close_clients(self) -> None:
        while self._blocking:
            self._blocking.pop().close()

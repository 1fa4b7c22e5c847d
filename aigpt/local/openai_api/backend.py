"""What this room asks of the server: its questions and searches, its keys, its log."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any, Protocol

from aiohttp import web

from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.search.search_params import SearchParams
from aigpt.local.store.datasources import Datasource

__all__ = ["Access", "Backend", "Embedder", "NoteFault"]


class Backend(Protocol):
    """Questions, searches and sources: the server's `Service`."""

    async def read_params(self, body: dict[str, Any]) -> AnswerParams:
        """Check the parameters of recall/ask. Raises `ParamsError`."""
        ...

    async def search(self, wanted: SearchParams) -> dict[str, Any]:
        """Return the reply of recall/search."""
        ...

    def ask_stream(self, asked: AnswerParams) -> AsyncGenerator[dict[str, Any]]:
        """Return the chunks of recall/ask."""
        ...

    def run_stream(self, asked: AnswerParams, *, results: bool = False) -> AsyncGenerator[dict[str, Any]]:
        """Return the events of recall/run. *results*: those of searches have `results`, as in recall/search."""
        ...

    async def connected(self, user: str) -> list[Datasource]:
        """Return the datasources of *user*."""
        ...

    async def disconnect(self, user: str, name: str) -> dict[str, Any]:
        """Remove the datasource of *user* with that id, and all that was read from it."""
        ...

    async def source(self, user: str, name: str) -> dict[str, Any] | None:
        """Return the source of *user* with that id as a search result, with all of its text; None if there is none."""
        ...


class Access(Protocol):
    """The API keys that the server accepts."""

    @property
    def any_will_do(self) -> bool:
        """Whether any key is accepted."""
        ...

    def problem(self, authorization: str) -> str:
        """Return what is wrong with an ``Authorization`` header; "" if it has a key that is accepted."""
        ...

    def user_of(self, authorization: str) -> str | None:
        """Return the user to whom the key of an ``Authorization`` header is bound; None if it is for all users."""
        ...


class Embedder(Protocol):
    """A model that makes vectors of texts."""

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    async def embed(self, texts: Sequence[str]) -> Sequence[bytes]:
        """Return the vector of each text, as float32 numbers, the least byte first.

        Raises `ApiError` if the model refuses a text, and `AnswerError` if it fails.
        """
        ...


NoteFault = Callable[[web.Request, Exception], None]
"""Logs where an exception was raised."""

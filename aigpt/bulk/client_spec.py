"""What makes a client like another one on another machine."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from aigpt.bulk.option_names import ENGINE_RAY, Message, Option
from aigpt.errors import ConfigurationError

if TYPE_CHECKING:
    from aigpt._igpt.client import AsyncIGPT
    from aigpt.openai._client import AsyncOpenAI


class ClientSpec:
    """The options of a client, its key among them. Picklable; no dataclass, since Ray writes the fields of these."""

    __slots__ = ("_is_igpt", "_settings")

    def __init__(self, *, is_igpt: bool, settings: Mapping[str, Any]) -> None:
        self._is_igpt, self._settings = is_igpt, settings

    def __repr__(self) -> str:
        return f"<ClientSpec of {'AsyncIGPT' if self._is_igpt else 'AsyncOpenAI'}>"

    def make_client(self, connections: int) -> AsyncIGPT | AsyncOpenAI:
        """Return a client with these options, and so many *connections* at most."""
        if self._is_igpt:
            from aigpt._igpt.client import AsyncIGPT  # noqa: PLC0415 (on first use)

            return AsyncIGPT(**self._settings, max_connections=connections)
        from aigpt.openai._client import AsyncOpenAI  # noqa: PLC0415 (on first use)

        return AsyncOpenAI(**self._settings, max_connections=connections)


def spec_of(client: AsyncIGPT | AsyncOpenAI, what: str | Option = ENGINE_RAY) -> ClientSpec:
    """Return what makes a client like *client*, which *what* needs.

    Options of its connections (`session`, `proxy`, `ssl` …) are not among them. Raises ConfigurationError where a
    client cannot be made again elsewhere.
    """
    from aigpt._igpt.client import AsyncIGPT  # noqa: PLC0415 (on first use)

    is_igpt = isinstance(client, AsyncIGPT)
    if not is_igpt:
        from aigpt.openai._client import AsyncOpenAI  # noqa: PLC0415 (on first use)

        if type(client) is not AsyncOpenAI:
            raise ConfigurationError(
                Message(what, f" works with AsyncIGPT and AsyncOpenAI, not {type(client).__name__}")
            )
    given: Mapping[str, Any] = client._sender.options.settings  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    settings = {name: value for name, value in given.items() if _is_given(value)}
    if not isinstance(settings.get("api_key"), str):
        raise ConfigurationError(
            Message(what, " needs an api_key that is a string: a callable cannot be sent to workers")
        )
    if "base_url" in settings:
        settings["base_url"] = str(settings["base_url"])
    for name, value in settings.items():
        try:
            pickle.dumps(value)
        except Exception as exc:
            raise ConfigurationError(Message(f"{name} of the client cannot be sent to the workers of ", what)) from exc
    return ClientSpec(is_igpt=is_igpt, settings=settings)


def _is_given(value: object) -> bool:
    return value is not None and type(value).__name__ != "NotGiven"

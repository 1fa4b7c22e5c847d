"""What makes a client like another one on another machine."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aigpt.errors import ConfigurationError

if TYPE_CHECKING:
    from aigpt._igpt.client import AsyncIGPT
    from aigpt.openai._client import AsyncOpenAI


@dataclass(frozen=True, slots=True)
class ClientSpec:
    """The options of a client but its key, which goes by the environment."""

    is_igpt: bool
    settings: Mapping[str, Any]


def spec_of(client: AsyncIGPT | AsyncOpenAI, what: str = "engine='ray'") -> tuple[ClientSpec, dict[str, str]]:
    """Return the options of *client*, and the environment variable that holds its key. *what* needs them.

    Options of its connections (`session`, `proxy`, `ssl` …) are not among them. Raises ConfigurationError where a
    client cannot be made again elsewhere.
    """
    from aigpt._igpt.client import AsyncIGPT  # noqa: PLC0415 (on first use)

    is_igpt = isinstance(client, AsyncIGPT)
    if not is_igpt:
        from aigpt.openai._client import AsyncOpenAI  # noqa: PLC0415 (on first use)

        if type(client) is not AsyncOpenAI:
            raise ConfigurationError(f"{what} works with AsyncIGPT and AsyncOpenAI, not {type(client).__name__}")
    given: Mapping[str, Any] = client._sender.options.settings  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    settings = {name: value for name, value in given.items() if _is_given(value)}
    key = settings.pop("api_key", None)
    if not isinstance(key, str):
        raise ConfigurationError(f"{what} needs an api_key that is a string: a callable cannot be sent to workers")
    if "base_url" in settings:
        settings["base_url"] = str(settings["base_url"])
    for name, value in settings.items():
        try:
            pickle.dumps(value)
        except Exception as exc:
            raise ConfigurationError(f"{name} of the client cannot be sent to the workers of {what}") from exc
    return ClientSpec(is_igpt, settings), {"IGPT_API_KEY" if is_igpt else "OPENAI_API_KEY": key}


def _is_given(value: object) -> bool:
    return value is not None and type(value).__name__ != "NotGiven"


def make_client(spec: ClientSpec, connections: int) -> AsyncIGPT | AsyncOpenAI:
    """Return a client of *spec*, with the key that the environment holds."""
    if spec.is_igpt:
        from aigpt._igpt.client import AsyncIGPT  # noqa: PLC0415 (on first use)

        return AsyncIGPT(**spec.settings, max_connections=connections)
    from aigpt.openai._client import AsyncOpenAI  # noqa: PLC0415 (on first use)

    return AsyncOpenAI(**spec.settings, max_connections=connections)

"""What openai has and this package has not, for an AttributeError that says so, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Never

_ANY_ROUTE = "client.get(…) and client.post(…) send to any route"
LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "_base_client": {"admin": _ANY_ROUTE, "live": _ANY_ROUTE},
    "beta.beta": {"agents": _ANY_ROUTE, "realtime": "use client.realtime"},
}
"""By module below `resources` and name: what is left out, with what does the same."""

_HTTPX = "use DefaultHttpxClient or DefaultAsyncHttpxClient, which hold options"
_NO_TOOLS = "the tools of a model that uses a computer are left out"
OF_MODULE: Mapping[str, str] = {
    "admin": _ANY_ROUTE,
    "live": _ANY_ROUTE,
    **dict.fromkeys(("BedrockOpenAI", "AsyncBedrockOpenAI"), "Bedrock is left out"),
    **dict.fromkeys(("ComputerToolset", "AsyncComputerToolset", "ComputerDriver", "AsyncComputerDriver"), _NO_TOOLS),
    **dict.fromkeys(("DefaultHttpx2Client", "DefaultAsyncHttpx2Client"), _HTTPX),
    **dict.fromkeys(("Transport", "ProxiesTypes"), "requests are sent by aiohttp, not by httpx"),
    "DataResidency": "pass the URL of the region as base_url",
    "SubjectTokenProviderError": "workload identity is left out; pass a callable as api_key",
}
"""By name: what the module has not."""


def missing(owner: type, name: str) -> str | None:
    """Return why *owner*, a client's or resource's class, has no *name*; None where openai has none either."""
    for kind in owner.__mro__:
        module = kind.__module__.removeprefix("aigpt.openai.").removeprefix("resources.")
        left_out = LEFT_OUT.get(module, {}).get(name)
        if left_out is not None:
            return f"{_path(module)}.{name} is not offered by aigpt.openai: {left_out}"
    return None


def _path(module: str) -> str:
    """Return how users reach the resource that *module* defines."""
    if module == "_base_client":
        return "client"
    parts = module.split(".")
    return ".".join(parts[:-1] if parts[-2:-1] == parts[-1:] else parts)


def get_missing(owner: object, name: str) -> Never:
    """Raise the AttributeError of *owner*, a client or resource that has no *name*."""
    why = missing(type(owner), name)
    if why is not None:
        raise AttributeError(why, name=name, obj=owner)
    object.__getattribute__(owner, name)  # which raises Python's own
    raise AttributeError(name)  # unless there has been one since


def __getattr__(name: str) -> Never:
    if name not in OF_MODULE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    raise AttributeError(f"aigpt.openai.{name} is not offered: {OF_MODULE[name]}")

"""What openai has and this package has not, for an AttributeError that says so, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Never

_CHUNKS = "use create(stream=True)"
_POLL = "{} and ask retrieve() until its status is final"
_EVENTS = "use {}(stream=True), which gives the events"
_AFTER_CREATE = _POLL.format("call create()")
_UPLOADED = "upload it with client.files.create(file=…, purpose='assistants'), and give its id to create()"

LATER: Mapping[str, Mapping[str, str]] = {
    "uploads.uploads": {"upload_file_chunked": "call create(), parts.create() for each part, and complete()"},
    "files": {"wait_for_processing": "ask retrieve() until its status is 'processed' or 'error'"},
    "videos": {"create_and_poll": _AFTER_CREATE, "poll": _POLL.format("wait")},
    "vector_stores.files": {
        "create_and_poll": _AFTER_CREATE,
        "poll": _POLL.format("wait"),
        "upload": _UPLOADED,
        "upload_and_poll": _UPLOADED,
    },
    "vector_stores.file_batches": {
        "create_and_poll": _AFTER_CREATE,
        "poll": _POLL.format("wait"),
        "upload_and_poll": _UPLOADED.replace("it", "each file", 1).replace("its id", "their ids"),
    },
    "beta.threads.threads": {
        "create_and_run_poll": _POLL.format("call create_and_run()").replace("retrieve()", "runs.retrieve()"),
        "create_and_run_stream": _EVENTS.format("create_and_run"),
    },
    "beta.threads.runs.runs": {
        "create_and_poll": _AFTER_CREATE,
        "poll": _POLL.format("wait"),
        "create_and_stream": _EVENTS.format("create"),
        "stream": _EVENTS.format("create"),
        "submit_tool_outputs_and_poll": _POLL.format("call submit_tool_outputs()"),
        "submit_tool_outputs_stream": _EVENTS.format("submit_tool_outputs"),
    },
}
"""By module below `resources` and name: what is to come, with what does the same today."""

_ANY_ROUTE = "client.get(…) and client.post(…) send to any route"
LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "_base_client": {"admin": _ANY_ROUTE, "live": _ANY_ROUTE},
    "beta.beta": {"agents": _ANY_ROUTE, "realtime": "use client.realtime"},
}
"""By module likewise: what is left out."""

_HTTPX = "use DefaultHttpxClient or DefaultAsyncHttpxClient, which hold options"
_NO_TOOLS = "the tools of a model that uses a computer are left out"
OF_MODULE: Mapping[str, str] = {
    "admin": _ANY_ROUTE,
    "live": _ANY_ROUTE,
    **dict.fromkeys(("BedrockOpenAI", "AsyncBedrockOpenAI"), "Bedrock is left out"),
    **dict.fromkeys(("ComputerToolset", "AsyncComputerToolset", "ComputerDriver", "AsyncComputerDriver"), _NO_TOOLS),
    **dict.fromkeys(("DefaultHttpx2Client", "DefaultAsyncHttpx2Client"), _HTTPX),
    **dict.fromkeys(("Transport", "ProxiesTypes"), "requests are sent by aiohttp, not by httpx"),
    **dict.fromkeys(
        ("AssistantEventHandler", "AsyncAssistantEventHandler"), _EVENTS.format("client.beta.threads.runs.create")
    ),
    "DataResidency": "pass the URL of the region as base_url",
    "SubjectTokenProviderError": "workload identity is left out; pass a callable as api_key",
}
"""By name: what the module has not."""


def missing(owner: type, name: str) -> str | None:
    """Return why *owner*, a client's or resource's class, has no *name*; None where openai has none either."""
    for kind in owner.__mro__:
        module = kind.__module__.removeprefix("aigpt.openai.").removeprefix("resources.")
        later = LATER.get(module, {}).get(name)
        if later is not None:
            return f"{_path(module)}.{name}() is not offered by aigpt.openai yet: {later}"
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

"""Clients of the OpenAI protocol, for the embedded server."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from aigpt.openai import AsyncOpenAI

QUESTION = "What did the board approve?"
ANSWER = "40,000 euros"


def strict_client(which: str, url: str, key: str = "any", *, strict: bool = True, **options: Any) -> Any:
    """Make a client of ``aigpt`` or ``openai`` that raises where an object or an event does not fit its type.

    Without *strict* it takes all. openai is imported here, since it takes a second.
    """
    kind = AsyncOpenAI if which == "aigpt" else import_module("openai").AsyncOpenAI
    return kind(base_url=url, api_key=key, max_retries=0, _strict_response_validation=strict, **options)


def chat(*texts: str, **more: Any) -> dict[str, Any]:
    """Make the parameters of a chat: *texts* are those of the user and of the assistant in turn."""
    roles = ("user", "assistant")
    messages = [{"role": roles[number % 2], "content": text} for number, text in enumerate(texts)]
    return {"model": "igpt-run", "messages": messages, **more}

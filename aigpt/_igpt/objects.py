"""The objects inside iGPT's replies and events.

The shapes follow the API's documentation and what its official clients send and read; keys not listed here are passed
through untouched.
"""

from __future__ import annotations

from typing import Required, TypedDict


class Datasource(TypedDict, total=False):
    """A connected mailbox or service of one user. Source: ``datasources/list`` and the context of answers."""

    id: Required[str]
    """Its name in `datasources.disconnect`, like ``service/id/type``."""
    service: str
    type: str
    """Such as ``spike/messages``."""
    status: str
    """Such as ``enabled``."""
    title: str
    subtitle: str
    progress: float
    """Percent indexed, 0 to 100."""
    newest: int
    """Unix time of the newest item, in seconds."""
    oldest: int
    """Unix time of the oldest item, in seconds."""


class Source(TypedDict, total=False):
    """A message that an answer rests on."""

    id: Required[str]
    type: str
    """Such as ``message``."""
    timestamp: float
    """Unix time, in seconds."""
    provider: str
    """The person or service it came from."""
    picture: str
    """URL of the provider's picture."""
    title: str


class Usage(TypedDict, total=False):
    """Tokens that an answer cost."""

    input_tokens: int
    output_tokens: int
    total_tokens: int


class Context(TypedDict, total=False):
    """What the answer could draw on."""

    quality: str
    reasoning_effort: str
    indexed: bool
    datasources: list[Datasource]


_Sender = TypedDict("_Sender", {"from": str}, total=False)  # a keyword, which a class body cannot name
"""Who sent it."""


class SearchResult(_Sender, total=False):
    """One message found by `recall.search`."""

    id: Required[str]
    timestamp: str
    """ISO 8601."""
    type: str
    """Such as ``message``."""
    subject: str
    content: str

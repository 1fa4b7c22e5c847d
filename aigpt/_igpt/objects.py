"""The objects inside iGPT's replies and events.

The shapes follow the API's documentation and what its official clients send and read: a key that the API always sends
is required. Keys not listed here are passed through untouched.
"""

# Annotations are not postponed: a TypedDict compiles those that are strings, which takes most of its time.

from typing import NotRequired, TypedDict


class Datasource(TypedDict):
    """A connected mailbox or service of one user. Source: ``datasources/list`` and the context of answers."""

    id: str
    """Its identifier in `datasources.disconnect`, like ``service/id/type``."""
    service: str
    type: str
    """Such as ``spike/messages``."""
    status: str
    """Such as ``enabled``."""
    title: str
    subtitle: str
    progress: float
    """Percent indexed, 0 to 100."""
    newest: int | None
    """Unix time of the newest item, in seconds; None where nothing with a date is indexed yet."""
    oldest: int | None
    """Unix time of the oldest item, in seconds; None likewise."""


class Source(TypedDict):
    """A message that an answer is based on."""

    id: str
    type: str
    """Such as ``message``."""
    timestamp: float | None
    """Unix time, in seconds; None where the message has no date."""
    provider: str
    """The person or service it came from."""
    picture: NotRequired[str]
    """URL of the provider's picture."""
    title: str


class Usage(TypedDict, total=False):
    """Tokens that an answer used."""

    input_tokens: int
    output_tokens: int
    total_tokens: int


class Context(TypedDict, total=False):
    """The data that was available to the answer."""

    quality: str
    reasoning_effort: str
    indexed: bool
    datasources: list[Datasource]


_Sender = TypedDict("_Sender", {"from": str})  # a keyword, which a class body cannot name


class SearchResult(_Sender):
    """One message found by `recall.search`.

    Besides the keys below it has ``from``, the sender.
    """

    id: str
    timestamp: str | None
    """ISO 8601; None where the message has no date."""
    type: str
    """Such as ``message``."""
    subject: str
    content: str

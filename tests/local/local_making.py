"""Small mail, made in the tests."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aigpt import AsyncIGPT
from aigpt.local import LocalServer

Post = Callable[..., Awaitable[Any]]
"""What the fixture `post` gives: a route and a body in, the reply's object out."""


def mail(body: str = "", **headers: str) -> bytes:
    """One message; the names of *headers* with ``_`` for ``-``."""
    fields = {
        "From": "Ann Bell <ann@x.example>",
        "To": "Bo Cole <bo@x.example>",
        "Date": "Mon, 04 Mar 2024 10:00:00 +0100",
    }
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    return ("\n".join(lines) + "\n\n" + body).encode()


def mbox(messages: Iterable[bytes]) -> bytes:
    """Make an mbox file of *messages*, their ``From `` lines quoted as mboxrd has it."""
    return b"".join(_boxed(message) for message in messages)


def _boxed(message: bytes) -> bytes:
    lines = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in message.split(b"\n")]
    return b"From x@x.example Mon Mar  4 10:00:00 2024\n" + b"\n".join(lines) + b"\n\n"


def numbered(count: int, first: int = 0) -> bytes:
    """Make an mbox file of *count* messages, each with a word of its own."""
    return mbox(
        mail(f"This one is about word{n} and nothing else.\n", Subject=f"Number {n}", Message_ID=f"<{n}@x.example>")
        for n in range(first, first + count)
    )


def refusal_code(reply: Any) -> str:
    """Return the code of a reply that refuses a request; its message must be one line that says why."""
    assert reply.keys() == {"error", "message"}, reply
    message = reply["message"]
    assert message.isprintable()
    assert 10 < len(message) <= 400, message
    code: str = reply["error"]
    return code


@asynccontextmanager
async def client_of(folder: Path, messages: Iterable[bytes]) -> AsyncGenerator[AsyncIGPT]:
    """Serve *messages*, all indexed, from an mbox file in *folder*; give a client."""
    (folder / "a.mbox").write_bytes(mbox(messages))
    async with (
        LocalServer([folder / "a.mbox"], port=0) as server,
        AsyncIGPT(api_key="any", user="me", base_url=server.url) as client,
    ):
        await server.indexed()
        yield client

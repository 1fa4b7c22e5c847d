"""How fast the embedded server indexes real mail, and whether each message is found again.

Run ``python benchmarks/local_index.py``. It needs the real input (``AIGPT_DATA``, see CONTRIBUTING.md).
"""

from __future__ import annotations

import asyncio
import mailbox
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
from machine import real_data

from aigpt.local import LocalServer
from aigpt.local.ingest.file_listing import SourceFile, list_files
from aigpt.local.ingest.file_reading import read_file

MAILBOX = real_data() / "mailbox.mbox"
GOAL = 800  # messages a second
ROUNDS = 3


def main() -> None:
    """Print the figures; exit with 1 where a message is missing."""
    started = time.perf_counter()
    count = sum(1 for entry in list_files(MAILBOX) if isinstance(entry, SourceFile) for _ in read_file(entry))
    print(f"parsing alone: {count:,} messages, {count / (time.perf_counter() - started):,.0f} messages/s")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder)))


async def measure(folder: Path) -> None:
    """Index a few times, into a new database each time, and search in the last one."""
    rates: list[float] = []
    for number in range(ROUNDS):
        database = folder / f"{number}.db"
        started = time.perf_counter()
        async with LocalServer([MAILBOX], port=0, db=database) as server:
            (indexed,) = await server.indexed()
            rates.append(indexed.messages / (time.perf_counter() - started))
            if number == ROUNDS - 1:
                await find_again(server)
        print(f"indexing: {indexed.messages:,} messages, {rates[-1]:,.0f}/s, database {megabytes(database):.1f} MiB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"best of {ROUNDS}: {max(rates):,.0f} messages/s (goal: {GOAL:,}); peak memory {peak:.0f} MiB")


def megabytes(path: Path) -> float:
    """Return the size of the file at *path* in MiB."""
    return path.stat().st_size / 2**20


async def find_again(server: LocalServer) -> None:
    """Search for each message by its Message-ID, and by some of its words, as the standard library reads them."""
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer any"}) as session:

        async def post(route: str, **body: Any) -> Any:
            async with session.post(f"{server.url}/{route}", json={"user": server.user, **body}) as response:
                return await response.json()

        (source,) = (await post("datasources/list"))["datasources"]
        total, by_id, by_words = 0, 0, 0
        for message_id, words in probes():
            total += 1
            first = (await post("recall/search", query=f"<{message_id}>", max_results=1))["results"]
            by_id += [result["message_id"] for result in first] == [message_id]
            ten = (await post("recall/search", query=words))["results"]
            by_words += message_id in [result["message_id"] for result in ten]
    print(f"subtitle: {source['subtitle']}")
    print(f"found again by Message-ID, as the first result: {by_id:,} of {total:,}")
    print(
        f"found again by subject, sender and first words, among ten: {by_words:,} of {total:,} ({by_words / total:.1%})"
    )
    if by_id != total or source["subtitle"] != f"{total:,} messages":
        sys.exit("some messages are missing")


def probes() -> Iterator[tuple[str, str]]:
    """Yield each message's Message-ID, and a query made of its subject, sender and first words."""
    box = mailbox.mbox(MAILBOX, create=False)
    for message in box:
        message_id = " ".join(str(message["Message-ID"]).strip("<> \n\t").split())
        yield message_id, f"{message['Subject']} {message['From']} {first_words(message)}"
    box.close()


def first_words(message: mailbox.mboxMessage) -> str:
    """Return the first twenty words of a message's text that are no quotation."""
    text = next((part for part in message.walk() if part.get_content_maintype() == "text"), message)
    payload = text.get_payload(decode=True)
    lines = payload.decode("latin-1").splitlines() if isinstance(payload, bytes) else []
    own = " ".join(line for line in lines if not line.startswith(">"))
    return " ".join(re.sub("<[^>]*>", " ", own).split()[:20])


if __name__ == "__main__":
    main()

"""The server under the benchmarks: canned answers from a bare protocol on uvloop, so that it is never the slow side.

What it does is the first part of the path, so that each client's base URL chooses it:

- ``/call``: answers at once, with a small JSON object
- ``/hold-N``: answers when N requests are waiting, all of them at once
- ``/events``: a stream of small events, in HTTP chunks of CHUNK bytes
- ``/singly``: the same, each event in an HTTP chunk of its own, as servers send them that flush each event
- ``/first``: a stream whose first event holds the time it was sent at, by the clock of `time.monotonic_ns`
- ``/held``: how many requests ``/hold-N`` holds back

The last part chooses the API: ``chat/completions``, ``responses``, ``models`` and ``embeddings`` are answered as OpenAI
does, the latter as base64 where the request asks for it; any other as iGPT. It runs until stdin ends.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import ssl
import sys
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import Any

import uvloop
from answers import LAST_CHUNK, Form, first_of_run, json_reply, run_form
from machine import pin, raise_open_files
from openai_answers import chat_form, embeddings_forms, models_form, responses_form

WAIT = 0.002  # s before the first event, so that the client is sure to wait for it
BACKLOG = 8192

RUN = run_form()
FLOATS, BASE64 = embeddings_forms()
FORMS = {b"completions": chat_form(), b"responses": responses_form(), b"models": models_form(), b"embeddings": FLOATS}
"""By the last part of the path."""

HELD: defaultdict[int, list[asyncio.Transport]] = defaultdict(list)
"""Who waits for so many requests to be there."""


class Connection(asyncio.Protocol):
    """One client's connection. Requests come one after the other; each is answered by its path alone."""

    def __init__(self) -> None:
        self._data = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note whom to answer."""
        self._transport: Any = transport

    def data_received(self, data: bytes) -> None:
        """Answer the requests that are whole."""
        self._data = data = self._data + data if self._data else data
        while (end := _request_end(data)) > 0:
            path = data[data.index(b"/") + 1 : data.index(b" HTTP/1.1\r\n")]
            form = FORMS.get(path[path.rfind(b"/") + 1 :], RUN)
            if form is FLOATS and b'"base64"' in data[:end]:
                form = BASE64
            self._data = data = data[end:]
            self._answer(path, form)

    def _answer(self, path: bytes, form: Form) -> None:
        what, _, count = path.partition(b"/")[0].partition(b"-")
        if what == b"call":
            self._transport.write(form.reply)
        elif what == b"hold":
            self._hold(form.reply, int(count))
        elif what in {b"events", b"singly"}:
            self._transport.write(form.events if what == b"events" else form.singly)
        elif what == b"first":
            asyncio.get_running_loop().call_later(WAIT, self._send_first, form)
        elif what == b"held":
            self._transport.write(json_reply(sum(map(len, HELD.values()))))
        else:
            self._transport.close()

    def _hold(self, reply: bytes, count: int) -> None:
        waiting = HELD[count]
        waiting.append(self._transport)
        if len(waiting) >= count:
            for transport in waiting:
                transport.write(reply)
            del HELD[count]

    def _send_first(self, form: Form) -> None:
        self._transport.write(first_of_run())
        asyncio.get_running_loop().call_later(WAIT, self._transport.write, form.end)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 (asyncio's signature)
        """Hold nothing for a client that has gone."""
        for waiting in HELD.values():
            if self._transport in waiting:
                waiting.remove(self._transport)


def _request_end(data: bytes) -> int:
    """Return where the first request in *data* ends; 0 if it is not whole yet."""
    end = data.find(b"\r\n\r\n") + 4
    if end < 4:  # noqa: PLR2004 (not found)
        return 0
    head = data[:end].lower()
    start = head.find(b"content-length:")
    if start > 0:
        end += int(head[start + 15 : head.index(b"\r", start)])
    elif b"transfer-encoding: chunked" in head:
        end = data.find(LAST_CHUNK, end) + len(LAST_CHUNK)
        return 0 if end < len(LAST_CHUNK) else end
    return end if len(data) >= end else 0


async def serve(certificate: Path) -> None:
    """Print the ports for http and https as JSON, and serve until stdin ends."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    loop = asyncio.get_running_loop()
    listen = partial(loop.create_server, Connection, "127.0.0.1", 0, backlog=BACKLOG)
    servers = {"http": await listen(), "https": await listen(ssl=context)}
    print(json.dumps({name: server.sockets[0].getsockname()[1] for name, server in servers.items()}), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


def main() -> None:
    """Serve on the core and with the certificate (key and chain in one PEM file) that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("certificate", type=Path)
    parser.add_argument("--core", type=int, default=0, help="counted among the cores this process may use")
    options = parser.parse_args()
    pin(options.core)
    raise_open_files()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(options.certificate))


if __name__ == "__main__":
    main()

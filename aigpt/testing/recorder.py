"""A server that hands requests on to a real one, and records what that answers."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing, asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aigpt.testing.http_server import HTTPServer
from aigpt.testing.recording_file import (
    Answer,
    Exchange,
    Recording,
    kept_headers,
    request_of,
    secrets_of,
    without_secrets,
    write_recording,
)
from aigpt.testing.requests import Call
from aigpt.testing.responses import Step, encode_head
from aigpt.testing.scripts import refusal

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession
    from yarl import URL

_CONNECT_SECONDS = 30.0
_JSON = re.compile(r"[/+]json$")  # not x-ndjson, which is a stream
_OF_ONE_CONNECTION = frozenset(
    {
        *("connection", "keep-alive", "proxy-authenticate", "proxy-connection", "te", "trailer", "transfer-encoding"),
        *("upgrade", "host", "content-length", "content-encoding", "accept-encoding", "expect"),
    }
)


@contextmanager
def record(path: str | Path, upstream: str) -> Generator[HTTPServer]:
    """Hand requests on to a real server, and write its answers to a file that `replay` answers from.

    *upstream* is the base URL of the service, like ``"https://api.openai.com/v1"``. The value has a `url`, which takes
    its place in the client, and `calls`::

        with record("answers.jsonl", "https://api.openai.com/v1") as server:
            client = OpenAI(base_url=server.url)

    *path* is written at the end, in place of what was there; not if the block raises, and then the old file stays. In
    it is what was asked and answered, word by word, streams with their chunks. Left out are all headers of requests
    (keys and cookies among them), parameters of URLs that are called like a key, the key where an answer repeats it,
    and those headers of answers that say whose they are.

    A server that cannot be reached is answered for with status 502, which is not recorded. A redirect of a GET is
    followed. WebSockets are refused. Proxies are taken from the environment.

    Raises RecordingError where the file cannot be written, ValueError where *upstream* is no URL.
    """
    recorder = _Recorder(_check_upstream(upstream))
    with recorder:
        yield recorder
    write_recording(Path(path), recorder.recording())


class _Recorder(HTTPServer):
    """The server behind `record`."""

    _session: ClientSession

    def __init__(self, upstream: URL) -> None:
        super().__init__(path=upstream.raw_path.rstrip("/"))
        self._upstream = upstream
        self._exchanges: dict[int, Exchange] = {}  # by the number of the call
        self._problems: list[str] = []

    def recording(self) -> Recording:
        """Return what was answered, in the order of the calls."""
        return Recording(str(self._upstream), tuple(self._exchanges[number] for number in sorted(self._exchanges)))

    def check(self) -> None:
        """Raise `AssertionError` where a request could not be handed on."""
        if self._problems:
            raise AssertionError("\n".join(self._problems))

    def _report(self, where: str, error: Exception) -> None:
        self._problems.append(f"{where}: {type(error).__name__}: {error}")

    def _answer(self, call: Call) -> AsyncGenerator[Step] | bytes:
        if "upgrade" in call.headers:
            return refusal({"error": {"message": "record() hands on no WebSockets"}}, 501)
        return self._hand_on(call, len(self.calls))

    @asynccontextmanager
    async def _listening(self) -> AsyncGenerator[None]:
        from aiohttp import ClientSession, ClientTimeout, DummyCookieJar  # noqa: PLC0415 slow to import

        timeout = ClientTimeout(total=None, sock_connect=_CONNECT_SECONDS)
        async with (
            ClientSession(timeout=timeout, cookie_jar=DummyCookieJar(), trust_env=True) as self._session,
            super()._listening(),
        ):
            yield

    async def _hand_on(self, call: Call, number: int) -> AsyncGenerator[Step]:
        from aiohttp import ClientError  # noqa: PLC0415 slow to import

        try:
            response = await self._ask(call)
        except (ClientError, OSError) as exc:
            host = self._upstream.host
            yield refusal({"error": {"message": f"record(): {host} cannot be reached ({type(exc).__name__})"}}, 502)
            return
        async with response:
            if _JSON.search(response.content_type) or response.content_length == 0:
                answer = await self._read_whole(call, number, response)
                for step in answer.steps(_all_headers(response)):
                    yield step
            else:
                async with aclosing(self._read_chunks(call, number, response)) as steps:
                    async for step in steps:
                        yield step

    async def _read_whole(self, call: Call, number: int, response: ClientResponse) -> Answer:
        """Return the answer once all of it is there, or what there is of it where it is cut; it is recorded."""
        from aiohttp import ClientError  # noqa: PLC0415 slow to import

        from aigpt._http.aiohttp_internals import salvage  # noqa: PLC0415 likewise

        received, complete = bytearray(), False
        try:
            async for chunk in response.content.iter_any():
                received += chunk
            complete = True
        except (ClientError, OSError):
            received += salvage(response.content)
        body = bytes(received)
        chunks = None if complete else (body,)
        self._keep(call, number, response, chunks, body if complete else b"", complete=complete)
        return Answer(response.status, {}, chunks, body, complete)

    async def _read_chunks(self, call: Call, number: int, response: ClientResponse) -> AsyncGenerator[Step]:
        """Yield the answer as it comes, and record it, also where one of both ends goes away."""
        from aiohttp import ClientError  # noqa: PLC0415 slow to import

        from aigpt._http.aiohttp_internals import salvage  # noqa: PLC0415 likewise

        chunks, complete, is_new = list[bytes](), False, True
        has_chunks = "chunked" in response.headers.get("Transfer-Encoding", "").lower()
        try:
            yield encode_head(response.status, _all_headers(response), {"Transfer-Encoding": "chunked"})
            async for piece, is_end in response.content.iter_chunks():
                if is_new:
                    chunks.append(piece)
                else:
                    chunks[-1] += piece
                is_new = is_end or not has_chunks
                if piece:
                    yield _as_chunk(piece)
            complete = True
            yield b"0\r\n\r\n"
        except (ClientError, OSError):
            if rest := salvage(response.content):
                chunks.append(rest)
                yield _as_chunk(rest)
            yield "close"
        finally:
            self._keep(call, number, response, tuple(filter(None, chunks)), complete=complete)

    def _keep(
        self,
        call: Call,
        number: int,
        response: ClientResponse,
        chunks: tuple[bytes, ...] | None,
        body: bytes = b"",
        *,
        complete: bool,
    ) -> None:
        secrets = secrets_of(call)
        if chunks is not None:
            chunks = without_secrets(chunks, secrets)
        body = b"".join(without_secrets([body], secrets))
        answer = Answer(response.status, kept_headers(response.headers), chunks, body, complete)
        self._exchanges[number] = Exchange(request_of(call), answer)

    async def _ask(self, call: Call) -> ClientResponse:
        from yarl import URL  # noqa: PLC0415 slow to import

        headers = [
            (name, value)
            for name in call.headers
            if name not in _OF_ONE_CONNECTION
            for value in call.headers.getall(name)
        ]
        url = URL(f"{self._upstream.origin()}{call.path}", encoded=True)
        identity: Any = [*headers, ("Accept-Encoding", "identity")]  # so that chunks are the server's own
        return await self._session.request(
            call.method, url, headers=identity, data=call.body or None, allow_redirects=call.method == "GET"
        )


def _all_headers(response: ClientResponse) -> list[tuple[str, str]]:
    """Return the headers of *response* but for those of its connection."""
    return [(name, value) for name, value in response.headers.items() if name.lower() not in _OF_ONE_CONNECTION]


def _as_chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def _check_upstream(upstream: str) -> URL:
    from yarl import URL  # noqa: PLC0415 slow to import

    try:
        url = URL(upstream)
        usable = url.scheme in {"http", "https"} and bool(url.host)
    except (ValueError, TypeError):
        usable, url = False, URL()
    if not usable or url.user or url.password or url.query_string or url.fragment:
        raise ValueError(
            "upstream must be the base URL of a service, like https://api.openai.com/v1, "
            "without a key, a query or a fragment"
        )
    return url

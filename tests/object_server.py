"""An object store on the loopback, as much of S3 and of Google's as one output needs. Objects are in memory."""

from __future__ import annotations

import asyncio
import re
import threading
from hashlib import md5
from itertools import count
from typing import NoReturn, Self
from xml.sax.saxutils import escape, unescape

from aiohttp import web

_PAGE = 3


class ObjectServer:
    """Serves one bucket. If that is set, *refuses* everything, or *stalls* in the middle of each object."""

    def __init__(self) -> None:
        self.objects: dict[str, tuple[bytes, str]] = {}
        """Content and version of each object."""
        self.refuses = self.stalls = False
        self.puts: list[str] = []
        self._versions = count(1000)  # none that a test has given
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._started.wait(60)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def address(self, scheme: str, folder: str) -> str:
        """Return the address of a folder, ``s3://…`` or ``gs://…``."""
        key = "someone:s3cret" if scheme == "s3" else "anonymous"
        options = f"scheme=http&endpoint_override=127.0.0.1:{self.port}"
        return f"{scheme}://{key}@bucket/{folder}?{options}{'&region=somewhere' if scheme == 's3' else ''}"

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        app = web.Application(client_max_size=1 << 30)
        app.router.add_route("*", "/bucket", self._bucket)
        app.router.add_route("*", "/bucket/{name:.*}", self._object)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.port = runner.addresses[0][1]
        self._started.set()
        await self._stop.wait()
        await runner.cleanup()

    async def _bucket(self, request: web.Request) -> web.Response:
        if self.refuses:
            return web.Response(status=403)
        if request.method == "POST":  # ?delete
            names = re.findall("<Key>(.*?)</Key>", await request.text())
            for name in names:
                self.objects.pop(unescape(name), None)
            deleted = "".join(f"<Deleted><Key>{name}</Key></Deleted>" for name in names)
            return _xml(f"<DeleteResult>{deleted}</DeleteResult>")
        prefix, delimiter = request.query.get("prefix", ""), request.query.get("delimiter")
        after = request.query.get("continuation-token", "")
        found: list[tuple[str, bool]] = []
        for name in sorted(self.objects):
            if name.startswith(prefix):
                first, slash, _ = name[len(prefix) :].partition("/")
                one = (prefix + first + slash, True) if delimiter and slash else (name, False)
                if one not in found:
                    found.append(one)
        page = [one for one in found if one[0] > after][:_PAGE]
        is_more = bool(page) and page[-1] != found[-1]
        parts = [f"<IsTruncated>{str(is_more).lower()}</IsTruncated><KeyCount>{len(page)}</KeyCount>"]
        if is_more:
            parts.append(f"<NextContinuationToken>{escape(page[-1][0])}</NextContinuationToken>")
        for name, is_folder in page:
            if is_folder:
                parts.append(f"<CommonPrefixes><Prefix>{escape(name)}</Prefix></CommonPrefixes>")
            else:
                size = len(self.objects[name][0])
                parts.append(
                    f"<Contents><Key>{escape(name)}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified>"
                    f'<ETag>"{self._etag(name)}"</ETag><Size>{size}</Size></Contents>'
                )
        return _xml(f"<ListBucketResult>{''.join(parts)}</ListBucketResult>")

    async def _object(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if self.refuses:
            return web.Response(status=403)
        data = await request.read()
        there = self.objects.get(name)
        if request.method == "PUT":
            wanted = request.headers.get("x-goog-if-generation-match")
            version = "0" if there is None else there[1]
            if (
                (request.headers.get("If-None-Match") == "*" and there is not None)
                or ("If-Match" in request.headers and request.headers["If-Match"].strip('"') != self._etag(name))
                or (wanted is not None and wanted != version)
            ):
                return web.Response(status=412)
            self.objects[name] = data, str(next(self._versions))
            self.puts.append(name)
            return web.Response(headers=self._headers(name))
        if request.method == "DELETE":
            return web.Response(status=404 if self.objects.pop(name, None) is None else 204)
        if there is None:
            return web.Response(status=404)
        return await self._content(request, name, there[0])

    async def _content(self, request: web.Request, name: str, whole: bytes) -> web.StreamResponse:
        part = request.http_range
        data = whole[part]
        headers = self._headers(name)
        if "Range" in request.headers:
            start = part.start or 0
            headers["Content-Range"] = f"bytes {start}-{start + len(data) - 1}/{len(whole)}"
        status = 206 if "Range" in request.headers else 200
        if self.stalls and request.method == "GET":
            return await self._stall(request, data, status, headers)
        return web.Response(body=data, status=status, headers=headers)

    async def _stall(self, request: web.Request, data: bytes, status: int, headers: dict[str, str]) -> NoReturn:
        response = web.StreamResponse(status=status, headers={**headers, "Content-Length": str(len(data))})
        await response.prepare(request)
        await response.write(data[: len(data) // 2])
        await self._stop.wait()
        raise ConnectionResetError

    def _headers(self, name: str) -> dict[str, str]:
        return {
            "ETag": f'"{self._etag(name)}"',
            "x-goog-generation": self.objects[name][1],
            "Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT",
        }

    def _etag(self, name: str) -> str:
        there = self.objects.get(name)
        return "" if there is None else md5(there[0] + there[1].encode()).hexdigest()  # noqa: S324 (no secret)


def _xml(text: str) -> web.Response:
    return web.Response(text=f'<?xml version="1.0" encoding="UTF-8"?>{text}', content_type="application/xml")

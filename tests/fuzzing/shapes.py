"""Bytes as servers send them: what the mutations begin with, and the words they insert."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import Final

BOM = b"\xef\xbb\xbf"

_RUN = [
    {"type": "run.start", "seq": 0, "id": "r1"},
    {"type": "run.output_text.delta", "seq": 1, "delta": "Fri"},
    {"type": "run.output_text.delta", "seq": 2, "delta": "day, “é”."},
    {"type": "run.done", "seq": 3, "id": "r1", "output": "Friday.", "usage": {"input_tokens": 7}},
]
_ASK = [{"output": "Fri"}, {"output": "day"}, {"usage": {"output_tokens": 2}}]


def _events(values: list[dict[str, object]], end: bytes = b"\n", begin: bytes = b"data: ") -> bytes:
    return b"".join(begin + json.dumps(value, ensure_ascii=False).encode() + end + end for value in values)


RUN, ASK = _events(_RUN), _events(_ASK)

STREAMS: Final = (
    RUN,
    ASK,
    _events(_RUN, b"\r\n"),
    _events(_ASK, b"\r"),
    _events(_ASK, begin=b"data:"),
    BOM + RUN,
    RUN.replace(b"data: ", b"event: message\nid: 7\ndata: "),
    b": hello\n\n" + ASK + b": ping\n\n" + ASK + b"data: [DONE]\n\n",
    b'retry: 100\nid\nevent: error\ndata: {"error": "no_data"}\n\n' + ASK,
    b"event: error\ndata: overloaded\n\n",
    b'data: {"a":\ndata: [1, 2.5,\ndata: null]}\n\ndata\n\ndata: "x"\n\n',
    b"".join(json.dumps(value).encode() + b"\n" for value in _ASK),
    ASK.replace(b"\n\n", b"\n"),
    ASK + b'data: {"output": "cut',
    b"<!doctype html><title>Login</title>",
    b"data: " + json.dumps("long " * 40).encode() + b"\n\n" + b"data: " + b"[" * 30 + b"]" * 30 + b"\n\n",
    b"",
)  # fmt: skip

STREAM_WORDS: Final = (
    *(b"\n", b"\r", b"\r\n", b"\n\n", b"\r\r", b"\n\r", b"\n\ndata: ", b"data: ", b"data:", b"data", b"data: {}\n\n"),
    *(b":", b": x\n", b"event: error\n", b"event:", b"id: 1\n", b"retry: 10\n", BOM, BOM[:2], b"[DONE]", b"{", b"}"),
    *(b"[", b"]", b'"', b"\\", b"\\u0000", b"\0", b"null", b"1e999", b"-0", b"<", b" ", b"\t", b"\x0b", b"\x0c"),
    *(b"\x1c", b"\x85", b"\xff", "\u2028".encode(), b"NaN", b"9" * 40),
)

_BODY = json.dumps({"id": "r1", "output": "Friday, “é”.", "usage": {"input_tokens": 7}}, ensure_ascii=False).encode()
_JSON, _SSE = b"Content-Type: application/json\r\n", b"Content-Type: text/event-stream\r\n"


def _chunked(body: bytes, size: int = 40) -> bytes:
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _response(body: bytes, headers: bytes = b"", *, status: bytes = b"200 OK", framing: str = "length") -> bytes:
    head = b"HTTP/1.1 " + status + b"\r\n" + headers
    if framing == "length":
        return head + b"Content-Length: %d\r\n\r\n" % len(body) + body
    if framing == "chunked":
        return head + b"Transfer-Encoding: chunked\r\n\r\n" + _chunked(body)
    return head + b"Connection: close\r\n\r\n" + body


def _raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


RESPONSES: Final = (
    *(_response(_BODY, _JSON, framing=framing) for framing in ("length", "chunked", "close")),
    *(_response(RUN, _SSE, framing=framing) for framing in ("length", "chunked", "close")),
    *(_response(ASK, _SSE, framing=framing) for framing in ("length", "chunked", "close")),
    *(
        _response(gzip.compress(body, mtime=0), kind + b"Content-Encoding: gzip\r\n", framing=framing)
        for body, kind in ((_BODY, _JSON), (RUN, _SSE), (ASK, _SSE))
        for framing in ("length", "chunked", "close")
    ),
    _response(zlib.compress(_BODY), _JSON + b"Content-Encoding: deflate\r\n"),
    _response(_raw_deflate(_BODY), _JSON + b"Content-Encoding: deflate\r\n", framing="chunked"),
    _response(b'{"error": "no_data"}', _JSON),
    _response(b'{"error": "auth"}', _JSON, status=b"401 Unauthorized"),
    _response(b"{}", _JSON + b"Retry-After: 1\r\n", status=b"429 Too Many Requests"),
    _response(b"busy", status=b"503 Service Unavailable", framing="chunked"),
    _response(b"", b"Location: /v1/recall/other\r\n", status=b"307 Temporary Redirect"),
    _response(b"<html>", b"Content-Type: text/html\r\n"),
    b"HTTP/1.1 100 Continue\r\n\r\n" + _response(_BODY, _JSON),
    b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + _response(_BODY, _JSON),
    b"HTTP/1.1 204 No Content\r\n\r\n",
    b"HTTP/1.0 200 OK\r\n\r\n" + _BODY,
    _response(_BODY, _JSON) + _response(b'{"output": "for another"}', _JSON),
    _response(_BODY, _JSON) + b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\n[1, 2\r\n1\r\n]\r\n0\r\nTrailer: yes\r\n\r\n",
    b"",
)

RESPONSE_WORDS: Final = (
    *(b"\r\n", b"\n", b"\r", b"\r\n\r\n", b"0\r\n\r\n", b"0", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 ", b"HTTP/2 200\r\n"),
    *(b"Content-Length: 0\r\n", b"Content-Length: 10\r\n", b"Content-Length: 99999\r\n", b"Content-Length: -1\r\n"),
    *(b"Content-Length: +5\r\n", b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip, chunked\r\n"),
    *(b"Content-Encoding: gzip\r\n", b"Content-Encoding: deflate\r\n", b"Content-Encoding: br\r\n"),
    *(b"Connection: close\r\n", b"Connection: keep-alive\r\n", b"Upgrade: h2c\r\n", b"X: " + b"y" * 200 + b"\r\n"),
    *(b"Location: //elsewhere/\r\n", b"Location: http://[\r\n", b"Retry-After: -1\r\n", b"100", b"204", b"304", b"503"),
    *(b"Set-Cookie: a=b; expires=x\r\n", b"Content-Type: text/html; charset=\xff\r\n", b"fffffffff\r\n", b"-1\r\n"),
    *(b"\x1f\x8b", b"\0", b"\xff", b" ", b"\t", b":", b";", b"{", b"}", b"data: {}\n\n", b'{"output": "x"}'),
)

"""Decompresses response bodies, and tells a compressed body that is whole from one cut short.

aiohttp would decompress them too, but takes the end of the body for the end of the compressed data: a body without its
trailer, however it was framed, would pass for whole. So aiohttp is told to leave bodies as they are.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from aiohttp import ClientPayloadError
from multidict import istr

_CONTENT_ENCODING = istr("Content-Encoding")
_GZIP, _ZLIB, _RAW = 31, 15, -15  # the formats, as zlib's `wbits`
_STEP_BYTES = 1 << 16
"""What one step may give at most: a small body may decompress to a thousand times its size."""
_WINDOW_BYTES = 1 << 13
"""What one step takes at most: what follows the end of a gzip member is copied, for each member."""


class _Codec(Protocol):
    """What decompresses one member, as `compression.zstd.ZstdDecompressor` does."""

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""
        ...

    @property
    def needs_input(self) -> bool:
        """Whether it has nothing more to give without further input."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What was given to it beyond the end of the member."""
        ...

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Return the next bytes, *max_length* at most. Raises for what is not compressed like this."""
        ...


class _ZlibCodec:
    def __init__(self, wbits: int) -> None:
        self._object = zlib.decompressobj(wbits)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._object.eof

    @property
    def unused_data(self) -> bytes:
        return self._object.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        data = self._object.decompress(self._object.unconsumed_tail + data, max_length)
        self.needs_input = not self._object.unconsumed_tail and len(data) < max_length
        return data


class _BrotliCodec:
    unused_data = b""  # Brotli has no members; bytes after the end are an error

    def __init__(self, brotli: Any) -> None:
        self._object = brotli.Decompressor()
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return bool(self._object.is_finished())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        data = self._object.process(data, output_buffer_limit=max_length)
        self.needs_input = not data and self._object.can_accept_more_data()
        return data


def _import_first(*names: str) -> Any:
    for name in names:
        try:
            return import_module(name)
        except ImportError:
            continue
    return None


def _gzip(first: int) -> _Codec:  # noqa: ARG001 (only deflate has to look)
    return _ZlibCodec(_GZIP)


def _deflate(first: int) -> _Codec:
    # It should have zlib's header, which begins like this; some servers send none, and browsers take both.
    return _ZlibCodec(_ZLIB if first & 0x0F == 8 else _RAW)  # noqa: PLR2004 (zlib's number for deflate)


@cache  # made for the first compressed body: to find that modules are not there takes long
def _codecs() -> dict[str, Callable[[int], _Codec]]:
    """Return what makes the codec of each encoding that aiohttp asks servers for, from the member's first byte."""
    codecs: dict[str, Callable[[int], _Codec]] = {"gzip": _gzip, "deflate": _deflate}
    brotli = _import_first("brotlicffi", "brotli")
    if brotli is not None:
        codecs["br"] = lambda _: _BrotliCodec(brotli)
    zstd = _import_first("compression.zstd", "backports.zstd")
    if zstd is not None:
        codecs["zstd"] = lambda _: zstd.ZstdDecompressor()
    return codecs


class Decompressor:
    """Decompresses a body step by step: `feed` it bytes, then `take` until it gives nothing more.

    The members of a body that has several are decompressed one after the other.
    """

    def __init__(self, make_codec: Callable[[int], _Codec]) -> None:
        self._make_codec = make_codec
        self._codec: _Codec | None = None
        self._input = b""
        self._at = 0

    def feed(self, data: bytes) -> None:
        """Add the next bytes of the body."""
        self._input = self._input[self._at :] + data
        self._at = 0

    def take(self) -> bytes:
        """Return the next decompressed bytes, about 64 KiB at most; ``b""`` if that takes more input.

        Raises ClientPayloadError where the body is not compressed as it says.
        """
        while True:
            codec = self._codec
            if codec is None or codec.eof:
                if self._at == len(self._input):
                    return b""
                codec = self._codec = self._make_codec(self._input[self._at])
            window = b""
            if codec.needs_input:
                window = self._input[self._at : self._at + _WINDOW_BYTES]
                if not window:
                    return b""
                self._at += len(window)
            try:
                data = codec.decompress(window, _STEP_BYTES)
            except Exception as exc:
                raise ClientPayloadError("the body is not compressed as its Content-Encoding says") from exc
            if codec.eof:
                self._at -= len(codec.unused_data)
            if data:
                return data

    @property
    def is_complete(self) -> bool:
        """Whether the body may end here: every member has ended, or there was no body at all."""
        return self._at == len(self._input) and (self._codec is None or self._codec.eof)


def is_compressed(headers: Mapping[str, str]) -> bool:
    """Return whether the body of a response with these *headers* may be compressed."""
    return _CONTENT_ENCODING in headers


def make_decompressor(headers: Mapping[str, str]) -> Decompressor | None:
    """Return what decompresses the body of a response with these *headers*; None if it is to be taken as it is."""
    encoding = headers.get(_CONTENT_ENCODING)
    make_codec = _codecs().get(encoding.lower()) if encoding else None
    return None if make_codec is None else Decompressor(make_codec)

"""The request and the response behind an object or an exception, as values: they hold no connection and no secret."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from multidict import CIMultiDict
from yarl import URL

from aigpt.errors import HTTPResponse

_SECRETS = frozenset({"authorization", "api-key", "cookie", "proxy-authorization"})


class Request:
    """The HTTP request of a call, without its body and its credentials."""

    def __init__(self, method: str, url: str | URL, headers: Mapping[str, str] | None = None) -> None:
        self.method = method
        self.url: URL = URL(url)
        items = [] if headers is None else [(name, value) for name, value in headers.items()]
        self.headers: Mapping[str, str] = CIMultiDict(item for item in items if item[0].lower() not in _SECRETS)
        """What was sent, but for the headers that hold credentials."""

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.url.with_query(None)}>"


class Response(HTTPResponse):
    """The HTTP response of a call, as far as it was read."""

    is_closed = True

    def __init__(
        self,
        status_code: int,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        *,
        request: Request | None = None,
        elapsed: float = 0.0,
    ) -> None:
        found: Mapping[str, str] = CIMultiDict() if headers is None else headers
        if isinstance(headers, dict):  # as tests make them
            found = CIMultiDict(headers)
        super().__init__(status_code, found, content)
        self._request = request
        self._elapsed = elapsed

    @property
    def request(self) -> Request:
        """The request it answers. Raises RuntimeError where it was made without one."""
        if self._request is None:
            raise RuntimeError("this response was made without a request")
        return self._request

    @property
    def url(self) -> URL:
        """Where the request was sent."""
        return self.request.url

    @property
    def elapsed(self) -> dt.timedelta:
        """How long the call took, with its retries."""
        return dt.timedelta(seconds=self._elapsed)

    @property
    def is_success(self) -> bool:
        """Whether the status is one of success."""
        return 200 <= self.status_code < 300  # noqa: PLR2004 (as everybody knows them)

    def read(self) -> bytes:
        """Return the body."""
        return self.content

    def __reduce__(self) -> tuple[Any, ...]:
        # The proxy of headers that aiohttp gives cannot be pickled.
        state = {**self.__dict__, "headers": CIMultiDict(self.headers)}
        return _rebuild, (type(self), state)

    def __repr__(self) -> str:
        return f"<Response [{self.status_code}]>"


def _rebuild(kind: type[Response], state: dict[str, Any]) -> Response:
    response = kind.__new__(kind)
    response.__dict__.update(state)
    return response

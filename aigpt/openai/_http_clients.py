"""What openai takes for `http_client`: holders of options for the session of ours."""

from __future__ import annotations

import ssl
from collections.abc import Hashable, Mapping
from typing import Any

from yarl import URL

from aigpt._http.session import SessionOptions
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._types import NOT_GIVEN, NotGiven
from aigpt.openai._unknown_options import did_you_mean

_OPTIONS = ("proxy", "verify", "timeout", "limits", "trust_env", "base_url", "headers")


class ConnectionLimits:
    """How many connections there may be, with the names of ``httpx.Limits``.

    *max_connections*: None for no word on it. The others are taken and mean nothing here.
    """

    def __init__(
        self,
        *,
        max_connections: int | None = None,
        max_keepalive_connections: int | None = None,
        keepalive_expiry: float | None = 5.0,
    ) -> None:
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry

    def __repr__(self) -> str:
        return f"ConnectionLimits(max_connections={self.max_connections})"


DEFAULT_CONNECTION_LIMITS = ConnectionLimits(max_connections=1000, max_keepalive_connections=100)


class HTTPClientOptions:
    """Options of the connections, with the parameters of an httpx client. Nothing else of one is here.

    *proxy*: a URL. *verify*: True, the path of a file with authorities, or an `ssl.SSLContext`. *timeout*: the client's
    default. *limits*: anything with `max_connections`. *trust_env*: as in the client: by
    default the environment's proxy, where it names one for `base_url`.
    """

    def __init__(
        self,
        *,
        proxy: str | URL | None = None,
        verify: bool | str | ssl.SSLContext = True,
        timeout: Any = NOT_GIVEN,
        limits: Any = None,
        trust_env: bool | None = None,
        base_url: Any = None,
        headers: Mapping[str, str] | None = None,
        **unknown: Any,
    ) -> None:
        unknown.pop("follow_redirects", None)  # a GET is always redirected
        unknown.pop("http2", None)
        if unknown:
            name = min(unknown)
            raise ConfigurationError(
                f"{type(self).__name__} has no option {name}{did_you_mean(name, _OPTIONS)}: it holds options of "
                f"aiohttp's connections, which are {', '.join(_OPTIONS)}"
            )
        if verify is False:
            raise ConfigurationError(
                "verify=False has no counterpart: trust a private authority with verify='/path/of/its/certificate.pem'"
            )
        self.proxy: str | None = None if proxy is None else str(proxy)
        self.ssl: ssl.SSLContext | None = _context(verify)
        self._verify = verify
        self.timeout: Any = timeout
        self.max_connections: int | None = getattr(limits, "max_connections", None)
        self.trust_env = trust_env
        self.base_url: Any = base_url
        self.headers = headers

    def session_options(self) -> SessionOptions:
        """Return what it says of the session."""
        options: SessionOptions = {}
        if self.trust_env is not None:
            options["trust_env"] = self.trust_env
        if self.proxy is not None:
            options["proxy"] = self.proxy
        if self.ssl is not None:
            options["ssl"] = self.ssl
        if self.max_connections is not None:
            options["max_connections"] = self.max_connections
        return options

    def identity(self) -> Hashable:
        """Return what is equal where two holders say the same of the session."""
        return self.proxy, self._verify, self.max_connections, self.trust_env

    def close(self) -> None:
        """Do nothing: it holds no connection."""

    async def aclose(self) -> None:
        """Do nothing: it holds no connection."""


def _context(verify: bool | str | ssl.SSLContext) -> ssl.SSLContext | None:  # noqa: FBT001
    if isinstance(verify, ssl.SSLContext):
        return verify
    if isinstance(verify, str):
        return ssl.create_default_context(cafile=verify)
    return None


class DefaultHttpxClient(HTTPClientOptions):
    """Options of the connections of a blocking client."""


class DefaultAsyncHttpxClient(HTTPClientOptions):
    """Options of the connections of an async client."""


class DefaultAioHttpClient(HTTPClientOptions):
    """Options of the connections of an async client."""


def check_http_client(given: Any, holder: str) -> HTTPClientOptions | None:
    """Return *given* where it is nothing, or a holder of options. Raises TypeError for a real client of httpx.

    *holder*: the name of the class that holds the options of such a client.
    """
    if given is None or isinstance(given, NotGiven):
        return None
    if isinstance(given, HTTPClientOptions):
        return given
    kind = f"{type(given).__module__}.{type(given).__qualname__}"
    session = "" if holder == "DefaultHttpxClient" else ", or an aiohttp.ClientSession as session="
    raise TypeError(
        f"http_client cannot be {kind}: requests are sent by aiohttp; pass http_client={holder}(…), which takes "
        f"{', '.join(_OPTIONS)}, or proxy=, ssl= or trust_env= to the client itself{session}"
    )

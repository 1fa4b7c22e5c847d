"""The connections of a client: its own, and those of the views that were given an `http_client`."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, cast

from yarl import URL

from aigpt._http.session import ClientNames, SessionOptions, SessionOwner
from aigpt._http.transport import Transport
from aigpt.openai._http_clients import HTTPClientOptions
from aigpt.openai._options import CONNECT_SECONDS, DEFAULT_MAX_CONNECTIONS
from aigpt.openai._protocol import OPENAI_API
from aigpt.openai._proxies import proxies_of_environment


def make_transport(options: SessionOptions, names: ClientNames, base_url: URL) -> Transport:
    """Return a transport whose session has these *options*. Raises ConfigurationError.

    Where they say nothing of a proxy, it takes the one that the environment names for *base_url*.
    """
    options = _with_proxy(options, base_url)
    owner = SessionOwner(options, names, max_connections=DEFAULT_MAX_CONNECTIONS, connect_seconds=CONNECT_SECONDS)
    return Transport(owner, OPENAI_API)


def _with_proxy(options: SessionOptions, base_url: URL) -> SessionOptions:
    trust_env = options.get("trust_env")
    if trust_env is not None and trust_env is not False:
        return options
    rest: dict[str, Any] = {name: value for name, value in options.items() if name != "trust_env"}
    if trust_env is None and not {"proxy", "session"} & rest.keys():
        rest.update(proxies_of_environment(base_url))
    return cast("SessionOptions", rest)


class Connections:
    """The transports of a client and of all its views. They are closed together, with the client."""

    def __init__(self, own: Transport, names: ClientNames) -> None:
        self.own = own
        """The client's own."""
        self._names = names
        self._of_views: dict[Hashable, Transport] = {}

    def of_view(self, holder: HTTPClientOptions, base_url: URL) -> Transport:
        """Return the transport of a view with the options of *holder*: one for all holders that say the same.

        So a view for each request, as with openai, opens no connection for each request. Raises ConfigurationError.
        """
        key = holder.identity(), base_url.origin()
        if key not in self._of_views:
            transport = make_transport(holder.session_options(), self._names, base_url)
            transport.run_callable = self.own.run_callable
            transport.owner.closed = self.own.owner.closed
            self._of_views.setdefault(key, transport)  # another thread may have been faster
        return self._of_views[key]

    def refuse_calls(self) -> None:
        """Have every later call fail, as those of a closed client do."""
        for transport in (self.own, *self._of_views.values()):
            transport.owner.closed = True

    async def close(self) -> None:
        """End all calls under way, and close the sessions that are our own."""
        self.refuse_calls()
        for transport in (self.own, *self._of_views.values()):
            await transport.close()

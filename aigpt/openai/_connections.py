"""The connections of a client: its own, and those of the views that were given an `http_client`."""

from __future__ import annotations

from collections.abc import Hashable

from aigpt._http.session import ClientNames, SessionOptions, SessionOwner
from aigpt._http.transport import Transport
from aigpt.openai._http_clients import HTTPClientOptions
from aigpt.openai._options import CONNECT_SECONDS, DEFAULT_MAX_CONNECTIONS
from aigpt.openai._protocol import OPENAI_API


def make_transport(options: SessionOptions, names: ClientNames) -> Transport:
    """Return a transport whose session has these *options*. Raises ConfigurationError."""
    owner = SessionOwner(options, names, max_connections=DEFAULT_MAX_CONNECTIONS, connect_seconds=CONNECT_SECONDS)
    return Transport(owner, OPENAI_API)


class Connections:
    """The transports of a client and of all its views. They are closed together, with the client."""

    def __init__(self, own: Transport, names: ClientNames) -> None:
        self.own = own
        """The client's own."""
        self._names = names
        self._of_views: dict[Hashable, Transport] = {}

    def of_view(self, holder: HTTPClientOptions) -> Transport:
        """Return the transport of a view with the options of *holder*: one for all holders that say the same.

        So a view for each request, as with openai, opens no connection for each request. Raises ConfigurationError.
        """
        key = holder.identity()
        if key not in self._of_views:
            transport = make_transport(holder.session_options(), self._names)
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

"""The scripted server: an HTTP server that answers as a test tells it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.testing.clients import ClientMaker
from aigpt.testing.http_server import HTTPServer
from aigpt.testing.scripts import Scripts

if TYPE_CHECKING:
    import ssl


class ScriptedServer(Scripts, HTTPServer, ClientMaker):
    """An HTTP server that answers by a script, on a free port of 127.0.0.1 and on a thread of its own.

    With pytest, ask for the fixture `igpt_server`; otherwise use it as a context manager::

        with ScriptedServer() as server:
            server.reply("recall/ask", json={"output": "Yes."})
            with server.blocking_client() as igpt:
                assert igpt.recall.ask(input="Really?").output == "Yes."
            assert server.calls[0].json["input"] == "Really?"

    The scripts of a route are used in the order given, each *times* times (once by default); the last
    one is repeated. The route `"*"` stands for all routes without a script of their own. A route
    without a script is answered with status 500, and `check` (which the fixture and the context
    manager call at the end) raises an `AssertionError` that names it.

    Methods that wait come in pairs: `wait_…` blocks, the other is awaited. Use the latter in async
    tests, since blocking the event loop there stops the client as well. All methods may be called from
    any thread, and scripts may be added while calls are in progress.

    Options: *ssl* makes it an HTTPS server; *port* is the port to listen on (0: a free one); *user* is
    the default user of its clients; *keep_calls* limits `calls` to the latest ones (None: all).
    """

    def __init__(
        self,
        *,
        ssl: ssl.SSLContext | None = None,
        port: int = 0,
        user: str = "user_test",
        keep_calls: int | None = None,
    ) -> None:
        Scripts.__init__(self)
        HTTPServer.__init__(self, ssl=ssl, port=port, keep_calls=keep_calls)
        ClientMaker.__init__(self, user)

    def close(self) -> None:
        """Close the blocking clients made by this server, then `stop`."""
        try:
            self._close_clients()
        finally:
            self.stop()

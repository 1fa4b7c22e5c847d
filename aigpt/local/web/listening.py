"""The socket that the server listens on."""

from __future__ import annotations

import errno
import os
import socket

from aigpt.local.errors import LocalServerError

__all__ = ["listen"]

_MAX_PORT = 65_535


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens there. Raises `LocalServerError`, with the remedy, if it cannot."""
    if not 0 <= port <= _MAX_PORT:
        raise LocalServerError(f"port {port} is not a port number; use 0 to {_MAX_PORT}, 0 for any free one")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise LocalServerError(
                f"port {port} is in use; stop what listens there or choose another port, 0 for any free one"
            ) from error
        raise LocalServerError(
            f"{host}:{port}: cannot be listened on ({error.strerror}); choose another host or port"
        ) from error
    return listening

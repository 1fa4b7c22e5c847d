"""What the system has taken to be sent over a socket, and not delivered yet."""

from __future__ import annotations

import sys


def unacknowledged(descriptor: int) -> int:
    """Return how many bytes sent over a socket have not reached the other side; 0 where the system cannot tell."""
    try:
        import fcntl  # noqa: PLC0415 (not on Windows)
        import termios  # noqa: PLC0415 (likewise)

        return int.from_bytes(fcntl.ioctl(descriptor, termios.TIOCOUTQ, bytes(4)), sys.byteorder)
    except (ImportError, OSError, ValueError):  # no such call here, or the socket is closed
        return 0

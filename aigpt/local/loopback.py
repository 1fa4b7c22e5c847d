"""Names and addresses of this machine."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

__all__ = ["address_for_others", "is_loopback", "parse_address"]

_ELSEWHERE = {"0.0.0.0": "192.0.2.1", "::": "2001:db8::1"}  # noqa: S104 (addresses that nobody has, RFC 5737 and 3849)
_ANY_PORT = 9


def is_loopback(host: str) -> bool:
    """Whether *host* is a name or an address of this machine alone."""
    if host.lower() == "localhost":
        return True
    address = parse_address(host)
    return address is not None and address.is_loopback


def parse_address(host: str) -> IPv4Address | IPv6Address | None:
    """Return the IP address that *host* is; None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def address_for_others(host: str) -> str | None:
    """Return the address by which other machines reach a server that listens on *host*, if that means all addresses.

    It is that of the route to other networks, or this machine's name where there is none. None for any other *host*.
    """
    elsewhere = _ELSEWHERE.get(host)
    if elsewhere is None:
        return None
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((elsewhere, _ANY_PORT))  # chooses the route; nothing is sent
            address: str = probe.getsockname()[0]
    except OSError:
        return socket.gethostname()
    return socket.gethostname() if is_loopback(address) else address

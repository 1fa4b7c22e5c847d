"""Names and addresses of this machine."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

__all__ = ["is_loopback", "parse_address"]


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

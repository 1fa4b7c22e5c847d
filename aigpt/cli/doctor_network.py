"""The checks of `aigpt doctor` on the way to a server: its name, a connection, TLS."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any

from aigpt.cli.doctor_findings import Finding, failed, note, ok, skipped

_SOON = 14 * 86400.0  # s
_SHOWN = 4
_OTHER_AUTHORITY = (
    "a proxy that opens TLS, or a server of your own, has an authority of its own: name its file in SSL_CERT_FILE"
)
_PLAIN = "a server without TLS has a URL that begins with http:// (on another machine it needs --allow-http)"


async def check_name(host: str, port: int, seconds: float, at_proxy: str = "") -> Finding:
    """Look the addresses of *host* up. *at_proxy*: what to do where it is a proxy's."""
    try:
        address = ip_address(host)
    except ValueError:
        pass
    else:
        return ok("dns", f"{address} is an address: nothing to look up")
    try:
        async with asyncio.timeout(seconds):
            found = await _addresses(host, port)
    except TimeoutError:
        return failed("dns", f"no answer for {host} within {seconds:g} s", "check the name server of this machine")
    except (OSError, UnicodeError) as exc:
        why = exc.strerror if isinstance(exc, OSError) else "it is not a name"
        remedy = at_proxy or "check the name in the URL, and the network"
        return failed("dns", f"{host} cannot be resolved: {why}", remedy)
    addresses = list(dict.fromkeys(str(address[0]) for *_, address in found))
    more = f" and {len(addresses) - _SHOWN} more" if len(addresses) > _SHOWN else ""
    return ok("dns", f"{host} is {', '.join(addresses[:_SHOWN])}{more}")


async def _addresses(host: str, port: int) -> list[Any]:
    """Return what getaddrinfo gives, in a thread for which nobody waits: a lookup may take longer than the command."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[Any]] = loop.create_future()

    def tell(addresses: list[Any], error: Exception | None) -> None:
        if found.done():
            return
        if error is None:
            found.set_result(addresses)
        else:
            found.set_exception(error)

    def look_up() -> None:
        addresses, error = list[Any](), None
        try:
            addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except Exception as exc:  # noqa: BLE001 (told to who asked)
            error = exc
        with suppress(RuntimeError):  # the command has ended
            loop.call_soon_threadsafe(tell, addresses, error)

    threading.Thread(target=look_up, name="aigpt-dns", daemon=True).start()
    return await found


async def check_connection(host: str, port: int, seconds: float, at_proxy: str = "") -> Finding:
    """Open a connection. *at_proxy*: what to do where it is one to a proxy."""
    began = time.perf_counter()
    try:
        async with asyncio.timeout(seconds), _connected(host, port):
            took = time.perf_counter() - began
    except TimeoutError:
        remedy = at_proxy or "check firewalls and proxies"
        return failed("connect", f"{host}:{port} does not answer within {seconds:g} s", remedy)
    except OSError as exc:
        remedy = at_proxy or "check host and port of the URL, and whether the server runs"
        return failed("connect", f"no connection to {host}:{port}: {_reason(exc)}", remedy)
    return ok("connect", f"{host}:{port} in {took * 1000:.0f} ms")


async def check_tls(host: str, port: int, seconds: float) -> Finding:
    """Open a connection with TLS, and look at the certificate."""
    try:
        async with asyncio.timeout(seconds), _connected(host, port, ssl.create_default_context()) as writer:
            tls: ssl.SSLObject = writer.get_extra_info("ssl_object")
            certificate: Any = tls.getpeercert() or {}
            version = tls.version()
    except TimeoutError:
        text = f"{host}:{port} does not answer the TLS handshake within {seconds:g} s"
        return failed("tls", text, "check whether it speaks https, and the firewalls on the way")
    except ssl.SSLCertVerificationError as exc:
        return failed("tls", f"the certificate of {host} is refused: {exc.verify_message}", _OTHER_AUTHORITY)
    except ssl.SSLError as exc:
        why = exc.reason or type(exc).__name__
        return failed("tls", f"{host}:{port} does not speak TLS ({why})", _PLAIN)
    except OSError as exc:
        return failed("tls", f"the connection to {host}:{port} broke: {_reason(exc)}", "check firewalls and proxies")
    return _about_certificate(f"{version}, the certificate of {host}", certificate)


def _about_certificate(text: str, certificate: Any) -> Finding:
    issuer = dict(pair for group in certificate.get("issuer", ()) for pair in group)
    by = issuer.get("organizationName") or issuer.get("commonName")
    text += f" by {by}" if by else ""
    end = certificate.get("notAfter")
    if not isinstance(end, str):
        return ok("tls", text)
    moment = ssl.cert_time_to_seconds(end)
    text += f", valid until {datetime.fromtimestamp(moment, UTC):%Y-%m-%d}"
    return note("tls", text, "it ends soon") if moment - time.time() < _SOON else ok("tls", text)


def no_tls(scheme: str) -> Finding:
    """Return why there is no TLS to be checked."""
    return skipped("tls", f"{scheme}://: the key is not encrypted on its way")


def _reason(exc: OSError) -> str:
    return exc.strerror or type(exc).__name__


@asynccontextmanager
async def _connected(host: str, port: int, tls: ssl.SSLContext | None = None) -> AsyncGenerator[asyncio.StreamWriter]:
    _, writer = await asyncio.open_connection(host, port, ssl=tls)
    try:
        yield writer
    finally:
        writer.transport.abort()  # closing TLS politely would wait for the server
        await asyncio.sleep(0)

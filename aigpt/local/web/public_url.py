"""The URL by which a proxy makes the server known to others."""

from __future__ import annotations

from yarl import URL

from aigpt.local.errors import LocalServerError

__all__ = ["origin_for", "read_public_url"]

_REMEDY = "give a scheme and a host, such as https://mail.example.com"


def read_public_url(text: str) -> URL:
    """Return the origin that *text* is: http or https, a host, and maybe a port. Raises `LocalServerError` if not."""
    shown = ascii(text[:200])
    try:
        url = URL(text.strip())
    except ValueError as error:
        raise LocalServerError(f"public URL {shown}: is not a URL; {_REMEDY}") from error
    if url.user is not None or url.password is not None:
        raise LocalServerError(f"public URL: holds a name or password; {_REMEDY}")
    if url.scheme not in ("http", "https") or not url.host:
        raise LocalServerError(f"public URL {shown}: is not the URL of a web server; {_REMEDY}")
    if url.path.strip("/") or url.query_string or url.fragment:
        raise LocalServerError(f"public URL {shown}: has a path; the server needs a host name of its own: {_REMEDY}")
    return url.origin()


def origin_for(host: str, public: URL | None) -> str:
    """Return the origin that links lead to: *public*, or that of the request's *host*, which the guard has checked."""
    return f"http://{host}" if public is None else str(public)

"""The base URL of a model's server: https, or http to this machine."""

from __future__ import annotations

from yarl import URL

from aigpt.local.errors import LocalServerError
from aigpt.local.loopback import is_loopback

__all__ = ["model_base_url"]

_ROUTES = ("chat/completions", "embeddings")
_EXAMPLE = "http://127.0.0.1:11434/v1"


def model_base_url(given: str) -> URL:
    """Return the base URL that *given* stands for, which may end with a route. Raises `LocalServerError`."""
    text = given.strip().rstrip("/")
    for route in _ROUTES:
        text = text.removesuffix(f"/{route}")
    url = _parse(text)
    if url is None:
        raise LocalServerError(f"the model's URL is not a URL; it looks like {_EXAMPLE}")
    if url.scheme not in {"http", "https"} or not url.host:
        raise LocalServerError(f"the model's URL must begin with https:// or http:// and a host, like {_EXAMPLE}")
    if url.user is not None or url.password is not None or url.query_string or url.fragment:
        raise LocalServerError("the model's URL must hold no user, password, query or fragment; the key is given apart")
    if url.scheme == "http" and not is_loopback(url.host):
        raise LocalServerError(
            "the model's URL is plain http to a host that is not this machine: your mail would be readable on the "
            "way; use https, or a tunnel to 127.0.0.1"
        )
    return url


def _parse(text: str) -> URL | None:
    try:
        url = URL(text)
        _ = url.host, url.port
    except ValueError:
        return None
    return url if text.isprintable() and " " not in text else None

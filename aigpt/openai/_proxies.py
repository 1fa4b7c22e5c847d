"""The proxies that the environment names: whether one of them is for a client's requests."""

from __future__ import annotations

from typing import NamedTuple
from urllib.request import getproxies, proxy_bypass

from yarl import URL

from aigpt._http.session import SessionOptions
from aigpt.openai._errors import ConfigurationError


class EnvironmentProxy(NamedTuple):
    """A proxy that the environment names."""

    variable: str
    url: URL
    is_known_to_aiohttp: bool
    """Whether aiohttp finds it by itself: it knows neither ALL_PROXY nor, in the environment, https:// or no scheme."""


def proxies_of_environment(base_url: URL) -> SessionOptions:
    """Return the options of a session whose requests to *base_url* take the proxy that the environment names.

    Empty where it names none, or ``NO_PROXY`` excepts the host. Raises ConfigurationError for one that cannot be used.
    """
    try:
        found = proxy_of_environment(base_url)
    except ConfigurationError as exc:
        raise ConfigurationError(f"{exc}, or pass trust_env=False") from None
    if found is None:
        return {}
    return {"trust_env": True} if found.is_known_to_aiohttp else {"proxy": found.url}


def proxy_of_environment(base_url: URL) -> EnvironmentProxy | None:
    """Return the proxy that the environment names for *base_url*; None where it names none, or excepts the host.

    Raises ConfigurationError for one that cannot be used.
    """
    proxies = getproxies()
    host = base_url.host
    if not proxies or host is None or proxy_bypass(host):
        return None
    of_scheme = proxies.get(base_url.scheme)
    given = of_scheme or proxies.get("all")
    if not given:
        return None
    name = f"{base_url.scheme if of_scheme else 'all'}_proxy".upper()
    try:
        proxy = URL(given if "://" in given else f"http://{given}")
        usable = proxy.scheme in {"http", "https"} and bool(proxy.host)
    except ValueError:
        usable, proxy = False, URL()
    if not usable:
        kind = "SOCKS proxies are" if proxy.scheme.startswith("socks") else "this one is"
        raise ConfigurationError(
            f"the proxy in the environment variable {name} cannot be used: it must begin with http:// or https://, and "
            f"{kind} not supported; set another, or name the host in NO_PROXY"
        )
    return EnvironmentProxy(name, proxy, bool(of_scheme) and given.startswith("http://"))

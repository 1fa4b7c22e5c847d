"""The proxy that the commands take."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yarl import URL

    from aigpt.cli.options import Connection
    from aigpt.openai._proxies import EnvironmentProxy


def api_url(connection: Connection) -> URL:
    """Return the URL of iGPT's API. Raises ValueError for what is none."""
    from yarl import URL  # noqa: PLC0415 (slow to import; --help does not need it)

    from aigpt._igpt.options import DEFAULT_BASE_URL  # noqa: PLC0415 (likewise)

    return URL((connection.base_url or os.environ.get("IGPT_BASE_URL", "")).strip() or DEFAULT_BASE_URL)


def proxy_for(url: URL) -> EnvironmentProxy | None:
    """Return the proxy that the environment names for *url*; None where it names none, and for this machine.

    Raises ConfigurationError for one that cannot be used.
    """
    from aigpt._http.checks import is_loopback  # noqa: PLC0415 (slow to import; --help does not need it)
    from aigpt.openai._proxies import proxy_of_environment  # noqa: PLC0415 (likewise)

    return None if is_loopback(url.host or "") else proxy_of_environment(url)

"""The links that connectors/authorize gives, and the page behind them."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from html import escape

from yarl import URL

from aigpt.local.params import Authorize, ParamsError

__all__ = ["Links", "connect_page"]

LIFETIME = 600.0
"""Seconds a link is good for."""

_MAX_OPEN = 1_000  # links; the oldest make room


class Links:
    """Links that work once and expire. *clock* gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: OrderedDict[str, tuple[float, Authorize]] = OrderedDict()

    def make(self, wanted: Authorize) -> str:
        """Return a new token for *wanted*. Raises `ParamsError` where its `redirect_uri` is no web address."""
        if wanted.redirect_uri is not None and not _is_web_address(wanted.redirect_uri):
            raise ParamsError("redirect_uri must be an http or https URL")
        token = secrets.token_urlsafe(24)
        self._open[token] = (self._clock() + LIFETIME, wanted)
        if len(self._open) > _MAX_OPEN:
            self._open.popitem(last=False)
        return token

    def take(self, token: str) -> Authorize | None:
        """Return what *token* was made for, and forget it; None where it is unknown, used or expired."""
        until, wanted = self._open.pop(token, (0.0, None))
        return wanted if self._clock() < until else None


def _is_web_address(text: str) -> bool:
    try:
        url = URL(text)
    except ValueError:
        return False
    return url.scheme in ("http", "https") and bool(url.host)


def connect_page(wanted: Authorize | None) -> str:
    """Return the page of a link as HTML: what was asked for, or that the link is no longer good."""
    if wanted is None:
        return _page(
            "Link not valid", "<p>This link was used before, has expired, or never existed. Ask for a new one.</p>"
        )
    scopes = "".join(f"<li>{escape(scope)}</li>" for scope in wanted.scope.split())
    back = f'<p><a href="{escape(wanted.redirect_uri)}" rel="noreferrer">Back</a></p>' if wanted.redirect_uri else ""
    return _page(
        f"Connect {wanted.service}",
        f"""<p>For the user <b>{escape(wanted.user)}</b>, an application asks to connect
        <b>{escape(wanted.service)}</b> with this scope:</p><ul>{scopes}</ul>
        <p>This server reads files on this machine and signs in nowhere. Data is connected when it is started:</p>
        <pre>aigpt serve --data PATH --user {escape(wanted.user)}</pre>{back}""",
    )


def _page(title: str, body: str) -> str:
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><h1>{escape(title)}</h1>{body}</body></html>
"""

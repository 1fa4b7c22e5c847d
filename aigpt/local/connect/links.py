"""The links that connectors/authorize returns: each works once, for ten minutes."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from aigpt.local.connect.authorize_params import AuthorizeParams
from aigpt.local.connect.redirect import check_redirect

__all__ = ["LIFETIME", "Link", "Links"]

LIFETIME = 600.0
"""Seconds for which a link is valid."""

_MAX_OPEN = 1_000  # links; then the oldest is dropped


@dataclass(frozen=True, slots=True)
class Link:
    """A valid link."""

    wanted: AuthorizeParams
    form_key: str
    """A secret in the page's form, which no other page can know."""
    until: float


class Links:
    """The valid links. *clock* returns monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: OrderedDict[str, Link] = OrderedDict()

    def make(self, wanted: AuthorizeParams) -> str:
        """Return a new token for *wanted*. Raises `ParamsError` if its `redirect_uri` is not a plain web address."""
        if wanted.redirect_uri is not None:
            check_redirect(wanted.redirect_uri)
        token = secrets.token_urlsafe(24)
        self._open[token] = Link(wanted, secrets.token_urlsafe(24), self._clock() + LIFETIME)
        if len(self._open) > _MAX_OPEN:
            self._open.popitem(last=False)
        return token

    def look(self, token: str) -> Link | None:
        """Return the link without using it up; None if it is unknown, used or expired."""
        link = self._open.get(token)
        if link is not None and self._clock() >= link.until:
            del self._open[token]
            return None
        return link

    def take(self, token: str) -> Link | None:
        """Use the link up and return it; None if it is unknown, used or expired."""
        link = self.look(token)
        self._open.pop(token, None)
        return link

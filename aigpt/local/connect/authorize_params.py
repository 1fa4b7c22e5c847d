"""The parameters of connectors/authorize."""

from __future__ import annotations

from dataclasses import dataclass

from aigpt.local.params import Body, ParamsError, read_optional_text, read_text

__all__ = ["AuthorizeParams"]

_MAX_AUTHORIZE = 8_000  # characters in all: they stay in memory until the link expires


@dataclass(frozen=True, slots=True)
class AuthorizeParams:
    """Parameters of connectors/authorize."""

    user: str
    service: str
    scope: str
    redirect_uri: str | None
    state: str | None

    @classmethod
    def read(cls, body: Body) -> AuthorizeParams:
        """Check *body*; raises `ParamsError`."""
        wanted = cls(
            *(read_text(body, "user"), read_text(body, "service"), read_text(body, "scope")),
            redirect_uri=read_optional_text(body, "redirect_uri"),
            state=read_optional_text(body, "state"),
        )
        if sum(map(len, (wanted.user, wanted.service, wanted.scope, wanted.redirect_uri or "", wanted.state or ""))) > (
            _MAX_AUTHORIZE
        ):
            raise ParamsError(
                f"user, service, scope, redirect_uri, state have over {_MAX_AUTHORIZE} characters in all; shorten them"
            )
        return wanted

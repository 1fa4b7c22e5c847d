"""Security headers of the server's pages."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["security_headers"]


def security_headers(allowed: Mapping[str, str]) -> dict[str, str]:
    """Return the headers of a page that may do only what the directives *allowed* of its content policy permit."""
    policy = {"default-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'", **allowed}
    return {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()),
        "Referrer-Policy": "same-origin",  # not to other sites, but to this one, for its forms
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-store",
    }

"""The addresses of resources: ``igpt://datasources/ID`` and ``igpt://sources/ID``, each id percent-encoded."""

from __future__ import annotations

from urllib.parse import quote, unquote

__all__ = ["SOURCE_TEMPLATE", "datasource_uri", "read_uri", "source_uri"]

_DATASOURCES = "igpt://datasources/"
_SOURCES = "igpt://sources/"
SOURCE_TEMPLATE = f"{_SOURCES}{{id}}"


def datasource_uri(name: str) -> str:
    """Return the address of the datasource with that id."""
    return _DATASOURCES + quote(name, safe="")


def source_uri(name: str) -> str:
    """Return the address of the source with that id."""
    return _SOURCES + quote(name, safe="")


def read_uri(uri: str) -> tuple[str, str] | None:
    """Return ``("datasource", id)`` or ``("source", id)``; None for an address of nothing here."""
    for kind, start in (("datasource", _DATASOURCES), ("source", _SOURCES)):
        if uri.startswith(start):
            try:
                name = unquote(uri.removeprefix(start), errors="strict")
            except UnicodeDecodeError:
                return None
            return (kind, name) if name else None
    return None

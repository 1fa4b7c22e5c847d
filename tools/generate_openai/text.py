"""Pieces of text that all written files share."""

from __future__ import annotations

from collections.abc import Iterable


def head(version: str) -> str:
    """Return the first lines of a written file: what wrote it, and what it is derived from."""
    source = f"openai-python {version}, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE)"
    return (
        "# Written by tools/generate_openai (make generate): changes made here are lost.\n"
        f"# Derived from the interface of {source}, modified.\n"
        "\n"
        "from __future__ import annotations\n"
    )


def written_all(names: Iterable[str]) -> str:
    """Return the statement that says which names are public."""
    return f"\n__all__ = [{', '.join(map(repr, names))}]\n"

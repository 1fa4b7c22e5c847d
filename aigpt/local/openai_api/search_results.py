"""What a search found, as OpenAI tells it: of ``/v1/vector_stores`` and of the searches of ``/v1/responses``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aigpt.local.openai_api.citations import SourceFiles
from aigpt.local.openai_api.fields import Json

__all__ = ["result_of"]

_MIDDLE = 10.0  # the score of the search that is told as 0.5


def result_of(found: Mapping[str, Any], files: SourceFiles) -> Json:
    """Return a result of recall/search without its text, which is told in two ways."""
    return {
        "file_id": files.id({"id": found["id"]}),
        "filename": files.name({"id": found["id"], "title": found["subject"]}),
        "score": _score(found["score"]),
        "attributes": {name: found[name] for name in ("from", "timestamp") if found[name]} | files.attributes(found),
    }


def _score(score: float) -> float:
    """Return a score of the search, which has no upper bound, as one between 0 and 1 in the same order."""
    return round(max(0.0, score) / (max(0.0, score) + _MIDDLE), 6)

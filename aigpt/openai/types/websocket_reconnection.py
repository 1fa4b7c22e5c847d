# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

import dataclasses

from aigpt.openai._compat import TypedDict
from aigpt.openai._types import Headers, Query

__all__ = []


@dataclasses.dataclass(frozen=True)
class ReconnectingEvent:
    attempt: int
    max_attempts: int
    delay: float
    close_code: int
    extra_query: Query
    extra_headers: Headers


class ReconnectingOverrides(TypedDict, total=False):
    extra_query: Query
    extra_headers: Headers
    abort: bool

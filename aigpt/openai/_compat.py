"""Names that moved into the standard library with later versions of Python."""

from __future__ import annotations

import sys

# pydantic refuses typing.TypedDict below 3.12, and types.get_original_bases is 3.12's.
if sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    from typing_extensions import TypedDict

if sys.version_info >= (3, 13):
    from warnings import deprecated
else:
    from typing_extensions import deprecated

__all__ = ["TypedDict", "deprecated"]

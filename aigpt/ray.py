"""Calls for each row of a Ray Dataset (extra `ray`).

Behind it: `aigpt.bulk.ray_map`.
"""

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.bulk.ray_map import map  # noqa: A004 (what Ray Data calls it)

__all__ = ["map"]

if not TYPE_CHECKING:  # type checkers know the names above, and no others
    __getattr__, __dir__ = lazy_names(__name__, {"map": "aigpt.bulk.ray_map"})

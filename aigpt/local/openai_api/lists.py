"""Lists of objects, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aigpt.local.openai_api.errors import invalid
from aigpt.local.openai_api.fields import Json

__all__ = ["page", "whole_list"]

_DEFAULT, _MOST = 20, 100
_LONGEST = 9


def page(objects: Sequence[Json], query: Mapping[str, str], *, default: int = _DEFAULT, most: int = _MOST) -> Json:
    """Return the page of *objects*, given the oldest first, that *query* asks for: `limit, order, after, before`."""
    order = query.get("order", "desc")
    if order not in {"asc", "desc"}:
        raise invalid("order", "order must be asc or desc")
    ordered = list(objects) if order == "asc" else list(reversed(objects))
    limit = _limit(query.get("limit"), default, most)
    if "after" in query:
        start = _place(ordered, query["after"], "after") + 1
        shown = ordered[start : start + limit]
        more = start + limit < len(ordered)
    elif "before" in query:
        end = _place(ordered, query["before"], "before")
        shown = ordered[max(0, end - limit) : end]
        more = end > limit
    else:
        shown, more = ordered[:limit], len(ordered) > limit
    return whole_list(shown) | {"has_more": more}


def whole_list(objects: Sequence[Json]) -> Json:
    """Return all *objects* as one page."""
    first, last = (objects[0].get("id"), objects[-1].get("id")) if objects else (None, None)
    return {"object": "list", "data": list(objects), "first_id": first, "last_id": last, "has_more": False}


def _limit(given: str | None, default: int, most: int) -> int:
    if given is None:
        return default
    if not (given.isascii() and given.isdigit() and len(given) <= _LONGEST and int(given) > 0):
        raise invalid("limit", "limit must be a whole number from 1")
    return min(int(given), most)


def _place(ordered: Sequence[Json], name: str, param: str) -> int:
    for place, one in enumerate(ordered):
        if one["id"] == name:
            return place
    raise invalid(param, f"{param} is the id of nothing in this list; begin again without it")

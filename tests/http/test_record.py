"""Values with named fields: fixed once they are made, and copied with changes."""

from typing import Any

import pytest
from yarl import URL

from aigpt._http.options import Limits, Options, make_headers
from aigpt._http.record import Record
from aigpt._http.retry import RetryPolicy


class Point(Record):
    x: int
    y: int = 7


def test_a_field_that_is_not_given_has_the_default_of_its_class() -> None:
    assert (Point(x=1).x, Point(x=1).y, Point(x=1, y=2).y) == (1, 7, 2)


def test_a_record_is_fixed() -> None:
    point: Any = Point(x=1)
    with pytest.raises(AttributeError, match="Point is fixed: x cannot be set"):
        point.x = 2
    with pytest.raises(AttributeError, match="Point is fixed: x cannot be deleted"):
        del point.x
    assert point.x == 1


def test_a_copy_has_the_changes_and_the_original_has_not() -> None:
    point = Point(x=1, y=2)
    changed = point.replaced(x=3)
    assert (type(changed), changed.x, changed.y, point.x) == (Point, 3, 2, 1)


def test_options_with_changes_join_the_heads_of_their_requests_anew() -> None:
    """Their headers may be others."""
    options = Options(
        api_key="key",
        base_url=URL("https://example.com"),
        policy=RetryPolicy(),
        limits=Limits(None, None, 1.0, 1.0, 1, 1),
        headers=make_headers("key", None),
    )
    options.heads["POST", options.base_url] = b"head"
    changed = options.for_call(max_retries=0)
    assert (changed.heads, changed.policy.max_retries, changed.headers) == ({}, 0, options.headers)
    assert options.heads == {("POST", options.base_url): b"head"}
    assert options.policy.max_retries == 3
    assert "key" not in repr(options)

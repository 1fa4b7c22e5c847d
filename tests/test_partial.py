"""JSON as far as it has come: whatever the document and however it is cut, it grows, and ends as what it is."""

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aigpt._igpt.partial_output import PartialOutput
from aigpt._igpt.stream_protocols import RunProtocol
from aigpt._structured.partial_json import NOTHING, PartialJSON

DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=12,
)
LAYOUTS = st.sampled_from([{}, {"ensure_ascii": False}, {"indent": 2}, {"separators": (",", ":")}])


def values(text: str, cuts: list[int] | None = None) -> list[Any]:
    """Return the values that *text* gives when it comes cut at *cuts*, by default one character at a time."""
    partial, found = PartialJSON(), []
    edges = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)}) if cuts else list(range(len(text) + 1))
    for start, end in pairwise(edges):
        if partial.feed(text[start:end]):
            found.append(partial.value())
    whole = partial.finish()
    return found if whole is NOTHING or (found and found[-1] == whole) else [*found, whole]


def has_grown(old: Any, new: Any) -> bool:
    """Return whether *new* is what *old* may have become."""
    if type(old) is not type(new):
        return False
    if isinstance(old, str):
        return new.startswith(old)
    if isinstance(old, list):
        return len(old) <= len(new) and all(has_grown(*pair) for pair in zip(old, new, strict=False))
    if isinstance(old, dict):
        return list(new)[: len(old)] == list(old) and all(has_grown(old[name], new[name]) for name in old)
    return bool(old == new)


# ── any document ────────────────────────────────────────────────────────────────────────────────────────────────


@given(DOCUMENTS, LAYOUTS, st.lists(st.integers(0, 300), max_size=20))
@example({"a": ["\U0001f600\ud83d\\\n", {"": -0.5}]}, {}, [])
def test_what_was_given_only_grows_and_the_last_is_the_document(
    document: Any, layout: dict[str, Any], cuts: list[int]
) -> None:
    text = json.dumps(document, **layout)
    found = values(text, cuts)
    assert found[-1] == json.loads(text)
    assert all(has_grown(old, found[-1]) for old in found)
    assert all(has_grown(old, new) for old, new in pairwise(found))


@settings(max_examples=50)
@given(DOCUMENTS, LAYOUTS)
def test_every_beginning_gives_what_is_known_of_the_document(document: Any, layout: dict[str, Any]) -> None:
    text = json.dumps(document, **layout)
    partial = PartialJSON()
    for length, character in enumerate(text):
        partial.feed(character)
        so_far = partial.value()
        assert so_far is NOTHING or has_grown(so_far, json.loads(text))
        at_once = PartialJSON()
        at_once.feed(text[: length + 1])
        assert at_once.value() == so_far
    assert partial.finish() == json.loads(text)


@given(DOCUMENTS)
def test_what_was_given_is_not_changed_later(document: Any) -> None:
    partial, given_out = PartialJSON(), []
    for character in json.dumps(document):
        if partial.feed(character):
            value = partial.value()
            given_out.append((value, json.dumps(value)))
    assert all(json.dumps(value) == then for value, then in given_out)


def loads(text: str) -> Any:
    """Return what the standard library makes of *text*, lenient to line breaks in texts; NOTHING where it refuses."""

    def refuse(name: str) -> None:
        raise ValueError(name)

    try:
        return json.loads(text, strict=False, parse_constant=refuse)
    except ValueError:
        return NOTHING


NEARLY = st.text(alphabet='{}[]",:.0159eE+-\\u trufalsen\nd8', max_size=25)


@given(NEARLY, st.lists(st.integers(0, 25), max_size=8))
@example('"\\ud83d\\ude00"', [3, 9])
@example('"\\ud83d\\u0041"', [8])
@example('"\\ud83d"', [7])
@example("-", [])
@example("1.", [])
@example('{"a":1,}', [])
@example("[1 2]", [])
def test_what_is_json_and_what_is_not_is_what_the_standard_library_says(text: str, cuts: list[int]) -> None:
    found, expected = values(text, cuts), loads(text)
    partial = PartialJSON()
    partial.feed(text)
    whole = partial.finish()
    assert (whole is NOTHING) == (expected is NOTHING)
    assert expected is NOTHING or found[-1] == whole == expected


@given(DOCUMENTS, st.data())
def test_a_document_with_one_wrong_character_is_never_taken_for_whole(document: Any, data: st.DataObject) -> None:
    text = json.dumps(document)
    at = data.draw(st.integers(0, len(text)))
    wrong = text[:at] + data.draw(st.sampled_from('}],:"x0\\')) + text[at:]
    partial = PartialJSON()
    partial.feed(wrong)
    assert partial.finish() == loads(wrong)


# ── what comes when ─────────────────────────────────────────────────────────────────────────────────────────────

STEPS: dict[str, list[Any]] = {
    '"ab"': ["", "a", "ab"],
    "12": [12],
    "[1, 23]": [[], [1], [1, 23]],
    '{"key": "v"}': [{}, {"key": ""}, {"key": "v"}],
    '{"a": 1, "b": true}': [{}, {"a": 1}, {"a": 1, "b": True}],
    '{"a": {"b": []}}': [{}, {"a": {}}, {"a": {"b": []}}],
    r'"\u00e4\n"': ["", "ä", "ä\n"],
    r'"\ud83d\ude00"': ["", "\U0001f600"],
    "nope": [],
    "Sure: {}": [],
    '["a" oh': [[], [""], ["a"]],
}


@pytest.mark.parametrize("text", STEPS)
def test_a_number_comes_whole_and_a_key_when_its_value_begins(text: str) -> None:
    assert values(text) == STEPS[text]


def test_text_after_the_end_takes_nothing_back() -> None:
    partial = PartialJSON()
    assert partial.feed('{"a": 1} and that is all')
    assert (partial.value(), partial.broken, partial.finish()) == ({"a": 1}, True, NOTHING)
    assert not partial.feed('{"b": 2}')


@pytest.mark.parametrize("text", ["[" * 1_001, '{"a":' * 1_001, "9" * 6_000, "1" * 4_999 + " "])
def test_what_python_could_not_read_ends_the_growth(text: str) -> None:
    partial = PartialJSON()
    partial.feed(text)
    partial.feed(" ")
    assert partial.broken


def test_a_thousand_levels_are_read() -> None:
    partial = PartialJSON()
    partial.feed("[" * 1_000 + "]" * 1_000)
    assert not partial.broken
    depth, value = 0, partial.finish()
    while value:
        depth, value = depth + 1, value[0]
    assert depth == 999


def characters_given(length: int) -> int:
    partial, total = PartialJSON(), 0
    partial.feed('"')
    for _ in range(length // 8):
        if partial.feed("x" * 8):
            total += len(partial.value())
    return total


def test_a_long_answer_is_given_more_seldom_so_that_the_work_grows_as_its_length() -> None:
    """Each given value holds the whole text: if all were given, twice the length would be four times the work."""
    short, long = characters_given(1_000_000), characters_given(2_000_000)
    assert short < 100 * 1_000_000
    assert long < 2.2 * short


def test_a_short_answer_is_given_with_every_piece() -> None:
    assert len(values('"' + "x" * 5_000 + '"')) == 5_001


# ── of a stream ─────────────────────────────────────────────────────────────────────────────────────────────────


def delta(text: str) -> dict[str, Any]:
    return {"type": "run.output_text.delta", "delta": text}


def test_another_message_begins_anew() -> None:
    growth, dialect = PartialOutput(), RunProtocol()
    chunks = [
        delta("Let me see."),
        {"type": "run.output_item.start", "item": {"type": "message"}},
        delta('{"a"'),
        delta(": 1}"),
    ]
    assert [growth.value() for chunk in chunks if growth.take(dialect, chunk)] == [{}, {"a": 1}]


@pytest.mark.parametrize(
    ("text", "output", "rest"),
    [
        ('{"a": 1}', {"a": 1}, []),
        ('{"a": 1}', '{"a": 1}', []),
        ('{"a": 1', {"a": 1, "b": 2}, [{"a": 1, "b": 2}]),
        ("12", 12, [12]),
        ("12", "12", [12]),
        ("", {"a": 1}, [{"a": 1}]),
        ("", '{"a": 1}', [{"a": 1}]),
        ("", None, []),
        ("plain", "plain", []),
    ],
)
def test_the_last_value_is_the_output_and_is_given_once(text: str, output: Any, rest: list[Any]) -> None:
    growth = PartialOutput()
    if growth.take(RunProtocol(), delta(text)):
        growth.value()
    assert growth.rest(output) == rest


def test_what_was_held_back_is_given_before_the_whole() -> None:
    growth, dialect = PartialOutput(), RunProtocol()
    assert growth.take(dialect, delta('["' + "x" * 20_000))
    growth.value()
    assert not growth.take(dialect, delta("y"))
    assert growth.rest(None) == [["x" * 20_000 + "y"]]


def test_strings_may_be_left_out_until_they_are_whole() -> None:
    json = PartialJSON()
    found: list[Any] = []
    for piece in ('{"a": "x', 'y", "b": ["z', '", 1', "2]", "}"):
        json.feed(piece)
        found.append(json.value(whole_strings=True))
    assert found == [{}, {"a": "xy", "b": []}, {"a": "xy", "b": ["z"]}, *[{"a": "xy", "b": ["z", 12]}] * 2]
    text = PartialJSON()
    text.feed('"growing')
    assert (text.value(whole_strings=True), text.value()) == (NOTHING, "growing")

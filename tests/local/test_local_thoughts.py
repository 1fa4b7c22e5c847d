"""What a model thinks is not shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from local_model import FakeModel, says

from aigpt import AsyncIGPT
from aigpt.local import ChatModel, LocalServer
from aigpt.local.answer.thoughts import ThoughtFilter, without_thoughts

THOUGHTS = [
    ("Yes, 3 < 4 <b>and</b> <thin.", "Yes, 3 < 4 <b>and</b> <thin."),
    ("<think>\nWell.\n</think>\n\nYes [1].", "Yes [1]."),
    ("\n<THINKING>a < b</THINKING>Yes.", "Yes."),
    ("<think>One.</think><think>Two.</think> Yes.", "Yes."),
    ("Yes. <think>Or?</think> Yes.", "Yes.  Yes."),
    ("Yes. <think>Or", "Yes. "),
    ("<think>Never closed", ""),
    ("<think></think>", ""),
    ("Yes.</think> Yes.", "Yes. Yes."),
    ("Yes <think", "Yes <think"),
]


def shown(pieces: list[str]) -> str:
    thoughts = ThoughtFilter()
    return "".join([*map(thoughts.feed, pieces), thoughts.rest()])


@pytest.mark.parametrize(("said", "left"), THOUGHTS)
def test_thoughts_are_taken_out_wherever_the_pieces_are_cut(said: str, left: str) -> None:
    assert shown([said]) == left
    assert shown(list(said)) == left
    for first in range(len(said) + 1):
        for last in range(first, len(said) + 1):
            assert shown([said[:first], said[first:last], said[last:]]) == left


def test_only_what_may_become_a_tag_is_held_back() -> None:
    thoughts = ThoughtFilter()
    assert [thoughts.feed(piece) for piece in ("One ", "two <", "b", "> <th", "in", "k>x</think", "> three")] == [
        "One ", "two ", "<b", "> ", "", "", " three",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ('{"a": "<think>b</think>"}', '{"a": "<think>b</think>"}'),
        ('<think>{"a": 0}</think>{"a": "<think>b</think>"}', '{"a": "<think>b</think>"}'),
        ('So be it.</think>\n{"a": 1}', '\n{"a": 1}'),
        ("<think>a</think>```json\n[1]\n```", "```json\n[1]\n```"),
        ('<think>{"a": 1}', ""),
    ],
)
def test_thoughts_before_json(said: str, left: str) -> None:
    assert without_thoughts(said) == left


async def test_neither_a_stream_nor_an_answer_shows_thoughts(data: list[Path]) -> None:
    pieces = ["<th", "ink>The secret", " plan</thi", "nk>\n\nForty ", "[1]."]
    async with (
        FakeModel(says(*pieces)) as fake,
        LocalServer(data, port=0, model=ChatModel(fake.url, "fake")) as server,
        AsyncIGPT(api_key="any", user="me", base_url=server.url) as igpt,
    ):
        await server.indexed()
        question = "What budget did the board approve?"
        for method in (igpt.recall.ask, igpt.recall.run):
            assert (await method(input=question)).output == "Forty [1]."
            async with method(input=question, stream=True) as stream:
                assert "".join([piece async for piece in stream.text()]) == "Forty [1]."
                assert "secret" not in repr((await stream.final(), stream.reply))
        fake.turns = [says('<think>{"answer": "secret"}</think>{"answer": "Forty", "quotes": []}')]
        reply = await igpt.recall.ask(input=question, output_format="json")
        assert reply.output == {"answer": "Forty", "quotes": []}
        assert len(fake.asked) == 5


async def test_an_answer_of_thoughts_alone_is_an_error(data: list[Path]) -> None:
    async with (
        FakeModel(says("<think>On and on")) as fake,
        LocalServer(data, port=0, model=ChatModel(fake.url, "fake")) as server,
        AsyncIGPT(api_key="any", user="me", base_url=server.url) as igpt,
    ):
        await server.indexed()
        for output_format in ("text", "json"):
            reply = await igpt.recall.ask(input="What budget did the board approve?", output_format=output_format)
            assert reply == {
                "error": "model_error",
                "message": "the language model behind this server failed: its answer is empty",
            }

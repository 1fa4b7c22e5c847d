"""That there is no answer is said, and what takes a language model."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from local_making import client_of, mail

from aigpt import AsyncIGPT
from aigpt.local.answer.model_tasks import find_task

NOTHING = "Nothing was found about this in the indexed messages."
BOX = [
    mail(
        "The train to Berlin was late again. We ate in a restaurant near the station.\n\nI lost my umbrella there.",
        Subject="Berlin",
    ),
    mail("My daughter Lea is four now. She likes the piano.", Subject="Family", From="Bo Cole <bo@x.example>"),
    mail(
        "Why is a viola larger than a violin?\n\nIt only looks so, since a violinist's head is bigger.", Subject="Joke"
    ),
    mail("How long does the battery last?", Subject="Battery", Message_ID="<1@x.example>"),
    mail("It lasts for nine hours. The battery is new.", Subject="Re: Battery", References="<1@x.example>"),
    *(mail(f"Item {n}: the meeting is at noon, as ever.", Subject=f"Agenda {n}") for n in range(12)),
]


@pytest.fixture
async def igpt(tmp_path: Path) -> AsyncIterator[AsyncIGPT]:
    async with client_of(tmp_path, BOX) as client:
        yield client


@pytest.mark.parametrize(
    "question",
    [
        "What is my flight number to Berlin?",
        "When is my dentist appointment at noon?",
        "Which hotel did Ann Bell book in Berlin?",
        "What is the name of Bo Cole's wife?",
        "How much does the piano teacher charge?",
        "When did Ann Bell lose her daughter's violin?",
    ],
)
async def test_words_that_do_not_stand_together_are_no_answer(igpt: AsyncIGPT, question: str) -> None:
    assert (await igpt.recall.search(query=question)).results
    reply = await igpt.recall.ask(input=question)
    assert (reply.output, reply.sources) == (NOTHING, [])
    reply = await igpt.recall.run(input=question, output_format="json")
    assert (reply.output, reply.sources) == ({"answer": None, "quotes": []}, [])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What was late?", "The train to Berlin was late again."),
        ("Where is the umbrella?", "I lost my umbrella there."),
        ("How old is Bo Cole's daughter?", "My daughter Lea is four now."),
        ("Which instrument does Lea like?", "She likes the piano."),
        ("What did Ann say about the restaurant in Berlin?", "We ate in a restaurant near the station."),
        ("Why is the viola larger than the violin?", "a violinist's head is bigger."),
        ("How long does the battery last?", "It lasts for nine hours."),
    ],
)
async def test_what_is_there_is_quoted(igpt: AsyncIGPT, question: str, answer: str) -> None:
    assert answer in (await igpt.recall.ask(input=question)).output


async def test_quotes_and_sources_come_in_the_order_of_the_search(igpt: AsyncIGPT) -> None:
    question = "How long does the battery last?"
    found = [result["id"] for result in (await igpt.recall.search(query=question)).results]
    reply = await igpt.recall.ask(input=question, output_format="json")
    quoted = list(dict.fromkeys(quote["source"] for quote in reply.output["quotes"]))
    assert len(quoted) > 1
    assert quoted == [source["id"] for source in reply.sources]
    assert quoted == sorted(quoted, key=found.index)
    assert quoted[0] == found[0]


async def test_what_takes_a_model_says_so_and_quotes(igpt: AsyncIGPT) -> None:
    reply = await igpt.recall.ask(input="Summarize what was said about the battery.")
    note, _, quotes = reply.output.partition("\n\n")
    assert note == (
        "A summary takes a language model; start the server with one (aigpt serve --model-url …). "
        "The sentences that fit best:"
    )
    assert "The battery is new." in quotes
    assert reply.sources
    reply = await igpt.recall.ask(input="Compare the viola and the violin", output_format="json")
    assert reply.output["note"].startswith("A comparison takes a language model; ")
    assert "viola" in reply.output["answer"]
    reply = await igpt.recall.ask(input="Summarize the discussion about sailing.")
    assert (reply.output, reply.sources) == (NOTHING, [])


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Can you give me a short summary of the thread?", "A summary"),
        ("What's the gist of Ann's mail?", "A summary"),
        ("Overview of August", "A summary"),
        ("What are the main differences between A and B?", "A comparison"),
        ("How do the two offers differ?", "A comparison"),
        ("Please translate Ann's mail", "A translation"),
        ("Write a polite reply to Ann", "A draft"),
        ("Analyse the figures", "An analysis"),
    ],
)
def test_tasks_of_a_model(question: str, name: str) -> None:
    task = find_task(question)
    assert task is not None
    assert task.note.startswith(f"{name} takes a language model")
    assert "--model-url" in task.note


@pytest.mark.parametrize(
    "question",
    ["Who wrote the summary?", "When does the comparison end?", "What did Ann translate?", "Who wrote a letter?"],
)
def test_questions_about_such_tasks_take_none(question: str) -> None:
    assert find_task(question) is None

"""Which sentences are quoted: none twice, none again in a follow-up, rows of tables behind sentences."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from local_making import Post, mail, mbox

ROWS = "item,amount_eur,when\nFilm on open water,4200,launch week\nTraining,900,before launch\n"


def with_table() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Cy <cy@x.example>", "Costs of the launch"
    message["Date"] = "Mon, 04 Mar 2024 10:00:00 +0000"
    message.set_content("See the table.")
    message.add_attachment(ROWS.encode(), maintype="text", subtype="csv", filename="costs.csv")
    return message.as_bytes()


@pytest.fixture
def data(tmp_path: Path) -> list[Path]:
    box = [
        mail("The ferry plan? It needs a new ferry plan for the harbour. The council wants it.", Subject="Ferry"),
        mail("Zoe was against the ferry plan because of the noise.", Subject="Noise", From="Zoe <zoe@x.example>"),
        mail("We discussed it on the quay, and all agreed that the launch is on Friday.", Subject="Friday"),
        with_table(),
    ]
    (tmp_path / "a.mbox").write_bytes(mbox(box))
    return [tmp_path / "a.mbox"]


async def test_no_sentence_is_quoted_twice(post: Post) -> None:
    quotes = (await post("recall/ask", input="What about the ferry plan?", output_format="json"))["output"]["quotes"]
    texts = [quote["text"] for quote in quotes]
    assert texts
    assert not [one for one in texts if any(one in other for other in texts if other is not one)]
    assert sum("It needs a new ferry plan" in text for text in texts) == 1


async def test_a_follow_up_brings_what_was_not_quoted_or_says_that_there_is_no_more(post: Post) -> None:
    first = "Who wants the new ferry plan for the harbour?"
    told = [
        {"role": "user", "content": first},
        {"role": "assistant", "content": "“It needs a new ferry plan for the harbour.”"},
    ]
    reply = await post("recall/run", input="And who was against it?", history=told)
    assert reply["output"].startswith("“Zoe was against the ferry plan because of the noise.”")
    assert "It needs a new" not in reply["output"]
    told += [{"role": "user", "content": "And who was against it?"}, {"role": "assistant", "content": reply["output"]}]
    more = await post("recall/run", input="And who was against it?", history=told)
    assert more["output"] == "Nothing more was found about this than what was quoted before."
    assert more["metadata"] == {"sources": []}
    else_ = await post("recall/run", input="What else about it?", history=told)
    assert not any(said in else_["output"] for said in ("It needs a new ferry plan", "Zoe was against"))
    again = await post("recall/run", input=first, history=told)  # it asks all of it again
    assert "“" in again["output"]


async def test_rows_of_a_table_rank_behind_sentences(post: Post) -> None:
    output = (await post("recall/ask", input="When is the launch?"))["output"]
    assert output.startswith("“We discussed it on the quay, and all agreed that the launch is on Friday.”")
    assert "amount_eur" not in output
    output = (await post("recall/ask", input="How much is the film on open water?"))["output"]
    assert output.startswith("“Film on open water,4200,launch week”\n— Cy")

"""A day or a person that a question names, where there is nothing of them: the answer says so first."""

from __future__ import annotations

from pathlib import Path

import pytest
from local_making import Post, mail, mbox

ZOO = "The penguin house opens at nine. Its fish comes from Norway."


@pytest.fixture
def data(tmp_path: Path) -> list[Path]:
    bo = {"From": "Bo Cole <bo@x.example>"}
    box = [
        mail(ZOO, Subject="Zoo", Date="Mon, 04 Mar 2024 10:00:00 +0000", **bo),
        mail("The penguin house needs paint.", Subject="Paint", Date="Tue, 05 Mar 2024 10:00:00 +0000"),
        mail("The launch of the Heron is on 12 May 2031 at noon.", Subject="Launch"),
    ]
    (tmp_path / "a.mbox").write_bytes(mbox(box))
    return [tmp_path / "a.mbox"]


@pytest.mark.parametrize(
    ("question", "beginning", "has", "has_not"),
    [
        (
            "What did Bo Cole write in May 2031 about the penguin house?",
            "Nothing about this from Bo Cole between 2031-05-01 and 2031-05-31 was found; of other days:\n\n“",
            "opens at nine",
            "paint",
        ),
        (
            "What was said about the penguin house on 3 June 2025?",
            "Nothing about this of 2025-06-03 was found; without that:\n\n“",
            "penguin house",
            "Heron",
        ),
        ("What happened in June 2001?", "Nothing was found between 2001-06-01 and 2001-06-30 in the", "", "“"),
        (
            "What did Bo Cole write in 2019?",
            "Nothing was found from Bo Cole between 2019-01-01 and 2019-12-31",
            "",
            "“",
        ),
        ("What happens on 12 May 2031?", "“The launch of the Heron is on 12 May 2031", "", "penguin"),
        ("What is there about the launch on 12 May 2031?", "“The launch of the Heron is on 12 May 2031", "", "penguin"),
        ("What did Bo Cole write about the penguin house?", "“The penguin house opens", "", "Nothing"),
    ],
)
async def test_what_was_not_found_is_said_first(
    post: Post, question: str, beginning: str, has: str, has_not: str
) -> None:
    for route in ("recall/ask", "recall/run"):
        reply = await post(route, input=question)
        assert reply["output"].startswith(beginning)
        assert has in reply["output"]
        assert has_not not in reply["output"]
        noted = (await post(route, input=question, output_format="json"))["output"]
        assert noted.get("note", "“").startswith(beginning.removesuffix("\n\n“")[:60]) == ("note" in noted)
        assert ("note" in noted) == beginning.startswith("Nothing")
        assert bool(noted["quotes"]) == bool(reply["metadata"]["sources"]) == ("“" in reply["output"])


async def test_a_search_still_finds_what_has_the_words(post: Post) -> None:
    assert (await post("recall/search", query="penguin house in May 2031"))["results"]

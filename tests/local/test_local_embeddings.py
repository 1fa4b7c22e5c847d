"""Search by meaning: vectors of a model, made in the background, kept in the database, never in the way."""

from __future__ import annotations

import asyncio
import math
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from local_embeddings import FakeEmbeddings, vector_of
from local_making import mail, mbox
from local_openai import strict_client

from aigpt.local import EmbeddingModel, EmbeddingProgress, LocalServer, LocalServerError
from aigpt.local.embed import embedder, embedding_client
from aigpt.local.embed.passage_texts import passage_parts
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.search.fusion import fuse
from aigpt.local.search.window_merging import Candidate
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import add_datasource
from aigpt.local.store.vectors import PassageTexts, next_without_vectors, prepare_vectors
from aigpt.openai import APIStatusError, BadRequestError

MESSAGES = [
    ("Vessel", "The barge leaves the quay at noon.", "Mon, 04 Mar 2024 09:00:00 +0000"),
    ("Puppy", "The hound sleeps in its kennel.", "Tue, 05 Mar 2024 09:00:00 +0000"),
    ("Invoice", "The cost of the roof is high.", "Wed, 06 Mar 2024 09:00:00 +0000"),
]


@pytest.fixture
async def embeddings() -> AsyncIterator[FakeEmbeddings]:
    async with FakeEmbeddings() as running:
        yield running


@pytest.fixture
def box(tmp_path: Path) -> Path:
    path = tmp_path / "mail.mbox"
    path.write_bytes(
        mbox(
            [
                mail(body, Subject=subject, Date=date, Message_ID=f"<{n}@x.example>")
                for n, (subject, body, date) in enumerate(MESSAGES)
            ]
        )
    )
    return path


async def search(server: LocalServer, query: str, **body: Any) -> list[dict[str, Any]]:
    async with (
        aiohttp.ClientSession(headers={"Authorization": "Bearer any"}) as session,
        session.post(f"{server.url}/recall/search", json={"user": "me", "query": query, **body}) as response,
    ):
        assert response.status == 200
        return list((await response.json())["results"])


async def subjects(server: LocalServer, query: str, **body: Any) -> list[str]:
    return [result["subject"] for result in await search(server, query, **body)]


def model(embeddings: FakeEmbeddings, name: str = "small", **more: Any) -> EmbeddingModel:
    return EmbeddingModel(embeddings.url, name, **more)


def count_rows(db: Path) -> int:
    connection = sqlite3.connect(db)
    try:
        return int(connection.execute("SELECT count(*) FROM vectors").fetchone()[0])
    finally:
        connection.close()


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedder, "_PAUSES", (0.02,))


@pytest.mark.processes
async def test_what_is_alike_in_meaning_is_found(embeddings: FakeEmbeddings, box: Path) -> None:
    """None of the question's words is in the message that answers it; "leaves" is in another one's."""
    seen: list[EmbeddingProgress] = []
    async with LocalServer([box], port=0, embedding_model=model(embeddings), on_embedding=seen.append) as server:
        await server.embedded()
        assert (await subjects(server, "ferry ships"))[0] == "Vessel"
        assert (await subjects(server, "Is the puppy expensive?"))[0] == "Puppy"
        # Filters hold for what is alike, too.
        assert await subjects(server, "ferry ships", date_from="2024-03-05", date_to="2024-03-05") == ["Puppy"]
    assert seen[-1] == EmbeddingProgress(3, 3, finished=True)
    assert "Vessel\nThe barge leaves the quay at noon." in embeddings.texts


async def test_the_key_is_sent_and_shown_nowhere(embeddings: FakeEmbeddings, box: Path) -> None:
    with_key = model(embeddings, key="sk-SECRET")
    assert "SECRET" not in repr(with_key)
    async with LocalServer([box], port=0, embedding_model=with_key) as server:
        await server.embedded()
    assert {headers["Authorization"] for headers in embeddings.headers} == {"Bearer sk-SECRET"}
    embeddings.headers.clear()
    async with LocalServer([box], port=0, embedding_model=model(embeddings)) as server:
        await server.embedded()
    assert not any("Authorization" in headers for headers in embeddings.headers)


async def test_searches_by_words_do_not_wait_for_vectors(embeddings: FakeEmbeddings, box: Path) -> None:
    embeddings.open.clear()
    async with LocalServer([box], port=0, embedding_model=model(embeddings, question_timeout=0.05)) as server:
        await server.indexed()
        await embeddings.arrived.wait()
        assert await subjects(server, "Where is the barge?") == ["Vessel"]
        embeddings.open.set()
        await server.embedded()
        assert (await subjects(server, "ferry"))[0] == "Vessel"


async def test_a_failing_model_breaks_nothing_and_is_tried_again(
    embeddings: FakeEmbeddings, box: Path, no_pauses: None, caplog: pytest.LogCaptureFixture
) -> None:
    embeddings.status = 404
    async with LocalServer([box], port=0, embedding_model=model(embeddings)) as server:
        await server.indexed()
        await embeddings.arrived.wait()
        assert await subjects(server, "Where is the barge?") == ["Vessel"]
        embeddings.status = 200
        await server.embedded()
        assert (await subjects(server, "ferry"))[0] == "Vessel"
    said = [record.getMessage() for record in caplog.records if record.name == "aigpt.local.model"]
    assert len(said) == 1  # for the passages and the question, however often it failed
    assert "status 404; check the URL and the name of the model" in said[0]
    assert not any("SECRET-WORDS" in text or "barge" in text for text in said)


async def test_a_text_too_long_for_the_model_is_cut(embeddings: FakeEmbeddings, box: Path) -> None:
    embeddings.longest = 300
    with box.open("ab") as file:
        file.write(mbox([mail("The ship is long. " * 100, Subject="Long", Message_ID="<long@x.example>")]))
    async with LocalServer([box], port=0, embedding_model=model(embeddings)) as server:
        await server.embedded()
        assert (await subjects(server, "ferry", max_results=1)) == ["Long"]


async def test_vectors_are_kept_made_anew_for_another_model_and_deleted(
    embeddings: FakeEmbeddings, box: Path, tmp_path: Path
) -> None:
    db = tmp_path / "index.db"
    async with LocalServer([box], port=0, db=db, embedding_model=model(embeddings)) as server:
        await server.embedded()
    assert count_rows(db) == 3
    made = len(embeddings.texts)
    async with LocalServer([box], port=0, db=db, embedding_model=model(embeddings)) as server:
        await server.embedded()
    assert len(embeddings.texts) == made  # the same model: nothing is asked for again
    async with LocalServer([box], port=0, db=db, embedding_model=model(embeddings, "other")) as server:
        await server.embedded()
    assert len(embeddings.texts) == 2 * made
    async with LocalServer([box], port=0, db=db) as server:  # without a model: by words, the vectors stay
        await server.indexed()
        assert await subjects(server, "ferry") == []
        await disconnect(server)
    assert count_rows(db) == 0


async def disconnect(server: LocalServer) -> None:
    headers = {"Authorization": "Bearer any"}
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.post(f"{server.url}/datasources/list", json={"user": "me"}) as response:
            (source,) = (await response.json())["datasources"]
        body = {"user": "me", "id": source["id"]}
        async with session.post(f"{server.url}/datasources/disconnect", json=body) as response:
            assert (await response.json())["status"] == "disconnected"


async def test_a_model_of_the_same_name_with_other_vectors_is_another_one(
    embeddings: FakeEmbeddings, box: Path, tmp_path: Path
) -> None:
    db = tmp_path / "index.db"
    async with LocalServer([box], port=0, db=db, embedding_model=model(embeddings)) as server:
        await server.embedded()
    embeddings.dimensions += 3
    with box.open("ab") as file:
        file.write(mbox([mail("A ferry.", Subject="More", Message_ID="<more@x.example>")]))
    async with LocalServer([box], port=0, db=db, embedding_model=model(embeddings)) as server:
        await server.embedded()
        assert set((await subjects(server, "vessel ships"))[:2]) == {"Vessel", "More"}
    assert count_rows(db) == 4


async def test_what_was_embedded_before_a_stop_is_not_embedded_again(
    embeddings: FakeEmbeddings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedder, "_AT_A_TIME", 1)
    monkeypatch.setattr(embedder, "_AT_ONCE", 1)
    box, db = tmp_path / "mail.mbox", tmp_path / "index.db"
    box.write_bytes(mbox([mail(f"Ship {n}", Subject=f"S{n}", Message_ID=f"<{n}@x.example>") for n in range(6)]))
    stopped = asyncio.Event()

    def show(progress: EmbeddingProgress) -> None:
        if progress.done >= 2:
            embeddings.open.clear()
            stopped.set()

    async with LocalServer([box], port=0, db=db, embedding_model=model(embeddings), on_embedding=show):
        await stopped.wait()
    embeddings.open.set()
    stored = count_rows(db)
    assert 2 <= stored < 6
    embeddings.inputs.clear()
    async with LocalServer([box], port=0, db=db, embedding_model=model(embeddings)) as server:
        await server.embedded()
    assert len(embeddings.texts) == 6 - stored
    assert count_rows(db) == 6


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (lambda: EmbeddingModel("http://models.example/v1", "small"), "plain http"),
        (lambda: EmbeddingModel("http://127.0.0.1:1/v1", " "), "name is blank"),
        (lambda: EmbeddingModel("http://127.0.0.1:1/v1", "small", "a\nb"), "key is not usable"),
        (lambda: EmbeddingModel("http://127.0.0.1:1/v1", "small", timeout=0), "timeout"),
    ],
)
def test_bad_options_are_named(made: Callable[[], object], problem: str) -> None:
    with pytest.raises(LocalServerError, match=problem):
        made()


def test_without_numpy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_nothing(_: str) -> None: ...

    monkeypatch.setattr(embedding_client, "find_spec", find_nothing)
    with pytest.raises(LocalServerError, match=r"needs numpy: pip install .*\[numpy\]"):
        EmbeddingModel("http://127.0.0.1:1/v1", "small")


def passage(own: str, *, subject: str = "", quoted: str = "", lines: tuple[int, int] | None = None) -> PassageTexts:
    first, last = lines or (None, None)
    return PassageTexts(1, first, last, 0, 0, subject, own, quoted, "")


def test_long_passages_are_embedded_in_parts() -> None:
    lines = [f"Line {n} of the harbour." for n in range(120)]
    parts = passage_parts(passage("\n".join(lines), subject="Harbour"))
    assert len(parts) > 2
    assert all(part.startswith("Harbour\n") and len(part) <= 1_010 for part in parts)
    assert [line for part in parts for line in part.split("\n")[1:]] == lines
    assert passage_parts(passage("", quoted="only quoted")) == ["only quoted"]
    assert passage_parts(passage(" ")) == []
    assert passage_parts(passage("words", subject="file name", lines=(3, 3))) == ["words"]
    assert max(map(len, passage_parts(passage("x" * 5_000)))) <= 1_000


async def test_each_line_of_notes_is_embedded_once_and_found_in_any_passage(
    embeddings: FakeEmbeddings, tmp_path: Path
) -> None:
    lines = [f"Sentence number{n} about the harbour." for n in range(1, 121)]
    lines[59] = "Here a dog barks."  # line 60, in the passages of lines 31, 41 and 51 on
    notes = tmp_path / "notes.txt"
    notes.write_text("\n".join(lines))
    async with LocalServer([notes], port=0, embedding_model=model(embeddings)) as server:
        await server.embedded()
        sent = [line for text in embeddings.texts for line in text.split("\n")]
        assert sorted(sent) == sorted(lines)
        first, *_ = await search(server, "puppy hound")
    assert first["lines"][0] <= 60 <= first["lines"][1]


def test_the_last_passages_of_a_long_file_are_found_as_soon_as_the_first(tmp_path: Path) -> None:
    """By the steps that SQLite takes, whatever the machine does else."""
    (tmp_path / "a.txt").write_text("".join(f"{number} line\n" for number in range(20_000)))
    store = Store(tmp_path / "index.db")
    with store.writing() as db:
        add_datasource(db, "me", tmp_path / "a.txt", "notes")
        prepare_vectors(db, "m")
    Indexer(store, lambda _: None).run()
    steps: list[int] = []
    with store.reading() as db:
        first, last = db.execute("SELECT min(id), max(id) FROM passages").fetchone()
        for after in (first + 8, last - 32):
            count = [0]
            db.set_progress_handler(lambda count=count: count.append(0), 10)
            found = next_without_vectors(db, after, 32)
            db.set_progress_handler(None, 0)
            steps.append(len(count))
            assert [(one.shared, one.overlapped) for one in found[:-1]] == [(20, 2)] * 31
    store.close()
    assert steps[1] < 2 * steps[0]


def test_two_rankings_are_merged_by_rank() -> None:
    one, two, three = (Candidate(n, n, None, None, score) for n, score in ((1, 90.0), (2, 9.0), (3, 0.1)))
    merged = fuse([one, two], [three, two])
    assert [hit.passage for hit in merged] == [2, 1, 3]
    assert merged[0].score == 90.0  # on the scale of the ranking by words
    assert [hit.passage for hit in fuse([], [three])] == [3]
    assert fuse([one], [])[0].passage == 1
    assert fuse([], []) == []


def test_the_fake_tells_topics_apart() -> None:
    assert vector_of("a ship")[0] > 0 == vector_of("a dog")[0]


# ── /v1/embeddings ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("which", ["aigpt", "openai"])
async def test_clients_get_vectors_of_the_same_model(box: Path, embeddings: FakeEmbeddings, which: str) -> None:
    model = EmbeddingModel(embeddings.url, "small")
    texts = [f"ship{' ship' * (number % 5)} word" for number in range(130)]
    wanted = [vector_of(text) for text in texts]
    async with (
        LocalServer([box], port=0, readers=0, embedding_model=model) as server,
        strict_client(which, server.url, strict=which == "aigpt") as client,
    ):
        await server.embedded()
        embeddings.inputs.clear()
        for form in ({}, {"encoding_format": "float"}):
            made = await client.embeddings.create(model="small", input=texts, **form)
            assert [one.index for one in made.data] == list(range(130))
            for one, vector in zip(made.data, wanted, strict=True):
                length = math.hypot(*vector)
                assert list(one.embedding) == pytest.approx([number / length for number in vector], rel=1e-5)
        assert embeddings.texts == texts * 2
        assert max(map(len, embeddings.inputs)) == 64


async def test_a_text_that_the_model_refuses_is_the_clients_error(box: Path, embeddings: FakeEmbeddings) -> None:
    model = EmbeddingModel(embeddings.url, "small")
    async with (
        LocalServer([box], port=0, readers=0, embedding_model=model) as server,
        strict_client("aigpt", server.url) as client,
    ):
        await server.embedded()
        embeddings.longest = 50
        with pytest.raises(BadRequestError, match="too long") as refused:
            await client.embeddings.create(model="small", input=["a ship", "x" * 100])
        assert (refused.value.param, "SECRET" in str(refused.value)) == ("input", False)
        embeddings.status = 401
        with pytest.raises(APIStatusError) as failed:
            await client.embeddings.create(model="small", input=["a ship"])
        assert failed.value.status_code == 502

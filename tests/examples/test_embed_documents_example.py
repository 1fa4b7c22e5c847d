"""examples/embed_documents.py, started as its first lines say, interrupted, and started again."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import numpy as np
import pytest

from aigpt.testing import Call, OpenAIServer

pytestmark = pytest.mark.forked

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "embed_documents.py"
SECRET = "a text that nobody else is to read"


def vectors(call: Call) -> list[list[float]]:
    """Return vectors that tell which text they are of."""
    given = call.json["input"]
    return [[float(len(text)), 0.5] for text in ([given] if isinstance(given, str) else given)]


@asynccontextmanager
async def started(folder: Path, *arguments: str, **variables: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-W", "error", EXAMPLE, *arguments, cwd=folder, env={**os.environ, **variables},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def embed(folder: Path, *arguments: str, **variables: str) -> tuple[int | None, str, str]:
    async with started(folder, *arguments, **variables) as process:
        output, errors = await asyncio.wait_for(process.communicate(), 60)
        return process.returncode, output.decode(), errors.decode()


def no_leftovers(folder: Path) -> bool:
    return not list(folder.glob("*.tmp"))


def check(folder: Path, name: str) -> list[str]:
    """Check that each vector is that of its text, and that nothing else is left; return the texts."""
    lines = (folder / f"{name}.texts.jsonl").read_text().splitlines()
    texts = [json.loads(line)["input"] for line in lines]
    found = np.load(folder / f"{name}.npy")
    assert found.dtype == np.float32
    assert found.tolist() == [[len(text), 0.5] for text in texts]
    assert no_leftovers(folder)
    return texts


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    (folder / "trips").mkdir(parents=True)
    (folder / "otters.md").write_text("Otters\n\n\n\nsleep afloat.\n\n" + "word " * 700)
    (folder / "trips" / "Bergen.txt").write_text("Bergen is wet — and green.")
    (folder / "empty.txt").write_text("\n")
    (folder / "picture.png").write_bytes(b"\xff\xd8")
    return tmp_path


async def test_a_folder_becomes_vectors(notes: Path, openai_server: OpenAIServer) -> None:
    openai_server.embeddings(vectors)
    code, output, errors = await embed(notes, "notes", "-o", "out.npy")
    assert (code, output) == (0, "4 vectors of 2 numbers, 4 tokens in all\n")
    assert errors.startswith("4 of 4 passages, 4 tokens\n1 call: 1 ok, 0 failed\n")
    texts = check(notes, "out")
    assert texts[0] == "Otters\n\nsleep afloat."
    assert max(map(len, texts)) <= 2000
    assert "".join(texts[1:3]).replace(" ", "") == "word" * 700
    assert texts[3] == "Bergen is wet — and green."
    assert len(openai_server.calls) == 1
    if os.name == "posix":
        assert (notes / "out.texts.jsonl").stat().st_mode & 0o777 == 0o600


async def test_lines_of_json_become_vectors(tmp_path: Path, openai_server: OpenAIServer) -> None:
    openai_server.embeddings(vectors)
    (tmp_path / "texts.jsonl").write_text('"one"\n\n{"id": "b", "text": "three"}\n')
    code, _, errors = await embed(tmp_path, "texts.jsonl", "-o", "out.npy", "--batch-size", "1")
    assert code == 0, errors
    assert check(tmp_path, "out") == ["one", "three"]
    assert len(openai_server.calls) == 2


async def test_after_ctrl_c_the_same_command_goes_on(tmp_path: Path, openai_server: OpenAIServer) -> None:
    texts = [f"text{'x' * number}" for number in range(40)]
    (tmp_path / "texts.jsonl").write_text("".join(f"{json.dumps(text)}\n" for text in texts))
    command = ["texts.jsonl", "-o", "out.npy", "--batch-size", "2"]
    gate = openai_server.gate()
    openai_server.embeddings(vectors, times=5)
    openai_server.embeddings(vectors, after=gate, times=8)
    openai_server.embeddings(vectors)
    async with started(tmp_path, *command) as process:
        assert await gate.reached(8, timeout=280)  # all that are sent at a time
        process.send_signal(signal.SIGINT)
        _, errors = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 130
    assert errors.decode().endswith("10 of 40 passages, 10 tokens\n\nInterrupted. The same command goes on.\n")
    assert not (tmp_path / "out.npy").exists()
    gate.open()
    before = len(openai_server.calls)
    code, output, errors_again = await embed(tmp_path, *command)
    assert (code, output) == (0, "40 vectors of 2 numbers, 40 tokens in all\n"), errors_again
    assert sum(len(call.json["input"]) for call in openai_server.calls[before:]) == 30
    assert check(tmp_path, "out") == texts


async def test_limits_are_waited_for_and_failures_sent_again(notes: Path, openai_server: OpenAIServer) -> None:
    command = ["notes", "-o", "out.npy", "--batch-size", "1"]
    openai_server.error(429, "slow down", retry_after=0.01, route="embeddings")
    openai_server.error(400, "too long", route="embeddings")
    openai_server.embeddings(vectors)
    code, output, errors = await embed(notes, *command)
    assert (code, output) == (1, "")
    assert errors.endswith("1 of 4 passages have no vector: see out.rows.jsonl. The same command tries again.\n")
    assert not (notes / "out.npy").exists()
    assert (await embed(notes, *command))[0] == 0
    assert len(openai_server.calls) == 6
    check(notes, "out")


async def test_a_refused_key_stops_it(notes: Path, openai_server: OpenAIServer) -> None:
    openai_server.error(401, "wrong key", route="embeddings", times=None)
    code, output, errors = await embed(notes, "notes", "-o", "out.npy")
    assert (code, output) == (1, "")
    assert "\nStopped: " in f"\n{errors}"
    assert errors.endswith(" The same command goes on.\n")


async def test_other_texts_or_another_model_need_a_new_start(notes: Path, openai_server: OpenAIServer) -> None:
    openai_server.embeddings(vectors)
    assert (await embed(notes, "notes", "-o", "out.npy"))[0] == 0
    (notes / "notes" / "new.md").write_text("new")
    code, _, errors = await embed(notes, "notes", "-o", "out.npy")
    assert (code, "belongs to another run" in errors, "--fresh" in errors) == (1, True, True)
    assert len(check(notes, "out")) == 4  # as before
    assert (await embed(notes, "notes", "-o", "out.npy", "--fresh", "--model", "other"))[0] == 0
    assert len(check(notes, "out")) == 5


@pytest.mark.parametrize(
    ("content", "arguments", "says"),
    [
        (None, [], "texts.jsonl: No such file or directory\n"),
        (b"", [], "there is no text in texts.jsonl\n"),
        (b'"one"\n{"text": 2}\n', [], "line 2 of texts.jsonl is not a text in JSON, nor an object with a `text`\n"),
        (SECRET.encode(), [], "line 1 of texts.jsonl is not a text in JSON, nor an object with a `text`\n"),
        (b"\xff\xfe", [], "texts.jsonl is not UTF-8\n"),
        (b'"one"\n{"id": 1, "text": "two"}\n', [], "texts.jsonl has two texts with the id '1'\n"),
        (b'"one"\n', ["--batch-size", "0"], "batch_size must be a whole number of at least 1\n"),
        (b'"one"\n', ["-o", "missing/out.npy"], "missing/out.texts.tmp: No such file or directory\n"),
    ],
)
async def test_wrong_input_is_told_in_one_line(
    content: bytes | None, arguments: list[str], says: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "texts.jsonl").write_bytes(content)
    done = await embed(tmp_path, "texts.jsonl", "-o", "out.npy", *arguments, OPENAI_API_KEY="k")
    assert done == (1, "", says)
    assert no_leftovers(tmp_path)


async def test_a_missing_key_is_named(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    code, output, errors = await embed(notes, "notes", "-o", "out.npy")
    assert (code, output, errors.count("\n")) == (1, "", 1)
    assert "OPENAI_API_KEY" in errors


async def test_texts_that_changed_since_are_refused(tmp_path: Path, openai_server: OpenAIServer) -> None:
    openai_server.embeddings(vectors)
    (tmp_path / "texts.jsonl").write_text('{"id": "a", "text": "one"}\n')
    assert (await embed(tmp_path, "texts.jsonl", "-o", "out.npy"))[0] == 0
    (tmp_path / "texts.jsonl").write_text('{"id": "a", "text": "another"}\n')
    code, _, errors = await embed(tmp_path, "texts.jsonl", "-o", "out.npy")
    assert code == 1
    assert "out.rows.jsonl holds answers to rows that have changed since" in errors
    assert "--fresh" in errors
    assert check(tmp_path, "out") == ["one"]
    assert (await embed(tmp_path, "texts.jsonl", "-o", "out.npy", "--fresh"))[0] == 0
    assert check(tmp_path, "out") == ["another"]

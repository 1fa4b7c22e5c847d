"""Embeds the texts of a folder (.txt, .md) or of a file of JSON lines, many in one call, into a NumPy file.

With `OPENAI_API_KEY` set (and `OPENAI_BASE_URL`, for another server of the protocol that has embeddings):

    pip install '.[bulk,numpy]' && python examples/embed_documents.py ~/notes -o notes.npy

Row n of notes.npy is the vector of line n of notes.texts.jsonl, a passage with the name of its file. A line of JSON is
a text, or an object with a `text` and perhaps an `id`. After an interruption at any moment the same command goes on:
what has been answered is in notes.rows.jsonl, and is not paid for twice.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.lib.format import open_memmap

from aigpt import ConfigurationError
from aigpt.bulk import BulkError, BulkResult, BulkRun
from aigpt.openai import AsyncOpenAI

LONGEST = 2_000  # characters of a passage
SUFFIXES = {".txt", ".md"}


class WrongInputError(Exception):
    """What is to be embedded cannot be read."""


def passages(text: str) -> Iterator[str]:
    """Yield the paragraphs of *text*, as many together as fit; longer ones in pieces."""
    whole = ""
    for paragraph in filter(None, (part.strip() for part in text.split("\n\n"))):
        if len(whole) + len(paragraph) + 2 > LONGEST and whole:
            yield whole
            whole = ""
        whole = f"{whole}\n\n{paragraph}" if whole else paragraph
        while len(whole) > LONGEST:
            end = whole.rfind(" ", LONGEST // 2, LONGEST)
            end = LONGEST if end < 0 else end
            yield whole[:end]
            whole = whole[end:].strip()
    if whole:
        yield whole


def read_folder(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file()):
        try:
            yield file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise WrongInputError(f"{file} is not UTF-8; save it as that, or move it elsewhere") from None


def read_lines(file: Path) -> Iterator[tuple[str, str]]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                found = json.loads(line)
            except ValueError:
                found = None
            row: dict[str, Any] = cast("dict[str, Any]", found) if isinstance(found, dict) else {"text": found}
            if not isinstance(row.get("text"), str):
                raise WrongInputError(f"line {number} of {file} is not a text in JSON, nor an object with a `text`")
            yield str(row.get("id", number)), row["text"]


def write_texts(source: Path, target: Path) -> int:
    """Write the passages of *source* to *target*, as rows of the run; return how many there are."""
    count, names = 0, set[str]()
    try:
        target.unlink(missing_ok=True)
        target.touch(mode=0o600)  # the texts are the user's own
        with target.open("w", encoding="utf-8") as file:
            for name, text in read_folder(source) if source.is_dir() else read_lines(source):
                if name in names:
                    raise WrongInputError(f"{source} has two texts with the id {name!r}")
                names.add(name)
                for number, passage in enumerate(passages(text), 1):
                    row = {"id": f"{name}#{number}", "input": passage}
                    file.write(json.dumps(row) + "\n")
                    count += 1
    except UnicodeDecodeError:
        raise WrongInputError(f"{source} is not UTF-8") from None
    except OSError as error:
        raise WrongInputError(f"{error.filename or source}: {error.strerror}") from None
    if not count:
        raise WrongInputError(f"there is no text in {source}")
    return count


def write_vectors(texts: Path, rows: Path, target: Path, count: int) -> None:
    """Write the vectors of *rows* to *target*, in the order of *texts*."""
    with texts.open(encoding="utf-8") as lines:
        place = {json.loads(line)["id"]: number for number, line in enumerate(lines)}
    vectors: np.memmap[Any, np.dtype[np.float32]] | None = None  # a file of its size on disk, not in memory
    tokens = 0
    with rows.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            try:
                vector = np.asarray(row["reply"]["data"][0]["embedding"], np.float32)
                if vectors is None:
                    vectors = open_memmap(target, "w+", np.float32, (count, *vector.shape))
                vectors[place[row["id"]]] = vector
            except (LookupError, TypeError, ValueError):
                raise WrongInputError(
                    f"the answer for {row['id']} in {rows} is no vector; --fresh starts over"
                ) from None
            tokens += row["reply"].get("usage", {}).get("total_tokens", 0)
    if vectors is not None:
        vectors.flush()
        print(f"{count} vectors of {vectors.shape[1]} numbers, {tokens} tokens in all")


@asynccontextmanager
async def shown(run: BulkRun) -> AsyncGenerator[None]:
    """Show how far *run* is: in one line of a terminal, elsewhere in a line every ten seconds."""
    is_terminal = sys.stderr.isatty()

    def show(end: str) -> None:
        tokens = run.summary.tokens.get("total_tokens", 0)
        wait = f", paused by the server for {run.paused:.0f} s" if run.paused else ""
        line = f"{run.before + run.done} of {run.total} passages, {tokens} tokens{wait}"
        print(f"\r{line:<70}" if is_terminal else line, end=end, file=sys.stderr, flush=True)

    async def repeat() -> None:
        while True:
            await asyncio.sleep(0.2 if is_terminal else 10)
            show("" if is_terminal else "\n")

    showing = asyncio.create_task(repeat())
    try:
        yield
    finally:
        showing.cancel()
        if run.before + run.done:
            show("\n")


async def embed(texts: Path, rows: Path, given: argparse.Namespace) -> BulkResult:
    async with AsyncOpenAI() as client:
        # Slows down before the server's limits are exceeded, waits where it says so, and retries.
        run = BulkRun(
            client,
            "embeddings",
            texts,
            rows,
            common={"model": given.model},
            batch_size=given.batch_size,
            concurrency=8,
            tokens_per_minute=given.tokens_per_minute,
            fresh=given.fresh,
            retry_errors=True,
        )
        async with shown(run):
            return await run


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("source", type=Path, help="a folder, or a file of JSON lines")
    options.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.npy")
    options.add_argument("--model", default="text-embedding-3-small")
    options.add_argument("--batch-size", type=int, default=128, metavar="N", help="passages in one call")
    options.add_argument(
        "--tokens-per-minute", type=float, metavar="N", help="a limit of your own, besides the server's"
    )
    options.add_argument("--fresh", action="store_true", help="start over, after texts or model have changed")
    given = options.parse_args()
    if given.output.suffix != ".npy":
        options.error("the output is a file.npy")
    rows, texts, vectors = (given.output.with_suffix(f".{part}") for part in ("rows.jsonl", "texts.tmp", "npy.tmp"))
    try:
        count = write_texts(given.source, texts)
        result = asyncio.run(embed(texts, rows, given))
        if result.summary.done:
            print(result.summary, file=sys.stderr)
        if result.stopped:
            sys.exit(f"Stopped: {result.stopped}. The same command goes on.")
        if result.failed:
            sys.exit(f"{result.failed} of {count} passages have no vector: see {rows}. The same command tries again.")
        write_vectors(texts, rows, vectors, count)
        texts.replace(given.output.with_suffix(".texts.jsonl"))  # both are there only when they are whole
        vectors.replace(given.output)
    finally:
        texts.unlink(missing_ok=True)
        vectors.unlink(missing_ok=True)


if __name__ == "__main__":
    try:
        main()
    except (BulkError, ConfigurationError, WrongInputError) as exc:
        sys.exit(exc.for_command if isinstance(exc, BulkError) else str(exc))
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on.", file=sys.stderr)
        sys.exit(130)

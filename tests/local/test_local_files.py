"""Files: what they are, and what is read of them."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from local_making import mail, mbox, numbered

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.file_listing import Skipped, SourceFile, list_files
from aigpt.local.ingest.file_reading import Step, read_file
from aigpt.local.ingest.mbox import split_mbox
from aigpt.local.ingest.message_bytes import MAX_TEXT
from aigpt.local.ingest.notes import OVERLAP, WINDOW, decode, read_notes
from aigpt.local.ingest.path_check import check_path
from aigpt.local.items import Failure, Item


def steps(path: Path) -> list[Step]:
    return [step for entry in list_files(path) if isinstance(entry, SourceFile) for step in read_file(entry)]


# ── mbox ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_messages_tile_the_file() -> None:
    data = numbered(5)
    found = list(split_mbox(io.BytesIO(data)))
    assert [raw.start for raw in found] == [0, *(raw.end for raw in found[:-1])]
    assert found[-1].end == len(data)


def test_reading_can_start_at_any_message() -> None:
    data = numbered(5)
    whole = list(split_mbox(io.BytesIO(data)))
    for number, raw in enumerate(whole):
        assert list(split_mbox(io.BytesIO(data), raw.start)) == whole[number:]


@given(st.lists(st.text(st.sampled_from("From >ab:\n"), max_size=60), max_size=4))
def test_quoted_from_lines_come_back_as_they_were(bodies: list[str]) -> None:
    sent = [f"Subject: x\n\n{body}".encode() for body in bodies]
    assert [raw.data.removesuffix(b"\n\n") for raw in split_mbox(io.BytesIO(mbox(sent)))] == sent


def test_a_sentence_that_begins_with_from_is_no_separator() -> None:
    data = mbox([mail("x")]) + b"\nFrom here on it gets better, see 2024 at 10:00.\n"
    assert len(list(split_mbox(io.BytesIO(data)))) == 1


@pytest.mark.parametrize("line", [b"From ", b"From - ", b"From -"])
def test_bare_separators_of_some_mail_programs(line: bytes) -> None:
    data = line + b"\r\nSubject: a\r\n\r\nx\r\n\r\n" + line + b"\r\nSubject: b\r\n\r\ny\r\n"
    assert [raw.data.split(b"\r\n")[0] for raw in split_mbox(io.BytesIO(data))] == [b"Subject: a", b"Subject: b"]


def test_a_giant_message_is_not_kept_whole() -> None:
    data = mbox([b"Subject: x\n\n" + b"y" * (3 * MAX_TEXT), mail("next")])
    first, second = split_mbox(io.BytesIO(data))
    assert len(first.data) < 2 * MAX_TEXT
    assert b"next" in second.data


# ── notes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_transcript_is_cut_into_overlapping_windows() -> None:
    text = "\n".join(f"{'Ann' if n % 2 else 'Bo (guest)'}: words {n}" for n in range(1, 46))
    item = read_notes("x/2024-02-01-call.txt", text)
    assert [(p.first, p.last) for p in item.passages] == [(1, 30), (11, 40), (21, 45)]
    assert (WINDOW, OVERLAP) == (30, 20)
    assert item.passages[0].people.splitlines() == ["Ann", "Bo (guest)"]
    assert item.passages[1].own.splitlines()[0] == "Ann: words 11"
    assert (item.sender, item.subject, item.timestamp) == ("Ann, Bo (guest)", "2024-02-01-call", 1706745600)


def test_text_without_speakers_has_none() -> None:
    item = read_notes("x.md", "# The plan\n\nNote: only this line looks like a turn.\nNo turn.\nNor this.\n")
    assert (item.subject, item.sender, item.passages[0].people, item.timestamp) == ("The plan", "", "", None)


@pytest.mark.parametrize("line", ["**Ann Bell:** hello", "[10:02] Ann Bell: hello", "10:02:07 Ann Bell: hello"])
def test_other_ways_to_write_a_turn(line: str) -> None:
    assert read_notes("x.txt", f"{line}\n{line}").sender == "Ann Bell"


def test_a_time_of_day_is_no_speaker() -> None:
    assert read_notes("x.txt", "10:30: tea\n11:45: lunch").sender == ""


def test_lines_without_end_are_cut_and_keep_their_number() -> None:
    item = read_notes("x.txt", "first\n" + "word " * 10_000 + "\nlast")
    assert all(len(passage.own) < 9_000 for passage in item.passages)
    assert (item.passages[0].first, item.passages[-1].last) == (1, 3)


@given(st.lists(st.text(st.characters(categories=["L", "P", "Zs"]), max_size=3000), max_size=90))
def test_every_line_is_in_a_passage(lines: list[str]) -> None:
    text = "\n".join(lines)
    covered = {n for p in read_notes("x.txt", text).passages for n in range(p.first or 0, (p.last or 0) + 1)}
    assert {n for n, line in enumerate(text.splitlines(), 1) if line.strip()} <= covered


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_notes(encoding: str) -> None:
    assert decode("Zoë: naïve".encode(encoding)) == "Zoë: naïve"


def test_binary_is_no_notes() -> None:
    with pytest.raises(ValueError, match="not text"):
        decode(b"\0\1\2")


# ── what a path is ──────────────────────────────────────────────────────────────────────────────────────────────────


def fill_maildir(root: Path) -> Path:
    for folder in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp"):
        (root / folder).mkdir(parents=True)
    (root / "cur" / "1.a.host:2,S").write_bytes(mail("one"))
    (root / "new" / "2.b.host").write_bytes(mail("two"))
    (root / "tmp" / "3.c.host").write_bytes(mail("half delivered"))
    (root / ".Sent" / "cur" / "4.d.host:2,").write_bytes(mail("sent"))
    return root


def test_each_kind_is_told_from_the_others(tmp_path: Path) -> None:
    (tmp_path / "in.mbox").write_bytes(numbered(1))
    (tmp_path / "Inbox").write_bytes(numbered(1))
    (tmp_path / "a.eml").write_bytes(mail("x"))
    (tmp_path / "saved").write_bytes(mail("x"))
    (tmp_path / "n.txt").write_text("x")
    (tmp_path / "empty.mbox").write_bytes(b"")
    fill_maildir(tmp_path / "Maildir")
    kinds = {path.name: check_path(path) for path in [tmp_path, *tmp_path.iterdir()]}
    assert kinds == {
        tmp_path.name: "folder",
        "in.mbox": "mbox",
        "Inbox": "mbox",
        "a.eml": "eml",
        "saved": "eml",
        "n.txt": "notes",
        "empty.mbox": "mbox",
        "Maildir": "maildir",
    }


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda _: None, "no such file"),
        (lambda path: path.write_bytes(b"\x89PNG"), "neither mail nor notes"),
        (lambda path: path.mkdir(), "neither mail nor notes"),
        (os.mkfifo, "neither mail nor notes"),
    ],
)
def test_other_paths_are_refused_by_name(tmp_path: Path, make: Callable[[Path], object], says: str) -> None:
    path = tmp_path / "thing"
    make(path)
    with pytest.raises(LocalServerError, match=says) as caught:
        check_path(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


_AS_NOBODY = """
import sys
from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.file_listing import list_files
from aigpt.local.ingest.path_check import check_path
from pathlib import Path
import os
if os.getuid() == 0:
    os.setuid(65534)
for name in ("shut", "shut.mbox"):
    try:
        print(check_path(Path(sys.argv[1]) / name))
    except LocalServerError as error:
        print(error)
print([entry for entry in list_files(Path(sys.argv[1]))])
"""


def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    """As another user where the tests run as root, who may read everything."""
    (tmp_path / "shut").mkdir(mode=0)
    (tmp_path / "shut.mbox").write_bytes(numbered(1))
    (tmp_path / "shut.mbox").chmod(0)
    for folder in (tmp_path, *tmp_path.parents):  # pytest and pytest-xdist keep their folders to their owner
        if folder == tmp_path or folder.name.startswith(("pytest-", "popen-")):
            folder.chmod(0o755)
    done = subprocess.run([sys.executable, "-c", _AS_NOBODY, tmp_path], capture_output=True, text=True, check=False)
    (tmp_path / "shut").chmod(0o700)
    assert done.stderr == ""
    one, two, three = done.stdout.splitlines()
    assert "shut: cannot be read (Permission denied); check its permissions" in one
    assert "shut.mbox: cannot be read (Permission denied); check its permissions" in two
    assert three.count("failed=True") == 2


def test_a_maildir_is_read_with_its_subfolders(tmp_path: Path) -> None:
    root = fill_maildir(tmp_path / "Maildir")
    found = [entry for entry in list_files(root) if isinstance(entry, SourceFile)]
    assert [entry.name for entry in found] == [".Sent/4.d.host", "2.b.host", "1.a.host"]
    (root / "new" / "2.b.host").rename(root / "cur" / "2.b.host:2,RS")
    assert sorted(entry.name for entry in list_files(root)) == sorted(entry.name for entry in found)


def test_a_folder_of_everything(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("hidden")
    (tmp_path / "sub" / "a.eml").write_bytes(mail("x"))
    (tmp_path / "b.md").write_text("x")
    (tmp_path / "c.mbox").write_bytes(numbered(2))
    (tmp_path / "d.png").write_bytes(b"\x89PNG")
    (tmp_path / "e").symlink_to(tmp_path / "b.md")
    fill_maildir(tmp_path / "Maildir")
    entries = list(list_files(tmp_path))
    assert [e.name for e in entries if isinstance(e, SourceFile)] == [
        "Maildir/.Sent/4.d.host", "Maildir/2.b.host", "Maildir/1.a.host", "b.md", "c.mbox", "sub/a.eml",
    ]  # fmt: skip
    assert [e for e in entries if isinstance(e, Skipped)] == [
        Skipped("d.png", "neither mail nor notes"),
        Skipped("e", "is a link"),
    ]


def test_what_cannot_be_parsed_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\0\1")
    (tmp_path / "c.mbox").write_bytes(numbered(1) + b"From x@x.example Mon Mar  4 10:00:00 2024\n\n\n" + numbered(1, 1))
    results = [step.result for step in steps(tmp_path)]
    offset = len(numbered(1))
    assert [r for r in results if isinstance(r, Failure)] == [
        Failure("a.eml", "empty"),
        Failure("b.txt", "it is not text"),
        Failure(f"c.mbox at byte {offset}", "empty", offset),
    ]
    assert [r.subject for r in results if isinstance(r, Item)] == ["Number 0", "Number 1"]

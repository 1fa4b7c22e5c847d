"""Attachments: their text is found, or it is said that it was not read."""

from __future__ import annotations

import base64
import io
import logging
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from aigpt.local.ingest import document_process, document_text, resume
from aigpt.local.ingest import indexer as indexer_module
from aigpt.local.ingest.attachments import DocumentText, UnreadDocumentError
from aigpt.local.ingest.document_process import NOT_INSTALLED, DocumentProcess
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.ingest.mbox import read_whole
from aigpt.local.ingest.message import read_message
from aigpt.local.ingest.progress import Indexed
from aigpt.local.items import Item
from aigpt.local.search.hits import Hit
from aigpt.local.search.ranking import search
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.source_text import read_source
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource, add_datasource, describe_datasources

PDF, DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pdf(text: str) -> bytes:
    """Return a PDF of one page with one line."""
    stream = f"BT /F1 24 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", list[int]()
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


def docx() -> bytes:
    from docx import Document  # noqa: PLC0415 (it takes a second, and other tests need it not)

    document = Document()
    document.add_paragraph("The lighthouse is white.")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "alpha", "omega"
    return saved(document.save)


def xlsx() -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 (likewise)

    book = Workbook()
    book.active.append(["animal", "weight"])
    book.active.append(["walrus", 12.5])
    return saved(book.save)


def pptx() -> bytes:
    from pptx import Presentation  # noqa: PLC0415 (likewise)

    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "The road ahead"
    slide.notes_slide.notes_text_frame.text = "say hello"
    return saved(presentation.save)


def message(*attachments: tuple[str, str, bytes]) -> bytes:
    """Make a message with attachments: name, media type, content."""
    made = EmailMessage()
    made["Subject"], made["From"], made["Message-ID"] = "Papers", "Ann <ann@x.example>", "<1@x.example>"
    made.set_content("see attached")
    for name, kind, data in attachments:
        main, _, sub = kind.partition("/")
        made.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


def texts(item: Item) -> dict[str, str]:
    """Return the text of each attachment that has some."""
    return {passage.extra: passage.own for passage in item.passages[1:]}


# ── text ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_text_files_are_read() -> None:
    item = read_message(
        message(
            ("a.txt", "text/plain", b"first file\nsecond line"),
            ("b.csv", "application/octet-stream", "Zoë;1".encode()),
            ("c.html", "text/html", b"<p>third <b>file</b><script>no()</script>"),
            ("d.json", "application/json", b'{"fourth": 1}'),
        )
    )
    assert texts(item) == {"a.txt": "first file\nsecond line", "b.csv": "Zoë;1", "c.html": "third file",
                           "d.json": '{"fourth": 1}'}  # fmt: skip
    assert item.passages[0].own == "see attached"
    assert {passage.people for passage in item.passages} == {"Ann <ann@x.example>"}
    lines = [(passage.first or 0, passage.last or 0) for passage in item.passages[1:]]
    assert all(before[1] + 1 < after[0] for before, after in pairwise(lines))


@pytest.mark.parametrize(
    ("name", "kind", "data", "reason"),
    [
        ("a.txt", "application/octet-stream", b"\0\1", "it is not text"),
        ("a.doc", "application/msword", b"x", "documents of its kind (.doc) are not read"),
        ("a.odt", "application/octet-stream", b"x", "documents of its kind (.odt) are not read"),
        ("my.own words", "application/msword", b"x", "documents of its kind (application/msword) are not read"),
    ],
)
def test_what_has_text_that_is_not_read_is_named(name: str, kind: str, data: bytes, reason: str) -> None:
    item = read_message(message((name, kind, data)))
    assert [(one.number, one.name, one.reason) for one in item.skipped] == [(1, name, reason)]
    assert len(item.passages) == 1


def test_of_a_picture_nothing_is_expected() -> None:
    item = read_message(message(("a.png", "image/png", b"\x89PNG"), ("b.zip", "application/zip", b"PK")))
    assert (item.attachments, item.skipped, len(item.passages)) == (("a.png", "b.zip"), (), 1)


def attached(name: bytes, data: bytes) -> bytes:
    """Make a message, longer than what is kept as it is, with an attachment whose type says nothing."""
    return (
        b"From: a@x.example\nContent-Type: multipart/mixed; boundary=A\n\n--A\n\n" + b"word\n" * 60_000 + b"--A\n"
        b"Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
        b"Content-Disposition: attachment; " + name + b"\n\n" + base64.encodebytes(data) + b"--A--\n"
    )


@pytest.mark.parametrize(
    "name",
    [
        b'filename="a.text"',
        b"filename=a.markdown",
        b'filename="=?utf-8?B?Wm/Dqy5jc3Y=?="',
        b"filename*=utf-8''Zo%C3%AB%2Ecsv",
        b'filename*0="a.t"; filename*1="xt"',
    ],
)
def test_a_long_text_file_is_read_to_its_end_whatever_its_name(name: bytes) -> None:
    item = read_message(read_whole(io.BytesIO(attached(name, b"a line\n" * 30_000))))
    assert (item.passages[-1].last, item.skipped, item.lost) == (30_000, (), ())


@pytest.mark.parametrize("name", [b"filename=report.txt.pdf", b'filename="=?utf-8?B?Wm/Dqy5wZGY=?="'])
def test_a_long_document_is_kept_whatever_its_name(name: bytes) -> None:
    sizes: list[int] = []

    def read(kind: str, data: bytes) -> DocumentText:
        sizes.append(len(data))
        return DocumentText("", cut=False)

    read_message(read_whole(io.BytesIO(attached(name, bytes(9_000_000)))), 0, read)
    assert sizes == [9_000_000]


def test_of_many_or_long_names_of_people_few_are_copied() -> None:
    """Each passage has them: 460 KB of mail were 1.2 billion characters of the index."""
    made = b"To: " + b"x" * 60_000 + b" <a@b.c>\nContent-Type: text/plain\nContent-Disposition: attachment\n\n"
    item = read_message(made + b"a\n" * 200)
    first, *others = item.passages
    assert len(first.people) > 60_000
    assert [len(passage.people) for passage in others] == [2_000] * len(others)
    assert item.stored == item.size + sum(len(passage.people) for passage in item.passages)


# ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def process() -> Iterator[DocumentProcess]:
    with DocumentProcess(seconds=60) as running:
        yield running


def test_documents_are_read(process: DocumentProcess) -> None:
    item = read_message(
        message(
            ("a.pdf", PDF, pdf("Invoice number 4711")),
            ("b.docx", DOCX, docx()),
            ("c.xlsx", "application/octet-stream", xlsx()),
            ("d.pptx", "application/octet-stream", pptx()),
        ),
        0,
        process.read,
    )
    assert item.skipped == ()
    assert texts(item) == {
        "a.pdf": "Invoice number 4711",
        "b.docx": "The lighthouse is white.\nalpha\n\tomega",
        "c.xlsx": "Sheet\nanimal\tweight\nwalrus\t12.5",
        "d.pptx": "The road ahead\n\nsay hello",
    }


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(26):
            archive.writestr(f"{number}.xml", bytes(10 << 20))
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "make", "reason"),
    [
        ("pdf", lambda: b"%PDF-1.4 broken", "PdfStreamError"),
        ("docx", lambda: b"PK", "BadZipFile"),
        ("xlsx", bomb, "it would unpack to too much"),
    ],
)
def test_a_document_that_cannot_be_read_is_said_and_the_next_one_is_read(
    process: DocumentProcess, kind: str, make: Callable[[], bytes], reason: str
) -> None:
    with pytest.raises(UnreadDocumentError) as caught:
        process.read(kind, make())
    assert str(caught.value) == f"it could not be read ({reason})"
    assert process.read("pdf", pdf("next")) == DocumentText("next", cut=False)


def test_of_a_long_document_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_text, "MAX_CHARS", 10)
    assert document_text.document_text("pdf", pdf("one two three four")) == ("one two th", True)


_STUCK = "import sys, time; sys.stdin.buffer.read(8); time.sleep(3600)"


@pytest.mark.parametrize(
    ("program", "reason"), [(_STUCK, "it took longer than 1 s"), ("raise SystemExit(3)", "its reader died")]
)
def test_one_that_takes_too_long_or_kills_its_reader_is_left(
    monkeypatch: pytest.MonkeyPatch, program: str, reason: str
) -> None:
    command = document_process.child_command
    monkeypatch.setattr(document_process, "child_command", lambda _: [sys.executable, "-c", program])
    with DocumentProcess(seconds=1) as running:
        with pytest.raises(UnreadDocumentError, match=reason):
            running.read("pdf", pdf("x") * 1000)
        monkeypatch.setattr(document_process, "child_command", command)
        running._seconds = 60
        assert running.read("pdf", pdf("next")).text == "next"


def test_many_that_take_too_long_do_not_hold_up_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_process, "_MAX_LOST", 0.0)
    monkeypatch.setattr(document_process, "child_command", lambda _: [sys.executable, "-c", "raise SystemExit(3)"])
    with DocumentProcess() as running:
        for reason in ("its reader died", "documents before it took too long"):
            with pytest.raises(UnreadDocumentError, match=reason):
                running.read("pdf", pdf("x"))


def test_stopping_ends_the_one_that_is_read_and_lets_none_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_process, "child_command", lambda _: [sys.executable, "-c", _STUCK])
    asked = [False]

    def stopped() -> bool:
        """Say so the second time: when the first document is read."""
        asked.append(True)
        return asked.pop(0)

    with DocumentProcess(stopped, 3600) as running:
        for _ in range(2):
            with pytest.raises(UnreadDocumentError, match="the server was stopped"):
                running.read("pdf", pdf("x"))


# ── in the index ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "index.db")
    yield opened
    opened.close()


def index(store: Store, path: Path) -> Indexed:
    with store.writing() as db:
        add_datasource(db, "me", path, "eml")
    (result,) = Indexer(store, lambda _: None).run()
    return result


def found(db: sqlite3.Connection, query: str, **filters: Any) -> list[Hit]:
    return search(db, SearchParams("me", query, **filters))


def test_they_are_found_and_named_in_the_result(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(
        message(("a.pdf", PDF, pdf("Invoice number 4711")), ("b.txt", "text/plain", b"The walrus sleeps."))
    )
    result = index(store, path)
    assert (result.messages, result.failures, result.skipped_attachments) == (1, (), ())
    with store.reading() as db:
        (invoice, *_) = found(db, "invoice number")
        (walrus, *_) = found(db, "walrus", people=("ann",))
        (whole,) = found(db, "<1@x.example>", limit=1)
        sources = [read_source(db, "me", hit.id) for hit in (invoice, walrus, whole)]
    assert (invoice.id.rpartition("/")[2], walrus.id.rpartition("/")[2]) == ("a.eml@0#L1-L1", "a.eml@0#L4-L4")
    contents = [source and (source["from"], source["content"]) for source in sources]
    assert contents == [
        ("Ann <ann@x.example>", "Invoice number 4711"),
        ("Ann <ann@x.example>", "The walrus sleeps."),
        ("Ann <ann@x.example>", "see attached\n\na.pdf\nb.txt"),
    ]
    shown = walrus.to_result()
    assert (shown["content"], shown["attachment"], shown["lines"]) == ("The walrus sleeps.", "b.txt", [4, 4])
    assert (shown["subject"], shown["from"]) == ("Papers", "Ann <ann@x.example>")
    assert (whole.own, "attachment" in whole.to_result()) == ("see attached", False)


def test_without_the_extra_they_are_named_and_read_once_it_is_there(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(message(("private name.pdf", PDF, pdf("Invoice number 4711"))))
    monkeypatch.setattr(document_process, "can_read", lambda _: False)
    with caplog.at_level(logging.INFO, "aigpt.local"):
        result = index(store, path)
    assert [one.name for one in result.skipped_attachments] == ["private name.pdf in a.eml"]
    assert f"a.eml: attachment 1 was skipped: {NOT_INSTALLED}" in caplog.text
    assert "private name" not in caplog.text
    with store.reading() as db:
        (shown,) = describe_datasources(db, "me")
        assert [hit.first for hit in found(db, "invoice")] == []
    assert (shown["status"], shown["skipped"], shown["subtitle"]) == ("enabled", 1, "1 message")
    assert shown["skips"] == [{"name": "private name.pdf in a.eml", "reason": NOT_INSTALLED}]
    monkeypatch.undo()
    result = index(store, path)
    assert (result.messages, result.skipped_attachments) == (1, ())
    with store.reading() as db:
        assert [hit.own for hit in found(db, "invoice")] == ["Invoice number 4711"]


def test_with_one_library_of_several_files_are_not_read_again_each_time(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which one was missing is not known. Once all are there, it counts as unread, which decides where it is read."""
    monkeypatch.setattr(document_process, "can_read", lambda kind: kind == "xlsx")
    monkeypatch.setattr(resume, "can_read", lambda kind: kind == "xlsx")
    path = tmp_path / "a.eml"
    path.write_bytes(message(("a.docx", DOCX, b"PK")))
    index(store, path)
    unread: list[bool] = []
    little = Indexer._is_little

    def is_little(self: Indexer, source: Datasource) -> bool:
        with store.reading() as db:
            unread.append(db.execute("SELECT 1 FROM files").fetchone() is None)
        return little(self, source)

    monkeypatch.setattr(indexer_module.Indexer, "_is_little", is_little)
    index(store, path)
    monkeypatch.setattr(resume, "can_read", lambda _: True)
    index(store, path)
    assert unread == [False, True]


def test_a_message_that_was_stopped_at_a_document_is_read_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(message(("a.pdf", PDF, pdf("Invoice number 4711"))))
    with store.writing() as db:
        add_datasource(db, "me", path, "eml")
    first = Indexer(store, lambda _: None)
    read = DocumentProcess.read

    def stop(self: DocumentProcess, kind: str, data: bytes) -> DocumentText:
        first.stop()
        return read(self, kind, data)

    with monkeypatch.context() as patched:
        patched.setattr(DocumentProcess, "read", stop)
        (result,) = first.run()
    assert (result.messages, result.finished) == (0, False)
    (result,) = Indexer(store, lambda _: None).run()
    assert (result.messages, result.skipped_attachments, result.finished) == (1, (), True)

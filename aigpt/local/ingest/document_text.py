"""The text of PDF and Office documents, by pypdf, python-docx, openpyxl and python-pptx (the extra ``documents``).

Called in a process of its own only (`document_process`): a document can make these libraries use any time and memory.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

__all__ = ["LIBRARIES", "MAX_CHARS", "DocumentError", "document_text"]

MAX_CHARS = 1_000_000
"""Characters that are read of a document."""
LIBRARIES = {"pdf": "pypdf", "docx": "docx", "xlsx": "openpyxl", "pptx": "pptx"}
"""What each kind is read with."""

_MAX_UNZIPPED = 256 << 20  # bytes
_MAX_FILES = 10_000


class DocumentError(ValueError):
    """A document is not read; the message says why, without any text of it."""


def document_text(kind: str, data: bytes) -> tuple[str, bool]:
    """Return the text of a document of that *kind*, and whether it was cut. Raises whatever the libraries raise."""
    if kind != "pdf":
        _check_zip(data)
    # By name, since none of them but openpyxl's stubs has types that hold in strict mode.
    library = import_module(LIBRARIES[kind])
    return _join(_READERS[kind](library, io.BytesIO(data)))


def _check_zip(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = archive.infolist()
    if len(files) > _MAX_FILES or sum(file.file_size for file in files) > _MAX_UNZIPPED:
        raise DocumentError("it would unpack to too much")


def _join(pieces: Iterable[str]) -> tuple[str, bool]:
    kept: list[str] = []
    left = MAX_CHARS
    for piece in pieces:
        kept.append(piece[:left])
        left -= len(piece) + 1
        if left <= 0:
            return "\n".join(kept), True
    return "\n".join(kept), False


def _pdf(library: Any, file: io.BytesIO) -> Iterator[str]:
    reader = library.PdfReader(file, strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError("it has a password")
    for page in reader.pages:
        yield page.extract_text()


def _docx(library: Any, file: io.BytesIO) -> Iterator[str]:
    for block in library.Document(file).iter_inner_content():
        yield _rows(block.rows) if hasattr(block, "rows") else block.text


def _rows(rows: Any) -> str:
    """Return a table, a line for each row; a merged cell counts once."""
    return "\n".join("\t".join(dict.fromkeys(cell.text for cell in row.cells)) for row in rows)


def _xlsx(library: Any, file: io.BytesIO) -> Iterator[str]:
    book = library.load_workbook(file, read_only=True, data_only=True)
    for sheet in book.worksheets:
        yield str(sheet.title)
        for row in sheet.iter_rows(values_only=True):
            line = "\t".join("" if value is None else str(value) for value in row).strip()
            if line:
                yield line


def _pptx(library: Any, file: io.BytesIO) -> Iterator[str]:
    for slide in library.Presentation(file).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            elif shape.has_table:
                yield _rows(shape.table.rows)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            yield slide.notes_slide.notes_text_frame.text


_READERS: dict[str, Callable[[Any, io.BytesIO], Iterator[str]]] = {
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "pptx": _pptx,
}

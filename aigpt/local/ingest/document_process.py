"""Reads PDF and Office documents in a process of its own, with limits on time and memory."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from types import TracebackType
from typing import Self

import msgspec

from aigpt.local.child_command import child_command
from aigpt.local.ingest.attachments import DocumentKind, DocumentText, UnreadDocumentError
from aigpt.local.ingest.document_process_main import Found, Wanted, receive, send
from aigpt.local.ingest.document_text import LIBRARIES

__all__ = ["NOT_INSTALLED", "DocumentProcess", "can_read"]

NOT_INSTALLED = "PDF and Office documents are read with the extra documents only: install aigpt-sdk[documents]"
"""Why documents are skipped where the libraries of the extra are missing."""

_SECONDS = 20.0  # for one document
_POLL_SECONDS = 0.1
_STOPPED = "the server was stopped"
_MAX_LOST = 120.0  # seconds that documents without result may take in all: then no other one is read


@cache
def can_read(kind: DocumentKind) -> bool:
    """Whether the library for documents of that kind is installed."""
    return find_spec(LIBRARIES[kind]) is not None


class DocumentProcess:
    """Reads documents one after the other, for one thread. The process starts with the first one.

    Once *stopped* returns true, no document is read, nor to its end. It is called from another thread, too.
    """

    def __init__(self, stopped: Callable[[], bool] = lambda: False, seconds: float = _SECONDS) -> None:
        self._stopped = stopped
        self._seconds = seconds
        self._lost = 0.0
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def read(self, kind: DocumentKind, data: bytes) -> DocumentText:
        """Return the text of a document. Raises `UnreadDocumentError`."""
        if not can_read(kind):
            raise UnreadDocumentError(NOT_INSTALLED)
        if not sys.executable:
            raise UnreadDocumentError("PDF and Office documents are not read where Python cannot start itself")
        if self._lost > _MAX_LOST:
            raise UnreadDocumentError("documents before it took too long")
        if self._stopped():
            raise UnreadDocumentError(_STOPPED)
        began = time.monotonic()
        found = self._ask(Wanted(kind, data))
        if found.reason:
            self._lost += time.monotonic() - began
            raise UnreadDocumentError(f"it could not be read ({found.reason})")
        return DocumentText(found.text, found.cut)

    def _ask(self, wanted: Wanted) -> Found:
        try:
            process = self._process or self._begin()
        except OSError:
            return Found(reason="its reader cannot be started")
        ended, reasons = threading.Event(), list[str]()
        watch = threading.Thread(target=self._watch, args=(process, ended, reasons), name="aigpt-document-stop")
        watch.start()
        try:
            send(process.stdin, wanted)
            return receive(process.stdout, Found)
        except (OSError, EOFError, msgspec.DecodeError):
            ended.set()
            watch.join()
            self._end()
            return Found(reason=reasons[0] if reasons else "its reader died")
        finally:
            ended.set()
            watch.join()

    def _watch(self, process: subprocess.Popen[bytes], ended: threading.Event, reasons: list[str]) -> None:
        """Kill the process when its time is over or reading is to stop, and say why in *reasons*."""
        until = time.monotonic() + self._seconds
        while not ended.wait(min(_POLL_SECONDS, max(0.0, until - time.monotonic()))):
            if self._stopped():
                reasons.append(_STOPPED)
            elif time.monotonic() >= until:
                reasons.append(f"it took longer than {self._seconds:.0f} s")
            if reasons:
                process.kill()
                return

    def _begin(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(  # noqa: S603 (this package)
            child_command("aigpt.local.ingest.document_process_main"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what is there may contain text of documents
            start_new_session=True,  # Ctrl-C is for the server; the process ends when its stdin does
        )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()  # nothing of it is kept
            with contextlib.suppress(OSError), self._process:
                pass
            self._process = None

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from aigpt.openai._compat import TypedDict

__all__ = ["ChatSessionChatKitConfigurationParam", "AutomaticThreadTitling", "FileUpload", "History"]


class AutomaticThreadTitling(TypedDict, total=False):
    enabled: bool


class FileUpload(TypedDict, total=False):
    enabled: bool
    max_file_size: int
    max_files: int


class History(TypedDict, total=False):
    enabled: bool
    recent_threads: int


class ChatSessionChatKitConfigurationParam(TypedDict, total=False):
    automatic_thread_titling: AutomaticThreadTitling
    file_upload: FileUpload
    history: History

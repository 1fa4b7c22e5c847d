"""The embedded server: the API over your own mail and notes, on your own machine, without network.

`LocalServer` indexes mbox files, Maildirs, .eml files and folders of text into one SQLite file, and answers the API's
six routes from it; clients of the OpenAI protocol are answered, too. Answers are extractive: sentences quoted from what
was found, with their sources; with a `ChatModel`, that model writes them.

The rooms behind these names, each of which imports only from those before it: `store` (the database), `readers` (the
processes that search it), `ingest` (files to items in the database), `search` (questions to ranked passages), `embed`
(passages and questions to vectors, by an `EmbeddingModel`), `answer` (passages to answers), `connect` (the page on
which a person chooses what to connect), `openai_api` (the OpenAI protocol) and `web` (the HTTP server). `sample` is the
sample mailbox. Names are imported on first use.
"""

import typing as _typing
from importlib.util import find_spec as _find_spec

from aigpt._lazy import lazy_names as _lazy_names

if _typing.TYPE_CHECKING:
    from aigpt.local.answer.chat_client import ChatModel
    from aigpt.local.embed.embedder import EmbeddingProgress
    from aigpt.local.embed.embedding_client import EmbeddingModel
    from aigpt.local.errors import LocalServerError
    from aigpt.local.ingest.file_listing import Skipped
    from aigpt.local.ingest.progress import Indexed, Progress
    from aigpt.local.items import Failure
    from aigpt.local.web.api_keys import read_keys
    from aigpt.local.web.server import DEFAULT_PORT, DEFAULT_USER, LocalServer

__all__ = [
    "DEFAULT_PORT",
    "DEFAULT_USER",
    "ChatModel",
    "EmbeddingModel",
    "EmbeddingProgress",
    "Failure",
    "Indexed",
    "LocalServer",
    "LocalServerError",
    "Progress",
    "Skipped",
    "read_keys",
]

_NEEDED = ("dateparser", "jsonschema", "regex", "selectolax", "snowballstemmer")
for _module in _NEEDED:
    if _find_spec(_module) is None:
        from aigpt._install import install_command as _install_command  # used for this error only

        _message = f"the embedded server needs {_module}: {_install_command('local')}"
        raise ModuleNotFoundError(_message, name=_module)

# On first use, since the processes that search and that index need no server.
_HOMES = {
    **dict.fromkeys(("DEFAULT_PORT", "DEFAULT_USER", "LocalServer"), "aigpt.local.web.server"),
    "ChatModel": "aigpt.local.answer.chat_client",
    "EmbeddingModel": "aigpt.local.embed.embedding_client",
    "EmbeddingProgress": "aigpt.local.embed.embedder",
    "Failure": "aigpt.local.items",
    **dict.fromkeys(("Indexed", "Progress"), "aigpt.local.ingest.progress"),
    "LocalServerError": "aigpt.local.errors",
    "Skipped": "aigpt.local.ingest.file_listing",
    "read_keys": "aigpt.local.web.api_keys",
}

if not _typing.TYPE_CHECKING:  # type checkers know the names above, and no others
    __getattr__, __dir__ = _lazy_names(__name__, _HOMES)

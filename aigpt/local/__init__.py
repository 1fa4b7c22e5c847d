"""The embedded server: the API over your own mail and notes, on your own machine, without network.

`LocalServer` indexes mbox files, Maildirs, .eml files and folders of text into one SQLite file, and answers the API's
six routes from it; clients of the OpenAI protocol are answered, too. Answers are extractive: sentences quoted from what
was found, with their sources; with a `ChatModel`, that model writes them.

The rooms behind these names, each of which imports only from those before it: `store` (the database), `ingest` (files
to items in the database), `search` (questions to ranked passages), `answer` (passages to answers), `connect` (the page
on which a person chooses what to connect), `openai_api` (the OpenAI protocol) and `web` (the HTTP server). `sample` is
the sample mailbox.
"""

try:
    from aigpt.local.answer.chat_client import ChatModel
    from aigpt.local.errors import LocalServerError
    from aigpt.local.ingest.file_listing import Skipped
    from aigpt.local.ingest.progress import Indexed, Progress
    from aigpt.local.items import Failure
    from aigpt.local.web.api_keys import read_keys
    from aigpt.local.web.server import DEFAULT_PORT, DEFAULT_USER, LocalServer
except ModuleNotFoundError as exc:
    missing = (exc.name or "").partition(".")[0]
    if missing in {"", "aigpt"}:
        raise
    from aigpt._install import install_command  # used for this error only

    message = f"the embedded server needs {missing}: {install_command('local')}"
    raise ModuleNotFoundError(message, name=exc.name) from None

__all__ = [
    "DEFAULT_PORT",
    "DEFAULT_USER",
    "ChatModel",
    "Failure",
    "Indexed",
    "LocalServer",
    "LocalServerError",
    "Progress",
    "Skipped",
    "read_keys",
]

"""What was said: the messages of a chat, or the input of a response, as a question and what came before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aigpt.local.answer.follow_ups import Turn
from aigpt.local.openai_api.errors import invalid, unsupported
from aigpt.local.openai_api.fields import Json, read_object, read_objects, read_optional_text, read_text

__all__ = ["Conversation", "Said", "fold", "read_input", "read_messages"]

_RULES = {"system", "developer"}
_ROLES = {"user", "assistant", *_RULES}
_TEXTS = {"text": "text", "input_text": "text", "output_text": "text", "refusal": "refusal"}
_OWN_ITEMS = {"reasoning", "file_search_call"}
"""Items of an answer that clients send back: they say nothing that its message does not."""
_NO_TOOLS = "this server calls no tools of yours; leave them out"


@dataclass(frozen=True, slots=True)
class Said:
    """One message."""

    role: str
    text: str
    files: tuple[str, ...] = ()
    """The ids of attached files."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A question, and what came before it."""

    question: str
    history: tuple[Turn, ...]
    instructions: str | None
    files: tuple[str, ...]
    """The ids of all attached files."""


def fold(said: Sequence[Said], param: str, instructions: str | None = None) -> Conversation:
    """Make a conversation of messages. *param* is the parameter that they are of."""
    rules = [one.text for one in (Said("system", instructions or ""), *said) if one.role in _RULES and one.text.strip()]
    turns = [one for one in said if one.role not in _RULES]
    if not turns:
        raise invalid(param, f"{param} holds no question; send at least one message of the user")
    if turns[-1].role != "user":
        raise invalid(param, f"{param} must end with a message of the user: the question to answer")
    if not turns[-1].text.strip():
        raise invalid(param, f"the last message of {param} is blank; send a question")
    history = tuple(Turn("user" if one.role == "user" else "assistant", one.text) for one in turns[:-1] if one.text)
    files = tuple(dict.fromkeys(file for one in turns for file in one.files))
    return Conversation(turns[-1].text, history, "\n\n".join(rules) or None, files)


def read_messages(body: Json) -> list[Said]:
    """Read the messages of a chat."""
    messages = read_objects(body.get("messages"), "messages")
    if not messages:
        raise invalid("messages", "messages is empty; send at least one message of the user")
    return [_read_message(message, f"messages[{number}]") for number, message in enumerate(messages)]


def read_input(body: Json) -> list[Said]:
    """Read the input of a response: a string, or items."""
    given = body.get("input")
    if isinstance(given, str):
        return [Said("user", given)]
    items = read_objects(given, "input")
    if not items:
        raise invalid("input", "input is empty; send a question, or at least one message of the user")
    said = (_read_item(item, f"input[{number}]") for number, item in enumerate(items))
    return [one for one in said if one is not None]


def _read_item(item: Json, where: str) -> Said | None:
    kind = read_optional_text(item, "type", within=f"{where}.") or "message"
    if kind == "message":
        return _read_message(item, where)
    if kind in _OWN_ITEMS:
        return None
    if kind == "item_reference":
        raise unsupported(where, f"{where} refers to a stored item; send the item itself, or previous_response_id")
    raise unsupported(where, f"{where} is neither a message nor an item of this server: {_NO_TOOLS}")


def _read_message(message: Json, where: str) -> Said:
    role = read_text(message, "role", within=f"{where}.")
    if role in {"tool", "function"} or message.get("tool_calls") or message.get("function_call"):
        raise unsupported(where, f"{where} is of a tool: {_NO_TOOLS}")
    if role not in _ROLES:
        raise invalid(f"{where}.role", f"{where}.role must be one of system, developer, user and assistant")
    text, files = _read_content(message.get("content"), f"{where}.content")
    if not text and not files and role == "assistant":
        text = read_optional_text(message, "refusal", within=f"{where}.") or ""
    return Said(role, text, files)


def _read_content(content: Any, where: str) -> tuple[str, tuple[str, ...]]:
    if content is None or isinstance(content, str):
        return content or "", ()
    texts: list[str] = []
    files: list[str] = []
    for number, part in enumerate(read_objects(content, where)):
        here = f"{where}[{number}]"
        kind = read_text(part, "type", within=f"{here}.")
        if kind in _TEXTS:
            texts.append(read_optional_text(part, _TEXTS[kind], within=f"{here}.") or "")
        elif kind in {"file", "input_file"}:
            files.append(_read_file(part, kind, here))
        else:
            raise unsupported(here, f"{here} is neither text nor a file; this server reads no images and no sound")
    return "\n".join(texts), tuple(files)


def _read_file(part: Json, kind: str, where: str) -> str:
    file = read_object(part.get("file") if kind == "file" else part, where).get("file_id")
    if not isinstance(file, str):
        raise unsupported(where, f"{where} has no file_id; upload the file to /v1/files, and give its id")
    return file

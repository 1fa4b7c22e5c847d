"""The parameters of recall/ask and recall/run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast

from aigpt.local.answer.follow_ups import Turn, search_text
from aigpt.local.answer.schema_outline import AnswerSchema
from aigpt.local.answer.schema_subset import read_schema
from aigpt.local.params import Body, ParamsError, read_flag, read_optional_text, read_text
from aigpt.local.search.question_filters import Missed

__all__ = ["DEFAULT_PASSAGES", "AnswerParams", "OutputFormat", "SchemaFormat", "read_history"]

DEFAULT_PASSAGES = 8


@dataclass(frozen=True, slots=True)
class SchemaFormat:
    """A JSON Schema that was checked. It can be pickled, which what is read from it cannot."""

    schema: dict[str, Any]

    def read(self) -> AnswerSchema:
        """Read it; where an answer is filled or validated by it."""
        return read_schema(self.schema, checked=True)


OutputFormat: TypeAlias = Literal["text", "json"] | SchemaFormat


@dataclass(frozen=True, slots=True)
class AnswerParams:
    """Parameters of recall/ask and recall/run."""

    user: str
    input: str
    stream: bool
    output_format: OutputFormat
    asked_format: Any
    """`output_format` as it was sent, or ``"text"``."""
    quality: str | None
    reasoning_effort: str | None
    instructions: str | None
    history: tuple[Turn, ...] = ()
    """What was said before `input`, the oldest first."""
    datasources: tuple[str, ...] | None = None
    """The ids of those to search; None for all that the user has connected."""
    limit: int = DEFAULT_PASSAGES
    """The maximum of passages to answer from."""
    missed: Missed | None = None
    """The days or people that it names, within which too little was found."""

    @property
    def question(self) -> str:
        """What is searched for: `input`, together with the questions before it if it refers back to them."""
        return search_text(self.input, self.history)

    @property
    def refers_back(self) -> bool:
        """Whether it is searched for together with questions before it."""
        return self.question != self.input

    @classmethod
    def read(cls, body: Body) -> AnswerParams:
        """Check *body*; raises `ParamsError`."""
        asked = body.get("output_format")
        return cls(
            user=read_text(body, "user"),
            input=read_text(body, "input"),
            stream=read_flag(body, "stream"),
            output_format=_output_format(asked),
            asked_format="text" if asked is None else asked,
            quality=read_optional_text(body, "quality"),
            reasoning_effort=read_optional_text(body, "reasoning_effort"),
            instructions=read_optional_text(body, "instructions"),
            history=read_history(body),
        )


def read_history(body: Body) -> tuple[Turn, ...]:
    """Return what was said before, the oldest first: `history`, which the API does not have. Raises `ParamsError`."""
    given = body.get("history")
    if given is not None and not isinstance(given, list):
        raise ParamsError("history must be a list of messages, the oldest first, or left out")
    return tuple(map(_read_turn, cast("Sequence[Any]", given or ())))


def _read_turn(given: Any) -> Turn:
    match given:
        case {"role": "user" | "assistant" as role, "content": str(content)}:
            return Turn(role, content)
        case _:
            raise ParamsError('each message of history must be {"role": "user" or "assistant", "content": its text}')


def _output_format(asked: Any) -> OutputFormat:
    if asked is None or asked == "text":
        return "text"
    if asked == "json":
        return "json"
    if not isinstance(asked, dict):
        raise ParamsError('output_format must be "text", "json" or an object with a schema')
    wanted = cast("dict[str, Any]", asked)
    if wanted.get("type", "json_schema") != "json_schema" or "schema" not in wanted:
        raise ParamsError('output_format must be {"type": "json_schema", "schema": {…}}, or {"schema": {…}}')
    read_optional_text(wanted, "name", within="output_format.")
    read_flag(wanted, "strict", within="output_format.")
    try:
        read_schema(wanted["schema"])
    except ValueError as error:
        raise ParamsError(f"output_format.schema: {error}") from error
    return SchemaFormat(wanted["schema"])

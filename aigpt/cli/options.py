"""Options shared by several commands, and the parsers of their values."""

from __future__ import annotations

import functools
import json
import math
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar, cast

import click

P = ParamSpec("P")
R = TypeVar("R")
Option = Callable[[Callable[..., Any]], Callable[..., Any]]

_NOT_UTF8 = "the question is not valid UTF-8; convert it first."


class _Number(click.FloatRange):
    name = "number"  # in "'x' is not a valid number."; click would call it a float range

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value!r} is not a valid number.", param, ctx)
        return number


class WholeNumber(click.IntRange):
    """Whole numbers within a range."""

    name = "whole number"  # as above


POSITIVE: Final = _Number(min=0, min_open=True)


def with_examples(*lines: str) -> str:
    """Return the end of a command's help: *lines* as they are typed."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def option_group(
    name: str, options: Mapping[str, Option], make: Callable[..., object]
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return a decorator that gives a command several *options*, whose values *make* turns into one argument *name*.

    *options* is by the names of the values, which *make* gets in this order.
    """

    def decorate(command: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(command)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            kwargs[name] = make(*(kwargs.pop(option) for option in options))
            return command(*args, **kwargs)

        decorated: Callable[..., Any] = call
        for option in reversed(list(options.values())):
            decorated = option(decorated)
        return decorated

    return decorate


@dataclass(frozen=True, slots=True)
class Connection:
    """How a command reaches the API. None stands for the environment variable, then for the client's default."""

    user: str | None
    api_key_file: Path | None
    base_url: str | None
    allow_http: bool | None
    timeout: float | None


def _connection_options(user: str, key: str, base_url: str, allow_http: str) -> Callable[..., Any]:
    """Return the decorator for the options of a `Connection`. The arguments are what its help says of the defaults."""
    return option_group(
        "connection",
        {
            "user": click.option("--user", metavar="NAME", help=f"Whose data to use.  [{user}]"),
            "api_key_file": click.option(
                "--api-key-file",
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=f"Read the API key from FILE.  [{key}]",
            ),
            "base_url": click.option("--base-url", metavar="URL", help=f"The base URL of the API.  [{base_url}]"),
            "allow_http": click.option(
                "--allow-http",
                is_flag=True,
                default=None,
                help=f"Allow http to another machine, where others on the way can read the API key.  [{allow_http}]",
            ),
            "timeout": click.option(
                "--timeout",
                type=POSITIVE,
                metavar="SECONDS",
                help="Stop waiting after SECONDS, retries included.",
            ),
        },
        Connection,
    )


connection_options: Final = _connection_options(
    "default: $IGPT_API_USER",
    "default: $IGPT_API_KEY",
    "default: $IGPT_BASE_URL, or api.igpt.ai",
    "default: $IGPT_ALLOW_HTTP is 1",
)
bulk_connection_options: Final = _connection_options(
    "default: $IGPT_API_USER; not of chat, responses and embeddings",
    "default: $IGPT_API_KEY; of chat, responses and embeddings $OPENAI_API_KEY",
    "default: $IGPT_BASE_URL, or api.igpt.ai; of chat, responses and embeddings $OPENAI_BASE_URL, or OpenAI's",
    "default: $IGPT_ALLOW_HTTP is 1; of chat, responses and embeddings no",
)

doctor_connection_options: Final = _connection_options(
    "default: $IGPT_API_USER; not with --openai",
    "default: $IGPT_API_KEY; with --openai $OPENAI_API_KEY",
    "default: $IGPT_BASE_URL, or api.igpt.ai; with --openai $OPENAI_BASE_URL, or OpenAI's",
    "default: $IGPT_ALLOW_HTTP is 1; with --openai no",
)

json_option: Final = click.option("--json", "as_json", is_flag=True, help="Print the whole reply as one JSON object.")


def parse_day(value: str) -> date:
    """Return the date that *value* is. Raises BadParameter with the expected form."""
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 (a day has no time zone)
    except ValueError as exc:
        raise click.BadParameter(f"{value!r} is not a date; write YYYY-MM-DD, for example 2026-04-17.") from exc


def parse_question(value: str) -> str:
    """Return the question, read from standard input for ``-``, without surrounding white space."""
    text = read_stdin() if value == "-" else value
    try:
        text.encode()  # an argument that was not UTF-8 holds lone surrogates
    except UnicodeError as exc:
        raise click.BadParameter(_NOT_UTF8) from exc
    if not text.strip():
        raise click.BadParameter("the question is empty; write it as one argument, or pipe it in and pass -.")
    return text.strip()


def read_stdin() -> str:
    """Return the text on standard input. Raises BadParameter for what is not UTF-8."""
    from aigpt.bulk.encodings import encoding_problem  # noqa: PLC0415 (used for - only)

    data = sys.stdin.buffer.read()
    if problem := encoding_problem(data):
        raise click.BadParameter(f"the question {problem}")
    try:
        return data.decode()
    except UnicodeError as exc:
        raise click.BadParameter(_NOT_UTF8) from exc


def parse_output_format(value: str) -> str | dict[str, Any]:
    """Return the API's ``output_format`` for ``text``, ``json``, a JSON Schema, or ``@FILE`` with one in it."""
    if value in {"text", "json"}:
        return value
    if value.lstrip().startswith("{"):
        schema = _parse_json_object(value, "the schema")
    elif value.startswith("@"):
        schema = _read_json_object(Path(value[1:]))
    else:
        raise click.BadParameter(
            f"{value!r} is neither text, nor json, nor @FILE with a JSON Schema in it, nor such a schema."
        )
    return schema if isinstance(schema.get("schema"), dict) else {"strict": True, "schema": schema}


def _read_json_object(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
    except OSError as exc:
        raise click.BadParameter(f"cannot read {path}: {exc.strerror}.") from exc
    return _parse_json_object(data, str(path))


def _parse_json_object(data: str | bytes, name: str) -> dict[str, Any]:
    try:
        value: object = json.loads(data)
    except (ValueError, RecursionError) as exc:
        raise click.BadParameter(f"{name} is not JSON: {exc}.") from exc
    if not isinstance(value, dict):
        raise click.BadParameter(f"{name} is not a JSON Schema: it must be an object.")
    return cast("dict[str, Any]", value)

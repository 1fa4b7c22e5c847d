"""The language model that `aigpt serve` may have answer: its options, and its troubles on stderr."""

from __future__ import annotations

import asyncio
import functools
import logging
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

import click

from aigpt.cli.client import WrongUse
from aigpt.cli.safe_text import one_line

if TYPE_CHECKING:
    from aigpt.local import ChatModel

P = ParamSpec("P")
R = TypeVar("R")

_KEY = "AIGPT_MODEL_KEY"
_DIAL_SECONDS = 2.0
_PORTS = {"http": 80, "https": 443}

_OPTIONS = (
    click.option(
        "--model-url",
        metavar="URL",
        help="Have a language model answer: the base URL of its server, such as http://127.0.0.1:11434/v1.",
    ),
    click.option("--model", "model_name", metavar="NAME", help="What its server calls the model."),
    click.option(
        "--model-timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=120.0,
        show_default=True,
        metavar="SECONDS",
        help="Give its answer up after so many seconds.",
    ),
    click.option(
        "--model-context",
        type=click.IntRange(500),
        default=24_000,
        show_default=True,
        metavar="CHARS",
        help="Give it so many characters of the passages found, at most.",
    ),
)


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """What the options say of the model."""

    url: str
    name: str
    timeout: float
    context: int

    def read(self) -> ChatModel:
        """Return the model, with its key from the environment. Raises `LocalServerError`."""
        from aigpt.local import ChatModel  # noqa: PLC0415 (heavy; --help does not need it)

        key = os.environ.get(_KEY, "").strip() or None
        return ChatModel(self.url, self.name, key, timeout=self.timeout, context=self.context)

    async def say_if_unreachable(self) -> None:
        """Warn where nothing listens at the model's address; it may be started later."""
        where = urlsplit(self.url.strip())
        try:
            async with asyncio.timeout(_DIAL_SECONDS):
                _, writer = await asyncio.open_connection(where.hostname, where.port or _PORTS[where.scheme])
        except OSError:
            click.echo(f"Warning: nothing answers at {one_line(self.url)}; questions fail until it does.", err=True)
        else:
            writer.close()


def model_options(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the options of the model; it gets them as `model`, a `ModelChoice` or None."""

    @functools.wraps(command)
    def gathered(*args: P.args, **kwargs: P.kwargs) -> R:
        names = ("model_url", "model_name", "model_timeout", "model_context")
        kwargs["model"] = _choice(*(kwargs.pop(name) for name in names))
        return command(*args, **kwargs)

    for option in reversed(_OPTIONS):
        gathered = option(gathered)
    return gathered


def _choice(url: Any, name: Any, timeout: Any, context: Any) -> ModelChoice | None:
    if (url is None) != (name is None):
        raise WrongUse("--model-url URL and --model NAME go together: give both, or neither for quoted answers.")
    return None if url is None else ModelChoice(url, name, timeout, context)


class _ToStderr(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        click.echo(f"Warning: {one_line(record.getMessage())}", err=True)


@contextmanager
def model_troubles() -> Generator[None]:
    """Say on stderr what goes wrong with the model, in the meantime."""
    log, handler = logging.getLogger("aigpt.local.model"), _ToStderr(logging.WARNING)
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)

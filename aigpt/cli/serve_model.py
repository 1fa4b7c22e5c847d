"""The language model of `aigpt serve`: its options, and its failures on stderr."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from aigpt.cli.errors import WrongUsage
from aigpt.cli.options import option_group
from aigpt.cli.safe_text import one_line

if TYPE_CHECKING:
    from aigpt.local import ChatModel

_KEY_VARIABLE = "AIGPT_MODEL_KEY"
_CONNECT_TIMEOUT = 2.0  # s
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """The options of the model."""

    url: str
    name: str
    timeout: float
    context: int

    def make_model(self) -> ChatModel:
        """Return the model, with its key from the environment. Raises `LocalServerError`."""
        from aigpt.local import ChatModel  # noqa: PLC0415 (slow to import; --help does not need it)

        key = os.environ.get(_KEY_VARIABLE, "").strip() or None
        return ChatModel(self.url, self.name, key, timeout=self.timeout, context=self.context)

    async def warn_if_unreachable(self) -> None:
        """Warn on stderr if nothing listens at the model's address; it may be started later."""
        address = urlsplit(self.url.strip())
        try:
            async with asyncio.timeout(_CONNECT_TIMEOUT):
                _, writer = await asyncio.open_connection(
                    address.hostname, address.port or _DEFAULT_PORTS[address.scheme]
                )
        except OSError:
            click.echo(
                f"Warning: nothing listens at {one_line(self.url)}; questions fail until the model is started.",
                err=True,
            )
        else:
            writer.close()


def _choice(url: str | None, name: str | None, timeout: float, context: int) -> ModelChoice | None:
    if url is None and name is None:
        return None
    if url is None or name is None:
        raise WrongUsage("--model-url URL and --model NAME go together: give both, or neither for quoted answers.")
    return ModelChoice(url, name, timeout, context)


model_options = option_group(
    "model",
    {
        "model_url": click.option(
            "--model-url",
            metavar="URL",
            help="Let a language model answer: the base URL of its server, such as http://127.0.0.1:11434/v1.",
        ),
        "model_name": click.option("--model", "model_name", metavar="NAME", help="The model's name on its server."),
        "model_timeout": click.option(
            "--model-timeout",
            type=click.FloatRange(min=0, min_open=True),
            default=120.0,
            show_default=True,
            metavar="SECONDS",
            help="Stop waiting for its answer after SECONDS.",
        ),
        "model_context": click.option(
            "--model-context",
            type=click.IntRange(500),
            default=24_000,
            show_default=True,
            metavar="CHARS",
            help="The maximum of characters, of the passages found, to send to it.",
        ),
    },
    _choice,
)


class _ToStderr(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        click.echo(f"Warning: {one_line(record.getMessage())}", err=True)


@contextmanager
def model_warnings() -> Generator[None]:
    """Print failures of the model to stderr until the block ends."""
    log, handler = logging.getLogger("aigpt.local.model"), _ToStderr(logging.WARNING)
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)

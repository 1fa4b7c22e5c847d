"""The models of `aigpt serve`, and their options."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import click

from aigpt.cli.errors import WrongUsage
from aigpt.cli.options import POSITIVE, WholeNumber, option_group
from aigpt.cli.safe_text import one_line

if TYPE_CHECKING:
    from aigpt.local import ChatModel, EmbeddingModel

KEY_VARIABLE: Final = "AIGPT_MODEL_KEY"
_CONNECT_TIMEOUT = 2.0  # s
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """The options of the model."""

    url: str
    name: str | None
    """The model that answers; None for quoted answers."""
    timeout: float
    context: int
    embedding_name: str | None = None
    """The model that makes vectors; None to search by words alone."""

    def make_model(self) -> ChatModel | None:
        """Return the model that answers, with its key from the environment. Raises `LocalServerError`."""
        from aigpt.local import ChatModel  # noqa: PLC0415 (slow to import; --help does not need it)

        if self.name is None:
            return None
        return ChatModel(self.url, self.name, _key(), timeout=self.timeout, context=self.context)

    def make_embedding_model(self) -> EmbeddingModel | None:
        """Return the model that makes vectors, with its key from the environment. Raises `LocalServerError`."""
        from aigpt.local import EmbeddingModel  # noqa: PLC0415 (slow to import; --help does not need it)

        if self.embedding_name is None:
            return None
        return EmbeddingModel(self.url, self.embedding_name, _key(), timeout=self.timeout)

    async def warn_if_unreachable(self, tell: Callable[[str], None]) -> None:
        """*tell* the user if nothing listens at the model's address; it may be started later."""
        address = urlsplit(self.url.strip())
        failing = "searches go by words alone" if self.name is None else "questions fail"
        try:
            async with asyncio.timeout(_CONNECT_TIMEOUT):
                _, writer = await asyncio.open_connection(
                    address.hostname, address.port or _DEFAULT_PORTS[address.scheme]
                )
        except OSError:
            tell(f"Warning: nothing listens at {one_line(self.url)}; {failing} until the model is started.")
        else:
            writer.close()


def _key() -> str | None:
    return os.environ.get(KEY_VARIABLE, "").strip() or None


def _choice(
    url: str | None, name: str | None, timeout: float, context: int, embedding_name: str | None
) -> ModelChoice | None:
    if url is None and name is None and embedding_name is None:
        return None
    if url is None:
        option = "--model" if embedding_name is None else "--embedding-model"
        raise WrongUsage(f"--model-url URL and {option} NAME go together: give both, or neither for quoted answers.")
    if name is None and embedding_name is None:
        raise WrongUsage(
            "--model-url URL and --model NAME go together: give both, or neither for quoted answers; "
            "or --embedding-model NAME, to search by meaning too."
        )
    return ModelChoice(url, name, timeout, context, embedding_name)


model_options: Final = option_group(
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
            type=POSITIVE,
            default=120.0,
            show_default=True,
            metavar="SECONDS",
            help="Stop waiting for its answer after SECONDS.",
        ),
        "model_context": click.option(
            "--model-context",
            type=WholeNumber(500),
            default=24_000,
            show_default=True,
            metavar="CHARS",
            help="The maximum of characters, of the passages found, to send to it.",
        ),
        "embedding_name": click.option(
            "--embedding-model",
            "embedding_name",
            metavar="NAME",
            help="Search by meaning too: the name, at --model-url, of a model that makes embeddings.",
        ),
    },
    _choice,
)

"""What the options of a run are called: as keywords of `run_file`, and on the command line."""

from __future__ import annotations

from typing import NamedTuple, Self


class Option(NamedTuple):
    """An option that a message names."""

    python: str
    command: str


FRESH = Option("fresh=True", "--fresh")
SKIP_BAD = Option("skip_bad=True", "--skip-bad")
FORM_CSV = Option('form="csv"', "--format csv")
FORM_TSV = Option('form="tsv"', "--format tsv")
FOLDER_OUTPUT = Option('target="FOLDER/"', "-o FOLDER/")
BATCH_FORM = Option('form="openai-batch"', "--format openai-batch")
MODEL = Option('common={"model": "MODEL"}', "--model MODEL")
MAX_TOKENS = Option("max_tokens", "--max-tokens")
MAX_COST = Option("max_cost", "--max-cost")
ENGINE_RAY = Option("engine='ray'", "--engine ray")
ADDRESS_AND_WORKERS = Option("address and workers", "--address and --workers")


def mapped(parameter: str) -> Option:
    """Return the option that names the column of *parameter*."""
    return Option(f'mapping={{"{parameter}": "COLUMN"}}', f"--map {parameter}=COLUMN")


class Message(str):
    """A message that names options as Python calls them, and knows what the command line calls them."""

    __slots__ = ("parts",)

    parts: tuple[str | Option, ...]

    def __new__(cls, *parts: str | Option) -> Self:
        """Make the message of its *parts*, some of which may be messages themselves."""
        flat = tuple(piece for part in parts for piece in (part.parts if isinstance(part, Message) else (part,)))
        self = super().__new__(cls, "".join(part.python if isinstance(part, Option) else part for part in flat))
        self.parts = flat
        return self


def for_command(message: str) -> str:
    """Return *message* with the options it names called as on the command line."""
    if not isinstance(message, Message):
        return message
    return "".join(part.command if isinstance(part, Option) else part for part in message.parts)


ANOTHER_OUTPUT = Message("give another output, or ", FRESH, " to start over and lose its rows")


def not_a_row(line: str, why: str) -> Message:
    """Return the message about a *line* of the input, named with its file, that is not a valid row."""
    return Message(f"{line} is not a valid row: ", why, "; correct it, or leave such lines out with ", SKIP_BAD)

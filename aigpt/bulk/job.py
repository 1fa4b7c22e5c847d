"""What a bulk run has to know of the API that its rows are sent to."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from aigpt._fanout.outcome import Outcome
from aigpt.errors import ConfigurationError

IGPT_METHODS = frozenset({"ask", "run", "search"})
OPENAI_METHODS = frozenset({"chat", "responses", "embeddings"})

WITHOUT_USAGE = frozenset({"search"})
"""Methods whose answers use no tokens, and tell of none."""


class Job(Protocol):
    """A method of a client, for the rows of a file."""

    name: str
    """What `run_file` calls it."""
    text: str
    """The parameter that a row which is a plain text fills."""
    takes_lists: bool
    """Whether that parameter, and so a row, may be a list."""
    needs_text: bool
    """Whether each row must have it, where nothing is given for all of them."""
    batch_url: str | None
    """What the lines of an OpenAI batch file name as their `url`; None where there are no such files of it."""

    def needs_one_of(self, common: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the parameters of which each row must have one, where *common* has none of them."""
        ...

    @property
    def send(self) -> Callable[..., Awaitable[Any]]:
        """The client's method."""
        ...

    def as_json(self, common: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters of all rows as they are sent. Raises ConfigurationError where they are not JSON."""
        ...

    def common(self, common: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters of all rows as keywords of the method. Options of the call are among them."""
        ...

    def keywords(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters of a row as keywords of the method. All of them are sent."""
        ...

    def settings(self) -> dict[str, Any]:
        """Return what the answers depend on, besides the rows and their parameters."""
        ...

    def record(self, outcome: Outcome[Any, Any]) -> dict[str, Any]:
        """Return what is written of an answer: its JSON as `reply`, or what stands in its place, its `status`, ….

        With an `error`, the code of what is wrong, where the call succeeded and its answer is none.
        """
        ...


def make_job(client: Any, method: str) -> Job:
    """Return the *method* of *client* for a run. Raises ConfigurationError where it has none of that name."""
    from aigpt._igpt.client import AsyncIGPT  # noqa: PLC0415 (on first use)

    if not isinstance(method, str) or method not in IGPT_METHODS | OPENAI_METHODS:  # pyright: ignore[reportUnnecessaryIsInstance]  (not everybody runs a type checker)
        raise ConfigurationError(
            f"method must be ask, run or search (of AsyncIGPT), chat, responses or embeddings (of AsyncOpenAI), "
            f"not {method!r}"
        )
    if isinstance(client, AsyncIGPT) and method in IGPT_METHODS:
        from aigpt.bulk.igpt_job import IGPTJob  # noqa: PLC0415 (on first use)

        return IGPTJob(client, method)
    if not isinstance(client, AsyncIGPT) and method in OPENAI_METHODS:
        from aigpt.bulk.openai_job import OpenAIJob  # noqa: PLC0415 (on first use)

        return OpenAIJob(client, method)
    wanted = "AsyncIGPT" if method in IGPT_METHODS else "AsyncOpenAI of aigpt.openai"
    raise ConfigurationError(f"{method!r} is a method of {wanted}, not of {type(client).__name__}")


def common_as_json(job: Job, common: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of all rows as they are recorded. Raises ConfigurationError where they are not JSON."""
    found: dict[str, Any] = json.loads(json.dumps(job.as_json(common)))
    return found

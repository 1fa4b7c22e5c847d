"""The methods of the iGPT API, for bulk runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aigpt._fanout.outcome import Outcome
from aigpt._http.failure import Failure
from aigpt._igpt.client import AsyncIGPT, options_of
from aigpt._igpt.output_format import output_format_of
from aigpt._igpt.replies import Reply
from aigpt.bulk.rows import call_keywords, check_json
from aigpt.errors import ConfigurationError


class IGPTJob:
    """`recall.ask`, `recall.run` or `recall.search`."""

    takes_lists = False
    batch_url: str | None = None

    def __init__(self, client: AsyncIGPT, method: str) -> None:
        self._client = client
        self.name = method
        self.text = "query" if method == "search" else "input"
        self.needs_text: bool = method != "search"

    def needs_one_of(self, common: Mapping[str, Any]) -> tuple[str, ...]:  # noqa: ARG002 (of the protocol)
        """Return no parameters: rows need their text alone."""
        return ()

    @property
    def send(self) -> Callable[..., Awaitable[Any]]:
        """The client's method."""
        send: Callable[..., Awaitable[Any]] = getattr(self._client.recall, self.name)
        return send

    def as_json(self, common: Mapping[str, Any]) -> dict[str, Any]:
        """Return *common* as it is sent, for the output file. Raises ConfigurationError if it is not JSON."""
        shape = output_format_of(common.get("output_format", "text"))
        if isinstance(shape, Failure):
            raise ConfigurationError(f"common: {shape.message}")
        return check_json({**common, "output_format": shape.wire} if shape else dict(common))

    def common(self, common: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters of all rows as keywords of the method."""
        return dict(common)

    def keywords(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters of a row as keywords of the method."""
        return call_keywords(params)

    def settings(self) -> dict[str, Any]:
        """Return what the answers depend on, besides the rows and their parameters."""
        options = options_of(self._client)
        return {"user": options.user, "base_url": str(options.base_url)}

    def record(self, outcome: Outcome[Any, Any]) -> dict[str, Any]:
        """Return the JSON that came, even where it does not fit the output type; without a reply, the error."""
        reply = outcome.reply
        if not isinstance(reply, Reply):
            # JSON that is no object, null too, is a success, which comes as it is.
            is_answer = outcome.error is None
            return {"reply": reply if is_answer else {"error": outcome.error}, "status": outcome.status}
        return {"reply": reply if reply.received is None else reply.received, "status": reply.status}

"""Chat completions, responses and embeddings of the OpenAI protocol, for bulk runs."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from typing import Any

from aigpt._fanout.outcome import Outcome
from aigpt.bulk.rows import check_json
from aigpt.errors import ConfigurationError
from aigpt.openai._errors import APIError, APIResponseValidationError
from aigpt.openai._models import BaseModel

_TEXTS = {"chat": "messages", "responses": "input", "embeddings": "input"}
_URLS = {"chat": "/v1/chat/completions", "responses": "/v1/responses", "embeddings": "/v1/embeddings"}
_OF_CALL = frozenset({"extra_headers", "extra_query", "extra_body", "timeout", "deadline", "abort", "allow_incomplete"})
_OK = 200
_KINDS: dict[type, str] = {list: "a list", str: "a string", type(None): "null", bool: "a boolean"}


class OpenAIJob:
    """`chat.completions.create`, `responses.create` or `embeddings.create`."""

    takes_lists = True
    needs_text = True

    def __init__(self, client: Any, method: str) -> None:
        self._client = client
        self.name = method
        self.text: str = _TEXTS[method]
        self.batch_url: str | None = _URLS[method]
        self._extra: dict[str, Any] = {}
        if not inspect.iscoroutinefunction(getattr(client, "close", None)):
            kind = type(client).__name__
            raise ConfigurationError(f"a bulk run works with AsyncOpenAI and its like, not with {kind}")

    def needs_one_of(self, common: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the parameters of which each row must have one, where *common* has none of them."""
        names = ("model", "prompt") if self.name == "responses" else ("model",)  # a stored prompt has its model
        given: dict[str, Any] = {**common, **(common.get("extra_body") or {})}
        return names if all(given.get(name) is None for name in names) else ()

    @property
    def send(self) -> Callable[..., Awaitable[Any]]:
        """The client's method."""
        client = self._client
        send: Callable[..., Awaitable[Any]] = {
            "chat": lambda: client.chat.completions.create,
            "responses": lambda: client.responses.create,
            "embeddings": lambda: client.embeddings.create,
        }[self.name]()
        return send

    @cached_property
    def _parameters(self) -> frozenset[str]:
        return frozenset(inspect.signature(self.send).parameters) - _OF_CALL

    def as_json(self, common: Mapping[str, Any]) -> dict[str, Any]:
        """Return *common* as it is sent, for the output file. Raises ConfigurationError if it is not JSON."""
        return check_json(common)

    def common(self, common: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters of all rows as keywords of the method. Unknown ones are sent as they are."""
        options = {name: common[name] for name in _OF_CALL & common.keys()}
        keywords = self.keywords({name: value for name, value in common.items() if name not in _OF_CALL})
        self._extra = {**keywords.pop("extra_body", {}), **(options.pop("extra_body", None) or {})}
        return {**keywords, **options, **({"extra_body": self._extra} if self._extra else {})}

    def keywords(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters of a row as keywords of the method. Unknown ones are sent in the body as they are."""
        keywords = {name: value for name, value in params.items() if name in self._parameters}
        if isinstance(keywords.get("messages"), str):
            keywords["messages"] = [{"role": "user", "content": keywords["messages"]}]
        if len(keywords) < len(params):
            unknown = {name: value for name, value in params.items() if name not in self._parameters}
            keywords["extra_body"] = {**self._extra, **unknown}
        return keywords

    def settings(self) -> dict[str, Any]:
        """Return what the answers depend on, besides the rows and their parameters."""
        return {"base_url": str(self._client.base_url)}

    def record(self, outcome: Outcome[Any, Any]) -> dict[str, Any]:
        """Return the JSON that came; of a failed call an object with its `error`, as servers of the protocol send."""
        reply: object = outcome.reply
        if isinstance(reply, BaseModel):
            return {"reply": reply.to_dict(), "status": _OK, "request_id": getattr(reply, "_request_id", None)}
        exception = outcome.exception
        if exception is None:
            return _no_object(reply)
        body: object = {"code": outcome.error, "message": str(exception)}
        status = request_id = None
        if isinstance(exception, APIError):
            body = body if exception.body is None else exception.body
            status, request_id = exception.status_code, exception.request_id
        return {"reply": {"error": body}, "status": status, "request_id": request_id}


def _no_object(reply: object) -> dict[str, Any]:
    """Return what is written of an answer that is JSON, but nothing that the API sends."""
    code = APIResponseValidationError.__name__
    kind = _KINDS.get(type(reply), "a number")
    message = f"The response is not what the API promises: it is {kind}, not an object; check base_url."
    return {"reply": {"error": {"code": code, "message": message}}, "status": _OK, "request_id": None, "error": code}

"""aigpt: the async-first Python SDK for the iGPT API.

Names are imported when they are first used: `aigpt.testing`, which pytest loads everywhere, must not bring aiohttp
with it.
"""

from importlib import import_module as _import_module
from typing import TYPE_CHECKING as _TYPE_CHECKING
from typing import Any as _Any

from aigpt._version import __version__

if _TYPE_CHECKING:
    from aigpt._adaptive import Adaptive
    from aigpt._client import AsyncIGPT
    from aigpt._client import AsyncIGPT as IGPTAsync
    from aigpt._fanout import FanOut, fan_out
    from aigpt._iter_search import BlockingSearchIterator, SearchIterator, SearchTruncatedWarning
    from aigpt._outcome import Outcome
    from aigpt._resources import Connectors, Datasources, Recall
    from aigpt._stream import Stream
    from aigpt._summary import Summary
    from aigpt._sync import IGPT, BlockingStream
    from aigpt.bulk.run import run_file
    from aigpt.errors import (
        APIConnectionError,
        APIError,
        APIResponseValidationError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConfigurationError,
        ConflictError,
        IGPTError,
        InternalServerError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        RequestAbortedError,
        UnprocessableEntityError,
    )
    from aigpt.types import AskReply, AuthorizeReply, DatasourcesReply, Reply, RunReply, SearchReply

__all__ = [
    "IGPT",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "Adaptive",
    "AskReply",
    "AsyncIGPT",
    "AuthenticationError",
    "AuthorizeReply",
    "BadRequestError",
    "BlockingSearchIterator",
    "BlockingStream",
    "ConfigurationError",
    "ConflictError",
    "Connectors",
    "Datasources",
    "DatasourcesReply",
    "FanOut",
    "IGPTAsync",
    "IGPTError",
    "InternalServerError",
    "NotFoundError",
    "Outcome",
    "PermissionDeniedError",
    "RateLimitError",
    "Recall",
    "Reply",
    "RequestAbortedError",
    "RunReply",
    "SearchIterator",
    "SearchReply",
    "SearchTruncatedWarning",
    "Stream",
    "Summary",
    "UnprocessableEntityError",
    "__version__",
    "fan_out",
    "run_file",
]

_ELSEWHERE = {
    "Adaptive": "_adaptive",
    "FanOut": "_fanout",
    "fan_out": "_fanout",
    "Outcome": "_outcome",
    "Summary": "_summary",
    "run_file": "bulk.run",
    "Connectors": "_resources",
    "Datasources": "_resources",
    "Recall": "_resources",
    "AsyncIGPT": "_client",
    "IGPTAsync": "_client",
    "IGPT": "_sync",
    "BlockingStream": "_sync",
    "BlockingSearchIterator": "_iter_search",
    "SearchIterator": "_iter_search",
    "SearchTruncatedWarning": "_iter_search",
    "Stream": "_stream",
    "AskReply": "types",
    "AuthorizeReply": "types",
    "DatasourcesReply": "types",
    "Reply": "types",
    "RunReply": "types",
    "SearchReply": "types",
}


def __getattr__(name: str) -> _Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = _import_module(f"aigpt.{_ELSEWHERE.get(name, 'errors')}")
    value = globals()[name] = getattr(module, "AsyncIGPT" if name == "IGPTAsync" else name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

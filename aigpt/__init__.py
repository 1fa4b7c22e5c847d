"""aigpt: the async-first Python SDK for the iGPT API.

Behind it: `_http` (one call on aiohttp), `_streaming`, `_blocking`, `_structured` (answers as instances of a type),
`_igpt` (the API and its clients), `_fanout`, `_telemetry`. Names are imported on first use: `aigpt.testing`, which
pytest loads everywhere, must not import aiohttp.
"""

import typing as _typing

from aigpt._lazy import lazy_names as _lazy_names
from aigpt._version import __version__

if _typing.TYPE_CHECKING:
    from aigpt._fanout.adaptive import Adaptive
    from aigpt._fanout.blocking import BlockingFanOut
    from aigpt._fanout.fan_out import fan_out
    from aigpt._fanout.outcome import Failed, Outcome, Success
    from aigpt._fanout.pacing import Pacer
    from aigpt._fanout.runner import FanOut
    from aigpt._fanout.summary import Summary
    from aigpt._http.hook_events import AttemptStarted, CallEnded, RetryScheduled
    from aigpt._http.hooks import Hooks
    from aigpt._igpt.blocking import IGPT, BlockingStream
    from aigpt._igpt.client import AsyncIGPT
    from aigpt._igpt.client import AsyncIGPT as IGPTAsync
    from aigpt._igpt.replies import AskReply, AuthorizeReply, DatasourcesReply, Reply, RunReply, SearchReply
    from aigpt._igpt.routes import Connectors, Datasources, Recall
    from aigpt._igpt.search_iterator import BlockingSearchIterator, SearchIterator, SearchTruncatedWarning
    from aigpt._igpt.stream import Stream
    from aigpt.bulk.runs import run_file
    from aigpt.errors import (
        AIGPTError,
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

__all__ = [
    "IGPT",
    "AIGPTError",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "Adaptive",
    "AskReply",
    "AsyncIGPT",
    "AttemptStarted",
    "AuthenticationError",
    "AuthorizeReply",
    "BadRequestError",
    "BlockingFanOut",
    "BlockingSearchIterator",
    "BlockingStream",
    "CallEnded",
    "ConfigurationError",
    "ConflictError",
    "Connectors",
    "Datasources",
    "DatasourcesReply",
    "Failed",
    "FanOut",
    "Hooks",
    "IGPTAsync",
    "IGPTError",
    "InternalServerError",
    "NotFoundError",
    "Outcome",
    "Pacer",
    "PermissionDeniedError",
    "RateLimitError",
    "Recall",
    "Reply",
    "RequestAbortedError",
    "RetryScheduled",
    "RunReply",
    "SearchIterator",
    "SearchReply",
    "SearchTruncatedWarning",
    "Stream",
    "Success",
    "Summary",
    "UnprocessableEntityError",
    "__version__",
    "fan_out",
    "run_file",
]

_HOMES = {
    **dict.fromkeys(__all__, "aigpt.errors"),  # all but those below
    "Adaptive": "aigpt._fanout.adaptive",
    "BlockingFanOut": "aigpt._fanout.blocking",
    "FanOut": "aigpt._fanout.runner",
    "fan_out": "aigpt._fanout.fan_out",
    "Failed": "aigpt._fanout.outcome",
    "Outcome": "aigpt._fanout.outcome",
    "Success": "aigpt._fanout.outcome",
    "Pacer": "aigpt._fanout.pacing",
    "Summary": "aigpt._fanout.summary",
    **dict.fromkeys(("AttemptStarted", "CallEnded", "RetryScheduled"), "aigpt._http.hook_events"),
    "Hooks": "aigpt._http.hooks",
    "IGPT": "aigpt._igpt.blocking",
    "BlockingStream": "aigpt._igpt.blocking",
    "AsyncIGPT": "aigpt._igpt.client",
    "IGPTAsync": "aigpt._igpt.client:AsyncIGPT",
    "AskReply": "aigpt._igpt.replies",
    "AuthorizeReply": "aigpt._igpt.replies",
    "DatasourcesReply": "aigpt._igpt.replies",
    "Reply": "aigpt._igpt.replies",
    "RunReply": "aigpt._igpt.replies",
    "SearchReply": "aigpt._igpt.replies",
    "Connectors": "aigpt._igpt.routes",
    "Datasources": "aigpt._igpt.routes",
    "Recall": "aigpt._igpt.routes",
    "BlockingSearchIterator": "aigpt._igpt.search_iterator",
    "SearchIterator": "aigpt._igpt.search_iterator",
    "SearchTruncatedWarning": "aigpt._igpt.search_iterator",
    "Stream": "aigpt._igpt.stream",
    "run_file": "aigpt.bulk.runs",
}

if not _typing.TYPE_CHECKING:  # type checkers know the names above, and no others
    __getattr__, __dir__ = _lazy_names(__name__, _HOMES)

"""The OpenAI protocol: clients for OpenAI, SeekGPT, Azure and every compatible server, on aigpt's transport.

Not affiliated with OpenAI. Change ``from openai import AsyncOpenAI`` into ``from aigpt.openai import AsyncOpenAI``. The
module itself is a client too, as openai is: ``import aigpt.openai as openai``, ``openai.api_key = …``,
``openai.chat.completions.create(…)``.

Behind it: `_client` and `_blocking_client` (options, views), `_azure`, `_seekgpt`, `_module_client`, `resources` and
`types` (generated: one method for each route, one class for each object), `_call` (prepares a call), `_sender` (sends
it), `_protocol` (what a status and a body mean), `_stream_protocols` (where a stream ends), `_models` (objects),
`pagination`, `_files`, `_raw_response`, `_streamed_response`, `_errors`, `_options`. Names are imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names as _lazy_names
from aigpt._version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable as _Callable
    from collections.abc import Mapping as _Mapping
    from typing import Any as _Any
    from typing import Literal as _Literal

    from yarl import URL as _URL

    from aigpt.openai import lib as lib
    from aigpt.openai import pagination as pagination
    from aigpt.openai import resources as resources
    from aigpt.openai import types as types
    from aigpt.openai import version as version
    from aigpt.openai._any_route import RequestOptions
    from aigpt.openai._assistants import AssistantEventHandler, AsyncAssistantEventHandler
    from aigpt.openai._azure import AsyncAzureOpenAI, AzureOpenAI
    from aigpt.openai._binary import BinaryContent as HttpxBinaryResponseContent
    from aigpt.openai._blocking_client import OpenAI
    from aigpt.openai._blocking_client import OpenAI as Client
    from aigpt.openai._client import AsyncOpenAI
    from aigpt.openai._client import AsyncOpenAI as AsyncClient
    from aigpt.openai._errors import (
        APIConnectionError,
        APIError,
        APIResponseValidationError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConfigurationError,
        ConflictError,
        ContentFilterFinishReasonError,
        IncompleteStreamError,
        InternalServerError,
        InvalidWebhookSignatureError,
        LengthFinishReasonError,
        MissingEndMarkError,
        NotFoundError,
        NotStreamedError,
        OAuthError,
        OpenAIError,
        OutputMismatchError,
        PermissionDeniedError,
        RateLimitError,
        RequestAbortedError,
        UnprocessableEntityError,
        WebSocketConnectionClosedError,
        WebSocketQueueFullError,
    )
    from aigpt.openai._files import file_from_path
    from aigpt.openai._function_tools import pydantic_function_tool, pydantic_responses_function_tool
    from aigpt.openai._http_clients import (
        DEFAULT_CONNECTION_LIMITS,
        DefaultAioHttpClient,
        DefaultAsyncHttpxClient,
        DefaultHttpxClient,
    )
    from aigpt.openai._http_clients import HTTPClientOptions as _HTTPClientOptions
    from aigpt.openai._models import BaseModel
    from aigpt.openai._raw_response import RawResponse
    from aigpt.openai._seekgpt import AsyncSeekGPT, SeekGPT
    from aigpt.openai._stream import AsyncStream, Stream
    from aigpt.openai._streamed_response import APIResponse, AsyncAPIResponse
    from aigpt.openai._types import (
        DEFAULT_MAX_RETRIES,
        DEFAULT_TIMEOUT,
        NOT_GIVEN,
        NoneType,
        NotGiven,
        Omit,
        Timeout,
        not_given,
        omit,
    )
    from aigpt.openai._types import TimeoutTypes as _TimeoutTypes
    from aigpt.openai.resources.audio.audio import Audio as _Audio
    from aigpt.openai.resources.batches import Batches as _Batches
    from aigpt.openai.resources.beta.beta import Beta as _Beta
    from aigpt.openai.resources.chat.chat import Chat as _Chat
    from aigpt.openai.resources.completions import Completions as _Completions
    from aigpt.openai.resources.containers.containers import Containers as _Containers
    from aigpt.openai.resources.content_provenance_checks import ContentProvenanceChecks as _ContentProvenanceChecks
    from aigpt.openai.resources.conversations.conversations import Conversations as _Conversations
    from aigpt.openai.resources.decisions import Decisions as _Decisions
    from aigpt.openai.resources.embeddings import Embeddings as _Embeddings
    from aigpt.openai.resources.evals.evals import Evals as _Evals
    from aigpt.openai.resources.files import Files as _Files
    from aigpt.openai.resources.fine_tuning.fine_tuning import FineTuning as _FineTuning
    from aigpt.openai.resources.images import Images as _Images
    from aigpt.openai.resources.models import Models as _Models
    from aigpt.openai.resources.moderations import Moderations as _Moderations
    from aigpt.openai.resources.realtime.realtime import Realtime as _Realtime
    from aigpt.openai.resources.responses.responses import Responses as _Responses
    from aigpt.openai.resources.safety.safety import Safety as _Safety
    from aigpt.openai.resources.skills.skills import Skills as _Skills
    from aigpt.openai.resources.uploads.uploads import Uploads as _Uploads
    from aigpt.openai.resources.vector_stores.vector_stores import VectorStores as _VectorStores
    from aigpt.openai.resources.videos import Videos as _Videos
    from aigpt.openai.resources.webhooks.webhooks import Webhooks as _Webhooks
    from aigpt.openai.types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides
    from aigpt.openai.version import VERSION

__all__ = [
    "DEFAULT_CONNECTION_LIMITS",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "NOT_GIVEN",
    "VERSION",
    "APIConnectionError",
    "APIError",
    "APIResponse",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AssistantEventHandler",
    "AsyncAPIResponse",
    "AsyncAssistantEventHandler",
    "AsyncAzureOpenAI",
    "AsyncClient",
    "AsyncOpenAI",
    "AsyncSeekGPT",
    "AsyncStream",
    "AuthenticationError",
    "AzureOpenAI",
    "BadRequestError",
    "BaseModel",
    "Client",
    "ConfigurationError",
    "ConflictError",
    "ContentFilterFinishReasonError",
    "DefaultAioHttpClient",
    "DefaultAsyncHttpxClient",
    "DefaultHttpxClient",
    "HttpxBinaryResponseContent",
    "IncompleteStreamError",
    "InternalServerError",
    "InvalidWebhookSignatureError",
    "LengthFinishReasonError",
    "MissingEndMarkError",
    "NoneType",
    "NotFoundError",
    "NotGiven",
    "NotStreamedError",
    "OAuthError",
    "Omit",
    "OpenAI",
    "OpenAIError",
    "OutputMismatchError",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "ReconnectingEvent",
    "ReconnectingOverrides",
    "RequestAbortedError",
    "RequestOptions",
    "SeekGPT",
    "Stream",
    "Timeout",
    "UnprocessableEntityError",
    "WebSocketConnectionClosedError",
    "WebSocketQueueFullError",
    "__version__",
    "file_from_path",
    "not_given",
    "omit",
    "pydantic_function_tool",
    "pydantic_responses_function_tool",
]

_HOMES = {
    "AsyncOpenAI": "aigpt.openai._client",
    "AsyncClient": "aigpt.openai._client:AsyncOpenAI",
    "OpenAI": "aigpt.openai._blocking_client",
    "Client": "aigpt.openai._blocking_client:OpenAI",
    "RequestOptions": "aigpt.openai._any_route",
    **dict.fromkeys(("AssistantEventHandler", "AsyncAssistantEventHandler"), "aigpt.openai._assistants"),
    **dict.fromkeys(("AsyncAzureOpenAI", "AzureOpenAI"), "aigpt.openai._azure"),
    "HttpxBinaryResponseContent": "aigpt.openai._binary:BinaryContent",
    **dict.fromkeys(
        (
            "APIConnectionError",
            "APIError",
            "APIResponseValidationError",
            "APIStatusError",
            "APITimeoutError",
            "AuthenticationError",
            "BadRequestError",
            "ConfigurationError",
            "ConflictError",
            "ContentFilterFinishReasonError",
            "IncompleteStreamError",
            "InternalServerError",
            "InvalidWebhookSignatureError",
            "LengthFinishReasonError",
            "MissingEndMarkError",
            "NotFoundError",
            "NotStreamedError",
            "OAuthError",
            "OpenAIError",
            "OutputMismatchError",
            "PermissionDeniedError",
            "RateLimitError",
            "RequestAbortedError",
            "UnprocessableEntityError",
            "WebSocketConnectionClosedError",
            "WebSocketQueueFullError",
        ),
        "aigpt.openai._errors",
    ),
    "file_from_path": "aigpt.openai._files",
    **dict.fromkeys(("pydantic_function_tool", "pydantic_responses_function_tool"), "aigpt.openai._function_tools"),
    **dict.fromkeys(
        ("DEFAULT_CONNECTION_LIMITS", "DefaultAioHttpClient", "DefaultAsyncHttpxClient", "DefaultHttpxClient"),
        "aigpt.openai._http_clients",
    ),
    "BaseModel": "aigpt.openai._models",
    **dict.fromkeys(
        (
            "audio",
            "batches",
            "beta",
            "chat",
            "completions",
            "containers",
            "content_provenance_checks",
            "conversations",
            "decisions",
            "embeddings",
            "evals",
            "files",
            "fine_tuning",
            "images",
            "models",
            "moderations",
            "realtime",
            "responses",
            "safety",
            "skills",
            "uploads",
            "vector_stores",
            "videos",
            "webhooks",
        ),
        "aigpt.openai._module_client",
    ),
    "RawResponse": "aigpt.openai._raw_response",
    **dict.fromkeys(("AsyncSeekGPT", "SeekGPT"), "aigpt.openai._seekgpt"),
    **dict.fromkeys(("AsyncStream", "Stream"), "aigpt.openai._stream"),
    **dict.fromkeys(("APIResponse", "AsyncAPIResponse"), "aigpt.openai._streamed_response"),
    **dict.fromkeys(
        (
            "DEFAULT_MAX_RETRIES",
            "DEFAULT_TIMEOUT",
            "NOT_GIVEN",
            "NoneType",
            "NotGiven",
            "Omit",
            "Timeout",
            "not_given",
            "omit",
        ),
        "aigpt.openai._types",
    ),
    **dict.fromkeys(("ReconnectingEvent", "ReconnectingOverrides"), "aigpt.openai.types.websocket_reconnection"),
    "max_retries": "aigpt.openai._types:DEFAULT_MAX_RETRIES",
    "timeout": "aigpt.openai._types:DEFAULT_TIMEOUT",
    "VERSION": "aigpt.openai.version",
}
_OLD_NAMES = (
    "Audio",
    "ChatCompletion",
    "Completion",
    "Customer",
    "Deployment",
    "Edit",
    "Embedding",
    "Engine",
    "ErrorObject",
    "File",
    "FineTune",
    "FineTuningJob",
    "Image",
    "Model",
    "Moderation",
)
_MISSING = (
    "AsyncBedrockOpenAI",
    "AsyncComputerDriver",
    "AsyncComputerToolset",
    "BedrockOpenAI",
    "ComputerDriver",
    "ComputerToolset",
    "DataResidency",
    "DefaultAsyncHttpx2Client",
    "DefaultHttpx2Client",
    "ProxiesTypes",
    "SubjectTokenProviderError",
    "Transport",
    "admin",
    "live",
)
_SUBMODULES = ("lib", "pagination", "resources", "types", "version")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    _WITH_OTHERS = {
        **_HOMES,
        **dict.fromkeys(_OLD_NAMES, "aigpt.openai._old_names"),
        **dict.fromkeys(_MISSING, "aigpt.openai._missing"),
    }
    __getattr__ = _lazy_names(__name__, _WITH_OTHERS, _SUBMODULES)[0]
    __dir__ = _lazy_names(__name__, _HOMES, _SUBMODULES)[1]

# ── the module as a client ──────────────────────────────────────────────────────────────────────────────────────────
# Its options. They are read when a call is made; where they are None, the environment's, as for `OpenAI`, which says
# what they mean.

api_key: str | _Callable[[], str] | None = None
organization: str | None = None
project: str | None = None
webhook_secret: str | None = None
base_url: str | _URL | None = None
default_headers: _Mapping[str, _Any] | None = None
default_query: _Mapping[str, object] | None = None
http_client: _HTTPClientOptions | None = None
api_type: _Literal["openai", "azure"] | None = None
api_version: str | None = None
azure_endpoint: str | None = None
azure_ad_token: str | None = None
azure_ad_token_provider: _Callable[[], str] | None = None

if TYPE_CHECKING:
    timeout: _TimeoutTypes
    max_retries: int

    audio: _Audio
    batches: _Batches
    beta: _Beta
    chat: _Chat
    completions: _Completions
    containers: _Containers
    content_provenance_checks: _ContentProvenanceChecks
    conversations: _Conversations
    decisions: _Decisions
    embeddings: _Embeddings
    evals: _Evals
    files: _Files
    fine_tuning: _FineTuning
    images: _Images
    models: _Models
    moderations: _Moderations
    realtime: _Realtime
    responses: _Responses
    safety: _Safety
    skills: _Skills
    uploads: _Uploads
    vector_stores: _VectorStores
    videos: _Videos
    webhooks: _Webhooks

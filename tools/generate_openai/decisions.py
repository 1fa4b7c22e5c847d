"""What is decided by hand: what is left out, what is written by hand, and where our own names live."""

from __future__ import annotations

from typing import NamedTuple

FOLDERS = ("types", "resources")
TARGET = "aigpt.openai"

# Whole namespaces that are not offered, and their types.
OUT_OF_SCOPE = (
    "resources.admin",
    "resources.live",
    "resources.beta.agents",
    "resources.beta.realtime",
    "types.admin",
    "types.live",
    "types.beta.agents",
    "types.beta.realtime",
    "types.beta.agent_browser_authentication_cancel_param",
    "types.beta.agent_browser_authentication_submit_param",
    "types.beta.agent_browser_origin_access_param",
)

# Methods whose signatures are written by hand, too, by file: they come with a mixin.
HAND_WRITTEN_METHODS: dict[str, frozenset[str]] = {
    "resources.webhooks.webhooks": frozenset({"unwrap", "verify_signature"}),
}


class Helper(NamedTuple):
    """A hand-written function that a method hands all it is given, as a dict."""

    home: str
    says: str
    """The docstring of the method."""
    streams: bool = False


_HELPERS = "aigpt.openai._helpers"

# Methods whose signatures are read, and whose bodies are written by hand: file -> name.
HELPERS: dict[str, dict[str, Helper]] = {
    "resources.chat.completions.completions": {
        "parse": Helper(
            f"{_HELPERS}.chat_methods:parse",
            "POST /chat/completions; the text becomes an instance of the type *response_format*.",
        ),
        "stream": Helper(
            f"{_HELPERS}.chat_methods:stream",
            "POST /chat/completions; gives events of what comes, and what it adds up to.",
            streams=True,
        ),
    },
    "resources.responses.responses": {
        "parse": Helper(
            f"{_HELPERS}.response_methods:parse",
            "POST /responses; the text becomes an instance of the type *text_format*.",
        ),
        "stream": Helper(
            f"{_HELPERS}.response_methods:stream",
            "POST /responses, or GET one that exists; gives events of what comes, and what it adds up to.",
            streams=True,
        ),
    },
}

# Bases that bring hand-written methods, or what the methods of mixin_methods.py do: file -> class -> module:name.
MIXINS: dict[str, dict[str, str]] = {
    "resources.beta.threads.runs.runs": dict.fromkeys(("Runs", "AsyncRuns"), "aigpt.openai._run_helpers:RunHelpers"),
    "resources.beta.threads.threads": dict.fromkeys(
        ("Threads", "AsyncThreads"), "aigpt.openai._run_helpers:ThreadHelpers"
    ),
    "resources.files": dict.fromkeys(("Files", "AsyncFiles"), "aigpt.openai._file_helpers:FileHelpers"),
    "resources.uploads.uploads": dict.fromkeys(
        ("Uploads", "AsyncUploads"), "aigpt.openai._chunked_upload:UploadHelpers"
    ),
    "resources.vector_stores.file_batches": dict.fromkeys(
        ("FileBatches", "AsyncFileBatches"), "aigpt.openai._vector_store_helpers:FileBatchHelpers"
    ),
    "resources.vector_stores.files": dict.fromkeys(
        ("Files", "AsyncFiles"), "aigpt.openai._vector_store_helpers:VectorStoreFileHelpers"
    ),
    "resources.videos": dict.fromkeys(("Videos", "AsyncVideos"), "aigpt.openai._video_helpers:VideoHelpers"),
    "resources.webhooks.webhooks": {
        "Webhooks": "aigpt.openai._webhooks:WebhookVerification",
        "AsyncWebhooks": "aigpt.openai._webhooks:WebhookVerification",
    },
}

# Definitions beside classes that are written by hand or not needed: file -> names.
LEFT_OUT_DEFINITIONS: dict[str, frozenset[str]] = {
    "resources.audio.transcriptions": frozenset({"_get_response_format_type", "log"}),
    "resources.audio.translations": frozenset({"_get_response_format_type", "log"}),
    "resources.beta.responses.responses": frozenset({"log"}),
    "resources.chat.completions.completions": frozenset({"validate_response_format"}),
    "resources.realtime.realtime": frozenset({"log"}),
    "resources.realtime.translations.translations": frozenset({"log"}),
    "resources.responses.responses": frozenset({"log"}),
    "resources.uploads.uploads": frozenset({"DEFAULT_PART_SIZE", "log"}),
    "types.websocket_reconnection": frozenset({"_RECOVERABLE_CLOSE_CODES", "is_recoverable_close"}),
}

WITH_HEADER = "aigpt.openai._resource:with_header"

# Why a method is deprecated, and what to do: by how its name begins.
DEPRECATIONS: dict[str, str] = {
    "resources.beta.assistants.": "the API drops assistants; use responses",
    "resources.beta.threads.": "the API drops assistants; use responses and conversations",
    "resources.files.retrieve_content": "use content(), which gives the bytes",
    "resources.fine_tuning.checkpoints.permissions.retrieve": "use list(), which goes through all pages",
    "resources.videos.": "the API drops videos on 2026-09-24",
    "resources.": "the API deprecates it",
}

# A further value of a parameter that gives another type: by method, the parameter, the value and that type.
ADDED_VALUES: dict[str, tuple[str, str, str]] = {
    "resources.embeddings.create": (
        "encoding_format",
        "numpy",
        "aigpt.openai._embedding_arrays:CreateEmbeddingArraysResponse",
    ),
}

# Models with something parsed, which requests leave out where openai sends it: `__api_exclude__` says what.
NOT_SENT_WHOLE = frozenset(
    {
        "types.chat.parsed_chat_completion.ParsedChatCompletionMessage",
        "types.chat.parsed_function_tool_call.ParsedFunction",
        "types.chat.parsed_function_tool_call.ParsedFunctionToolCall",
    }
)

# Names of the source that live elsewhere here. None: the name is dropped where it stands as a base.
HOMES: dict[str, str | None] = {
    "_models:BaseModel": "aigpt.openai._models:BaseModel",
    "_models:GenericModel": None,
    "_utils:PropertyInfo": "aigpt.openai._models:PropertyInfo",
    ":pydantic:Field": "aigpt.openai._models:Field",
    ":typing_extensions:TypedDict": "aigpt.openai._compat:TypedDict",
    "_legacy_response:HttpxBinaryResponseContent": "aigpt.openai._binary:BinaryContent",
    "_streaming:Stream": "aigpt.openai._stream:Stream",
    "_streaming:AsyncStream": "aigpt.openai._stream:AsyncStream",
    "_base_client:AsyncPaginator": "aigpt.openai.pagination:AsyncPaginator",
    **{
        f"lib.streaming:{kind}{name}": f"aigpt.openai._assistants:{kind}{name}"
        for kind in ("", "Async")
        for name in ("AssistantEventHandler", "AssistantEventHandlerT", "AssistantStreamManager")
    },
    "lib._parsing:ResponseFormatT": f"{_HELPERS}.answer_types:ResponseFormatT",
    "lib._parsing._responses:TextFormatT": f"{_HELPERS}.answer_types:TextFormatT",
    **{
        f"lib.streaming.{api}:{kind}{stream}Manager": f"{_HELPERS}.{file}:{kind}{stream}Manager"
        for api, file, stream in (
            ("chat", "chat_stream", "ChatCompletionStream"),
            ("responses", "response_stream", "ResponseStream"),
            ("responses._responses", "response_stream", "ResponseStream"),
        )
        for kind in ("", "Async")
    },
    **{f":pydantic:Strict{name.capitalize()}": f"builtins:{name}" for name in ("bool", "float", "int", "str")},
    ":websockets:Subprotocol": "builtins:str",
    ":websockets.extensions:ClientExtensionFactory": "typing:Any",
    **{
        f"pagination:{kind}{page}": f"aigpt.openai.pagination:{kind}{page}"
        for kind in ("Sync", "Async")
        for page in ("CursorPage", "ConversationCursorPage", "NextCursorPage", "Page")
    },
    **{
        f"_types:{name}": f"aigpt.openai._types:{name}"
        for name in (
            "Base64FileInput", "Body", "FileTypes", "Headers", "NoneType", "NotGiven", "Omit", "Query",
            "SequenceNotStr", "not_given", "omit",
        )
    },
}  # fmt: skip

# Parameters of events that may be bytes, which are sent in base64.
BYTES_TOO = frozenset({"audio"})

# Our own names that the resources use.
COMPUTED = "aigpt.openai._computed"
POSTPONE = "aigpt.openai._type_modules:postpone"
RESOURCE = "aigpt.openai._resource"
DEPRECATED = "aigpt.openai._compat:deprecated"
TIMEOUT = "aigpt.openai._types:TimeoutTypes"
ABORT = "aigpt.openai._types:Abort"
SOCKETS = "aigpt.openai._websocket"
BLOCKING_SOCKETS = "aigpt.openai._blocking_websocket"
SOCKET_OPTIONS = "aigpt.openai._websocket_options:SyncConnectionOptions"
ASYNC_SOCKET_OPTIONS = "aigpt.openai._websocket_options:ConnectionOptions"

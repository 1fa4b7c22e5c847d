"""The public names of each package, and the public attributes of each public class, are the promised ones.

A name that is added or lost changes what users write against: change PUBLIC below and CHANGELOG.md with it.
"""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module

import pytest

FUNCTION_OR_VALUE = None

REPLY = "body elapsed error exception headers ok raise_for_error received request_id retries retry_after status"
ANSWER = f"{REPLY} id output parsed sources usage"
OUTCOME = "attempt_time elapsed error exception index ok reply request retries status"
CALL = "abort extra_body extra_headers idle_timeout max_retries raise_errors timeout user"
NAMESPACES = (
    "audio batches beta chat completions containers content_provenance_checks conversations decisions embeddings evals "
    "files fine_tuning images models moderations realtime responses safety skills uploads vector_stores videos webhooks"
)
# What the module aigpt.openai has as a client, beside the namespaces.
OPTIONS = (
    "api_key api_type api_version azure_ad_token azure_ad_token_provider azure_endpoint base_url default_headers "
    "default_query http_client max_retries organization project timeout webhook_secret"
)
OPENAI = (
    f"{NAMESPACES} api_key auth_headers base_url close copy default_headers default_query delete get get_api_list "
    "is_closed max_retries organization patch post project put timeout user_agent webhook_secret websocket_base_url "
    "with_options with_raw_response with_streaming_response"
)
EVENT_HANDLER = (
    "close current_event current_message_snapshot current_run current_run_step_snapshot get_final_messages "
    "get_final_run get_final_run_steps on_end on_event on_exception on_image_file_done on_message_created "
    "on_message_delta on_message_done on_run_step_created on_run_step_delta on_run_step_done on_text_created "
    "on_text_delta on_text_done on_timeout on_tool_call_created on_tool_call_delta on_tool_call_done text_deltas "
    "until_done"
)
OPENAI_ERROR = "request_id status status_code"
OPENAI_RESPONSE = (
    "close elapsed headers http_request http_response http_version is_closed iter_bytes iter_lines iter_text json "
    "method parse read request_id status_code stream_to_file text url write_to_file"
)

PUBLIC: dict[str, dict[str, str | None]] = {
    # package: {name: the public attributes of a class, or FUNCTION_OR_VALUE}
    "aigpt": {
        "Adaptive": "clock maximum minimum",
        "AskReply": ANSWER,
        "AttemptStarted": "attempt call_id elapsed route",
        "AsyncIGPT": "aclose close connectors datasources post recall with_options",
        "AuthorizeReply": f"{REPLY} url",
        "BlockingFanOut": "in_flight stop summary waiting",
        "BlockingSearchIterator": "close complete error reply truncated",
        "BlockingStream": "close complete error events final gaps partial reply text",
        "CallEnded": "abandoned attempts call_id elapsed error ok request_id route status time_to_first_chunk",
        "Connectors": "authorize authorize_and_wait",
        "Datasources": "disconnect list wait",
        "DatasourcesReply": f"{REPLY} datasources",
        "FanOut": "in_flight paused stop summary waiting",
        "Hooks": "on_attempt on_end on_retry",
        "IGPT": "close connectors datasources post recall with_options",
        "IGPTAsync": "aclose close connectors datasources post recall with_options",
        "Failed": OUTCOME,
        "Outcome": FUNCTION_OR_VALUE,
        "Pacer": "acquire pushed_back",
        "Success": OUTCOME,
        "Recall": "ask iter_search run search",
        "Reply": REPLY,
        "RetryScheduled": "attempt call_id elapsed error request_id route status wait",
        "RunReply": ANSWER,
        "SearchIterator": "aclose close complete error reply truncated",
        "SearchReply": f"{REPLY} results",
        "SearchTruncatedWarning": "",
        "Stream": "aclose close complete error events final gaps partial reply text",
        "Summary": "as_dict count done failed merge throughput",
        "__version__": FUNCTION_OR_VALUE,
        "fan_out": FUNCTION_OR_VALUE,
        "run_file": FUNCTION_OR_VALUE,
    },
    "aigpt.errors": {
        "AIGPTError": "",
        "APIConnectionError": "connected request_id status status_code",
        "APIError": "request_id status status_code",
        "APIResponseValidationError": "request_id status status_code",
        "APIStatusError": "request_id status status_code",
        "APITimeoutError": "connected request_id status status_code",
        "AuthenticationError": "request_id status status_code",
        "BadRequestError": "request_id status status_code",
        "ConfigurationError": "",
        "ConflictError": "request_id status status_code",
        "HTTPResponse": "json text",
        "IGPTError": "",
        "InternalServerError": "request_id status status_code",
        "NotFoundError": "request_id status status_code",
        "PermissionDeniedError": "request_id status status_code",
        "RateLimitError": "request_id status status_code",
        "RequestAbortedError": "request_id status status_code",
        "UnprocessableEntityError": "request_id status status_code",
    },
    "aigpt.types": {
        "ApiKey": FUNCTION_OR_VALUE,
        "AskChunk": "context delta id metadata output usage",
        "AskOptions": f"{CALL} quality",
        "AskParams": f"{CALL} output_format quality",
        "AskReply": ANSWER,
        "AuthorizeAndWaitParams": f"{CALL} on_progress open_url redirect_uri state",
        "AuthorizeParams": f"{CALL} redirect_uri state",
        "AuthorizeReply": f"{REPLY} url",
        "CallOptions": CALL,
        "ClientOptions": "allow_http backoff_base backoff_factor base_url default_headers hooks idle_timeout "
        "jitter max_connections max_event_bytes max_response_bytes max_retries proxy raise_errors session ssl "
        "timeout trace_configs trust_env user",
        "Context": "datasources indexed quality reasoning_effort",
        "Datasource": "id newest oldest progress service status subtitle title type",
        "DatasourcesReply": f"{REPLY} datasources",
        "NotGiven": "",
        "OnProgress": FUNCTION_OR_VALUE,
        "OutputFormat": FUNCTION_OR_VALUE,
        "OutputItem": "content role type",
        "OutputText": "text type",
        "ReasoningItem": "content summary type",
        "Reply": REPLY,
        "RunDone": "duration id metadata output seq timestamp timestampStart type usage",
        "RunEvent": FUNCTION_OR_VALUE,
        "RunMetadata": "sources",
        "RunOptions": f"{CALL} instructions quality reasoning_effort",
        "RunOutputItemDone": "item seq type",
        "RunOutputItemStart": "item seq type",
        "RunParams": f"{CALL} instructions output_format quality reasoning_effort",
        "RunReasoningItemDone": "item seq type",
        "RunReasoningItemStart": "item seq type",
        "RunReasoningPartDone": "seq text type",
        "RunReasoningPartStart": "seq type",
        "RunReply": ANSWER,
        "RunStart": "context id output_format seq timestamp type",
        "RunTextDelta": "delta seq type",
        "RunToolCall": "item seq type",
        "RunToolOutput": "item seq type",
        "RunTurnDone": "seq turn type",
        "RunTurnStart": "seq turn type",
        "SchemaFormat": "name schema strict type",
        "SearchParams": f"{CALL} date_from date_to filter_people max_results query",
        "SearchReply": f"{REPLY} results",
        "SearchResult": "content from id subject timestamp type",
        "Source": "id picture provider timestamp title type",
        "SummaryText": "text type",
        "Timeout": FUNCTION_OR_VALUE,
        "ToolCall": "arguments callId name type",
        "ToolMetadata": "sources",
        "ToolResult": "callId metadata name type",
        "Usage": "input_tokens output_tokens total_tokens",
        "ViewOptions": "allow_http api_key backoff_base backoff_factor base_url default_headers hooks idle_timeout "
        "jitter max_event_bytes max_response_bytes max_retries raise_errors timeout user",
        "WaitParams": f"{CALL} id on_progress",
    },
    "aigpt.bots": {
        "UNREACHABLE": FUNCTION_OR_VALUE,
        "AskLimits": "admit under_way",
        "Assistant": "answer close start tasks",
        "Budgets": "acquire pause take turn",
        "Chat": "live tell",
        "Connections": "close is_waiting link progress tell_when_ready",
        "Conversations": "add ask",
        "LiveMessage": "follow handles",
        "MessageGone": "",
        "SeenEvents": "first",
        "TooManyQuestions": "",
        "Wording": "connect indexing no_link ready too_many too_many_of_yours unreadable what",
        "defang": FUNCTION_OR_VALUE,
        "in_one_line": FUNCTION_OR_VALUE,
        "log_in_one_line": FUNCTION_OR_VALUE,
        "name_sources": FUNCTION_OR_VALUE,
        "split_message": FUNCTION_OR_VALUE,
    },
    "aigpt.bulk": {
        "BulkError": "for_command",
        "BulkEstimate": "cost input_cost input_tokens output_tokens rows skipped",
        "BulkResult": "answered cost estimated failed left limit refused_row skipped skipped_lines stopped summary "
        "total",
        "BulkRun": "before done estimate first_failure in_flight paused stop summary total",
        "InputError": "for_command",
        "OutputError": "for_command",
        "Report": "answered failed method name summary tokens total",
        "ShardedRun": "before done estimate first_failure in_flight paused place shards stop summary total",
        "read_prices": FUNCTION_OR_VALUE,
        "read_report": FUNCTION_OR_VALUE,
        "run_file": FUNCTION_OR_VALUE,
        "write_page": FUNCTION_OR_VALUE,
    },
    "aigpt.ray": {"map": FUNCTION_OR_VALUE},
    "aigpt.openai": {
        "APIConnectionError": f"{OPENAI_ERROR} connected",
        "APIError": OPENAI_ERROR,
        "APIResponse": OPENAI_RESPONSE,
        "APIResponseValidationError": f"{OPENAI_ERROR} response",
        "APIStatusError": f"{OPENAI_ERROR} response",
        "APITimeoutError": f"{OPENAI_ERROR} connected",
        "AssistantEventHandler": EVENT_HANDLER,
        "AsyncAPIResponse": OPENAI_RESPONSE,
        "AsyncAssistantEventHandler": EVENT_HANDLER,
        "AsyncAzureOpenAI": f"{OPENAI} aclose",
        "AsyncClient": f"{OPENAI} aclose",
        "AsyncOpenAI": f"{OPENAI} aclose",
        "AsyncSeekGPT": f"{OPENAI} aclose",
        "AsyncStream": "aclose close complete error gaps is_over leave open opening response take_over",
        "AuthenticationError": f"{OPENAI_ERROR} response",
        "AzureOpenAI": OPENAI,
        "BadRequestError": f"{OPENAI_ERROR} response",
        "BaseModel": "construct copy dict json model_construct model_copy model_dump model_dump_json model_extra "
        "model_fields model_fields_set model_json_schema model_validate model_validate_json to_dict to_json",
        "Client": OPENAI,
        "ConfigurationError": "",
        "ConflictError": f"{OPENAI_ERROR} response",
        "ContentFilterFinishReasonError": "",
        "DEFAULT_CONNECTION_LIMITS": FUNCTION_OR_VALUE,
        "DEFAULT_MAX_RETRIES": FUNCTION_OR_VALUE,
        "DEFAULT_TIMEOUT": FUNCTION_OR_VALUE,
        "DefaultAioHttpClient": "aclose close identity session_options",
        "DefaultAsyncHttpxClient": "aclose close identity session_options",
        "DefaultHttpxClient": "aclose close identity session_options",
        "HttpxBinaryResponseContent": "aclose aiter_bytes aiter_raw aread astream_to_file close content headers "
        "iter_bytes iter_lines iter_raw iter_text json read status_code stream_to_file text write_to_file",
        "IncompleteStreamError": f"{OPENAI_ERROR} connected",
        "InternalServerError": f"{OPENAI_ERROR} response",
        "InvalidWebhookSignatureError": "",
        "LengthFinishReasonError": "",
        "MissingEndMarkError": f"{OPENAI_ERROR} connected",
        "NOT_GIVEN": FUNCTION_OR_VALUE,
        "NoneType": "",
        "NotFoundError": f"{OPENAI_ERROR} response",
        "NotGiven": "",
        "NotStreamedError": f"{OPENAI_ERROR} response",
        "OAuthError": f"{OPENAI_ERROR} response",
        "Omit": "",
        "OpenAI": OPENAI,
        "OpenAIError": "",
        "OutputMismatchError": "",
        "PermissionDeniedError": f"{OPENAI_ERROR} response",
        "RateLimitError": f"{OPENAI_ERROR} response",
        "RawResponse": "content elapsed headers http_request http_version is_closed json method parse read request_id "
        "status_code text url",
        "ReconnectingEvent": "attempt close_code delay extra_headers extra_query max_attempts",
        "ReconnectingOverrides": "abort extra_headers extra_query",
        "RequestAbortedError": OPENAI_ERROR,
        "RequestOptions": "abort allow_incomplete deadline extra_json follow_redirects headers idempotency_key "
        "max_retries params timeout",
        "SeekGPT": OPENAI,
        "Stream": "close complete error gaps is_over leave open opening response take_over",
        "Timeout": "of",
        "UnprocessableEntityError": f"{OPENAI_ERROR} response",
        "VERSION": FUNCTION_OR_VALUE,
        "WebSocketConnectionClosedError": "unsent_messages",
        "WebSocketQueueFullError": "",
        "__version__": FUNCTION_OR_VALUE,
        "file_from_path": FUNCTION_OR_VALUE,
        "not_given": FUNCTION_OR_VALUE,
        "omit": FUNCTION_OR_VALUE,
        "pydantic_function_tool": FUNCTION_OR_VALUE,
        "pydantic_responses_function_tool": FUNCTION_OR_VALUE,
    },
    "aigpt.local": {
        "ChatModel": "context idle_timeout key name timeout url",
        "EmbeddingModel": "key name question_timeout timeout url",
        "EmbeddingProgress": "done finished total",
        "DEFAULT_PORT": FUNCTION_OR_VALUE,
        "DEFAULT_USER": FUNCTION_OR_VALUE,
        "Failure": "name position reason",
        "Indexed": "datasource error failures finished messages notes path raise_for_error skipped skipped_attachments"
        " title",
        "LocalServer": "close embedded indexed start url",
        "LocalServerError": "",
        "Progress": "datasource done failed finished messages notes of percent title total",
        "Skipped": "failed folder moved name reason",
        "read_keys": FUNCTION_OR_VALUE,
    },
    "aigpt.mcp": {
        "make_server": FUNCTION_OR_VALUE,
        "serve_stdio": FUNCTION_OR_VALUE,
    },
    "aigpt.testing": {
        "AnswerOptions": "after chunk_size encoding framing headers stray then times",
        "Call": "body connection headers json method path route time",
        "Connections": "accepted numbers open",
        "Gate": "arrived open pass_through reached wait_reached",
        "HTTPServer": "called calls check close closed connections disconnect start stop stray url wait_calls "
        "wait_closed",
        "Headers": "getall",
        "OpenAIServer": "blocking_client called calls chat check check_used choose client close closed connections "
        "disconnect embeddings error gate models raw reply response start stop stray stream url wait_calls wait_closed",
        "Pause": "seconds",
        "RecordingError": "",
        "SampleServer": "blocking_client client url user",
        "ScriptedServer": "blocking_client called calls check check_used choose client close closed connections "
        "disconnect gate raw reply start stop stray stream url user wait_calls wait_closed",
        "igpt_local": FUNCTION_OR_VALUE,
        "igpt_server": FUNCTION_OR_VALUE,
        "openai_server": FUNCTION_OR_VALUE,
        "record": FUNCTION_OR_VALUE,
        "replay": FUNCTION_OR_VALUE,
        "run_events": FUNCTION_OR_VALUE,
    },
}
PUBLIC["aigpt"] |= {name: known for name, known in PUBLIC["aigpt.errors"].items() if name != "HTTPResponse"}
NAMES = [(package, name) for package, names in PUBLIC.items() for name in names]


def attributes_of(kind: type) -> set[str]:
    """Return the public attributes that classes of aigpt give to *kind*, annotated ones without a value included.

    What a builtin or an abstract base class has too is left out, as is what only instances have.
    """
    ours = [base for base in kind.__mro__ if base.__module__.partition(".")[0] == "aigpt"]
    inherited = {name for base in kind.__mro__ if base not in ours for name in dir(base)}
    annotated = {name for base in ours for name in inspect.get_annotations(base)}
    return {name for name in annotated | (set(dir(kind)) - inherited) if not name.startswith("_")}


def assert_same(what: str, found: set[str], promised: set[str]) -> None:
    added, lost = sorted(found - promised), sorted(promised - found)
    assert not added + lost, (
        f"{what}: added {added or 'nothing'}, lost {lost or 'nothing'}; where that is meant, "
        f"change PUBLIC in {__name__}.py, and CHANGELOG.md"
    )


@pytest.mark.parametrize("package", PUBLIC)
def test_a_package_has_the_promised_names(package: str) -> None:
    module = import_module(package)
    assert_same(package, set(module.__all__), set(PUBLIC[package]))
    assert len(module.__all__) == len(set(module.__all__))


@pytest.mark.forked
@pytest.mark.parametrize("package", PUBLIC)
def test_a_package_shows_no_other_names_but_its_modules(package: str) -> None:
    """In a program that has imported nothing else of ours, after every promised name has been used."""
    code = f"""if True:
        from types import ModuleType
        import {package} as package
        from {package} import *
        shown = {{name for name in dir(package) if not name.startswith("_")}}
        print(*(n for n in shown if not isinstance(getattr(package, n), ModuleType)))
        """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8", timeout=280)
    helpers = {"TYPE_CHECKING", "annotations", "lazy_names", "suppress"}
    if package == "aigpt.errors":
        helpers |= {"Any", "Mapping", "read_request_id", "status_error"}
    if package == "aigpt.openai":
        helpers |= {*NAMESPACES.split(), *OPTIONS.split()}
    assert_same(f"dir({package})", set(done.stdout.split()) - helpers, set(PUBLIC[package]) - {"__version__"})


@pytest.mark.parametrize(("package", "name"), [(p, name) for p, name in NAMES if PUBLIC[p][name] is not None])
def test_a_class_has_the_promised_attributes(package: str, name: str) -> None:
    kind = getattr(import_module(package), name)
    assert_same(f"{package}.{name}", attributes_of(kind), set((PUBLIC[package][name] or "").split()))


@pytest.mark.parametrize(("package", "name"), NAMES)
def test_a_name_is_of_the_promised_kind_and_documented(package: str, name: str) -> None:
    value = getattr(import_module(package), name)
    assert inspect.isclass(value) == (PUBLIC[package][name] is not FUNCTION_OR_VALUE)
    assert inspect.getdoc(value) or name in {
        "NoneType",  # Python's own
        "OnProgress",  # aliases, documented in their source
        "Outcome",
        "OutputFormat",
    }


@pytest.mark.parametrize("package", PUBLIC)
def test_an_unknown_name_is_an_attribute_error(package: str) -> None:
    with pytest.raises(AttributeError, match=f"'{package}' has no attribute 'nothing'"):
        _ = import_module(package).nothing


def test_the_message_says_what_was_added_and_lost() -> None:
    with pytest.raises(AssertionError, match=r"aigpt.x: added \['new'\], lost \['old'\]"):
        assert_same("aigpt.x", {"same", "new"}, {"same", "old"})

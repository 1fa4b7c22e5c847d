"""The programs against the LiteLLM proxy: with answers of its own (`mock_response`), and with a server behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helper_checks import CHECKS, each_helper, twin_at
from openai_twins import Kind
from running_programs import KEY, PRINTS, check_program, run_program
from scripted_openai import ANIMAL, ANSWER
from scripted_realtime import RealtimeServer
from servers import free_port, program, running
from upstream import UpstreamScripts

from aigpt.testing import OpenAIServer

_ROUTE = "it has no route of its own to ask for"
_TUNING = "its fine-tuning routes belong to its paid version"
_ID = "it sends no x-request-id"
_PROXY = "it is no proxy of other servers' URLs"
_FILES = "it keeps no files of its own"
_STREAM = "its own answers to responses cannot be streamed"
_TOOLS = "its own tool calls finish with 'stop', and are not streamed"
CANNOT = {
    "openai_any_route": _ROUTE,
    "openai_errors": _TUNING,
    "openai_http_client": _PROXY,
    "openai_http_client_of_a_view": _PROXY,
    "openai_page_by_page": _TUNING,
    "openai_pages": _TUNING,
    "openai_pages_async": _TUNING,
    "openai_request_id": _ID,
    "seekgpt_any_route": _ROUTE,
    "seekgpt_errors": _TUNING,
    "seekgpt_http_client": _PROXY,
    "seekgpt_http_client_of_a_view": _PROXY,
    "seekgpt_page_by_page": _TUNING,
    "seekgpt_pages": _TUNING,
    "seekgpt_pages_async": _TUNING,
    "seekgpt_request_id": _ID,
}
"""What LiteLLM cannot do, by the program that needs it."""
CANNOT_ALONE = {
    "openai_batches": _FILES,
    "openai_embeddings": "its own answer is one embedding, however many were asked for",
    "openai_extra_fields": "its own answers have no further fields",
    "openai_stream": _STREAM,
    "openai_stream_async": _STREAM,
    "openai_stream_helpers": _STREAM,
    "openai_tools": _TOOLS,
    "openai_tools_stream": _TOOLS,
    "openai_upload": _FILES,
    "openai_upload_async": _FILES,
    "seekgpt_stream": _STREAM,
    "seekgpt_stream_async": _STREAM,
    "seekgpt_upload": _FILES,
}
"""What it cannot do without a server behind it."""

HELPERS_CANNOT = {
    "realtime.translations.connect": "it has no translations: their WebSocket is refused",
    "responses.connect": "it connects to servers behind it by TLS alone",
}
"""What LiteLLM cannot do, by the helper that needs it."""
_ASSISTANTS = "it has no assistants of its own"
_NO_ANSWER = "its own answers to responses call no tools"
_VECTORS = "it has no vector stores of its own"
_VIDEOS = "it makes no videos of its own"
HELPERS_CANNOT_ALONE = {
    "batches": _FILES,
    "beta.threads.create_and_run_poll": _ASSISTANTS,
    "beta.threads.create_and_run_stream": _ASSISTANTS,
    "beta.threads.runs.create_and_poll": _ASSISTANTS,
    "beta.threads.runs.create_and_stream": _ASSISTANTS,
    "beta.threads.runs.poll": _ASSISTANTS,
    "beta.threads.runs.stream": _ASSISTANTS,
    "beta.threads.runs.submit_tool_outputs_and_poll": _ASSISTANTS,
    "beta.threads.runs.submit_tool_outputs_stream": _ASSISTANTS,
    "chat.completions.stream, tools": _TOOLS,
    "files.wait_for_processing": _FILES,
    "responses.parse, tools": _NO_ANSWER,
    "responses.stream": _STREAM,
    "responses.stream, tools": _NO_ANSWER,
    "uploads.upload_file_chunked": _FILES,
    "vector_stores.file_batches.create_and_poll": _VECTORS,
    "vector_stores.file_batches.poll": _VECTORS,
    "vector_stores.file_batches.upload_and_poll": _VECTORS,
    "vector_stores.files.create_and_poll": _VECTORS,
    "vector_stores.files.poll": _VECTORS,
    "vector_stores.files.upload": _VECTORS,
    "vector_stores.files.upload_and_poll": _VECTORS,
    "videos.create_and_poll": _VIDEOS,
    "videos.poll": _VIDEOS,
}
"""What it cannot do without a server behind it."""
HELPERS_PASSED_ON = frozenset(
    {
        *(name for name in CHECKS if name.startswith(("beta.", "vector_stores.file_batches.", "videos."))),
        "uploads.upload_file_chunked",
    }
)
"""For what it has no routes of its own, or such that reach beyond this machine; it passes them on as they are."""

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*the API drops:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The (Assistants|Sora) API is:DeprecationWarning"),
]


def _model(name: str, **parameters: Any) -> dict[str, Any]:
    return {"model_name": name, "litellm_params": {"model": f"openai/{name}", "api_key": "none", **parameters}}


_CALL = {"id": "call_1", "type": "function", "function": {"name": "get_weather", "arguments": '{"place": "Bergen"}'}}
_GENERAL = {"general_settings": {"master_key": KEY}, "litellm_settings": {"num_retries": 0}}
_ALONE = {
    **_GENERAL,
    "model_list": [
        _model("gpt-4o", mock_response=ANSWER),
        _model("gpt-4o-mini", mock_response=ANSWER),
        _model("gpt-4o-object", mock_response=ANIMAL),
        _model("gpt-4o-busy", mock_response="litellm.RateLimitError"),
        _model("gpt-4o-tools", mock_response="", mock_tool_calls=[_CALL]),
        _model("text-embedding-3-small", mock_response=[0.25, -0.5, 0.125]),
    ],
}


_NOBODY = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "OPENAI_API_BASE": "http://127.0.0.1:9"}
"""Where it finds no server, so that what it does not answer by itself stays on this machine."""


def _with_upstream(url: str) -> dict[str, Any]:
    upstream = {"api_base": url, "api_key": "sk-of-the-upstream"}
    return {
        **_GENERAL,
        "model_list": [
            {"model_name": "*", "litellm_params": {"model": "openai/*", **upstream}},
        ],
        "files_settings": [{"custom_llm_provider": "openai", **upstream}],
    }


def _litellm(config: dict[str, Any], folder: Path, **environment: str) -> Any:
    path = folder / "config.yaml"
    path.write_text(json.dumps(config), encoding="utf-8")  # which is YAML too
    port = free_port()
    command = [program("litellm/bin/litellm"), "--config", str(path), "--host", "127.0.0.1", "--port", str(port)]
    return running(command, port, "/health/liveliness", folder / "log", **environment)


@pytest.fixture(scope="session", name="alone")
def _alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with RealtimeServer() as realtime:
        models = [*_ALONE["model_list"], _model("gpt-realtime", api_base=realtime.url)]
        config = {**_ALONE, "model_list": models}
        with _litellm(config, tmp_path_factory.mktemp("alone"), **_NOBODY) as origin:
            yield origin


@pytest.fixture(scope="session", name="before_another")
def _before_another(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with OpenAIServer() as upstream:
        UpstreamScripts(upstream)
        environment = {
            "OPENAI_API_KEY": "sk-of-the-upstream",
            "OPENAI_BASE_URL": upstream.url,  # where batches are
            "OPENAI_API_BASE": upstream.url.removesuffix("/v1"),  # where it passes requests on to
        }
        config = _with_upstream(upstream.url)
        with _litellm(config, tmp_path_factory.mktemp("before"), **environment) as origin:
            yield origin


def _programs(cannot: dict[str, str]) -> pytest.MarkDecorator:
    names = [
        pytest.param(name, marks=[pytest.mark.xfail(reason=cannot[name], strict=True)] if name in cannot else [])
        for name in sorted(PRINTS)
    ]
    return pytest.mark.parametrize("name", names)


@_programs({**CANNOT, **CANNOT_ALONE})
def test_every_program_runs(name: str, alone: str, tmp_path: Path) -> None:
    check_program(name, run_program(name, alone, tmp_path))


@_programs(CANNOT)
def test_every_program_runs_with_a_server_behind_it(name: str, before_another: str, tmp_path: Path) -> None:
    check_program(name, run_program(name, before_another, tmp_path))


@each_helper({**HELPERS_CANNOT, **HELPERS_CANNOT_ALONE})
async def test_every_helper_works(name: str, kind: Kind, alone: str, tmp_path: Path) -> None:
    async with twin_at(kind, f"{alone}/v1") as one:
        await CHECKS[name](one, tmp_path)


@each_helper(HELPERS_CANNOT, without=frozenset({"realtime.connect"}))  # the server behind it has no WebSockets
async def test_every_helper_works_with_a_server_behind_it(
    name: str, kind: Kind, before_another: str, tmp_path: Path
) -> None:
    base = "openai/v1" if name in HELPERS_PASSED_ON else "v1"
    async with twin_at(kind, f"{before_another}/{base}") as one:
        await CHECKS[name](one, tmp_path)

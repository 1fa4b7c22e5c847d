"""Runs the programs in tests/openai/programs as users do, and knows what each of them prints."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from scripted_openai import ANIMAL, ANSWER

PROGRAMS = Path(__file__).with_name("programs")
KEY = "sk-made-up-for-these-tests"

_A = re.escape(ANSWER) + r"\n"
_JSON = r"application/json(; *charset=[uU][tT][fF]-8)?\n"
_LINES = r"(.*\n)*.*" + re.escape(ANSWER) + r"(.*\n)+"
_IDS = r"\['\S+', '\S+', '\S+'\]\n"
_UPLOADED = r"input\.jsonl 46 fine-tune\n"
_UPLOADS = _UPLOADED + r"(file|upload) 46 fine-tune\n" + r"otters\.jsonl 46 fine-tune\n"
_EVENTS = r"ResponseCreatedEvent\(.*\n(Response\w+Event\(.*\n)+ResponseCompletedEvent\(.*" + re.escape(ANSWER) + r".*\n"
_WHOLE = rf"{_JSON}{_LINES}"
_OBJECT = re.escape(ANIMAL) + r"\n"
_HABITS = r"\['hold hands', 'sleep afloat'\]"
_ANIMAL = rf"name='otter' habits={_HABITS}"
_VERSION = r"\d+\.\d+\.\d+\S*\n"

PRINTS = {
    "azure_chat": rf"{_A}chat\.completion\n",
    "azure_deployment": _A,
    "azure_entra": rf"0\n0\n{_A}",
    "openai_any_route": r"bar\n\{'got': \{'my_param': True\}\}\n",
    "openai_async": _A * 2,
    "openai_batches": r"completed 2\n2\nTrue\n",
    "openai_chat": _A,
    "openai_chat_stream": _A,
    "openai_chat_stream_async": rf"{_A}tokens: [1-9]\d*\n",
    "openai_close": r"\S+\nTrue\nTrue\n\S+\nTrue\n",
    "openai_embeddings": r"0 [1-9]\d* float\n1 [1-9]\d* float\n",
    "openai_errors": r"The server refused\n4\d\d\n\w+Error\n.+\napplication/json.*\n.+\n",
    "openai_extra_fields": r"Rafts…\n\{.*'reasoning_content': 'Rafts…'.*\}\n",
    "openai_extra_params": _A,
    "openai_http_client": _A,
    "openai_http_client_of_a_view": _A * 2,
    "openai_logging": r"True\n",
    "openai_module_client": rf"{_A}True\n",
    "openai_nested_params": _A * 2,
    "openai_null_or_missing": r"the answer has (no logprobs at all|logprobs: null)\n",
    "openai_page_by_page": r"the next page is asked for with: PageInfo\(params=\{'after': '\S+'\}\)\n"
    r"jobs just fetched: 1\n\S+\n\S+\n",
    "openai_pages": _IDS,
    "openai_pages_async": _IDS,
    "openai_rate_limit": r"429\n429\n",
    "openai_parse": rf"otter {_HABITS}\n{_ANIMAL}\nget_weather GetWeather\(place='Bergen'\)\n",
    "openai_raw_response": rf"{_JSON}{_A}200 {_JSON[:-2]} 0\n{_A}",
    "openai_request_id": r"\S+\n(?!None)\S+\n",
    "openai_responses": _A,
    "openai_retries": _A,
    "openai_stream": rf"response\.created\n(response\.\S+\n)*response\.output_text\.delta\n(response\.\S+\n)+{_A}",
    "openai_stream_async": _A,
    "openai_stream_helpers": rf"{_OBJECT}Animal\(name='otter', habits={_HABITS}\)\nstop\n{_ANIMAL}\n{_OBJECT}",
    "openai_streaming_response": _WHOLE * 2,
    "openai_timeouts": rf"{_A}Request timed out.*\n",
    "openai_tools": rf"tool_calls\nget_weather \{{'place': 'Bergen'\}}\n{_A}",
    "openai_tools_stream": r"get_weather \{'place': 'Bergen'\}\n",
    "openai_types": r"chat\.completion\nchat\.completion\nresponse\nTrue\n",
    "openai_upload": _UPLOADS + _UPLOADED + r"True\nTrue\nTrue\n",
    "openai_upload_async": rf"{_UPLOADED}True\n",
    "openai_version": _VERSION,
    "openai_vision": _A * 2,
    "seekgpt_aiohttp": _A,
    "seekgpt_any_route": r"bar\n\{'got': \{'my_param': True\}\}\n",
    "seekgpt_async": _A,
    "seekgpt_close": r"\S+\nTrue\n",
    "seekgpt_errors": r"The server refused\n4\d\d\n<Response \[4\d\d.*\]>\n",
    "seekgpt_http_client": _A,
    "seekgpt_http_client_of_a_view": _A,
    "seekgpt_logging": r"True\n",
    "seekgpt_nested_params": _A,
    "seekgpt_null_or_missing": r"the answer has (no logprobs at all|logprobs: null)\n",
    "seekgpt_page_by_page": r"jobs on the first page: 2\nthe next page: PageInfo\(params=\{'after': '\S+'\}\)\n"
    r"jobs on it: 1\n",
    "seekgpt_pages": _IDS,
    "seekgpt_pages_async": _IDS,
    "seekgpt_raw_response": rf"{_JSON}{_A}",
    "seekgpt_request_id": r"(?!None)\S+\n",
    "seekgpt_responses": _A,
    "seekgpt_retries": _A,
    "seekgpt_stream": _EVENTS,
    "seekgpt_stream_async": _EVENTS,
    "seekgpt_streaming_response": _WHOLE,
    "seekgpt_streaming_response_ways": rf"(True\n){{3}}{_A}(True\n){{2}}{_A}1\n",
    "seekgpt_timeouts": rf"{_A}Request timed out.*\n",
    "seekgpt_types": r"\[('\w+'(, )?)+\]\nTrue\n",
    "seekgpt_upload": _UPLOADS,
    "seekgpt_version": _VERSION,
    "seekgpt_vision_base64": _A,
    "seekgpt_vision_url": _A,
}
"""What each program prints, as a regular expression. Servers differ in what a program does not show."""

_VARIABLES = {
    "openai": {"OPENAI_API_KEY": "{key}", "OPENAI_BASE_URL": "{origin}/v1"},
    "seekgpt": {"SEEKGPT_API_KEY": "{key}", "SEEKGPT_BASE_URL": "{origin}/v1"},
    "azure": {"AZURE_OPENAI_API_KEY": "{key}", "AZURE_OPENAI_ENDPOINT": "{origin}", "A_TOKEN": "{key}"},
}
_LOGGED = {"openai_logging": "OPENAI_LOG", "seekgpt_logging": "SEEKGPT_LOG"}
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cfc00000030101009e6d43c00000000049454e44ae426082"
)


def _is_foreign(variable: str) -> bool:
    return variable.lower().endswith("_proxy") or variable.startswith(("OPENAI_", "SEEKGPT_", "AZURE_", "AIGPT_"))


def make_files(folder: Path) -> None:
    """Make the files that the programs read."""
    (folder / "image.png").write_bytes(_PNG)
    (folder / "input.jsonl").write_text('{"prompt": "otter?", "completion": "river!"}\n\n', encoding="utf-8")
    question = {"model": "gpt-4o", "messages": [{"role": "user", "content": "What do otters eat?"}]}
    requests = [
        {"custom_id": str(number), "method": "POST", "url": "/v1/chat/completions", "body": question}
        for number in range(2)
    ]
    text = "".join(json.dumps(request) + "\n" for request in requests)
    (folder / "requests.jsonl").write_text(text, encoding="utf-8")


def environment_of(name: str, origin: str, key: str = KEY) -> dict[str, str]:
    """Return the environment of a program that is to talk to the server at *origin*."""
    given = _VARIABLES[name.partition("_")[0]]
    variables = {
        **{variable: value for variable, value in os.environ.items() if not _is_foreign(variable)},
        **{variable: value.format(origin=origin, key=key) for variable, value in given.items()},
        **({_LOGGED[name]: "info"} if name in _LOGGED else {}),
        "MY_PROXY": origin,
        "PYTHONUTF8": "1",
    }
    if name == "openai_module_client":  # which is told of them in another way
        variables["A_KEY"] = variables.pop("OPENAI_API_KEY")
        variables["A_URL"] = f"{variables.pop('OPENAI_BASE_URL')}/"  # openai's module needs the slash
    return variables


def run_program(name: str, origin: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program against the server at *origin*, in *folder*, as a user does: all it knows is in its environment."""
    make_files(folder)
    # Programs need not close their clients; what they are not to do otherwise is an error.
    options = ["-W", "error", "-W", "ignore::ResourceWarning", "-X", "utf8"]
    return subprocess.run(
        [sys.executable, *options, str(PROGRAMS / f"{name}.py")],
        cwd=folder, env=environment_of(name, origin), capture_output=True, text=True, check=False,
    )  # fmt: skip


def check_program(name: str, done: subprocess.CompletedProcess[str]) -> None:
    """Check what a program printed."""
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(PRINTS[name], done.stdout), done.stdout
    if name in _LOGGED:
        assert re.fullmatch(r"(.*INFO.*\n)+", done.stderr), done.stderr
        assert KEY not in done.stderr
    else:
        assert done.stderr == ""

"""Names are also where openai has them, in modules that programs import though they are private there."""

from __future__ import annotations

from importlib import import_module

import pytest

from aigpt import openai
from aigpt.openai import _azure, _errors, _exceptions, lib
from aigpt.openai.lib import azure


def test_the_exceptions() -> None:
    assert {"APIError", "OpenAIError", "LengthFinishReasonError"} <= set(dir(_exceptions))
    for name in _errors.__all__:
        assert getattr(_exceptions, name) is getattr(_errors, name)


def test_azure() -> None:
    for name in azure.__all__:
        assert getattr(azure, name) is getattr(_azure, name.removeprefix("Base"))
    assert azure.AzureOpenAI is openai.AzureOpenAI


def test_lib() -> None:
    assert lib.pydantic_function_tool is openai.pydantic_function_tool
    assert lib.azure is import_module("aigpt.openai.lib.azure")
    assert lib.streaming.chat is import_module("aigpt.openai.lib.streaming.chat")
    assert lib.streaming.responses is import_module("aigpt.openai.lib.streaming.responses")
    assert {"azure", "pydantic_function_tool", "streaming"} <= {*dir(lib)}
    for name in lib.streaming.__all__:
        assert getattr(lib.streaming, name).__name__ == name
    assert lib.streaming.AssistantEventHandler is openai.AssistantEventHandler
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        lib.nothing  # type: ignore[attr-defined]  # noqa: B018

"""What is answered where a parameter decides it."""

from __future__ import annotations

import logging
from importlib import import_module

import pytest
from pydantic import BaseModel as PydanticModel

from aigpt.openai._models import BaseModel
from aigpt.openai._transcription import check_response_format, result_of
from aigpt.openai._types import omit


@pytest.mark.parametrize(
    ("route", "asked", "result"),
    [
        ("transcription", "json", "audio.transcription:Transcription"),
        ("transcription", None, "audio.transcription:Transcription"),
        ("transcription", omit, "audio.transcription:Transcription"),
        ("transcription", "verbose_json", "audio.transcription_verbose:TranscriptionVerbose"),
        ("transcription", "diarized_json", "audio.transcription_diarized:TranscriptionDiarized"),
        ("translation", "json", "audio.translation:Translation"),
        ("translation", "verbose_json", "audio.translation_verbose:TranslationVerbose"),
        *((route, text, "str") for route in ("transcription", "translation") for text in ("text", "srt", "vtt")),
    ],
)
def test_the_format_decides_on_the_type(
    route: str, asked: object, result: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert result_of({"response_format": asked}, route) == result
    if result != "str":
        module, name = result.split(":")
        assert hasattr(import_module(f"aigpt.openai.types.{module}"), name)
    assert not caplog.records


def test_without_a_format_it_is_json() -> None:
    assert result_of({"file": b""}, "translation") == "audio.translation:Translation"


@pytest.mark.parametrize(
    ("route", "asked", "result"),
    [
        ("transcription", "xml", "audio.transcription:Transcription"),
        ("translation", "diarized_json", "audio.translation:Translation"),
        ("translation", ["json"], "audio.translation:Translation"),
    ],
)
def test_an_unknown_format_is_taken_for_json_with_a_warning(
    route: str, asked: object, result: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert result_of({"response_format": asked}, route) == result
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert repr(asked) in record.getMessage()


class Pydantic(PydanticModel):
    a: int


class Ours(BaseModel):
    a: int


@pytest.mark.parametrize("model", [Pydantic, Ours, dict])
def test_classes_are_for_parse(model: type) -> None:
    with pytest.raises(TypeError, match=rf"class {model.__name__}.* parse\(\)"):
        check_response_format(model)


@pytest.mark.parametrize("value", [{"type": "json_object"}, None, omit, Pydantic(a=1)])
def test_values_are_not(value: object) -> None:
    check_response_format(value)

"""What openai has and this package has not: the AttributeErrors say so, and what to write instead."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from aigpt import openai
from aigpt.openai import _missing
from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._client import AsyncOpenAI
from aigpt.openai._seekgpt import SeekGPT

KEY = "sk-0123456789abcdef"
KINDS = pytest.mark.parametrize("kind", [AsyncOpenAI, OpenAI])


def test_every_method_that_is_written_by_hand_is_there() -> None:
    sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
    try:
        decisions = import_module("generate_openai.decisions")
    finally:
        del sys.path[0]
    assert decisions.HAND_WRITTEN_METHODS
    for module, names in decisions.HAND_WRITTEN_METHODS.items():
        there = {name for one in vars(import_module(f"aigpt.openai.{module}")).values() for name in dir(one)}
        assert names <= there


@KINDS
def test_what_is_left_out_is_named(kind: type[Any]) -> None:
    client = kind(api_key=KEY)
    for owner, name, message in (
        (client, "admin", r"^client\.admin is not offered by aigpt\.openai: client\.get"),
        (client, "live", r"^client\.live is not offered"),
        (client.with_raw_response, "admin", r"^client\.admin is not offered"),
        (client.beta, "agents", r"^beta\.agents is not offered"),
        (client.beta, "realtime", r"use client\.realtime$"),
    ):
        assert not hasattr(owner, name)
        with pytest.raises(AttributeError, match=message):
            getattr(owner, name)


def test_subclasses_have_the_same_errors() -> None:
    with pytest.raises(AttributeError, match=r"^client\.admin is not offered"):
        SeekGPT(api_key=KEY).admin  # type: ignore[attr-defined]  # noqa: B018


@KINDS
def test_other_names_have_the_error_of_python(kind: type[Any]) -> None:
    client = kind(api_key=KEY)
    for owner in (client, client.chat, client.chat.completions):
        with pytest.raises(AttributeError, match=f"^'{type(owner).__name__}' object has no attribute 'chatt'$") as info:
            owner.chatt  # noqa: B018
        assert (info.value.name, info.value.obj) == ("chatt", owner)
    with pytest.raises(AttributeError, match="no attribute 'admin'"):
        client.chat.admin  # noqa: B018
    del client._sender
    with pytest.raises(AttributeError, match="_sender"):
        client.is_closed()


def test_what_the_module_has_not_is_named() -> None:
    assert set(openai._MISSING) == {*_missing.OF_MODULE}
    for name, instead in _missing.OF_MODULE.items():
        assert not hasattr(openai, name)
        assert name not in dir(openai)
        with pytest.raises(AttributeError) as info:
            getattr(openai, name)
        assert str(info.value) == f"aigpt.openai.{name} is not offered: {instead}"
    with pytest.raises(AttributeError, match="has no attribute 'Bedrock'"):
        openai.Bedrock  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(AttributeError, match="has no attribute 'Bedrock'"):
        _missing.Bedrock  # noqa: B018


@KINDS
def test_a_class_as_response_format_is_refused_with_what_takes_it(kind: type[Any]) -> None:
    class Answer:
        pass

    create = kind(api_key=KEY).chat.completions.create
    with pytest.raises(TypeError, match=r"class Answer, which create\(\) does not take: use parse\(\) or stream\(\)"):
        create(model="m", messages=[], response_format=Answer).send(None)

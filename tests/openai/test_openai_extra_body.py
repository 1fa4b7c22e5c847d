"""What a call adds to its body: models in it go by the aliases of their fields, unlike those in the method's own."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openai_twins import Kind, twin
from pydantic import BaseModel, Field

from aigpt.openai._types import omit
from aigpt.testing import ScriptedServer

MESSAGES: Any = [{"role": "user", "content": "?"}]


class Guided(BaseModel):
    json_form: str = Field(serialization_alias="jsonForm")
    unset: str | None = None


@pytest.fixture(params=["async", "blocking"])
def kind(request: pytest.FixtureRequest) -> Any:
    return request.param


async def test_models_go_by_their_aliases(kind: Kind, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("chat/completions", json={})
    extra = {"guided": [Guided(json_form="x")], "model": "n", "top_p": omit}
    async with twin(kind, igpt_server) as one:
        await one.run(lambda c: c.chat.completions.create(messages=MESSAGES, model="m", top_p=1, extra_body=extra))
    sent = igpt_server.calls[0].json
    assert sent == {"messages": MESSAGES, "model": "n", "guided": [{"jsonForm": "x"}]}


async def test_a_call_without_a_body_gets_one(kind: Kind, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("*", json={})
    async with twin(kind, igpt_server) as one:
        await one.run(lambda c: c.responses.cancel("r", extra_body={"why": Guided(json_form="x")}))
    assert igpt_server.calls[0].json == {"why": {"jsonForm": "x"}}


async def test_other_routes_send_models_so_too(kind: Kind, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("any", json={})
    one_more: Any = {"extra_json": {"c": Guided(json_form="c")}}
    async with twin(kind, igpt_server) as one:
        await one.run(lambda c: c.post("any", cast_to=dict, body=Guided(json_form="a")))
        await one.run(lambda c: c.post("any", cast_to=dict, body={"b": Guided(json_form="b")}, options=one_more))
    assert [call.json for call in igpt_server.calls] == [
        {"jsonForm": "a"},
        {"b": {"jsonForm": "b"}, "c": {"jsonForm": "c"}},
    ]


async def test_files_may_be_among_it(kind: Kind, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("files", json={})
    extra = {"file": io.BytesIO(b"other"), "note": "x"}
    async with twin(kind, igpt_server) as one:
        await one.run(lambda c: c.files.create(file=b"content", purpose="batch", extra_body=extra))
    body = igpt_server.calls[0].body
    assert b"other" in body
    assert b'name="note"\r\n\r\nx' in body
    assert b"content" not in body.split(b"\r\n\r\n")


@pytest.mark.parametrize("extra", ["text", [1], {"a": {1}}, {"a": float("nan")}])
async def test_what_cannot_be_sent_is_refused(kind: Kind, igpt_server: ScriptedServer, extra: Any) -> None:
    async with twin(kind, igpt_server) as one:
        with pytest.raises((TypeError, ValueError), match=r"extra_body must be a mapping|^a cannot be sent"):
            await one.run(lambda c: c.chat.completions.create(messages=MESSAGES, model="m", extra_body=extra))
    assert igpt_server.calls == []

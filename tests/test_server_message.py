"""A server's own `message` is in the reply and at the end of the exception's, bounded, on one line, without the key."""

from __future__ import annotations

import logging
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigpt import AsyncIGPT, BadRequestError, InternalServerError
from aigpt._http.server_message import fit_for_an_exception
from aigpt._igpt.prepare import prepare_post
from aigpt.testing import ScriptedServer

KEY = "sk-top/secret+key=0123456789"
WHY = "max_results must be a whole number from 1"


async def test_the_message_of_an_error_at_200_is_in_the_reply_and_the_exception(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"error": "params", "message": WHY})
    async with igpt_server.client() as igpt:
        reply = await igpt.recall.ask(input="?")
    assert dict(reply) == {"error": "params", "message": WHY}
    assert isinstance(reply.exception, BadRequestError)
    assert str(reply.exception) == reply.exception.message == f"the API answered with the error 'params': {WHY}"
    assert pickle.loads(pickle.dumps(reply)).exception.message == reply.exception.message  # noqa: S301 (made just now)


@pytest.mark.parametrize("named", [{}, {"error": "busy"}, {"error": {"type": "x"}}])
async def test_the_message_of_an_error_status_is_in_the_exception(
    igpt_server: ScriptedServer, named: dict[str, Any]
) -> None:
    igpt_server.reply("recall/ask", status=500, json={**named, "message": WHY})
    async with igpt_server.client(max_retries=0) as igpt:
        reply = await igpt.recall.ask(input="?")
    assert isinstance(reply.exception, InternalServerError)
    assert str(reply.exception) == f"the server answered with status 500: {WHY}"


@pytest.mark.parametrize("status", [404, 405])
@pytest.mark.parametrize(
    ("sent", "hint"),
    [
        ({"body": "<html>"}, "; check base_url: it is the part before the route, like https://api.igpt.ai/v1"),
        ({"json": {"message": WHY}}, f": {WHY}"),
        ({"json": {"error": "no_such_user"}}, ""),
    ],
)
async def test_a_route_that_is_not_there_hints_at_the_base_url(
    igpt_server: ScriptedServer, status: int, sent: dict[str, Any], hint: str
) -> None:
    """Unless the server says why itself."""
    igpt_server.reply("recall/ask", status=status, **sent)
    async with igpt_server.client() as igpt:
        reply = await igpt.recall.ask(input="?")
    assert str(reply.exception) == f"the server answered with status {status}{hint}"


async def test_an_error_without_a_code_keeps_its_message(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"error": {"type": "x"}, "message": WHY})
    async with igpt_server.client() as igpt:
        reply = await igpt.recall.ask(input="?")
    assert dict(reply) == {"error": "client_error"}
    assert str(reply.exception) == f"the API answered with an error of unknown form: {WHY}"


@pytest.mark.parametrize("route", ["run", "ask"])
async def test_the_message_of_an_error_event_is_in_the_chunk_and_the_exception(
    igpt_server: ScriptedServer, route: str
) -> None:
    igpt_server.stream(f"recall/{route}", [{"delta": "Hel"}, {"error": "model_error", "message": WHY}])
    async with igpt_server.client() as igpt:
        stream = getattr(igpt.recall, route)(input="?", stream=True)
        chunks = [chunk async for chunk in stream]
    assert chunks[-1] == {"error": "model_error", "message": WHY}
    assert str(stream.reply.exception) == f"the API answered with the error 'model_error': {WHY}"


async def test_raised_exceptions_have_it_too(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"error": "params", "message": WHY})
    async with igpt_server.client(raise_errors=True) as igpt:
        with pytest.raises(BadRequestError, match=WHY):
            await igpt.recall.ask(input="?")


@pytest.mark.parametrize("message", [None, "", " \n", 7, ["x"], {"x": 1}, "\x00\x1b\u2028"])
async def test_what_is_no_sentence_is_left_out(igpt_server: ScriptedServer, message: Any) -> None:
    igpt_server.reply("recall/ask", json={"error": "params", "message": message})
    async with igpt_server.client() as igpt:
        reply = await igpt.recall.ask(input="?")
    assert reply["message"] == message
    assert str(reply.exception) == "the API answered with the error 'params'"


CALL = prepare_post(AsyncIGPT(KEY, user="me", base_url="http://127.0.0.1:1")._sender.options, "recall/ask", {}, {})


@given(st.text() | st.text(alphabet="ab \n\x1b\u202e\ud800", min_size=300, max_size=900))
def test_it_is_one_printable_line_of_400_characters_at_most(message: str) -> None:
    said = fit_for_an_exception(message, CALL)
    assert said is None or (said.isprintable() and 0 < len(said) <= 400 and said == said.strip())


def test_a_long_message_ends_with_an_ellipsis() -> None:
    assert fit_for_an_exception("word " * 100_000, CALL) == ("word " * 80)[:399] + "…"


@given(st.integers(0, 400))
def test_no_half_of_the_key_is_left_where_the_message_is_cut(before: int) -> None:
    said = fit_for_an_exception("x" * before + KEY * 300, CALL)
    assert said is not None
    assert KEY[:6] not in said


@pytest.mark.parametrize("ask", [False, True], ids=["text", "callable"])
@pytest.mark.parametrize("status", [200, 400, 500])
async def test_the_key_is_taken_out_and_no_log_has_the_message(
    igpt_server: ScriptedServer,
    status: int,
    ask: bool,  # noqa: FBT001 (parametrized)
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The reply is what the server sent, unchanged; the exception goes to logs and trackers."""
    igpt_server.reply("*", status=status, json={"error": "auth", "message": f"the key '{KEY}' is wrong, my dear"})
    caplog.set_level(logging.DEBUG)
    async with igpt_server.client(api_key=(lambda: KEY) if ask else KEY, max_retries=0) as igpt:
        replies = [await igpt.recall.ask(input="?"), await igpt.recall.run(input="?", stream=True).final()]
    for reply in replies:
        assert str(reply.exception).endswith("the key '***' is wrong, my dear")
    assert "my dear" not in caplog.text
    assert KEY not in caplog.text


async def test_the_callers_own_authorization_is_taken_out() -> None:
    with ScriptedServer() as server:
        server.reply("*", json={"error": "auth", "message": f"{KEY}?"})
        headers = {"Authorization": f"Bearer {KEY}"}
        async with AsyncIGPT("other", user="me", base_url=server.url, default_headers=headers) as igpt:
            reply = await igpt.recall.ask(input="?")
    assert str(reply.exception).endswith(": ***?")


async def test_a_short_key_does_not_eat_words(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("*", json={"error": "params", "message": "any answer"})
    async with igpt_server.client(api_key="any") as igpt:
        assert str((await igpt.recall.ask(input="?")).exception).endswith(": any answer")

"""The API key and the user's text are in no log, repr, exception, traceback or URL of ours."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import logging
import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import aiohttp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from aigpt import IGPT, AsyncIGPT, ConfigurationError, Reply
from aigpt._http.failure import exception_failure
from aigpt._igpt.prepare import prepare_call
from aigpt._igpt.replies import failed_reply
from aigpt.testing import ScriptedServer, run_events

KEY = "sk-top/secret+key=0123456789"
TEXT = "my most private question"
ANSWER = "an answer nobody else may read"
USER = "user_who_stays_unnamed"


def forms(secret: str) -> list[str]:
    """Return the ways a secret shows up in print."""
    return [secret, repr(secret)[1:-1], quote(secret), base64.b64encode(secret.encode()).decode().rstrip("=")]


SECRETS = [form for secret in (KEY, TEXT, ANSWER, USER) for form in forms(secret)]


def assert_clean(*texts: str) -> None:
    for text in texts:
        found = [secret for secret in SECRETS if secret in text]
        assert not found, text


FAULTS: dict[str, Callable[[ScriptedServer], None]] = {
    "closed": lambda s: s.raw("*", "close"),
    "reset": lambda s: s.raw("*", "reset"),
    "cut": lambda s: s.raw("*", b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + ANSWER.encode(), "close"),
    "bad status line": lambda s: s.raw("*", ANSWER.encode() + b"\r\n\r\n", "close"),
    "bad header": lambda s: s.raw("*", b"HTTP/1.1 200 OK\r\n" + ANSWER.encode() + b"\r\n\r\n", "close"),
    "long header": lambda s: s.raw("*", b"HTTP/1.1 200 OK\r\nX: " + ANSWER.encode() * 1000 + b"\r\n\r\n", "close"),
    "error with text": lambda s: s.reply("*", json={"error": ANSWER}),
    "error of a type": lambda s: s.reply("*", json={"error": {"message": ANSWER}}),
    "401 with text": lambda s: s.reply("*", status=401, json={"error": ANSWER}),
    "500 with text": lambda s: s.reply("*", status=500, body=ANSWER),
    "not JSON": lambda s: s.reply("*", body=ANSWER),
    "redirect": lambda s: s.reply("*", status=307, headers={"Location": f"https://evil.example/?q={quote(ANSWER)}"}),
    "hang": lambda s: s.raw("*", "hang"),
    "good": lambda s: s.stream("*", run_events(ANSWER)),
    "torn": lambda s: s.stream("*", run_events(ANSWER), then="truncate"),
    "event that is no JSON": lambda s: s.stream("*", [f"data: {ANSWER}\n\n"]),
}


@pytest.fixture
def log() -> Any:
    """Everything any logger says, down to DEBUG, tracebacks included."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s %(args)r"))
    root = logging.getLogger()
    loggers = [root, logging.getLogger("aigpt"), logging.getLogger("aiohttp_retry"), logging.getLogger("asyncio")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def everything_about(exception: BaseException) -> str:
    """Return all that an error tracker would keep of an exception."""
    rendered = "".join(traceback.format_exception(exception))
    chain: list[BaseException] = []
    link: BaseException | None = exception
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    return rendered + "".join(f"{link!r} {link} {link.args!r}" for link in chain)


@pytest.mark.parametrize("name", FAULTS)
async def test_no_failure_tells(name: str, log: io.StringIO, igpt_server: ScriptedServer) -> None:
    FAULTS[name](igpt_server)
    async with igpt_server.client(api_key=KEY, user=USER, backoff_base=0, timeout=0.5) as client:
        reply = await client.recall.ask(input=TEXT)
        stream = client.recall.run(input=TEXT, stream=True)
        async for _ in stream:
            pass
        assert_clean(
            repr(client), repr(stream), repr(client.recall), repr(client._sender.options), repr(client.with_options())
        )
    for result in (reply, stream.reply):
        if result.exception is not None:
            assert_clean(everything_about(result.exception), repr(result.exception))
            unpickled = pickle.loads(pickle.dumps(result.exception))  # noqa: S301 (made a moment ago)
            assert (type(unpickled), unpickled.code) == (type(result.exception), result.error)
            assert KEY not in pickle.dumps(result).decode("latin-1")
    for call in igpt_server.calls:
        assert_clean(call.route)
    assert_clean(log.getvalue())
    assert "recall/ask" in log.getvalue()


async def test_input_that_cannot_be_sent_is_not_quoted(igpt_server: ScriptedServer, log: io.StringIO) -> None:
    async with igpt_server.client(api_key=KEY, user=USER) as client:
        for params in (
            {"input": TEXT + "\ud800"},
            {"input": TEXT, "extra_body": {"x": {TEXT}}},
            {"input": TEXT, "extra_headers": {"X-Text": TEXT + "\r\n"}},
            {"input": TEXT, "extra_headers": {TEXT: "x"}},
        ):
            reply = await client.recall.ask(**params)
            assert reply == {"error": "params"}
            assert reply.exception is not None
            assert_clean(everything_about(reply.exception))
    assert_clean(log.getvalue())


async def test_a_key_callable_that_fails_does_not_tell(igpt_server: ScriptedServer, log: io.StringIO) -> None:
    def key() -> str:
        raise ValueError(KEY)

    for ask in (key, lambda: KEY + "\n\r", lambda: f"{KEY}\x00"):
        async with igpt_server.client(api_key=ask) as client:
            igpt_server.reply("recall/ask", json={})
            reply = await client.recall.ask(input=TEXT)
            if reply.exception is not None:
                assert_clean(everything_about(reply.exception))
    assert_clean(log.getvalue())


@pytest.mark.way("short")  # whatever the way is in this process
def test_aigpt_log_attaches_a_handler_that_tells_no_secrets(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"output": ANSWER}, headers={"X-Request-Id": "req_7"})
    code = f"import aigpt; aigpt.IGPT({KEY!r}, user={USER!r}, base_url={igpt_server.url!r}).recall.ask(input={TEXT!r})"
    for level, says in (("info", True), ("debug", True), ("", False)):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={"AIGPT_LOG": level},
            capture_output=True,
            text=True,
            check=True,
            timeout=280,
        )
        assert_clean(done.stderr)
        assert ("recall/ask" in done.stderr) is says
        assert ("req_7" in done.stderr) is says


@pytest.mark.way("short")  # whatever the way is in this process
def test_a_wrong_level_is_named() -> None:
    code = "import aigpt; aigpt.IGPT('key')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"AIGPT_LOG": "loud"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "AIGPT_LOG" in done.stderr.splitlines()[-1]


def test_a_library_logger_is_silent_by_default(igpt_server: ScriptedServer, capsys: pytest.CaptureFixture[str]) -> None:
    igpt_server.reply("recall/ask", status=500)
    igpt_server.blocking_client(backoff_base=0).recall.ask(input=TEXT)
    assert capsys.readouterr() == ("", "")


def test_clients_show_no_secret_in_their_repr() -> None:
    for client in (IGPT(KEY, user=USER), AsyncIGPT(KEY, user=USER)):
        assert_clean(repr(client), str(client), f"{client}")
    assert json.dumps({})
    assert asyncio.iscoroutinefunction(AsyncIGPT.close)


# ── whatever the secret looks like ──────────────────────────────────────────────────────────────────────────────

# Marked, since Hypothesis also draws words that stand in our own code, such as names of modules.
printable = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=12, max_size=60).map("#{}".format)
private = st.text(min_size=12, max_size=60).filter(lambda text: bool(text.strip())).map("#{}".format)


@given(key=printable, text=private)
@settings(max_examples=60)
def test_no_exception_of_the_network_tells(key: str, text: str) -> None:
    """The exceptions of aiohttp hold the request with its key, and may quote the answer."""
    headers = CIMultiDictProxy(CIMultiDict({"Authorization": f"Bearer {key}"}))
    url = URL("http://127.0.0.1/v1/recall/ask")
    info = aiohttp.RequestInfo(url, "POST", headers, url)
    for exc in (
        aiohttp.ClientResponseError(info, (), status=500, message=text, headers=headers),
        aiohttp.ContentTypeError(info, (), message=text),
        aiohttp.ServerDisconnectedError(text),
        aiohttp.ClientPayloadError(text),
        aiohttp.http_exceptions.LineTooLong(text.encode("utf-8", "replace"), 10),
        aiohttp.InvalidURL(text),
        OSError(text),
        ValueError(text),
        KeyError(key),
        RuntimeError(key),
    ):
        failure = exception_failure(exc)
        shown = everything_about(failed_reply(failure, Reply).exception)
        assert key not in shown
        assert text not in shown


@given(key=printable, user=private, text=private)
@settings(max_examples=60)
def test_no_client_stream_or_refusal_tells(key: str, user: str, text: str) -> None:
    client = AsyncIGPT(key, user=user, default_headers={"X-Key": key})
    stream = client.recall.run(input=text, stream=True)
    call = client.recall.ask(input=text, extra_body={"x": {text}})
    options = client._sender.options
    shown = f"{client!r}{options!r}{stream!r}{client.recall!r}{client.with_options(timeout=1)!r}{call!r}"
    call.close()
    refused = prepare_call(
        client._sender.options, "recall/ask", Reply, {"input": text, "extra_body": {"x": {text}}}
    ).refused
    assert refused is not None
    shown += everything_about(failed_reply(refused, Reply).exception)
    for secret in (key, user, text):
        assert secret not in shown


@given(value=private)
@settings(max_examples=60)
def test_a_refused_option_is_named_but_not_shown(value: str) -> None:
    bad = value + "\r\nX-Evil: 1"
    for options in (
        {"api_key": bad},
        {"api_key": "k", "default_headers": {"X": bad}},
        {"api_key": "k", "base_url": bad},
    ):
        with pytest.raises(ConfigurationError) as caught:
            AsyncIGPT(**options)  # type: ignore[arg-type]
        assert value not in everything_about(caught.value)
        assert next(iter(reversed(options))) in str(caught.value)

"""Waiting until what is connected is indexed, and having a user connect it in a browser."""

import asyncio
import gc
import html
import re
import socket
import threading
import time
import webbrowser
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from yarl import URL

import aigpt
from aigpt import (
    APIError,
    APIResponseValidationError,
    APITimeoutError,
    AsyncIGPT,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    DatasourcesReply,
    RequestAbortedError,
    fan_out,
)
from aigpt._igpt import connecting, waiting
from aigpt._igpt.callback_server import CallbackServer
from aigpt._igpt.datasources import is_indexed
from aigpt.local import LocalServer
from aigpt.local.sample import MAILBOX
from aigpt.testing import Call, Gate, SampleServer, ScriptedServer

Source = dict[str, Any]


def source(id: str = "gmail/1/messages", progress: Any = 100, service: str = "gmail") -> Source:
    return {"id": id, "service": service, "progress": progress}


def lists(server: ScriptedServer, *answers: list[Source]) -> None:
    """Have the datasources be listed as each of *answers*, then as the last one."""
    for answer in answers:
        server.reply("datasources/list", json={"datasources": answer})


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return how long was to be waited between requests; hardly anything is waited."""
    noted: list[float] = []
    first = waiting._first_of

    async def quickly(news: Any, seconds: float) -> Any:
        noted.append(seconds)
        return await first(news, 0.001)

    monkeypatch.setattr(waiting, "_first_of", quickly)
    return noted


# ── until indexed ───────────────────────────────────────────────────────────────────────────────────────────────


async def test_it_waits_until_all_are_indexed(igpt_server: ScriptedServer, pauses: list[float]) -> None:
    half = [source(), source("b", 50)]
    lists(igpt_server, [source(), source("b", 0)], half, half, [source(), source("b")])
    told: list[Any] = []
    async with igpt_server.client() as igpt:
        reply = await igpt.datasources.wait(on_progress=lambda r: told.append([s["progress"] for s in r.datasources]))
    assert isinstance(reply, DatasourcesReply)
    assert reply == {"datasources": [source(), source("b")]}
    assert (reply.ok, reply.status) == (True, 200)
    assert told == [[100, 0], [100, 50], [100, 100]]
    assert len(igpt_server.calls) == 4


async def test_the_requests_come_more_and_more_seldom(igpt_server: ScriptedServer, pauses: list[float]) -> None:
    lists(igpt_server, *([[source(progress=n)] for n in range(12)]), [source()])
    async with igpt_server.client() as igpt:
        await igpt.datasources.wait()
    assert pauses[:3] == [0.25, 0.375, 0.5625]
    assert pauses == sorted(pauses)
    assert pauses[-3:] == [5.0, 5.0, 5.0]


async def test_it_really_pauses_between_requests(igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [source(progress=1)], [source()])
    async with igpt_server.client() as igpt:
        await igpt.datasources.wait()
    first, second = igpt_server.calls
    assert 0.2 < second.time - first.time < 5


async def test_one_is_waited_for_by_its_id_even_before_it_is_there(
    igpt_server: ScriptedServer, pauses: list[float]
) -> None:
    lists(igpt_server, [], [source("b", 3)], [source("a", 7), source("b", 50)], [source("a", 7), source("b")])
    async with igpt_server.client() as igpt:
        reply = await igpt.datasources.wait(id="b")
    assert [s["progress"] for s in reply.datasources] == [7, 100]
    assert igpt_server.calls[0].json == {"user": "user_test"}


async def test_an_id_that_no_datasource_has_is_an_error_long_before_the_timeout(
    igpt_server: ScriptedServer, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may take a moment after the user's consent until a datasource is listed."""
    lists(igpt_server, [source("a"), source("b", 50)])
    monkeypatch.setattr(waiting, "LISTING_SECONDS", 0.05)
    async with igpt_server.client() as igpt:
        reply = await igpt.datasources.wait(id="nope", timeout=None)
    assert reply == {"error": "params"}
    assert isinstance(reply.exception, BadRequestError)
    problem = "the datasource 'nope' is not listed for this user"
    assert str(reply.exception) == f"{problem}; datasources.list() gives the ids there are"
    assert len(igpt_server.calls) > 1


async def test_a_timeout_says_that_the_id_was_not_listed(igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [])
    async with igpt_server.client() as igpt:
        reply = await igpt.datasources.wait(id="nope", timeout=0.1)
    assert isinstance(reply.exception, APITimeoutError)
    assert str(reply.exception).endswith("; the datasource 'nope' is not listed for this user")


async def test_a_datasource_that_is_disconnected_meanwhile_is_waited_for_no_longer(
    igpt_server: ScriptedServer, pauses: list[float]
) -> None:
    lists(igpt_server, [source("a", 50), source("b")], [source("b")])
    async with igpt_server.client() as igpt:
        with pytest.raises(BadRequestError, match=r"^the datasource 'a' is no longer listed "):
            await igpt.datasources.wait(id="a", timeout=None, raise_errors=True)
    assert len(igpt_server.calls) == 2


async def test_without_any_there_is_nothing_to_wait_for(igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [])
    async with igpt_server.client() as igpt:
        assert (await igpt.datasources.wait()).datasources == []
    assert len(igpt_server.calls) == 1


@pytest.mark.parametrize(
    ("progress", "indexed"), [(100, True), (100.0, True), (99.9, False), (0, False), (None, True), ("?", True)]
)
def test_what_counts_as_indexed(progress: Any, indexed: bool) -> None:  # noqa: FBT001 (a table)
    assert is_indexed({"id": "a", "progress": progress}) is indexed
    assert is_indexed({"id": "a"})


async def test_it_may_be_told_asynchronously(igpt_server: ScriptedServer, pauses: list[float]) -> None:
    lists(igpt_server, [source(progress=1)], [source()])
    told: list[int] = []

    async def tell(reply: DatasourcesReply) -> None:
        await asyncio.sleep(0)
        told.append(len(reply.datasources))

    async with igpt_server.client() as igpt:
        await igpt.datasources.wait(on_progress=tell)
    assert told == [1, 1]


async def test_what_on_progress_raises_is_raised(igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [source(progress=1)])
    async with igpt_server.client() as igpt:
        with pytest.raises(ZeroDivisionError):
            await igpt.datasources.wait(on_progress=lambda _: 1 / 0)
        assert igpt._sender.transport.under_way == 0


@pytest.mark.parametrize("raising", [False, True])
async def test_a_failed_request_ends_it(igpt_server: ScriptedServer, pauses: list[float], raising: Any) -> None:
    lists(igpt_server, [source(progress=1)])
    igpt_server.reply("datasources/list", status=401)
    async with igpt_server.client() as igpt:
        waiting = igpt.datasources.wait(raise_errors=raising)
        if raising:
            with pytest.raises(AuthenticationError):
                await waiting
        else:
            reply = await waiting
            assert (reply, reply.error, reply.status) == ({"error": "auth"}, "auth", 401)
            assert isinstance(reply, DatasourcesReply)


async def test_a_request_that_fails_for_a_moment_is_retried(igpt_server: ScriptedServer, pauses: list[float]) -> None:
    igpt_server.reply("datasources/list", status=503, times=3)
    lists(igpt_server, [source()])
    async with igpt_server.client(backoff_base=1) as igpt:
        assert (await igpt.datasources.wait()).ok
    assert len(igpt_server.calls) == 4


async def test_the_deadline_ends_it_between_requests(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "_PAUSE_FACTOR", 100)  # so that the second pause is the longest
    lists(igpt_server, [source(progress=1)])
    async with igpt_server.client(timeout=30) as igpt:
        began = time.perf_counter()
        reply = await igpt.datasources.wait(timeout=1.5)
    assert 1.4 < time.perf_counter() - began < waiting._LONGEST_PAUSE
    assert reply == {"error": "network_error"}
    assert isinstance(reply.exception, APITimeoutError)
    assert len(igpt_server.calls) == 2


async def test_the_deadline_ends_it_within_a_request(igpt_server: ScriptedServer) -> None:
    gate = Gate()
    igpt_server.reply("datasources/list", json={}, after=gate)
    async with igpt_server.client() as igpt:
        with pytest.raises(APITimeoutError):
            await igpt.datasources.wait(timeout=0.1, raise_errors=True)
        assert igpt._sender.transport.under_way == 0


@pytest.mark.parametrize("when", ["before", "between", "within"])
async def test_abort_ends_it(igpt_server: ScriptedServer, when: str) -> None:
    gate = Gate()
    abort = asyncio.Event()
    if when == "within":
        igpt_server.reply("datasources/list", json={}, after=gate)
    else:
        lists(igpt_server, [source(progress=1)])
    async with igpt_server.client() as igpt:
        if when == "before":
            abort.set()
        told = asyncio.Event()
        waiting = asyncio.ensure_future(igpt.datasources.wait(abort=abort, on_progress=lambda _: told.set()))
        if when == "within":
            assert await gate.reached()
        elif when == "between":
            await told.wait()
        abort.set()
        reply = await waiting
    assert isinstance(reply.exception, RequestAbortedError)
    assert len(igpt_server.calls) == (when != "before")


async def test_closing_the_client_ends_it(igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [source(progress=1)])
    told = asyncio.Event()
    async with igpt_server.client() as igpt:
        waiting = asyncio.ensure_future(igpt.datasources.wait(on_progress=lambda _: told.set()))
        await told.wait()
    assert (await waiting).error == "request_aborted"


async def test_cancelling_passes_through(igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [source(progress=1)])
    told = asyncio.Event()
    async with igpt_server.client() as igpt:
        waiting = asyncio.ensure_future(igpt.datasources.wait(on_progress=lambda _: told.set()))
        await told.wait()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert igpt._sender.transport.under_way == 0


@pytest.mark.parametrize("strange", [[], "text", {"datasources": "text"}, {"datasources": [1]}])
async def test_an_answer_without_a_list_is_an_error(igpt_server: ScriptedServer, strange: Any) -> None:
    igpt_server.reply("datasources/list", json=strange)
    async with igpt_server.client() as igpt:
        reply = await igpt.datasources.wait()
    assert reply.error == "invalid_json_response"


@pytest.mark.parametrize("timeout", [0, -1, "5", True, float("inf"), float("nan"), aiohttp.ClientTimeout(1)])
async def test_a_wrong_timeout_is_named(igpt_server: ScriptedServer, timeout: Any) -> None:  # noqa: ASYNC109 (it is what is tested)
    async with igpt_server.client() as igpt:
        with pytest.raises(ConfigurationError, match="timeout must be a number of seconds above 0, or None"):
            await igpt.datasources.wait(timeout=timeout)


async def test_there_need_not_be_a_deadline(igpt_server: ScriptedServer) -> None:
    lists(igpt_server, [source()])
    async with igpt_server.client() as igpt:
        assert (await igpt.datasources.wait(timeout=None, user="ben", max_retries=0)).ok
    assert igpt_server.calls[0].json == {"user": "ben"}


async def test_without_a_user_nothing_is_sent(igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IGPT_API_USER")
    async with igpt_server.client(user=None) as igpt:
        assert (await igpt.datasources.wait()).error == "params"
    assert igpt_server.calls == []


async def test_many_users_can_be_waited_for_by_a_fan_out(igpt_server: ScriptedServer, pauses: list[float]) -> None:
    lists(igpt_server, *[[source(progress=1)]] * 3, [source()])
    async with igpt_server.client() as igpt, fan_out(igpt.datasources.wait, [{"user": "a"}, {"user": "b"}]) as outcomes:
        assert [outcome.reply.datasources async for outcome in outcomes if outcome.reply] == [[source()]] * 2
    assert {call.json["user"] for call in igpt_server.calls} == {"a", "b"}


def test_the_blocking_client_waits_too(igpt_server: ScriptedServer, pauses: list[float]) -> None:
    lists(igpt_server, [source(progress=1)], [source()])
    told: list[DatasourcesReply] = []
    with igpt_server.blocking_client() as igpt:
        assert igpt.datasources.wait(on_progress=told.append, abort=threading.Event()).datasources == [source()]
        aborted = threading.Event()
        aborted.set()
        assert igpt.datasources.wait(abort=aborted).error == "request_aborted"
    assert len(told) == 2


async def test_over_the_embedded_server(igpt_local: SampleServer) -> None:
    async with igpt_local.client() as igpt:
        reply = await igpt.datasources.wait()
    assert [one.get("status") for one in reply.datasources] == ["enabled", "enabled"]


# ── authorizing ─────────────────────────────────────────────────────────────────────────────────────────────────


class Service:
    """A service with a page to authorize on. Its user, `agree` or `decline`, is what opens the page."""

    def __init__(self, server: ScriptedServer, *lists: list[Source]) -> None:
        self._lists = list(lists)
        self._back = False
        self.asked: dict[str, Any] = {}
        self.pages: list[tuple[int, str]] = []
        server.reply("connectors/authorize", json=self._authorize)
        server.reply("datasources/list", json=self._list)

    def _authorize(self, call: Call) -> dict[str, str]:
        self.asked = call.json
        return {"url": "https://service.example/consent"}

    def _list(self, _: Call) -> dict[str, Any]:
        """List what there was before, until the user is back; then one list after the other."""
        if self._back and len(self._lists) > 1:
            self._lists.pop(0)
        return {"datasources": self._lists[0]}

    def visit(self, *visits: dict[str, str]) -> None:
        """Have a browser land with one query after the other; as browsers do, it lives on."""
        self.browsing = asyncio.ensure_future(self._land(visits))

    async def agree(self, url: str) -> None:
        assert url == "https://service.example/consent"
        self.visit({"state": self.asked["state"]})

    async def decline(self, _: str) -> None:
        self.visit({"state": self.asked["state"], "error": "access_denied"})

    async def _land(self, visits: Iterable[dict[str, str]]) -> None:
        async with aiohttp.ClientSession() as browser:
            for query in visits:
                async with browser.get(URL(self.asked["redirect_uri"]).update_query(query)) as response:
                    self.pages.append((response.status, await response.text()))
        self._back = True


def is_free(url: str) -> bool:
    """Return whether nobody listens at the port of *url* any more."""
    with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", URL(url).port or 0), 5):
        return False
    return True


async def test_the_user_agrees_and_the_new_datasource_is_waited_for(
    igpt_server: ScriptedServer, pauses: list[float]
) -> None:
    old = source("gmail/0/messages", 3)
    service = Service(igpt_server, [old], [old], [old, source(progress=10)], [old, source()])
    told: list[int] = []
    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(
            service="gmail",
            scope="read",
            open_url=service.agree,
            on_progress=lambda reply: told.append(len(reply.datasources)),
        )
    assert reply.datasources == [old, source()]
    assert service.pages[0][0] == 200
    assert "Connected. You can close this window." in service.pages[0][1]
    assert service.asked.keys() == {"service", "scope", "redirect_uri", "state", "user"}
    assert len(service.asked["state"]) >= 32
    assert told == [1, 2, 2]
    assert is_free(service.asked["redirect_uri"])


@pytest.mark.parametrize("raising", [False, True])
async def test_the_user_declines_and_it_ends_at_once(igpt_server: ScriptedServer, raising: Any) -> None:
    service = Service(igpt_server, [])
    async with igpt_server.client(raise_errors=raising) as igpt:
        waiting = igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=service.decline)
        if raising:
            with pytest.raises(APIError, match="'access_denied'"):
                await waiting
        else:
            reply = await waiting
            assert reply == {"error": "access_denied"}
            assert isinstance(reply, DatasourcesReply)
            assert isinstance(reply.exception, APIError)
    await service.browsing
    assert "Not connected. You can close this window." in service.pages[0][1]
    assert is_free(service.asked["redirect_uri"])


async def test_only_the_answer_with_our_state_counts(igpt_server: ScriptedServer) -> None:
    """Whoever finds the port can neither connect nor decline in the user's place."""
    service = Service(igpt_server, [])

    async def attack(_: str) -> None:
        uri = URL(service.asked["redirect_uri"])
        async with aiohttp.ClientSession() as browser:
            for made in (browser.get(uri.with_path("/favicon.ico")), browser.post(uri, data=b"x")):
                async with made as response:
                    assert response.status == 404
        denied = {"error": "access_denied"}
        mine = {"state": service.asked["state"]}
        service.visit(denied, denied | {"state": "guessed"}, denied | {"state": "\ufffd"}, denied | mine)

    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=attack)
    await service.browsing
    assert [status for status, _ in service.pages] == [400, 400, 400, 200]
    assert "This is not the redirect that was waited for." in service.pages[0][1]
    assert reply.error == "access_denied"


@pytest.mark.parametrize(
    ("error", "code"), [("server_error", "server_error"), ("<b>", "client_error"), ("x" * 65, "client_error")]
)
async def test_the_error_is_a_code_whatever_the_browser_brings(
    igpt_server: ScriptedServer, error: str, code: str
) -> None:
    service = Service(igpt_server, [])

    async def fail(_: str) -> None:
        service.visit({"state": service.asked["state"], "error": error})

    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=fail)
    await service.browsing
    assert reply.error == code
    assert error not in service.pages[0][1]


async def test_a_redirect_of_the_callers_own_is_left_to_them(igpt_server: ScriptedServer, pauses: list[float]) -> None:
    lists(igpt_server, [], [source("b", service="slack")], [source(progress=5, service="GMail")], [source()])
    igpt_server.reply("connectors/authorize", json={"url": "https://service.example/"})
    opened: list[str] = []
    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(
            service="gmail", scope="read", redirect_uri="https://me.example/back", state="s", open_url=opened.append
        )
    assert reply.datasources == [source()]
    assert opened == ["https://service.example/"]
    asked = next(call.json for call in igpt_server.calls if call.route == "connectors/authorize")
    assert (asked["redirect_uri"], asked["state"]) == ("https://me.example/back", "s")


async def test_what_was_connected_before_may_be_chosen_again(
    igpt_server: ScriptedServer, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then nothing new is listed, ever: the user is back, and after a while that has to do."""
    monkeypatch.setattr(connecting, "LISTING_SECONDS", 0.05)
    service = Service(igpt_server, [source()])
    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=service.agree)
    assert reply.datasources == [source()]


async def test_what_the_redirect_names_is_waited_for_and_nothing_else(
    igpt_server: ScriptedServer, pauses: list[float]
) -> None:
    mine, other = source("mbox/1", service="mbox"), source("b", 10)
    service = Service(igpt_server, [mine, other])

    async def choose(_: str) -> None:
        service.visit({"state": service.asked["state"], "datasource": "mbox/1"})

    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=choose)
    assert reply.datasources == [mine, other]


async def test_what_is_new_counts_whatever_it_is_called(igpt_server: ScriptedServer, pauses: list[float]) -> None:
    service = Service(igpt_server, [], [source(service="google")])
    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=service.agree)
    assert reply.datasources == [source(service="google")]


async def test_a_state_of_the_callers_own_is_the_one_that_counts(
    igpt_server: ScriptedServer, pauses: list[float]
) -> None:
    service = Service(igpt_server, [], [source()])
    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(
            service="gmail", scope="read", state="my own", open_url=service.agree
        )
    assert reply.ok
    assert service.asked["state"] == "my own"


async def test_the_systems_browser_is_opened_where_nothing_else_is_said(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = Service(igpt_server, [])
    loop = asyncio.get_running_loop()
    threads: list[threading.Thread] = []

    def open_url(_: str) -> bool:
        threads.append(threading.current_thread())
        asyncio.run_coroutine_threadsafe(service.decline(""), loop).result()  # a browser that blocks, as lynx does
        return True

    monkeypatch.setattr(webbrowser, "open", open_url)
    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(service="gmail", scope="read")
    assert reply.error == "access_denied"
    assert threads != [threading.current_thread()]


async def test_where_no_browser_can_be_opened_it_says_so(igpt_server: ScriptedServer) -> None:
    service = Service(igpt_server, [])
    async with igpt_server.client() as igpt:
        with pytest.raises(ConfigurationError, match="no browser could be opened here; pass open_url=print"):
            await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=lambda _: False)
    assert is_free(service.asked["redirect_uri"])


async def test_what_open_url_raises_is_raised(igpt_server: ScriptedServer) -> None:
    service = Service(igpt_server, [])
    async with igpt_server.client() as igpt:
        with pytest.raises(ZeroDivisionError):
            await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=lambda _: 1 / 0)
    assert is_free(service.asked["redirect_uri"])


@pytest.mark.parametrize(
    "answer",
    [{}, {"url": None}, {"url": "javascript:alert(1)"}, {"url": "file:///etc/passwd"}, {"url": "http://["}, []],
)
async def test_only_a_web_address_is_opened(igpt_server: ScriptedServer, answer: Any) -> None:
    lists(igpt_server, [])
    igpt_server.reply("connectors/authorize", json=answer)
    opened: list[str] = []
    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=opened.append)
    assert reply.error == "invalid_json_response"
    assert isinstance(reply.exception, APIResponseValidationError)
    assert opened == []


@pytest.mark.parametrize("route", ["datasources/list", "connectors/authorize"])
async def test_a_refusal_of_the_api_ends_it(igpt_server: ScriptedServer, route: str) -> None:
    igpt_server.reply(route, status=422, json={"error": "params", "hint": "scope"}, headers={"X-Request-Id": "r1"})
    if route != "datasources/list":
        lists(igpt_server, [])
    async with igpt_server.client() as igpt:
        reply = await igpt.connectors.authorize_and_wait(service="gmail", scope="read", open_url=print)
    assert isinstance(reply, DatasourcesReply)
    assert reply == {"error": "params", "hint": "scope"}
    assert (reply.error, reply.status, reply.request_id) == ("params", 422, "r1")
    assert isinstance(reply.exception, aigpt.UnprocessableEntityError)
    assert reply.exception.reply is reply


@pytest.mark.parametrize("how", ["deadline", "abort", "cancel"])
async def test_however_it_ends_the_listener_is_closed(igpt_server: ScriptedServer, how: str) -> None:
    service = Service(igpt_server, [])
    abort, opened = asyncio.Event(), asyncio.Event()

    async def open_url(_: str) -> None:
        opened.set()
        await asyncio.Event().wait()  # never done

    async with igpt_server.client() as igpt:
        waiting = asyncio.ensure_future(
            igpt.connectors.authorize_and_wait(
                service="gmail",
                scope="read",
                open_url=open_url,
                abort=abort,
                timeout=2 if how == "deadline" else None,
            )
        )
        await opened.wait()
        reader, writer = await asyncio.open_connection("127.0.0.1", URL(service.asked["redirect_uri"]).port)
        if how == "abort":
            abort.set()
        if how == "cancel":
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        else:
            assert (await waiting).error == {"deadline": "network_error", "abort": "request_aborted"}[how]
        assert await reader.read() == b""  # one that was connected and said nothing is let go too
        writer.close()
    assert is_free(service.asked["redirect_uri"])
    gc.collect()


async def test_what_is_no_request_is_let_go() -> None:
    async with CallbackServer() as callback:
        for said in (b"\x00\xff\r\n\r\n", b"GET http://[ HTTP/1.1\r\n\r\n", b"GET " + b"x" * 20_000, b"GET"):
            reader, writer = await asyncio.open_connection("127.0.0.1", URL(callback.url).port)
            writer.write(said)
            writer.write_eof()
            with suppress(ConnectionResetError):
                assert (await reader.read())[:12] in {b"", b"HTTP/1.1 404"}
            writer.close()
        assert not callback.arrived.done()
    assert callback.arrived.cancelled()


def test_the_blocking_client_authorizes_too(igpt_server: ScriptedServer, pauses: list[float]) -> None:
    service = Service(igpt_server, [], [source()])

    async def browse(url: str) -> None:
        await service.agree(url)
        await service.browsing

    with igpt_server.blocking_client() as igpt:
        reply = igpt.connectors.authorize_and_wait(
            service="gmail", scope="read", open_url=lambda url: asyncio.run(browse(url))
        )
    assert reply.datasources == [source()]


class Person:
    """Goes through the embedded server's own page as a browser does, and presses a button there."""

    def __init__(self, press: str) -> None:
        self.press = press
        self.last_page = ""

    async def __call__(self, url: str) -> None:
        self.browsing = asyncio.ensure_future(self._browse(url))

    async def _browse(self, url: str) -> None:
        async with aiohttp.ClientSession() as browser:
            async with browser.get(url) as response:
                page = await response.text()
            names = ("key", "place")
            found = {name: re.search(rf'name="{name}" value="([^"]+)"', page) for name in names}
            fields = {name: html.unescape(match[1]) for name, match in found.items() if match}
            async with browser.post(url, data={**fields, "do": self.press}) as response:  # and follows the redirect
                self.last_page = await response.text()


async def test_the_embedded_servers_own_page_is_gone_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connecting, connecting the same again, and declining: all end by themselves, and at once."""
    monkeypatch.setattr(connecting, "LISTING_SECONDS", 30.0)
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "sample.mbox").write_bytes(MAILBOX.read_bytes())
    person, told = Person("connect"), []
    async with (
        LocalServer(roots=[tmp_path / "mail"], port=0, db=tmp_path / "db") as server,
        AsyncIGPT("any", base_url=server.url, user=server.user) as igpt,
    ):
        wait = partial(igpt.connectors.authorize_and_wait, service="gmail", scope="read", on_progress=told.append)
        reply = await wait(open_url=person)
        assert [(one.get("service"), one.get("progress")) for one in reply.datasources] == [("gmail", 100)]
        await person.browsing
        assert "Connected. You can close this window." in person.last_page
        # None, or the new one where the person was quicker than the first list.
        assert all(one["status"] == "indexing" for one in told[0].datasources)
        assert told[-1].datasources == reply.datasources
        assert len([hit async for hit in igpt.recall.iter_search()]) > 20
        began = time.perf_counter()
        assert (await wait(open_url=person)).datasources == reply.datasources
        await person.browsing
        person.press = "cancel"
        declined = await wait(open_url=person)
        await person.browsing
    assert declined == {"error": "access_denied"}
    assert "Not connected. You can close this window." in person.last_page
    assert time.perf_counter() - began < connecting.LISTING_SECONDS

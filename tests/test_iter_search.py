"""`iter_search`: everything a search finds, from servers that give only so much at a time."""

import asyncio
import gc
import random
import sqlite3
import threading
import warnings
from collections import Counter
from collections.abc import Coroutine
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from real_data import DATA

import aigpt
from aigpt import AsyncIGPT, ConfigurationError, DatasourcesReply, Reply, SearchReply, SearchTruncatedWarning
from aigpt._igpt.options import make_options
from aigpt._igpt.search_iterator import Search
from aigpt._igpt.sender import Sender
from aigpt.local import LocalServer
from aigpt.testing import Call, Gate, SampleServer, ScriptedServer

Hit = dict[str, Any]


def hit(number: int, day: str | None) -> Hit:
    return {"id": f"m{number}", "timestamp": day and f"{day}T{number % 24:02}:00:00Z", "content": f"Message {number}"}


def spread(start: str, days: int, each: int) -> list[Hit]:
    """Return *each* messages on each of so many days."""
    first = date.fromisoformat(start)
    return [hit(n, str(first + timedelta(days=n // each))) for n in range(days * each)]


class Mailbox:
    """Answers searches over *hits* as a server does that gives *cap* at most, the oldest first."""

    def __init__(
        self,
        server: ScriptedServer,
        hits: list[Hit],
        cap: int = 1000,
        first: int | None = None,
        gate: Gate | None = None,
    ) -> None:
        self.hits = hits
        self.cap = cap
        self.server = server
        days = sorted(h["timestamp"] for h in hits if h["timestamp"])
        oldest, newest = (
            [int(datetime.fromisoformat(day).timestamp()) for day in (days[0], days[-1])] if days else (0, 0)
        )
        source = {"id": "a/b/c", "oldest": oldest, "newest": newest, "progress": 100}
        server.reply("datasources/list", json={"datasources": [{"id": "x"}, source]})
        server.reply("recall/search", json=self.answer, times=first)
        if gate is not None:
            server.reply("recall/search", json=self.answer, after=gate)

    def answer(self, call: Call) -> dict[str, Any]:
        first, last = call.json.get("date_from"), call.json.get("date_to")
        found = [
            h
            for h in self.hits
            if (first is None or (h["timestamp"] and h["timestamp"][:10] >= first))
            and (last is None or (h["timestamp"] and h["timestamp"][:10] <= last))
        ]
        return {"results": found[: min(self.cap, call.json["max_results"])]}

    @property
    def searches(self) -> list[Any]:
        return [call.json for call in self.server.calls if call.route == "recall/search"]

    @property
    def newest_first(self) -> list[str]:
        dated = sorted((h for h in self.hits if h["timestamp"]), key=lambda h: h["timestamp"], reverse=True)
        return [h["id"] for h in dated] + [h["id"] for h in self.hits if not h["timestamp"]]


async def ids(client: AsyncIGPT, **params: Any) -> list[str]:
    return [found["id"] async for found in client.recall.iter_search(**params)]


async def test_what_fits_one_search_takes_one_request(igpt_server: ScriptedServer) -> None:
    box = Mailbox(igpt_server, spread("2026-01-01", 9, 1))
    async with igpt_server.client() as igpt:
        assert await ids(igpt, query="x", filter_people=["a"], max_results=10) == box.newest_first
    assert box.searches == [{"query": "x", "filter_people": ["a"], "max_results": 10, "user": "user_test"}]
    assert [call.route for call in igpt_server.calls] == ["recall/search"]


@pytest.mark.parametrize("concurrency", [1, 2, 4, 16])
@pytest.mark.parametrize("window", [2, 3, 7, 100])
async def test_everything_is_found_once_and_newest_first(
    igpt_server: ScriptedServer, window: int, concurrency: int
) -> None:
    """However small the window and however many searches at once."""
    box = Mailbox(igpt_server, spread("2026-02-20", 40, 1))
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search(query="x", max_results=window, concurrency=concurrency)
        assert [each["id"] async for each in found] == box.newest_first
    assert (found.error, found.reply, found.truncated, found.complete) == (None, None, [], True)


async def test_days_given_are_kept_to_and_no_datasource_is_asked(igpt_server: ScriptedServer) -> None:
    box = Mailbox(igpt_server, spread("2026-02-20", 40, 2))
    async with igpt_server.client() as igpt:
        found = await ids(igpt, date_from="2026-02-25", date_to="2026-03-05", max_results=4)
    assert len(found) == 18
    assert found == [i for i in box.newest_first if i in set(found)]
    assert {call.route for call in igpt_server.calls} == {"recall/search"}
    assert all("2026-02-25" <= s["date_from"] <= s["date_to"] <= "2026-03-05" for s in box.searches)


@pytest.mark.parametrize("given", [{"date_from": "2026-03-01"}, {"date_to": "2026-03-01"}])
async def test_an_end_that_is_not_given_stays_open(igpt_server: ScriptedServer, given: dict[str, str]) -> None:
    """What lies beyond what the datasources say, such as mail that has just come, is found all the same."""
    box = Mailbox(igpt_server, spread("2026-02-20", 40, 2))
    box.hits += [hit(900, "1999-01-01"), hit(901, "2030-01-01")]
    async with igpt_server.client() as igpt:
        found = await ids(igpt, max_results=5, **given)
    beyond = "m901" if "date_from" in given else "m900"
    assert beyond in found
    assert len(found) == 2 * (31 if "date_from" in given else 10) + 1


async def test_requests_run_side_by_side_up_to_concurrency(igpt_server: ScriptedServer) -> None:
    gate = Gate()
    box = Mailbox(igpt_server, spread("2026-01-01", 64, 1), first=1, gate=gate)
    async with igpt_server.client() as igpt, igpt.recall.iter_search(max_results=20, concurrency=3) as found:
        first = asyncio.ensure_future(anext(found))
        assert await gate.reached(2)  # both halves
        await asyncio.sleep(0.05)
        assert gate.arrived == 2
        gate.open()
        assert (await first)["id"] == "m63"
        assert [each["id"] async for each in found] == box.newest_first[1:]


async def test_no_more_than_concurrency_are_under_way(igpt_server: ScriptedServer) -> None:
    gate = Gate()
    box = Mailbox(igpt_server, spread("2026-01-01", 64, 1), first=7, gate=gate)
    async with igpt_server.client() as igpt, igpt.recall.iter_search(max_results=4, concurrency=3) as found:

        async def read_all() -> list[Any]:
            return [each async for each in found]

        reading = asyncio.ensure_future(read_all())
        assert await gate.reached(3)
        await asyncio.sleep(0.05)
        assert gate.arrived == 3
        gate.open()
        assert len(await reading) == 64
    assert len(box.searches) > 16


async def test_nothing_is_asked_for_that_is_not_wanted_yet(igpt_server: ScriptedServer) -> None:
    """Memory does not grow with the results: what is ahead is a few windows, whatever the reader does."""
    box = Mailbox(igpt_server, spread("2020-01-01", 2000, 1))
    async with igpt_server.client() as igpt, igpt.recall.iter_search(max_results=10, concurrency=4) as found:
        await anext(found)
        await asyncio.sleep(0.1)
        assert len(box.searches) < 60
        held = sum(len(search.hits or ()) for search in found._search._searches)
        assert held < 600


# ── what a search cannot give ───────────────────────────────────────────────────────────────────────────────────


async def test_a_full_day_is_said_to_be_truncated_and_warned_of_once(igpt_server: ScriptedServer) -> None:
    full = [
        hit(100 + n, day)
        for day in ("2026-02-25", "2026-03-01")
        for n in range(100 * int(day[-1]), 100 * int(day[-1]) + 9)
    ]
    box = Mailbox(igpt_server, spread("2026-02-20", 12, 1) + full)
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search(max_results=5)
        with pytest.warns(SearchTruncatedWarning, match="2026-03-01 holds more results") as warned:
            got = [each["id"] async for each in found]
    assert len(warned) == 1
    assert warned[0].filename == __file__
    assert found.truncated == ["2026-03-01", "2026-02-25"]
    assert (found.error, found.complete) == (None, False)
    per_day = Counter(each["timestamp"][:10] for each in box.hits if each["id"] in got)
    assert per_day == {
        **dict.fromkeys((f"2026-02-{d}" for d in range(20, 29)), 1),
        "2026-02-25": 5,
        "2026-03-01": 5,
        "2026-03-02": 1,
        "2026-03-03": 1,
    }


@pytest.mark.parametrize("cap", [10, 25, 37, 99])
async def test_a_server_that_gives_less_than_asked_for_is_found_out(igpt_server: ScriptedServer, cap: int) -> None:
    box = Mailbox(igpt_server, spread("2026-01-01", 150, 1), cap=cap)
    async with igpt_server.client() as igpt:
        assert await ids(igpt) == box.newest_first


@pytest.mark.parametrize("number", [10, 50, 99])
async def test_that_there_is_no_more_takes_two_requests_more(igpt_server: ScriptedServer, number: int) -> None:
    box = Mailbox(igpt_server, spread("2026-01-01", number, 1))
    async with igpt_server.client() as igpt:
        assert await ids(igpt) == box.newest_first
    assert len(box.searches) == 3


@pytest.mark.parametrize(
    "dates", [{}, {"date_from": "2026-01-01"}, {"date_from": "2026-01-01", "date_to": "2026-01-01"}]
)
async def test_a_limit_reached_within_a_day_is_looked_for_around_it(
    igpt_server: ScriptedServer, dates: dict[str, str]
) -> None:
    """The best ones all being of one day says nothing about the others."""
    others = [hit(n, f"2026-02-0{n - 99}") for n in range(100, 105)]
    box = Mailbox(igpt_server, spread("2026-01-01", 1, 20) + others, cap=20)
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search(**dates)
        if "date_to" in dates:
            assert len([each async for each in found]) == 20
            assert len(box.searches) == 1
        else:
            with pytest.warns(SearchTruncatedWarning, match="2026-01-01"):
                assert len([each async for each in found]) == 25


async def test_a_message_without_a_date_comes_last(igpt_server: ScriptedServer) -> None:
    """Only a search of all days finds it: no other is made where that gave everything, and it is kept where not."""
    hits = [hit(500, None), *spread("2026-01-01", 30, 1)]
    box = Mailbox(igpt_server, hits)
    async with igpt_server.client() as igpt:
        assert await ids(igpt, max_results=8) == box.newest_first
        assert await ids(igpt, max_results=1000) == box.newest_first
    assert box.newest_first[-1] == "m500"


async def test_what_comes_on_two_days_is_given_once(igpt_server: ScriptedServer) -> None:
    """A server whose days overlap, since it reckons them by another clock, repeats itself."""
    box = Mailbox(igpt_server, spread("2026-02-20", 40, 1))
    plain = box.answer

    def answer(call: Call) -> dict[str, Any]:
        if call.json.get("date_to"):
            call.json["date_to"] = str(date.fromisoformat(call.json["date_to"]) + timedelta(days=1))
        return plain(call)

    igpt_server.reply("recall/search", json=answer)
    async with igpt_server.client() as igpt:
        found = await ids(igpt, max_results=7)
    assert len(found) == len(set(found)) == 40


async def test_a_server_that_ignores_the_days_is_not_asked_without_end(igpt_server: ScriptedServer) -> None:
    box = Mailbox(igpt_server, spread("2020-01-01", 1500, 1))
    igpt_server.reply("recall/search", json={"results": box.hits[:20]})
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search(max_results=20)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SearchTruncatedWarning)
            got = [each async for each in found]
    assert (found.error, found.complete) == ("invalid_json_response", False)
    assert got == []
    assert found.reply is not None
    assert "ignores date_from and date_to" in str(found.reply.exception)
    assert len(box.searches) < 60


# ── trouble ─────────────────────────────────────────────────────────────────────────────────────────────────────

REFUSED = {"status": 401, "json": {"detail": "no"}}


@pytest.mark.parametrize("good", [0, 1, 2, 3, 4, 5])
async def test_a_failed_request_ends_it_after_what_is_newer(igpt_server: ScriptedServer, good: int) -> None:
    box = Mailbox(igpt_server, spread("2026-02-20", 40, 1), first=good or 1)
    if good:
        igpt_server.reply("recall/search", **REFUSED)
    else:
        igpt_server.choose("recall/search", lambda _: "refused")
        igpt_server.reply("refused", **REFUSED)
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search(max_results=12, concurrency=1)
        got = [each["id"] async for each in found]
        assert await anext(found, None) is None
    assert got == box.newest_first[: len(got)]
    assert (found.error, found.complete, found.truncated) == ("auth", False, [])
    assert found.reply is not None
    assert found.reply.status == 401


async def test_with_raise_errors_the_exception_comes_after_what_is_newer(igpt_server: ScriptedServer) -> None:
    box = Mailbox(igpt_server, spread("2026-02-20", 40, 1), first=4)
    igpt_server.reply("recall/search", **REFUSED)
    got: list[str] = []

    async def take_all() -> None:
        async for each in found:
            got.append(each["id"])  # noqa: PERF401 (what came before the exception is wanted)

    async with igpt_server.client(raise_errors=True) as igpt:
        found = igpt.recall.iter_search(max_results=12, concurrency=1)
        with pytest.raises(aigpt.AuthenticationError):
            await take_all()
        assert await anext(found, None) is None
    assert got == box.newest_first[: len(got)]
    assert len(got) >= 10
    assert found.error == "auth"


async def test_failing_to_list_the_datasources_ends_it(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("datasources/list", json={"error": "auth"})
    igpt_server.reply("recall/search", json={"results": spread("2026-01-01", 20, 1)})
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search(max_results=20)
        assert [each async for each in found] == []
    assert found.error == "auth"
    assert isinstance(found.reply, aigpt.DatasourcesReply)


@pytest.mark.parametrize("strange", [[], "text", {"results": "text"}, {"results": {}}])
async def test_an_answer_that_holds_no_results_is_an_error(igpt_server: ScriptedServer, strange: Any) -> None:
    igpt_server.reply("recall/search", json=strange)
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search()
        assert [each async for each in found] == []
    assert found.error == "invalid_json_response"


async def test_a_search_that_finds_nothing_is_complete(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/search", json={})
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search()
        assert [each async for each in found] == []
    assert (found.error, found.complete) == (None, True)


@pytest.mark.parametrize(
    "datasources",
    [[], [{"id": "x"}], [{"id": "x", "oldest": None, "newest": "?"}], [{"id": "x", "oldest": -1e18, "newest": 1e300}]],
)
async def test_where_no_datasource_says_what_it_holds_all_days_since_1970_are_searched(
    igpt_server: ScriptedServer, datasources: list[Any]
) -> None:
    box = Mailbox(igpt_server, spread("2011-02-20", 40, 1))
    igpt_server.choose("datasources/list", lambda _: "none")
    igpt_server.reply("none", json={"datasources": datasources})
    async with igpt_server.client() as igpt:
        assert await ids(igpt, max_results=7) == box.newest_first


async def test_retries_and_deadline_are_those_of_each_request(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/search", status=503, times=2)
    igpt_server.reply("recall/search", json={"results": spread("2026-01-01", 5, 1)}, times=1)
    igpt_server.reply("recall/search", status=503)
    async with igpt_server.client(backoff_base=1) as igpt:
        assert len(await ids(igpt)) == 5
        found = igpt.recall.iter_search(max_retries=0)
        assert [each async for each in found] == []
    assert found.error == "network_error"
    assert len(igpt_server.calls) == 4


async def test_setting_abort_ends_it(igpt_server: ScriptedServer) -> None:
    gate = Gate()
    Mailbox(igpt_server, spread("2026-02-20", 40, 1), first=1, gate=gate)
    abort = asyncio.Event()
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search(max_results=20, abort=abort)
        waiting = asyncio.ensure_future(anext(found, None))
        assert await gate.reached(2)
        abort.set()
        assert await waiting is None
    assert found.error == "request_aborted"


# ── leaving ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_leaving_by_break_leaves_nothing_running(igpt_server: ScriptedServer) -> None:
    """Dropping the iterator is enough."""
    gate = Gate()
    Mailbox(igpt_server, spread("2026-02-20", 40, 1), first=3, gate=gate)
    async with igpt_server.client() as igpt:
        # The newest window is given while three others are under way.
        async for each in igpt.recall.iter_search(max_results=24, concurrency=4):
            assert each["id"] == "m39"
            break
        gc.collect()
        for _ in range(50):
            await asyncio.sleep(0)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        assert igpt._sender.transport.under_way == 0


@pytest.mark.parametrize("how", ["aclose", "with", "cancel"])
async def test_leaving_ends_what_is_under_way(igpt_server: ScriptedServer, how: str) -> None:
    gate = Gate()
    Mailbox(igpt_server, spread("2026-02-20", 40, 1), first=1 if how == "cancel" else 3, gate=gate)
    async with igpt_server.client() as igpt:
        found = igpt.recall.iter_search(max_results=24)
        if how == "cancel":
            waiting = asyncio.ensure_future(anext(found))
            assert await gate.reached(2)
            assert igpt._sender.transport.under_way == 2
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        elif how == "with":
            async with found:
                await anext(found)
        else:
            await anext(found)
            await found.aclose()
            await found.close()
        assert igpt._sender.transport.under_way == 0
        assert await anext(found, None) is None
        assert (found.error, found.complete) == (None, False)


# ── what it is told ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"concurrency": 0}, "concurrency must be a whole number of at least 1"),
        ({"concurrency": True}, "concurrency must be"),
        ({"max_results": 0}, "max_results must be a whole number of at least 1"),
        ({"max_results": "10"}, "max_results must be"),
        ({"date_from": "2026-2-1"}, "date_from must be a day like 2026-04-17"),
        ({"date_from": "20260201"}, "date_from must be"),
        ({"date_to": "2026-02-30"}, "date_to must be"),
        ({"date_to": 5}, "date_to must be"),
        ({"date_from": "2026-02-02", "date_to": "2026-02-01"}, "date_from is after date_to; swap them"),
        ({"timeout": -1}, "timeout must be"),
        ({"extra_body": {"date_from": "2026-02-02"}}, "date_from cannot be in extra_body here"),
    ],
)
async def test_wrong_input_is_named_at_once(igpt_server: ScriptedServer, wrong: Any, message: str) -> None:
    async with igpt_server.client() as igpt:
        with pytest.raises(ConfigurationError, match=message):
            igpt.recall.iter_search(**wrong)


async def test_what_is_not_known_here_reaches_the_server(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/search", json={"results": []})
    async with igpt_server.client() as igpt:
        more: Any = {"quality": "cef-1-high", "extra_body": {"timeout": 3}, "user": "ben"}
        assert await ids(igpt, **more) == []
    assert igpt_server.calls[0].json == {"quality": "cef-1-high", "timeout": 3, "user": "ben", "max_results": 100}


# ── the blocking twin ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_blocking_client_iterates_plainly(igpt_server: ScriptedServer) -> None:
    box = Mailbox(igpt_server, spread("2026-02-20", 40, 1))
    with igpt_server.blocking_client() as igpt:
        found = igpt.recall.iter_search(max_results=7)
        assert [each["id"] for each in found] == box.newest_first
        assert (found.error, found.complete) == (None, True)
        with igpt.recall.iter_search(max_results=7, abort=threading.Event()) as found:
            assert next(found)["id"] == "m39"
        assert list(found) == []
        assert igpt._sender.transport.under_way == 0


def test_the_blocking_client_warns_where_it_is_called(igpt_server: ScriptedServer) -> None:
    Mailbox(igpt_server, spread("2026-02-20", 2, 9))
    with igpt_server.blocking_client() as igpt, pytest.warns(SearchTruncatedWarning) as warned:
        assert len(list(igpt.recall.iter_search(max_results=5))) == 10
    assert [each.filename for each in warned] == [__file__]


def test_the_blocking_client_raises_too(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/search", **REFUSED)
    with igpt_server.blocking_client(raise_errors=True) as igpt, pytest.raises(aigpt.AuthenticationError):
        next(igpt.recall.iter_search())


def test_a_dropped_blocking_iterator_leaves_nothing_running(igpt_server: ScriptedServer) -> None:
    gate = Gate()
    Mailbox(igpt_server, spread("2026-02-20", 40, 1), first=3, gate=gate)
    with igpt_server.blocking_client() as igpt:
        for each in igpt.recall.iter_search(max_results=24):
            assert each["id"] == "m39"
            break
        gc.collect()
        for _ in range(500):
            if not igpt._sender.transport.under_way:
                break
            threading.Event().wait(0.01)
        assert igpt._sender.transport.under_way == 0


# ── over the embedded server ────────────────────────────────────────────────────────────────────────────────────


async def test_over_the_sample_mailbox(igpt_local: SampleServer) -> None:
    async with igpt_local.client() as igpt:
        whole = await igpt.recall.search(max_results=100)
        assert sorted(await ids(igpt)) == sorted(each["id"] for each in whole.results)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SearchTruncatedWarning)
            found = igpt.recall.iter_search(max_results=2, concurrency=8)
            got = [each async for each in found]
        days = Counter(each["timestamp"][:10] for each in whole.results)
        assert found.truncated == sorted((day for day, number in days.items() if number >= 2), reverse=True)
        assert len(got) == sum(min(2, number) for number in days.values())


def positions(db: Path, word: str) -> set[tuple[int, str | None]]:
    """Return where in the mailbox a message with *word* begins, and its day, as the database has it."""
    having = "WHERE p.id IN (SELECT rowid FROM words WHERE words MATCH ?)" if word else ""
    query = f"SELECT i.position, date(i.timestamp, 'unixepoch') FROM items i JOIN passages p ON p.item = i.id {having}"  # noqa: S608
    with closing(sqlite3.connect(db)) as connection:
        return set(connection.execute(query, [f'"{word}"'] if word else []))


@pytest.mark.usefixtures("real_data")
async def test_every_real_message_with_a_word_is_found(tmp_path: Path) -> None:
    """What comes is what the database says, one message for one; what is missing is of days said to be truncated."""
    db = tmp_path / "index.db"
    async with LocalServer([DATA / "mailbox.mbox"], port=0, db=db) as server:
        await server.indexed()
        async with AsyncIGPT("any", base_url=server.url, user=server.user) as igpt:
            for word in ("people", "linux", "spamassassin", ""):
                await finds_what_the_database_has(igpt, db, word)


async def finds_what_the_database_has(igpt: AsyncIGPT, db: Path, word: str) -> None:
    found = igpt.recall.iter_search(query=word or None)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        got = [each async for each in found]
    expected = positions(db, word)
    places = [each["id"].rpartition("@")[2].partition("#")[0] for each in got]  # an attachment is a result of its own
    given = {
        (int(place), each["timestamp"] and each["timestamp"][:10]) for place, each in zip(places, got, strict=True)
    }
    assert found.error is None
    assert len({each["id"] for each in got}) == len(got)
    assert given <= expected
    assert {day for _, day in expected - given} <= {*found.truncated, None}
    assert found.complete is (word in {"people", "linux"})
    assert len(expected) > 200
    stamps = [each["timestamp"] for each in got if each["timestamp"]]
    assert stamps == sorted(stamps, reverse=True)
    assert len(warned) == bool(found.truncated)


# ── whatever the mailbox ────────────────────────────────────────────────────────────────────────────────────────


class Imagined:
    """What a search takes for its sender. Gives *cap* results at most, in an order of its own."""

    def __init__(self, days: list[int | None], cap: int, order: random.Random) -> None:
        self.options = make_options({"api_key": "k", "user": "me"}, {})
        self.hits = [
            hit(n, None if day is None else str(date(2020, 1, 1) + timedelta(day))) for n, day in enumerate(days)
        ]
        order.shuffle(self.hits)
        self.cap = cap
        self.order = order
        self.running = self.most = self.requests = 0

    def call(self, route: str, _reply_type: type[Reply], params: dict[str, Any]) -> Coroutine[Any, Any, Reply]:
        return self.search(**params) if route == "recall/search" else self.list()

    async def search(self, **params: Any) -> SearchReply:
        self.requests += 1
        self.running += 1
        self.most = max(self.most, self.running)
        for _ in range(self.order.randrange(5)):
            await asyncio.sleep(0)
        self.running -= 1
        first, last = params["date_from"] or "", params["date_to"] or "9999"
        dated = params["date_from"] or params["date_to"]
        found = [h for h in self.hits if (first <= h["timestamp"][:10] <= last if h["timestamp"] else not dated)]
        return SearchReply({"results": found[: min(self.cap, params["max_results"])]})

    async def list(self) -> DatasourcesReply:
        days = [datetime.fromisoformat(h["timestamp"]).timestamp() for h in self.hits if h["timestamp"]]
        return DatasourcesReply(
            {"datasources": [{"id": "a", "oldest": min(days), "newest": max(days)}] if days else []}
        )


@settings(max_examples=150)
@given(
    days=st.lists(st.one_of(st.integers(0, 40), st.integers(0, 9000)), max_size=150),
    undated=st.integers(0, 3),
    window=st.integers(2, 60),
    cap=st.sampled_from([1000, 1000, 10, 25, 40]),
    concurrency=st.integers(1, 6),
    order=st.randoms(use_true_random=False),
)
def test_nothing_is_lost_but_on_days_said_to_be_truncated(
    days: list[int], undated: int, window: int, cap: int, concurrency: int, order: random.Random
) -> None:
    server = Imagined([*days, *[None] * undated], cap, order)

    async def take() -> list[Any]:
        search = Search(cast("Sender", server), {"max_results": window}, concurrency)
        got = [each async for batch in search.batches() for each in batch]
        assert search.failed is None
        missing = [h for h in server.hits if h["timestamp"] and h not in got]
        alone = len(set(days)) == 1  # a limit of the server's own within the only day there is cannot be found out
        assert {h["timestamp"][:10] for h in missing} <= set(search.truncated) or alone
        assert search.complete is (not search.truncated)
        return got

    got = asyncio.run(take())
    assert len({each["id"] for each in got}) == len(got)
    stamps = [each["timestamp"] for each in got if each["timestamp"]]
    assert stamps == sorted(stamps, reverse=True)
    assert [each["timestamp"] for each in got[len(stamps) :]] == [None] * (len(got) - len(stamps))
    assert server.most <= concurrency
    assert server.requests <= 4 + 3 * 14 * (1 + len(got) // (min(window, cap) // 2))

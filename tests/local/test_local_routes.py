"""The six routes, over a real socket."""

from __future__ import annotations

import io
import json
import logging
import re
from typing import Any

import aiohttp
import pytest
from at_once import at_once
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from local_making import Post, refusal_code

from aigpt import AsyncIGPT, Stream
from aigpt.local import LocalServer

ROUTES = {
    "recall/run": {"input": "budget"},
    "recall/ask": {"input": "budget"},
    "recall/search": {"query": "budget"},
    "datasources/list": {},
    "datasources/disconnect": {"id": "mbox/none/messages"},
    "connectors/authorize": {"service": "gmail", "scope": "mail.read"},
}
MANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)


async def raw(server: LocalServer, session: aiohttp.ClientSession, route: str, body: bytes, **headers: str) -> Any:
    headers = {"Authorization": "Bearer any", **headers}
    async with session.post(f"{server.url}/{route}", data=io.BytesIO(body), headers=headers) as response:
        assert response.status == 200
        assert response.content_type == "application/json"
        return await response.json()


# ── the id of a request ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("stream", [False, True])
async def test_a_reply_has_the_request_id_that_is_in_the_log(
    server: LocalServer, caplog: pytest.LogCaptureFixture, *, stream: bool
) -> None:
    caplog.set_level(logging.INFO, "aigpt.local")
    async with AsyncIGPT("any", user="me", base_url=server.url) as igpt:
        headers = {"X-Request-Id": "chosen by the client"}
        asked = igpt.recall.run(input="SECRET-QUESTION budget", stream=stream, extra_headers=headers)
        reply = await asked.final() if isinstance(asked, Stream) else await asked
    assert reply.ok
    assert re.fullmatch("[0-9a-f]{32}", reply.request_id or "")
    (line,) = [record.getMessage() for record in caplog.records if record.name == "aigpt.local"]
    assert re.fullmatch(rf"/v1/recall/run: status 200 in [0-9]+ ms, request id {reply.request_id}", line)


@pytest.mark.parametrize(
    ("path", "headers", "status"), [("v1/no/route", {}, 404), ("", {}, 200), ("", {"Expect": "a miracle"}, 417)]
)
async def test_every_response_has_an_id_of_its_own(
    server: LocalServer, session: aiohttp.ClientSession, path: str, headers: dict[str, str], status: int
) -> None:
    found: set[str] = set()
    for _ in range(2):
        async with session.get(f"{server.url.removesuffix('v1')}{path}", headers=headers) as response:
            assert response.status == status
            found.add(response.headers["X-Request-Id"])
    assert len(found) == 2


async def test_a_fault_is_logged_with_the_id_of_its_request(
    server: LocalServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("aigpt.local.web.service.search", json.loads)  # a reader calls it with what it does not take
    async with AsyncIGPT("any", user="me", base_url=server.url, max_retries=0) as igpt:
        reply = await igpt.recall.search(query="x")
    assert reply.error == "server_error"
    (fault,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert fault.startswith(f"/v1/recall/search failed: TypeError (request id {reply.request_id})\n")


# ── who may, and with what ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize("route", ROUTES)
async def test_each_route_answers_with_and_without_a_slash(post: Post, route: str, slash: str) -> None:
    reply = await post(route + slash, **ROUTES[route], unknown={"key": [1]})
    assert ("error" in reply) == (route == "datasources/disconnect")


@at_once(header=[None, "", "Bearer", "Bearer ", "Basic abc", "any"], route=ROUTES)
async def test_without_a_key_nothing_is_told(
    server: LocalServer, session: aiohttp.ClientSession, route: str, header: str | None
) -> None:
    headers = {} if header is None else {"Authorization": header}
    async with session.post(f"{server.url}/{route}", data=b"no JSON either", headers=headers) as response:
        assert (response.status, refusal_code(await response.json())) == (200, "auth")


BODIES = [
    *(b"", b"{", b"[]", b'"x"', b"null", b"\xff", b"{}", b"[" * 100_000),
    *(b'{"user": %s}' % user for user in (b'""', b'" "', b"7", b"null", b'["me"]', b'"\\ud800"', b"NaN")),
    b'{"user": "me", "x": "' + b"x" * 2_000_000 + b'"}',
]


@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body[:20]))
@at_once(route=ROUTES)
async def test_malformed_bodies(server: LocalServer, session: aiohttp.ClientSession, route: str, body: bytes) -> None:
    assert refusal_code(await raw(server, session, route, body)) == "params"


STRINGS = [7, True, ["x"], {"x": 1}]
WRONG: list[tuple[str, str, Any]] = [
    *((route, "input", value) for route in ("recall/run", "recall/ask") for value in (None, "", " ", *STRINGS)),
    *(
        (route, name, value)
        for route in ("recall/run", "recall/ask")
        for name in ("quality", "reasoning_effort", "instructions")
        for value in STRINGS
    ),
    *((route, "stream", value) for route in ("recall/run", "recall/ask") for value in ("true", 1, [])),
    *(
        (route, "output_format", value)
        for route in ("recall/run", "recall/ask")
        for value in (
            *("xml", "", 7, [], {}, {"schema": 7}, {"schema": {}}, {"schema": {"type": "strange"}}),
            *({"schema": {"type": "object", "not": {}}}, {"type": "text", "schema": {"type": "string"}}),
            *({"schema": {"type": "string"}, "strict": "yes"}, {"schema": {"type": "string"}, "name": 1}),
        )
    ),
    *(("recall/search", "query", value) for value in STRINGS),
    *(
        ("recall/search", name, value)
        for name in ("date_from", "date_to")
        for value in ("yesterday", "2002-13-01", "2002-02-30", "20020822", "2002-W01-1", "2002-8-2", "", 20020822)
    ),
    *(("recall/search", "filter_people", value) for value in (7, {"x": 1}, ["a", 7], [["a"]], ["a"] * 51)),
    *(("recall/search", "max_results", value) for value in (0, -1, 1.5, "10", True, [10])),
    *(("datasources/disconnect", "id", value) for value in (None, "", " ", *STRINGS)),
    *(("connectors/authorize", name, value) for name in ("service", "scope") for value in (None, "", " ", *STRINGS)),
    *(("connectors/authorize", name, value) for name in ("redirect_uri", "state") for value in STRINGS),
    *(
        ("connectors/authorize", "redirect_uri", value)
        for value in ("javascript:alert(1)", "data:text/html,x", "/back", "http://", "http://[x")
    ),
]


@at_once(wrong=WRONG)
async def test_parameters_of_the_wrong_kind(post: Post, wrong: tuple[str, str, Any]) -> None:
    route, name, value = wrong
    assert refusal_code(await post(route, **(ROUTES[route] | {name: value}))) == "params"


@pytest.mark.parametrize("route", ["recall/run", "recall/ask"])
async def test_a_stream_that_cannot_be_is_a_plain_error(post: Post, route: str) -> None:
    assert refusal_code(await post(route, stream=True)) == "params"


async def test_null_stands_for_not_given(post: Post) -> None:
    names = ("date_from", "date_to", "filter_people", "max_results")
    assert (await post("recall/search", query="budget", **dict.fromkeys(names)))["results"]
    names = ("stream", "quality", "reasoning_effort", "instructions", "output_format")
    assert (await post("recall/run", input="budget", **dict.fromkeys(names)))["output"]


async def test_other_paths_and_methods(server: LocalServer, session: aiohttp.ClientSession) -> None:
    async with session.post(f"{server.url}/nothing") as response:
        assert (response.status, refusal_code(await response.json())) == (404, "not_found")
    async with session.get(f"{server.url}/recall/ask") as response:
        assert (response.status, refusal_code(await response.json())) == (405, "method_not_allowed")


@given(route=st.sampled_from(sorted(ROUTES)), body=st.binary(max_size=200))
@MANY
async def test_no_bytes_bring_it_down(
    server: LocalServer, session: aiohttp.ClientSession, route: str, body: bytes
) -> None:
    assert refusal_code(await raw(server, session, route, body)) == "params"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = sorted(
    {"input", "query", "id", "service", "scope", "output_format", "max_results", "filter_people", "date_from"}
)


@given(route=st.sampled_from(sorted(ROUTES)), body=st.dictionaries(st.sampled_from(NAMES), JSON, max_size=4))
@MANY
async def test_no_values_bring_it_down(post: Post, route: str, body: dict[str, Any]) -> None:
    reply = await post(route, **(ROUTES[route] | body))
    assert reply.get("error") in (None, "params")


# ── search ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def subjects(post: Post, **wanted: Any) -> list[str]:
    return [result["subject"] for result in (await post("recall/search", **wanted))["results"]]


async def test_a_result_of_mail(post: Post) -> None:
    reply = await post("recall/search", query="What budget did the board approve?")
    assert set(reply) == {"id", "context", "results", "durations"}
    assert set(reply["context"]) == {"indexed", "datasources"}
    assert set(reply["durations"]) == {"retrieve", "resolve"}
    best = reply["results"][0]
    assert best["type"] == "message"
    assert (best["timestamp"], best["from"]) == ("2024-03-04T09:00:00Z", "Ann Bell <ann@x.example>")
    assert best["subject"] == "Heron budget"
    assert best["content"].endswith("Nobody objected to the plan.")
    assert "Osprey" not in best["content"]
    assert (best["message_id"], best["thread"], best["attachments"]) == ("1@x.example", "1@x.example", [])


async def test_results_of_notes_know_their_lines_and_do_not_overlap(post: Post) -> None:
    results = (await post("recall/search", query="number33 harbour"))["results"]
    first, last = results[0]["lines"]
    assert first <= 33 <= last
    assert "Ann: Sentence number33 about the harbour." in results[0]["content"]
    assert (results[0]["from"], results[0]["subject"]) == ("Ann, Bo Cole", "2024-02-01-harbour")
    assert results[0]["timestamp"] == "2024-02-01T00:00:00Z"
    lines = [n for result in results for n in range(result["lines"][0], result["lines"][1] + 1)]
    assert len(lines) == len(set(lines))
    assert len({result["id"] for result in results}) == len(results)


@pytest.mark.parametrize("query", [None, "", "  \n"])
async def test_without_a_query_the_newest_come_first(post: Post, query: str | None) -> None:
    assert await subjects(post, query=query) == ["Lunch", "Re: Heron budget", "Heron budget", "2024-02-01-harbour"]
    assert await subjects(post, query=query, max_results=1) == ["Lunch"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"date_from": "2024-03-06"}, ["Lunch"]),
        ({"date_from": "2024-03-05", "date_to": "2024-03-05"}, ["Re: Heron budget"]),
        ({"date_to": "2024-03-04"}, ["Heron budget", "2024-02-01-harbour"]),
        ({"date_from": "2024-03-07"}, []),
        ({"date_to": "9999-12-31", "date_from": "2024-03-06"}, ["Lunch"]),
        ({"date_from": "0001-01-01", "date_to": "2024-02-01"}, ["2024-02-01-harbour"]),
    ],
)
async def test_days_are_in_utc_and_included(post: Post, dates: dict[str, str], expected: list[str]) -> None:
    assert await subjects(post, **dates) == expected


async def test_days_the_wrong_way_round(post: Post) -> None:
    wanted = {"query": "x", "date_from": "2024-03-02", "date_to": "2024-03-01"}
    assert refusal_code(await post("recall/search", **wanted)) == "params"


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("Zoë", {"Lunch"}),
        ("zoe@y.example", {"Lunch"}),
        ("ZOE", {"Lunch"}),
        ("Ann Bell", {"Heron budget"}),
        ("Bell, Ann", {"Heron budget"}),
        ("Bo Cole", {"Heron budget", "Re: Heron budget", "Lunch", "2024-02-01-harbour"}),
        (["zoe@y.example", "Ann Bell"], {"Heron budget", "Lunch"}),
        ("Nobody", set()),
        ("?!", set()),
        ([], {"Heron budget", "Re: Heron budget", "Lunch", "2024-02-01-harbour"}),
        ('"* OR people:', set()),
    ],
)
async def test_people_by_name_or_address(post: Post, people: Any, expected: set[str]) -> None:
    assert set(await subjects(post, filter_people=people)) == expected


async def test_filters_go_together_with_a_query(post: Post) -> None:
    assert await subjects(post, query="Heron budget", filter_people="Ann Bell", date_to="2024-03-05") == [
        "Heron budget"
    ]
    assert await subjects(post, query="Heron budget", date_from="2024-03-06") == []


async def test_a_message_id_finds_its_message(post: Post) -> None:
    assert (await subjects(post, query="<2@x.example>"))[0] == "Re: Heron budget"
    assert (await subjects(post, query=" 1@x.example "))[0] == "Heron budget"


async def test_own_words_count_more_than_quoted_ones(post: Post) -> None:
    results = await subjects(post, query="Osprey")
    assert results == ["Heron budget"]


async def test_words_match_in_their_other_forms_and_without_accents(post: Post) -> None:
    assert (await subjects(post, query="budgets approving"))[0] == "Heron budget"
    assert await subjects(post, query="zoe lunches") == ["Lunch"]


async def test_more_results_than_there_may_be_are_capped(post: Post) -> None:
    assert len(await subjects(post, query="harbour", max_results=10**9)) <= 100


@given(query=st.text(st.sampled_from("\"*():^-+{}ORANDNEAR \0budget'\\"), max_size=30) | st.text(max_size=50))
@MANY
async def test_what_is_asked_is_never_syntax(post: Post, query: str) -> None:
    reply = await post("recall/search", query=query, filter_people=query)
    assert isinstance(reply["results"], list)
    assert (await post("recall/ask", input=query or "x")).get("error") in (None, "params")


# ── datasources, connectors ─────────────────────────────────────────────────────────────────────────────────────────


async def test_the_list_of_datasources(post: Post) -> None:
    mailbox, folder = (await post("datasources/list"))["datasources"]
    assert mailbox == {
        "id": mailbox["id"],
        "service": "mbox",
        "type": "spike/messages",
        "status": "enabled",
        "title": "mail.mbox",
        "subtitle": "3 messages",
        "progress": 100,
        "newest": 1709683200,
        "oldest": 1709542800,
        "failed": 0,
        "skipped": 0,
        "failures": [],
        "skips": [],
    }
    assert mailbox["id"].split("/")[::2] == ["mbox", "messages"]
    assert (folder["title"], folder["subtitle"]) == ("notes", "1 note")


async def test_a_disconnected_datasource_is_gone(post: Post) -> None:
    mailbox, folder = (await post("datasources/list"))["datasources"]
    assert refusal_code(await post("datasources/disconnect", user="else", id=mailbox["id"])) == "params"
    assert (await post("datasources/disconnect", id=mailbox["id"])) == {"id": mailbox["id"], "status": "disconnected"}
    assert refusal_code(await post("datasources/disconnect", id=mailbox["id"])) == "params"
    assert (await post("datasources/list"))["datasources"] == [folder]
    assert await subjects(post, query="budget") == []


async def test_another_user_has_nothing(post: Post) -> None:
    assert (await post("datasources/list", user="else")) == {"datasources": []}
    assert (await post("recall/search", user="else", query="budget"))["results"] == []
    assert (await post("recall/search", user="else"))["results"] == []
    reply = await post("recall/ask", user="else", input="budget")
    assert reply["output"].startswith("Nothing is connected for the user else: ")
    assert reply["metadata"] == {"sources": []}


# ── answers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_answer_quotes_and_names_its_source(post: Post) -> None:
    reply = await post("recall/ask", input="What budget did the board approve?", quality="cef-1-high")
    assert set(reply) == {"id", "output", "context", "metadata", "usage"}
    assert reply["output"].startswith(
        "“The board approved a budget of 40,000 euros for the Heron launch on 12 May.”\n"
        "— Ann Bell, “Heron budget”, 2024-03-04"
    )
    (source,) = (s for s in reply["metadata"]["sources"] if s["title"] == "Heron budget")
    assert source == {
        "id": source["id"],
        "type": "message",
        "timestamp": 1709542800,
        "provider": "Ann Bell <ann@x.example>",
        "title": "Heron budget",
    }
    assert reply["context"]["quality"] == "cef-1-high"
    assert reply["context"]["indexed"] is True
    usage = reply["usage"]
    assert usage["total_tokens"] == usage["input_tokens"] + usage["output_tokens"] > 0


async def test_what_a_message_only_quotes_is_said_to_be_quoted(post: Post) -> None:
    output = (await post("recall/ask", input="Osprey?"))["output"]
    assert output.startswith("“What did the board say about Osprey?”\n— quoted by Ann Bell")


async def test_an_answer_as_json(post: Post) -> None:
    output = (await post("recall/ask", input="What did the board approve?", output_format="json"))["output"]
    assert set(output) == {"answer", "quotes"}
    assert output["quotes"][0] == {
        "text": "The board approved a budget of 40,000 euros for the Heron launch on 12 May.",
        "from": "Ann Bell",
        "subject": "Heron budget",
        "date": "2024-03-04",
        "source": output["quotes"][0]["source"],
    }
    nothing = await post("recall/ask", input="xylophone", output_format="json")
    assert nothing["output"] == {"answer": None, "quotes": []}


SCHEMA = {
    "type": "object",
    "properties": {
        "decision": {"type": "string", "description": "What was approved"},
        "amount": {"type": "integer"},
        "day": {"type": "string", "format": "date"},
        "who": {"type": ["string", "null"]},
        "project": {"type": "string", "enum": ["Osprey", "Heron"]},
        "approved": {"type": "boolean"},
    },
    "required": ["decision", "amount", "day", "who", "project", "approved"],
    "additionalProperties": False,
}


@pytest.mark.parametrize("route", ["recall/ask", "recall/run"])
@pytest.mark.parametrize(
    "form",
    [{"strict": True, "schema": SCHEMA}, {"type": "json_schema", "name": "d", "strict": True, "schema": SCHEMA}],
)
async def test_a_schema_is_filled_from_what_was_found(post: Post, route: str, form: dict[str, Any]) -> None:
    reply = await post(route, input="What budget did the board approve?", output_format=form)
    assert reply["output"] == {
        "decision": "The board approved a budget of 40,000 euros for the Heron launch on 12 May.",
        "amount": 40000,
        "day": "2024-05-12",
        "who": "Ann Bell",
        "project": "Heron",
        "approved": True,
    }
    assert [source["title"] for source in reply["metadata"]["sources"]] == ["Heron budget"]


# ── streams ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def stream(server: LocalServer, session: aiohttp.ClientSession, route: str, **body: Any) -> list[dict[str, Any]]:
    headers = {"Authorization": "Bearer any"}
    body = {"user": "me", "stream": True, **body}
    async with session.post(f"{server.url}/{route}", json=body, headers=headers) as response:
        assert (response.status, response.content_type) == (200, "text/event-stream")
        blocks = (await response.text()).split("\n\n")
    assert blocks.pop() == ""
    assert all(block.startswith("data: ") for block in blocks)
    return [json.loads(block[6:]) for block in blocks]


async def test_an_ask_stream(server: LocalServer, session: aiohttp.ClientSession, post: Post) -> None:
    first, *pieces, last = await stream(server, session, "recall/ask/", input="What did the board approve?")
    whole = await post("recall/ask", input="What did the board approve?")
    assert set(first) == {"id", "context"}
    assert len(pieces) > 2
    assert "".join(piece["output"] for piece in pieces) == whole["output"]
    assert last == {"metadata": whole["metadata"], "usage": whole["usage"]}


async def test_an_ask_stream_of_json_has_its_output_in_one_piece(
    server: LocalServer, session: aiohttp.ClientSession
) -> None:
    _, piece, _ = await stream(server, session, "recall/ask", input="board", output_format="json")
    assert set(piece["output"]) == {"answer", "quotes"}


LIFECYCLE = [
    "run.start",
    "run.turn.start",
    "run.reasoning_item.start",
    "run.reasoning_summary_part.start",
    "run.reasoning_summary_part.done",
    "run.reasoning_item.done",
    "run.tool_call_item",
    "run.turn.done",
    "run.tool_call_output_item",
    "run.turn.start",
    "run.output_item.start",
    "run.output_text.delta",
    "run.output_item.done",
    "run.turn.done",
    "run.done",
]


@pytest.mark.parametrize("question", ["What did the board approve?", "xylophone", "?!"])
async def test_the_events_of_a_run(server: LocalServer, session: aiohttp.ClientSession, question: str) -> None:
    events = await stream(server, session, "recall/run", input=question)
    assert [event["seq"] for event in events] == list(range(events[0]["seq"], events[0]["seq"] + len(events)))
    types = [event["type"] for event in events]
    assert list(dict.fromkeys(types)) == list(dict.fromkeys(LIFECYCLE))
    assert [t for n, t in enumerate(types) if t != "run.output_text.delta" or types[n - 1] != t] == LIFECYCLE
    assert [event["turn"] for event in events if "turn" in event] == [1, 1, 2, 2]


async def test_what_the_events_say(server: LocalServer, session: aiohttp.ClientSession, post: Post) -> None:
    question = "What did the board approve?"
    events = {event["type"]: event for event in await stream(server, session, "recall/run", input=question)}
    start, call, result = (events[f"run.{name}"] for name in ("start", "tool_call_item", "tool_call_output_item"))
    assert set(start["context"]) == {"quality", "reasoning_effort", "indexed", "datasources"}
    assert start["output_format"] == "text"
    assert json.loads(call["item"]["arguments"]) == {"query": question, "max_results": 8}
    assert (call["item"]["type"], result["item"]["type"]) == ("function_call", "function_call_result")
    assert call["item"]["callId"] == result["item"]["callId"]
    found = await post("recall/search", **json.loads(call["item"]["arguments"]))
    assert [s["id"] for s in result["item"]["metadata"]["sources"]] == [r["id"] for r in found["results"]]
    done = events["run.done"]
    assert done["id"] == start["id"]
    assert done["timestamp"] - done["timestampStart"] == done["duration"] >= 0
    assert done["timestampStart"] == start["timestamp"]
    message = events["run.output_item.done"]["item"]
    assert message["content"] == [{"type": "output_text", "text": done["output"]}]


async def test_the_pieces_of_a_run_are_its_output(server: LocalServer, session: aiohttp.ClientSession) -> None:
    for form in ("text", "json", {"schema": SCHEMA}):
        events = await stream(server, session, "recall/run", input="board budget", output_format=form)
        text = "".join(event["delta"] for event in events if event["type"] == "run.output_text.delta")
        output = events[-1]["output"]
        assert (text if form == "text" else json.loads(text)) == output
        assert events[0]["output_format"] == form


async def test_a_run_in_one_piece_is_its_last_event(
    server: LocalServer, session: aiohttp.ClientSession, post: Post
) -> None:
    done = (await stream(server, session, "recall/run", input="board"))[-1]
    whole = await post("recall/run", input="board")
    assert set(whole) == set(done) - {"type", "seq"}
    assert all(whole[name] == done[name] for name in ("output", "usage", "metadata"))

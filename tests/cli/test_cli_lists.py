"""`search` and `datasources`: readable lists, or JSON."""

import json

import pytest
from cli_running import Aigpt

from aigpt.testing import ScriptedServer

HIT = {
    "id": "m1",
    "type": "message",
    "timestamp": "2026-04-17T12:05:00Z",
    "from": "Ingrid Solheim <ingrid@tidewell.example>",
    "subject": "Re: Heron:\n launch date",
    "content": "Thank you both.\n\nDecision: we \x1b[31mmove\x1b[0m the launch date.",
}
DATASOURCE = {
    "id": "local/mbox/messages",
    "service": "local",
    "status": "enabled",
    "title": "mailbox.mbox",
    "subtitle": "45 messages",
    "progress": 62.5,
}


def test_search_results_are_lines_of_fields_in_a_pipe(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]
) -> None:
    igpt_server.reply("recall/search", json={"results": [HIT, {"id": "m2", "content": None}]})
    done = aigpt("search", "launch", **ready)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "2026-04-17\tIngrid Solheim <ingrid@tidewell.example>\tRe: Heron: launch date\t"
        "Thank you both. Decision: we move the launch date.\n"
        "\t\t\t\n"
    )


def test_search_sends_its_filters(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.reply("recall/search", json={"results": []})
    filters = "--from 2026-03-01 --to 2026-04-30 --people Ingrid --people Ben --max-results 5"
    done = aigpt("search", "launch", *filters.split(), **ready)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nothing found.\n")
    assert igpt_server.calls[0].json == {
        "query": "launch",
        "date_from": "2026-03-01",
        "date_to": "2026-04-30",
        "filter_people": ["Ingrid", "Ben"],
        "max_results": 5,
        "user": "mara",
    }


def test_search_without_a_query(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.reply("recall/search", json={"results": [HIT]})
    done = aigpt("search", "--people", "Ingrid", **ready)
    assert done.returncode == 0
    assert igpt_server.calls[0].json == {"filter_people": ["Ingrid"], "user": "mara"}


def test_datasources_are_lines_of_fields_in_a_pipe(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]
) -> None:
    igpt_server.reply("datasources/list", json={"datasources": [DATASOURCE, {"id": "x\ty\x1b[2J"}]})
    done = aigpt("datasources", **ready)
    assert done.returncode == 0
    assert done.stdout == "local/mbox/messages\tenabled\tmailbox.mbox\t45 messages\t62%\nx y\t\t\t\t0%\n"


def test_no_datasources(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.reply("datasources/list", json={"datasources": []})
    done = aigpt("datasources", **ready)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "No datasources.\n")


def test_disconnect(aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str]) -> None:
    igpt_server.reply("datasources/disconnect", json={"status": "disconnected"})
    done = aigpt("datasources", "disconnect", "local/mbox/messages", **ready)
    assert (done.returncode, done.stdout) == (0, "Disconnected local/mbox/messages.\n")
    assert igpt_server.calls[0].json == {"id": "local/mbox/messages", "user": "mara"}


@pytest.mark.parametrize(
    ("route", "arguments"),
    [
        ("recall/search", ["search", "launch"]),
        ("datasources/list", ["datasources"]),
        ("datasources/disconnect", ["datasources", "disconnect", "a"]),
    ],
)
def test_json_and_errors(
    aigpt: Aigpt, igpt_server: ScriptedServer, ready: dict[str, str], route: str, arguments: list[str]
) -> None:
    igpt_server.reply(route, json={"any": ["thing"]})
    igpt_server.reply(route, json={"error": "auth"})
    done = aigpt(*arguments, "--json", **ready)
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, {"any": ["thing"]}, "")
    failed = aigpt(*arguments, "--json", **ready)
    assert (failed.returncode, json.loads(failed.stdout)) == (1, {"error": "auth"})
    plain = aigpt(*arguments, **ready)
    assert (plain.returncode, plain.stdout) == (1, "")
    assert plain.stderr.startswith("aigpt: auth: ")

"""`aigpt doctor`: why the API does not answer, or that it does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import asdict

import click
from rich.text import Text

from aigpt.cli import colours
from aigpt.cli.console import make_console, print_hanging, write_json
from aigpt.cli.doctor_findings import Finding, State
from aigpt.cli.errors import CallFailed, WrongUsage
from aigpt.cli.options import Connection, doctor_connection_options, with_examples
from aigpt.cli.safe_text import one_line

Examine = Callable[..., AsyncGenerator[Finding]]

_STYLES = {
    State.OK: colours.ANSWER,
    State.NOTE: colours.TOOL_CALL,
    State.FAILED: colours.FAILURE,
    State.SKIPPED: colours.SECONDARY,
}


@click.command(
    epilog=with_examples(
        "aigpt doctor",
        "aigpt doctor --openai --base-url http://127.0.0.1:11434/v1",
        "aigpt doctor --json | jq '.checks[] | select(.state == \"failed\")'",
    )
)
@click.option("--openai", "is_openai", is_flag=True, help="Check what `aigpt chat` uses: OPENAI_API_KEY and its like.")
@click.option("--json", "as_json", is_flag=True, help="Print all findings as one JSON object.")
@doctor_connection_options
def doctor(*, connection: Connection, is_openai: bool, as_json: bool) -> None:
    """Check key, URL, proxy, DNS, TLS and the server's answer, one after the other, and say what to do.

    One request is sent, which costs nothing: the list of datasources (with --openai, of models). The API key is never
    printed, so that the output can go into a report. Each check waits 10 seconds at most, or --timeout.

    Exit codes: 0 all is well, 1 the network or the server fails, 2 a setting is wrong.
    """
    from aigpt.cli.doctor_checks import examine  # noqa: PLC0415 (slow to import; --help does not need it)

    found = asyncio.run(_print_all(connection, is_openai=is_openai, as_json=as_json, examine=examine))
    failures = [one for one in found if one.state is State.FAILED]
    if failures:
        kind = WrongUsage if any(one.is_setting for one in failures) else CallFailed
        raise kind(f"failed: {', '.join(one.name for one in failures)}")


async def _print_all(connection: Connection, *, is_openai: bool, as_json: bool, examine: Examine) -> list[Finding]:
    found: list[Finding] = []
    console = make_console()
    async for finding in examine(connection, is_openai=is_openai):
        found.append(finding)
        if not as_json:
            print_hanging(console, *_line(finding))
    if as_json:
        checks = [{**asdict(one), "state": one.state.value} for one in found]
        write_json({"ok": all(one.state is not State.FAILED for one in found), "checks": checks}, indent=2)
    return found


def _line(finding: Finding) -> tuple[Text, Text]:
    """Return what the lines begin with, and their text."""
    remedy = f"; {finding.remedy}" if finding.remedy else ""
    head = Text.assemble(
        (f"{finding.state.value:<9}", _STYLES[finding.state]),
        (f"{finding.name:<10}", colours.HEADING),
    )
    return head, Text(one_line(f"{finding.text}{remedy}"))

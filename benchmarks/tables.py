"""Writes the tables of `README.md`, `docs/explanation/speed.md` and `benchmarks/README.md`, between their markers.

    python benchmarks/tables.py            # bench.py does that at the end of a whole run
    python benchmarks/tables.py --check    # writes nothing; exits with 1 where a page says something else

A table stands between ``<!-- table: NAME -->`` and ``<!-- end of table -->``, and is never written by hand.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from figures import Runs, counted, value_of
from races import RACES, UNITS
from report import BUSY, WAYS, layer_rows, limit_rows, spread

HERE = Path(__file__).resolve().parent
PAGES = (HERE.parent / "README.md", HERE.parent / "docs" / "explanation" / "speed.md", HERE / "README.md")
MARKED = re.compile(r"(<!-- table: (?P<name>[a-z]+) -->\n).*?(<!-- end of table -->)", re.DOTALL)
Results = dict[str, Any]

SPEED: tuple[tuple[str, str, str, tuple[tuple[str, str, str], ...]], ...] = (
    ("a call, 64 in flight", "calls", "aigpt",
     (("calls", "aiohttp", "aiohttp by hand"), ("calls", "aiohttp, tuned", "aiohttp, tuned for speed"),
      ("calls", "igptai", "`igptai`, async"))),
    ("the same under uvloop", "calls", "aigpt, uvloop", (("calls", "aiohttp, uvloop", "aiohttp by hand"),)),
    ("the same over TLS", "tls", "aigpt",
     (("tls", "aiohttp", "aiohttp by hand"), ("tls", "igptai", "`igptai`, async"))),
    ("an event of a stream", "stream", "aigpt",
     (("stream", "aiohttp", "aiohttp, `json.loads` on each line"), ("stream", "igptai", "`igptai`, async"))),
    ("a blocking call, 1 thread", "blocking, 1", "aigpt", (("blocking, 1", "igptai", "`igptai`"),)),
    ("a blocking call, 16 threads", "blocking, 16", "aigpt", (("blocking, 16", "igptai", "`igptai`"),)),
    ("a call of `fan_out` over 100,000", "fan out", "aigpt",
     (("fan out", "aiohttp", "aiohttp and an `asyncio.Semaphore`"),)),
    ("`chat.completions.create`, 64 in flight", "chat", "aigpt",
     (("chat", "openai", "`openai`"), ("chat", "openai, aiohttp", "`openai`, on aiohttp"),
      ("chat", "litellm", "`litellm`"), ("chat", "aiohttp, msgspec", "aiohttp and msgspec by hand"))),
    ("a chunk of its stream", "chat stream", "aigpt",
     (("chat stream", "openai", "`openai`"), ("chat stream", "openai, aiohttp", "`openai`, on aiohttp"),
      ("chat stream", "litellm", "`litellm`"))),
    ("`responses.create`, 64 in flight", "responses", "aigpt", (("responses", "openai", "`openai`"),)),
    ("an event of its stream", "responses stream", "aigpt", (("responses stream", "openai", "`openai`"),)),
    ("embeddings, 100 x 1,536, as numbers", "embeddings, floats", "aigpt",
     (("embeddings, floats", "openai", "`openai`"),)),
    ("embeddings as base64, to lists", "embeddings, lists", "aigpt", (("embeddings, lists", "openai", "`openai`"),)),
    ("embeddings as base64, to arrays", "embeddings, arrays", "aigpt",
     (("embeddings, lists", "openai", "`openai`, to lists"),)),
)  # fmt: skip
"""The table of speed: what, its race and contender, and those it is held against, with their names there."""

ADDED = {
    "bare protocol": "writing bytes, reading bytes: the event loop and the sockets, without HTTP",
    "exchange": "aiohttp's pool, its parser and its reader; on the long way also its request and its response",
    "request": "which session, which key, the limit of connections, the bytes of the head, who watches for silence",
    "attempt": "the body with its bound, JSON, what the API means by it",
    "transport": "deadline, abort, close, retries, spans and hooks where there are any, the result",
    "whole": "parameters checked and encoded, the idempotency key",
}


def as_json(results: Results) -> str:
    """Return *results* as text, with a line for each figure's values."""
    text = json.dumps(results, indent=1, ensure_ascii=False)
    # A list of numbers is a line of its own.
    lists = re.compile(r"\[\s+([-+.eE\d,\s]+?)\s+\]")
    return lists.sub(lambda found: "[" + " ".join(found[1].split()) + "]", text) + "\n"


def write(results: Results) -> None:
    """Write all tables into the pages."""
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8"), results), encoding="utf-8")


def filled(text: str, results: Results) -> str:
    """Return the *text* of a page, with its tables made of *results*."""
    return MARKED.sub(lambda found: found[1] + "\n".join(TABLES[found["name"]](results)) + "\n" + found[3], text)


def made(results: Results) -> str:
    """Return where and when it was measured."""
    return f"{results['machine']}, Python {results['python']}, {results['date'][:10]}"


def summary(results: Results) -> Iterator[str]:
    """Yield the table of the first page: against the two clients that people come from."""
    named = ("`igptai`", "`openai`")
    yield "| CPU time of | `aigpt` | `igptai` or `openai` | times less |"
    yield "|---|---|---|---|"
    for what, race, contender, others in SPEED:
        ours = _cpu(results["runs"], race, contender)
        for theirs, other, name in others:
            value = _cpu(results["runs"], theirs, other)
            if name.partition(",")[0] in named and name != "`openai`, on aiohttp":
                times = f"{value / ours:.3g}" if value and ours else "not measured"
                yield f"| {what} | {_time(ours)} | {name}: {_time(value)} | {times} |"
    yield ""
    yield f"Measured on {made(results)}."


def speed(results: Results) -> Iterator[str]:
    """Yield the whole table of speed."""
    runs = results["runs"]
    yield "| CPU time of | | against | times less |"
    yield "|---|---|---|---|"
    for what, race, contender, others in SPEED:
        ours = _cpu(runs, race, contender)
        for place, (theirs, other, name) in enumerate(others):
            value = _cpu(runs, theirs, other)
            start = f"| {what} | {_time(ours)} |" if place == 0 else "| | |"
            yield f"{start} {name} | {f'{value / ours:.3g}' if value and ours else 'not measured'} |"
    yield ""
    rounds = f"The second-smallest of {results['rounds']} rounds counts for each, side by side on one machine"
    yield f"{rounds} ({made(results)})."


def goals(results: Results) -> Iterator[str]:
    """Yield the table of goals."""
    rows = results["goals"]
    yield "| | goal | against | at | is | by | single turns | by the clock | |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for row in rows:
        wall = "" if row["wall"] is None else f"{row['wall']:.2f}"
        cells = (row["part"], row["what"], row["against"], row["goal"].replace("<=", "≤").replace(">=", "≥"))
        met = "met" if row["met"] else "**not met**"
        yield f"| {' | '.join(cells)} | {row['value']:.2f} | {row['by']} | {spread(row)} | {wall} | {met} |"
    yield ""
    met = sum(row["met"] for row in rows)
    yield f"{met} of {len(rows)} goals are met; {made(results)}, {results['rounds']} rounds."


def figures(results: Results) -> Iterator[str]:
    """Yield the table of all contenders."""
    yield "| race | contender | CPU | median | most | clock | of it gc | server busy |"
    yield "|---|---|---|---|---|---|---|---|"
    for race in RACES:
        for place, contender in enumerate(race.contenders if race.measurement != "layer" else ()):
            found = results["runs"].get(race.name, {}).get(contender)
            start = f"| {race.title if place == 0 else ''} | {contender} |"
            if not found:
                yield f"{start} not measured | | | | | |"
                continue
            unit = UNITS[race.unit]
            shown = "cpu_us" if "cpu_us" in found else race.figure
            values = [value / unit for value in found[shown]]
            clock = race.figure if race.figure == "p50_us" else "wall_us"
            cells = [f"{counted(values):,.2f} {race.unit}", f"{statistics.median(values):,.2f}", f"{max(values):,.2f}"]
            cells.append(f"{counted(found[clock]) / unit:,.2f}" if clock in found else "")
            cells.append(f"{counted(found['collector_us']) / unit:,.2f}" if "collector_us" in found else "")
            busy = statistics.median(found["server_busy"]) if "server_busy" in found else None
            cells.append("" if busy is None else f"{busy:.0%}{' (!)' if busy > BUSY else ''}")
            yield f"{start} {' | '.join(cells)} |"


def limits(results: Results) -> Iterator[str]:
    """Yield the table of what can be had at most."""
    yield "| contender | limit | CPU of a call | the limit's | share reached | calls/s | the limit's | share reached |"
    yield "|---|---|---|---|---|---|---|---|"
    for contender, limit, cpu, least, rate, most in limit_rows(results["runs"]):
        shares = f"{cpu:.1f} µs | {least:.1f} µs | {least / cpu:.0%} | {rate:,.0f} | {most:,.0f} | {rate / most:.0%}"
        yield f"| {contender} | {limit} | {shares} |"
    for name in results["missing"]:
        yield ""
        yield f"`{name}` was not installed."


def layers(results: Results) -> Iterator[str]:
    """Yield the table of where the time of a call goes."""
    rows = layer_rows(results["runs"])
    yield "| as far as | " + " | ".join(f"{way} | adds" for way in WAYS) + " | what it adds |"
    yield "|---|" + "---|" * (2 * len(WAYS) + 1)
    before: Sequence[float | None] = [0.0] * len(WAYS)
    for layer, values in rows:
        cells = [
            "| " if value is None or last is None or whole is None else
            f"{value:.1f} µs | {value - last:.1f} ({(value - last) / whole:.0%})"
            for value, last, whole in zip(values, before, rows[-1][1], strict=True)
        ]  # fmt: skip
        yield f"| {layer} | {' | '.join(cells)} | {ADDED[layer]} |"
        before = values


def _cpu(runs: Runs, race: str, contender: str) -> float | None:
    try:
        return value_of(runs, race, contender, "cpu_us")
    except KeyError:
        return None


def _time(microseconds: float | None) -> str:
    if microseconds is None:
        return "not measured"
    return f"{microseconds:.3g} µs" if microseconds < 1_000 else f"{microseconds / 1e3:.3g} ms"  # noqa: PLR2004 (a thousand)


TABLES: dict[str, Callable[[Results], Iterator[str]]] = {
    "speed": speed,
    "summary": summary,
    "goals": goals,
    "figures": figures,
    "limits": limits,
    "layers": layers,
}


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    results = json.loads((HERE / "results.json").read_text(encoding="utf-8"))
    if not options.check:
        write(results)
        return 0
    stale = [page for page in PAGES if filled(text := page.read_text(encoding="utf-8"), results) != text]
    for page in stale:
        print(f"{page}: its tables are not those of results.json; run {sys.argv[0]}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

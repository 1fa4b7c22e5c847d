"""All contenders side by side: `make bench`.

    python benchmarks/bench.py                     # everything; writes results.json, the pictures and the tables
    python benchmarks/bench.py --quick             # one short round of all, under a minute; writes nothing
    python benchmarks/bench.py --only stream,text  # some races; writes nothing

Exits with 1 if a goal is not met, or a contender fails.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import import_time
import limits
import tables
import trustme
from figures import Runs, add
from goals import judge
from led import FailedError, Led
from machine import describe
from meter import Figures
from plot import draw
from races import SELDOM, SLOW, Race, chosen
from report import report_figures, report_goals, report_layers, report_limits

HERE = Path(__file__).resolve().parent
ROUNDS, SECONDS = 9, 0.03
QUICK_SECONDS, QUICK_TURNS = 0.02, 1
PATIENCE = 150.0  # s
OPTIONS_OF_CLIENTS = ("IGPT_", "AIGPT_", "OPENAI_", "LITELLM_")


class Server:
    """The server's process: where it listens, and whom its clients trust."""

    def __init__(self, process: subprocess.Popen[str], ports: dict[str, int], authority: Path) -> None:
        self.pid = process.pid
        self.urls = {scheme: f"{scheme}://127.0.0.1:{port}" for scheme, port in ports.items()}
        self.authority = authority


@contextmanager
def server() -> Iterator[Server]:
    """Run the server in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        certificate, authority = Path(folder, "server.pem"), Path(folder, "authority.pem")
        signer = trustme.CA()
        signer.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(certificate))
        signer.cert_pem.write_to_path(str(authority))
        command = [sys.executable, str(HERE / "server.py"), str(certificate)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            if process.stdout is None:
                raise FailedError("the server has no output")
            yield Server(process, json.loads(process.stdout.readline()), authority)
            # Leaving closes the server's stdin, which ends it.


Entry = tuple[Race, str]
"""A race, and a contender in it."""


class Field:
    """The processes of the contenders in the races of one group, in one round; leaving *stack* ends them.

    A contender has one process for the races that are run *alone*, and one for each that is measured beside another.
    """

    def __init__(self, alone: Sequence[Race], at: Server, options: argparse.Namespace, stack: ExitStack) -> None:
        self._alone = alone
        self._at = at
        self._options = options
        self._stack = stack
        self._processes: dict[tuple[str, str], Led] = {}

    def begin(self, entry: Entry) -> None:
        """Tell a contender to make ready for a race. Raises FailedError."""
        race, contender = entry
        if race.measurement == "import":
            return
        if self._key(entry) not in self._processes:
            mine = [race for race in self._alone if contender in race.contenders] if race in self._alone else [race]
            self._processes[self._key(entry)] = led = self._started(contender, mine)
            self._stack.callback(led.close)
        self._processes[self._key(entry)].begin()

    def ready(self, entry: Entry) -> None:
        """Wait until a contender is ready. Raises FailedError."""
        if entry[0].measurement != "import":
            self._processes[self._key(entry)].ready()

    def turn(self, entry: Entry) -> Figures:
        """Return the figures of one turn. Raises FailedError."""
        race, contender = entry
        if race.measurement == "import":
            return import_time.once(race.name, contender)
        return self._processes[self._key(entry)].turn(self._options.seconds * race.stretch)

    def end(self, entry: Entry) -> None:
        """Tell a contender that it has had its last turn in a race. Raises FailedError."""
        if entry[0].measurement != "import":
            self._processes[self._key(entry)].end()

    def _key(self, entry: Entry) -> tuple[str, str]:
        race, contender = entry
        return contender, "" if race in self._alone else race.name

    def _started(self, contender: str, races: Sequence[Race]) -> Led:
        at, secure = self._at, races[0].secure
        command = [sys.executable, str(HERE / "measure.py"), contender, *(race.name for race in races), "--led"]
        command += ["--url", at.urls["https" if secure else "http"], "--server", str(at.pid)]
        command += ["--quick"] if self._options.quick else []
        return Led(command, environment(at.authority if secure else None), PATIENCE)


def environment(authority: Path | None) -> dict[str, str]:
    """Return ours, less what would change a contender's ways, with *authority* trusted."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.lower().endswith("_proxy") and not name.startswith(OPTIONS_OF_CLIENTS)
    }
    kept["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # else importing litellm asks the network for its list of prices
    return kept if authority is None else kept | {"SSL_CERT_FILE": str(authority), "REQUESTS_CA_BUNDLE": str(authority)}


class Bench:
    """The rounds, and what was found in them."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.runs: Runs = {}
        self.failed: list[str] = []
        self.missing = () if limits.has_wrk() else (limits.WRK,)

    def compile(self) -> None:
        """Write the bytecode of aigpt, and of what is imported: an installed package has it beside it."""
        compileall.compile_dir(HERE.parent / "aigpt", quiet=1)
        for race in self.options.races:
            if race.measurement == "import":
                for contender in race.contenders:
                    import_time.once(race.name, contender)

    def round(self, number: int, at: Server) -> None:
        """Run all that is due in the round of this *number*."""
        groups: dict[str, list[Race]] = {}
        for race in self.options.races:
            if number % race.every == 0:
                groups.setdefault(race.group, []).append(race)
        for races in groups.values():
            names = {race.name for race in races}
            alone = [race for race in races if race.beside not in names]
            with ExitStack() as stack:
                field = Field(alone, at, self.options, stack)
                for head in alone:
                    self.race([head, *(race for race in races if race.beside == head.name)], field, number)

    def race(self, races: Sequence[Race], field: Field, number: int) -> None:
        """Have all contenders of *races* take turns, in another order each time, and say what came of it."""
        head, order = races[0], random.Random(f"{number} {races[0].name}")  # noqa: S311 (no secret: an order)
        absent = {*self.missing, *(SLOW if number % SELDOM else ())}
        left = [(race, name) for race in races for name in race.contenders if name not in absent]
        found: dict[Entry, list[Figures]] = {entry: [] for entry in left}
        turns = min(head.turns, QUICK_TURNS) if self.options.quick else head.turns
        steps: list[Callable[[Entry], None]] = [field.begin, field.ready]
        steps += [lambda entry: found[entry].append(field.turn(entry))] * turns
        for step in (*steps, field.end):
            for entry in order.sample(left, len(left)):
                try:
                    step(entry)
                except FailedError as exc:
                    left.remove(entry)
                    self.failed.append(f"{entry[0].name}, {entry[1]}: {exc}")
        for race, name in left:
            add(self.runs, race.name, name, found[race, name], race.figure)
        for race in races:
            said = [f"{name} {self.runs[race.name][name][race.figure][-1]:,.1f}" for who, name in left if who is race]
            print(f"round {number + 1}  {race.name:22} {'; '.join(said)}", file=sys.stderr, flush=True)


@contextmanager
def program(name: str, *arguments: str) -> Iterator[Callable[[], dict[str, Any]]]:
    """Run a program of this folder; what is given waits for its end, shows what it printed, and returns it."""
    command = [sys.executable, str(HERE / name), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:

        def result() -> dict[str, Any]:
            out, _ = process.communicate(timeout=600)
            print(out)
            return {"well": process.returncode == 0, "table": out.splitlines()}

        try:
            yield result
        finally:
            process.kill()


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", metavar="NAME,…", help="names of races, measurements or groups (see races.py)")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seconds", type=float, help="how long a turn is")
    parser.add_argument("--out", type=Path, help="write results.json and the pictures to this folder")
    options = parser.parse_args()
    try:
        options.races = chosen(options.only)
    except ValueError as exc:
        parser.error(str(exc))
    options.whole = not options.quick and options.only is None
    options.rounds = options.rounds or (1 if options.quick else ROUNDS)
    options.seconds = options.seconds or (QUICK_SECONDS if options.quick else SECONDS)
    return options


def main() -> int:
    """Run the races, print what came of them, and keep it where everything was run."""
    options = arguments()
    started = time.monotonic()
    bench = Bench(options)
    bench.compile()
    with server() as at:
        for number in range(options.rounds):
            bench.round(number, at)
    goals = judge(bench.runs)
    report_figures(options.races, bench.runs)
    report_limits(bench.runs)
    report_layers(bench.runs)
    report_goals(goals)
    results: dict[str, Any] = {
        **describe(),
        "rounds": options.rounds,
        "seconds": options.seconds,
        "goals": goals,
        "failed": bench.failed,
        "missing": list(bench.missing),
    }
    if options.whole:
        with program("faults.py") as faults, program("pacing.py", "--quick") as pacing:  # both of them mostly wait
            results["faults"], results["pacing"] = faults(), pacing()
    results["runs"] = bench.runs
    out = options.out or (HERE if options.whole else None)
    if out is not None:
        (out / "results.json").write_text(tables.as_json(results), encoding="utf-8")
        draw(results, out)
    if out == HERE:
        tables.write(results)
    for line in (*bench.failed, *(f"{name} is not installed: its row is left out" for name in bench.missing)):
        print(line)
    print(f"\n{results['machine']}, Python {results['python']}, {results['date']}; {time.monotonic() - started:.0f} s")
    programs = [results[name]["well"] for name in ("faults", "pacing") if name in results]
    return 0 if not bench.failed and all(row["met"] for row in goals) and all(programs) else 1


if __name__ == "__main__":
    sys.exit(main())

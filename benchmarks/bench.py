"""All contenders side by side: `make bench`.

    python benchmarks/bench.py                     # everything; writes results.json and the pictures
    python benchmarks/bench.py --quick             # one short round, about a minute; writes nothing
    python benchmarks/bench.py --only stream,text  # some races; writes nothing

Exits with 1 if a goal is not met, or a contender fails.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import import_time
import trustme
from goals import Round, judge
from machine import describe
from plot import draw
from races import RACES, Race
from report import report_figures, report_goals

HERE = Path(__file__).resolve().parent
ROUNDS, SECONDS = 5, 1.5
QUICK_SECONDS = 0.4
PATIENCE = 60.0
IMPORTS = 5


class FailedError(Exception):
    """A contender did not come to an end; the text is what it said."""


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


def run(race: Race, contender: str, at: Server, seconds: float) -> dict[str, float]:
    """Return the figures of one contender in one race. Raises FailedError."""
    if race.measurement == "import":
        return {"ms": statistics.median(import_time.once(import_time.CONTENDERS[contender]) for _ in range(IMPORTS))}
    command = [sys.executable, str(HERE / "measure.py"), race.measurement, contender]
    command += ["--url", at.urls["https" if race.secure else "http"], "--server", str(at.pid)]
    command += ["--level", str(race.level), "--seconds", str(seconds)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, env=environment(at.authority), check=True
        )
    except subprocess.TimeoutExpired as exc:
        raise FailedError(f"took more than {PATIENCE:.0f} s") from exc
    except subprocess.CalledProcessError as exc:
        raise FailedError(exc.stderr.strip().rpartition("\n")[2]) from exc
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def environment(authority: Path) -> dict[str, str]:
    """Return ours, less what would change a contender's ways, with *authority* trusted."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.lower().endswith("_proxy") and not name.startswith(("IGPT_", "AIGPT_", "OPENAI_"))
    }
    return kept | {"SSL_CERT_FILE": str(authority), "REQUESTS_CA_BUNDLE": str(authority)}


def run_round(races: Sequence[Race], number: int, at: Server, seconds: float) -> tuple[Round, list[str]]:
    """Return the figures of one round, and who failed. The contender that begins is another one in each round."""
    figures: Round = {}
    failed: list[str] = []
    for race in races:
        start = number % len(race.contenders)
        figures[race.name] = {}
        for contender in (*race.contenders[start:], *race.contenders[:start]):
            try:
                figures[race.name][contender] = found = run(race, contender, at, seconds)
            except FailedError as exc:
                failed.append(f"{race.name}, {contender}: {exc}")
                print(f"round {number + 1}  {race.name:16} {contender:22} FAILED: {exc}", file=sys.stderr)
                continue
            print(
                f"round {number + 1}  {race.name:16} {contender:22} {found[race.figure]:14,.1f}",
                file=sys.stderr,
                flush=True,
            )
    return figures, failed


def run_faults() -> dict[str, Any]:
    """Run `faults.py`, show what it prints, and return it."""
    done = subprocess.run(
        [sys.executable, str(HERE / "faults.py")], stdout=subprocess.PIPE, text=True, timeout=300, check=False
    )
    print(done.stdout)
    return {"well": done.returncode == 0, "table": done.stdout.splitlines()}


def chosen(only: str | None) -> list[Race]:
    """Return the races that *only* names, by their names or measurements; all of them if it names none."""
    if only is None:
        return list(RACES)
    names = [name.strip() for name in only.split(",")]
    known = {race.measurement for race in RACES}
    for name in names:
        if name not in known:
            sys.exit(f"--only: there is no race {name!r}; the races are {', '.join(sorted(known))}")
    return [race for race in RACES if race.measurement in names]


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", metavar="NAME,…", help=f"of {', '.join(dict.fromkeys(r.measurement for r in RACES))}")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seconds", type=float, help="how long one contender is measured")
    parser.add_argument("--out", type=Path, help="folder for results.json and the pictures")
    options = parser.parse_args()
    options.races = chosen(options.only)
    options.whole = not options.quick and options.only is None
    options.rounds = options.rounds or (1 if options.quick else ROUNDS)
    options.seconds = options.seconds or (QUICK_SECONDS if options.quick else SECONDS)
    options.out = options.out or (HERE if options.whole else None)
    return options


def main() -> int:
    """Run the races, print what came of them, and keep it where everything was run."""
    options = arguments()
    started = time.monotonic()
    with server() as at:
        done = [run_round(options.races, number, at, options.seconds) for number in range(options.rounds)]
    rounds = [figures for figures, _ in done]
    failed = [line for _, lines in done for line in lines]
    goals = judge(rounds)
    results: dict[str, Any] = {**describe(), "seconds": options.seconds, "goals": goals, "failed": failed}
    report_figures(options.races, rounds)
    report_goals(goals)
    if options.whole:
        results["faults"] = run_faults()
    results["rounds"] = rounds
    if options.out is not None:
        text = json.dumps(results, indent=1, ensure_ascii=False)
        (options.out / "results.json").write_text(text + "\n", encoding="utf-8")
        draw(results, options.out)
    print(f"\n{results['machine']}, Python {results['python']}, {results['date']}; {time.monotonic() - started:.0f} s")
    well = not failed and all(row["met"] for row in goals) and results.get("faults", {}).get("well", True)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())

"""Rewrites the assertions of all tests once for all processes that run them, which takes longer than collecting them.

By itself, each process rewrites every file in the order of their names, at the same time as the others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest


def rewrite_in_turn(config: pytest.Config) -> None:
    """Rewrite what no process has rewritten; each begins elsewhere. Where that fails, pytest does it, or says why not.

    The functions are private to pytest: a newer one may have others.
    """
    worker: dict[str, object] | None = getattr(config, "workerinput", None)
    if worker is None or sys.dont_write_bytecode:
        return
    files = list(_collected(config))
    begin = len(files) * int(str(worker["workerid"]).removeprefix("gw")) // int(str(worker["workercount"]))
    with suppress(Exception):
        for file in (*files[begin:], *files[:begin]):
            _rewrite(file, config)


def _collected(config: pytest.Config) -> Iterator[Path]:
    for argument in config.args:
        path = config.invocation_params.dir / argument.partition("::")[0]
        yield from sorted(path.rglob("test_*.py")) if path.is_dir() else [path]


def _rewrite(file: Path, config: pytest.Config) -> None:
    from _pytest.assertion import rewrite  # noqa: PLC0415

    done = rewrite.get_cache_dir(file) / (file.stem + rewrite.PYC_TAIL)
    if not done.exists():  # whether it is still true, pytest looks at
        done.parent.mkdir(parents=True, exist_ok=True)
        source, code = rewrite._rewrite_test(file, config)
        rewrite._write_pyc(config.stash[rewrite.assertstate_key], code, source, done)

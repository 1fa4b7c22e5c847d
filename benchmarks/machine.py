"""What the benchmarks need to know of the machine, and ask of it."""

from __future__ import annotations

import os
import platform
import resource
import runpy
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

PACKAGES = (
    *("aigpt-sdk", "aiohttp", "aiohttp-retry", "igptai", "openai", "litellm"),
    *("httpx2", "requests", "msgspec", "numpy", "uvloop"),
)
TESTS = Path(__file__).resolve().parents[1] / "tests"
TICKS = os.sysconf("SC_CLK_TCK")


def pin(core: int) -> None:
    """Keep this process, with its threads, on one core of those it may use, if the system lets one choose."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        for thread in Path("/proc/self/task").iterdir() if len(cores) > 1 else ():
            os.sched_setaffinity(int(thread.name), {cores[core % len(cores)]})


def raise_open_files() -> None:
    """Let this process have as many connections as the system permits."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def cpu_seconds() -> float:
    """Return the time this process has kept a core busy, all its threads together."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def cpu_seconds_of(pid: int) -> float:
    """Return the same of another process; 0 where the system does not say. It counts in hundredths of a second."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_bytes() -> int:
    """Return how much memory this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def describe() -> dict[str, Any]:
    """Return where and when, and which versions."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="minutes"),
        "machine": f"{os.cpu_count()} x {_processor()}, {_system()}",
        "python": platform.python_version(),
        "versions": {name: _version(name) for name in PACKAGES},
    }


def real_data() -> Path:
    """Return the folder of the real input; exit with 1 where it is not there. The tests say where that is."""
    said = runpy.run_path(str(TESTS / "real_data.py"))
    if not said["complete"]():
        sys.exit(said["MISSING"])
    folder: Path = said["DATA"]
    return folder


def _system() -> str:
    """Return the operating system's name and version; a kernel's own name says nothing to anybody else."""
    if platform.system() == "Darwin":
        return f"macOS {platform.mac_ver()[0]}"
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"

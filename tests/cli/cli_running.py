"""How the command line is run, and what comes of it."""

import os
import subprocess
import sys
from collections.abc import Callable

NAMES = {"url": "IGPT_BASE_URL", "key": "IGPT_API_KEY", "user": "IGPT_API_USER"}
COMMAND = [sys.executable, "-m", "aigpt.cli"]

Outcome = subprocess.CompletedProcess[str]
Aigpt = Callable[..., Outcome]
Start = Callable[..., subprocess.Popen[str]]


def environment(**settings: str) -> dict[str, str]:
    """Return an environment without any IGPT_ variables but those given by *settings* (`url`, `key`, `user`)."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("IGPT_", "AIGPT_"))}
    return {**kept, "PYTHONUTF8": "1", **{NAMES.get(name, name): value for name, value in settings.items()}}

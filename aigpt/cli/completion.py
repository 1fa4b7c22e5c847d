"""Completion of commands, options and their values in bash, zsh and fish, by click's scripts."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from click.shell_completion import shell_complete

from aigpt.cli.errors import WrongUsage

VARIABLE = "_AIGPT_COMPLETE"
"""The environment variable by which a shell asks: ``bash_source`` for its script, ``bash_complete`` for completions."""


def complete(app: click.Command, instruction: str) -> None:
    """Print the script or the completions that *instruction*, the value of `VARIABLE`, asks for.

    Raises WrongUsage for a shell that is not supported.
    """
    # The values before the one to complete are parsed, and a question of - would be read from the terminal.
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        stdin, sys.stdin = sys.stdin, nothing
        try:
            failed = shell_complete(app, {}, "aigpt", VARIABLE, instruction)
        finally:
            sys.stdin = stdin
    if failed:
        raise WrongUsage(f"{VARIABLE} must be bash_source, zsh_source or fish_source, not {instruction!r}.")

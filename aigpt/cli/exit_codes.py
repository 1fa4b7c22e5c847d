"""The exit codes of the `aigpt` command.

0 is success; for `aigpt bulk`: all rows are answered. 130, 141 and 143 are what a shell reports for a program
that was ended by SIGINT, SIGPIPE or SIGTERM.
"""

from __future__ import annotations

FAILED = 1
"""The API or the output failed; for `aigpt bulk`: the run stopped early."""
WRONG_USAGE = 2
"""The command cannot start with these arguments, settings or files."""
SOME_ROWS_FAILED = 3
"""`aigpt bulk` finished, but some rows failed."""
INTERRUPTED = 130
"""Ctrl-C."""
OUTPUT_CLOSED = 141
"""The reader of the output has closed it."""
TERMINATED = 143
"""`aigpt bulk` was ended by SIGTERM."""

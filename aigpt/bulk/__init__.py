"""Bulk: a file of questions in, a file of answers out, and nothing lost in between (extra `bulk`).

`run_file` is the whole of it in one call; `BulkRun` the same with a handle on what it does. A run that was cut off
at any moment goes on where it was, by the same call again. `read_report` sums up an output, `write_page` draws it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aigpt.bulk._errors import BulkError, InputError, OutputError
    from aigpt.bulk._page import write_page
    from aigpt.bulk._report import Report, read_report
    from aigpt.bulk._run import BulkResult, BulkRun, run_file

__all__ = [
    "BulkError",
    "BulkResult",
    "BulkRun",
    "InputError",
    "OutputError",
    "Report",
    "read_report",
    "run_file",
    "write_page",
]

_HOMES = {
    "BulkError": "_errors",
    "InputError": "_errors",
    "OutputError": "_errors",
    "Report": "_report",
    "read_report": "_report",
    "write_page": "_page",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES.get(name, '_run')}"), name)
    return value

"""Bulk: a file of questions in, a file of answers out, and nothing lost in between (extra `bulk`).

`run_file` is the whole of it in one call; `BulkRun` the same with a handle on what it does. A run that was cut off
at any moment goes on where it was, by the same call again. `read_report` sums up an output, `write_page` draws it.

Behind it: `input_file` and `rows` (files in), `run`, `journal` (files out, resumed after a crash), `report`,
`html_report`, `errors`.
"""

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.bulk.errors import BulkError, InputError, OutputError
    from aigpt.bulk.html_report import write_page
    from aigpt.bulk.report import Report, read_report
    from aigpt.bulk.run import BulkResult, BulkRun, run_file

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

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "BulkError": "aigpt.bulk.errors",
        "BulkResult": "aigpt.bulk.run",
        "BulkRun": "aigpt.bulk.run",
        "InputError": "aigpt.bulk.errors",
        "OutputError": "aigpt.bulk.errors",
        "Report": "aigpt.bulk.report",
        "read_report": "aigpt.bulk.report",
        "run_file": "aigpt.bulk.run",
        "write_page": "aigpt.bulk.html_report",
    },
)

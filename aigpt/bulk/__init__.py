"""Bulk: calls for each row of a file, and their answers in another file (extra `bulk`).

`run_file` does it in one call; `BulkRun` is the same with progress and `stop`. After an interruption at any moment,
the same call resumes the run. `read_report` reads the figures of an output, `write_page` writes them as HTML.

Behind it: `input_file`, `encodings`, `input_formats` (JSON lines, CSV, text, OpenAI batch files), `parquet` and `rows`
(parameters and ids); `answers` (what is written of a call); `run`, and `runs` (which kind of run options are for);
`job` with `igpt_job` and `openai_job` (what a row is to an API), `embedding_batches`; `spending`, `expected_tokens` and
`estimates` (tokens and cost); `journal` (the output file, resumed after a crash) with `columns` (its rows found in the
input, by hashes on the disk), `batch_output` and `parquet_output`; `failures` (in words for a screen); `report`,
`html_report` and `report_charts`; `errors` and `option_names` (of Python and of the command line); `places` (local
paths and addresses).

In shards: `shards` (the plan) with `lines`, `outputs` with `parts` (a folder) and `stored_parts` (in a store, by
`object_store`), `workers` and `shard_worker`, `sharded_run` (the driver), `threads`, `run_lock` and `stored_lock`; on a
cluster `ray_workers`, `ray_actors`, `ray_metrics`, `client_spec` and `allowances` (of limits), and of its rate
`ray_keepers`, `keeper_actor`, `lease_keeper` and `leased_pacer`. For datasets `ray_map` and `row_calls`.
"""

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.bulk.errors import BulkError, InputError, OutputError
    from aigpt.bulk.estimates import BulkEstimate
    from aigpt.bulk.html_report import write_page
    from aigpt.bulk.report import Report, read_report
    from aigpt.bulk.result import BulkResult
    from aigpt.bulk.run import BulkRun
    from aigpt.bulk.runs import run_file
    from aigpt.bulk.sharded_run import ShardedRun
    from aigpt.bulk.spending import read_prices

__all__ = [
    "BulkError",
    "BulkEstimate",
    "BulkResult",
    "BulkRun",
    "InputError",
    "OutputError",
    "Report",
    "ShardedRun",
    "read_prices",
    "read_report",
    "run_file",
    "write_page",
]

if not TYPE_CHECKING:  # type checkers know the names above, and no others
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "BulkError": "aigpt.bulk.errors",
            "BulkEstimate": "aigpt.bulk.estimates",
            "BulkResult": "aigpt.bulk.result",
            "BulkRun": "aigpt.bulk.run",
            "InputError": "aigpt.bulk.errors",
            "OutputError": "aigpt.bulk.errors",
            "Report": "aigpt.bulk.report",
            "ShardedRun": "aigpt.bulk.sharded_run",
            "read_prices": "aigpt.bulk.spending",
            "read_report": "aigpt.bulk.report",
            "run_file": "aigpt.bulk.runs",
            "write_page": "aigpt.bulk.html_report",
        },
    )

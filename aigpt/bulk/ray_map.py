"""Calls for the rows of a Ray Dataset, by actors of Ray Data (extra `ray`)."""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from aigpt._fanout.adaptive import Adaptive, most_at_once
from aigpt._http.checks import check_whole
from aigpt.bulk.client_spec import ClientSpec, spec_of
from aigpt.bulk.errors import InputError
from aigpt.bulk.job import IGPT_METHODS, make_job
from aigpt.bulk.leased_pacer import LeasedPacer
from aigpt.bulk.parquet import answer_columns, read_table
from aigpt.bulk.ray_actors import Leases, asking
from aigpt.bulk.ray_keepers import Keepers, check_rate
from aigpt.bulk.ray_workers import load_ray, python_environment
from aigpt.bulk.row_calls import CallOptions, RowCalls
from aigpt.bulk.rows import Row, RowMapping, rows_of
from aigpt.bulk.run import Method

if TYPE_CHECKING:
    from aigpt._igpt.client import AsyncIGPT
    from aigpt.openai._client import AsyncOpenAI

T = TypeVar("T")
_BATCHES_AT_ONCE = 2
_ROWS_PER_CALL_AT_ONCE = 4
_MOST_ROWS = 4096
_END = 5.0  # s
_WHAT = "aigpt.ray.map"


def map(  # noqa: A001 (what Ray Data calls it)
    dataset: Any,
    method: Method,
    *,
    client: AsyncIGPT | AsyncOpenAI | None = None,
    rate: float | Literal["auto"] | None = None,
    concurrency: int | Adaptive = 32,
    workers: int | None = None,
    common: Mapping[str, Any] | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Any:
    """Return the Ray Dataset *dataset* with the answer to each row; nothing is sent before its rows are taken.

    ::

        answers = aigpt.ray.map(ray.data.read_parquet("questions/"), "ask", rate=500)
        answers.write_parquet("answers/")

    - *dataset*: a `ray.data.Dataset`. Its columns are parameters of *method*; cells that are text are parsed where they
      are JSON and the parameter is none of text, nulls are not sent, and `id` never is.
    - *method*, *client*: ``"ask"``, ``"run"`` or ``"search"`` of an `AsyncIGPT`, ``"chat"``, ``"responses"`` or
      ``"embeddings"`` of an `AsyncOpenAI`; without a client, one of what the environment says (``IGPT_API_KEY`` …).
      The workers make one like it, with its options but those of its connections.
    - *rate*: requests per second of all workers together, or ``"auto"`` for what the server takes.
    - *concurrency*: calls at once of each worker. *workers*: how many there are; by default as many as nodes are now.
    - *mapping*: parameter to column, ``{"input": "question"}``; only these are sent then. *common*: parameters for
      every row that does not have them itself.

    The result has the columns of *dataset* and after them ``reply`` (JSON), ``error`` (a code, null for answers),
    ``request_id``, ``status``, ``retries``, ``elapsed`` and ``attempt_time`` (seconds) and ``time`` (Unix seconds). A
    failed call is a row with an `error`.

    Ray Data keeps no journal: what a lost worker had under way is sent again, batches of four times *concurrency*, and
    a driver that dies starts over. `aigpt.run_file` with ``engine="ray"`` goes on where it was.

    Raises `ConfigurationError` for options out of range, and where ray is not installed. Taking rows raises, by Ray's
    exceptions, what ends the run: a refused key, a row that cannot be sent.
    """
    ray = load_ray(_WHAT)
    check_rate(rate, _WHAT)
    if client is None:
        client = _client_of_environment(method)
    job = make_job(client, method)
    given = dict(common or {})
    job.as_json(given)
    spec = spec_of(client, _WHAT)
    required = job.needs_text and job.text not in given
    rows = RowMapping(job.text, required, dict(mapping or {}), lists=job.takes_lists, one_of=job.needs_one_of(given))
    number = len([node for node in ray.nodes() if node["Alive"]]) if workers is None else workers
    leases = None
    if rate is not None:
        keepers = Keepers(ray, None if rate == "auto" else float(rate))
        keepers.begin(python_environment())
        leases = keepers.ask()
    data = import_module("ray.data")
    return dataset.map_batches(
        MapActor,
        batch_format="pyarrow",
        batch_size=min(_ROWS_PER_CALL_AT_ONCE * check_whole("concurrency", most_at_once(concurrency), 1), _MOST_ROWS),
        compute=data.ActorPoolStrategy(
            size=check_whole("workers", number, 1),
            max_tasks_in_flight_per_actor=2 * _BATCHES_AT_ONCE,
            max_concurrent_calls_per_actor=_BATCHES_AT_ONCE,
            enable_true_multi_threading=True,
        ),
        fn_constructor_args=(spec, method, CallOptions(given, concurrency), rows, leases),
        num_cpus=0,
        runtime_env={"env_vars": python_environment()},
        udf_modifying_row_count=False,
    )


def _client_of_environment(method: str) -> AsyncIGPT | AsyncOpenAI:
    if method in IGPT_METHODS:
        from aigpt._igpt.client import AsyncIGPT  # noqa: PLC0415 (on first use)

        return AsyncIGPT()
    from aigpt.openai._client import AsyncOpenAI  # noqa: PLC0415 (on first use)

    return AsyncOpenAI()


class MapActor:
    """What Ray Data makes of on each machine: one client and one fan-out, on an event loop in a thread.

    Ray Data hands it batches in threads, several at a time.
    """

    def __init__(
        self, spec: ClientSpec, method: str, options: CallOptions, rows: RowMapping, leases: Leases | None
    ) -> None:
        self._rows = rows
        self._loop = asyncio.new_event_loop()
        thread = threading.Thread(target=self._loop.run_forever, daemon=True, name="aigpt")
        thread.start()
        self._calls, end = self._run(_start(spec, method, options, leases))
        # Ray Data drops its actors, or ends their processes: this is called in both cases, once.
        self._end = weakref.finalize(self, _end, self._loop, thread, end)

    def close(self) -> None:
        """End the fan-out, and close the client; calls under way are given up. Calling it twice is allowed."""
        self._end()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def __call__(self, batch: Any) -> Any:
        """Return a table with what came of its rows."""
        parameters = rows_of_table(batch, self._rows)
        columns = answer_columns(self._run(self._calls.answer(parameters)))
        for name, column in columns.items():
            batch = batch.append_column(name, column)
        return batch


# What follows must not hold the actor, which would then never be dropped.


async def _start(
    spec: ClientSpec, method: str, options: CallOptions, leases: Leases | None
) -> tuple[RowCalls, Callable[[], Coroutine[Any, Any, None]]]:
    """Return what answers rows, and what ends it."""
    client: Any = spec.make_client(most_at_once(options.concurrency))
    await client.__aenter__()
    rate = None if leases is None else LeasedPacer(asking(leases))
    calls = RowCalls(make_job(client, method), options, rate)
    calls.start()

    async def end() -> None:
        await calls.close()
        if rate is not None:
            await rate.close()
        await client.__aexit__(None, None, None)

    return calls, end


def _end(
    loop: asyncio.AbstractEventLoop, thread: threading.Thread, work: Callable[[], Coroutine[Any, Any, None]]
) -> None:
    """Do *work* on *loop*, and stop it. Waits for it, but not on the loop's own *thread*."""
    ended = asyncio.run_coroutine_threadsafe(work(), loop)
    ended.add_done_callback(lambda _: loop.call_soon_threadsafe(loop.stop))
    if threading.current_thread() is thread:  # where an object is collected is chance
        return
    with suppress(TimeoutError):
        ended.result(_END)
    thread.join(_END)
    if not thread.is_alive():
        loop.close()


def rows_of_table(table: Any, mapping: RowMapping) -> list[dict[str, Any]]:
    """Return the parameters of each row. Raises InputError."""
    taken = [name for name in answer_columns([]) if name in table.column_names]
    if taken:
        raise InputError(f"the dataset has a column {taken[0]!r}, which is one of what comes; rename it")
    found: list[dict[str, Any]] = []
    for row in rows_of(read_table(table, mapping.parameters, mapping.required_columns), "parquet", mapping):
        if not isinstance(row, Row):
            raise InputError(f"a row of the dataset cannot be sent: {row[1]}")
        found.append(row.params)
    return found

"""Which run the options of `run_file`, and of the command, are for: into a file, or into a folder of parts."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

from aigpt._fanout.adaptive import Adaptive
from aigpt._fanout.starts import Rate
from aigpt.bulk.input_formats import Format
from aigpt.bulk.option_checks import check_run
from aigpt.bulk.outputs import is_folder_of_parts
from aigpt.bulk.result import STOP_ON, BulkResult
from aigpt.bulk.run import BulkRun, Method
from aigpt.bulk.sharded_run import ShardedRun
from aigpt.bulk.spending import Prices
from aigpt.errors import ConfigurationError

if TYPE_CHECKING:
    from aigpt._igpt.client import AsyncIGPT
    from aigpt.openai._client import AsyncOpenAI

Engine = Literal["local", "ray"]


class RunOptions(TypedDict, total=False):
    """The options of `run_file`, but those of the engine."""

    concurrency: int | Adaptive
    rate: Rate
    common: Mapping[str, Any] | None
    mapping: Mapping[str, str] | None
    form: Format | None
    fresh: bool
    retry_errors: bool
    skip_bad: bool
    stop_on: Collection[str]
    tokens_per_minute: float | None
    batch_size: int
    prices: Prices | None
    max_tokens: float | None
    max_cost: float | None


def make_run(
    client: AsyncIGPT | AsyncOpenAI,
    method: Method,
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    engine: Engine = "local",
    address: str | None = None,
    workers: int | None = None,
    **options: Unpack[RunOptions],
) -> BulkRun | ShardedRun:
    """Return the run that these options, those of `run_file`, are for. Raises ConfigurationError."""
    check_run(source, target, {**options, "address": address})
    if engine == "local" and address is None and workers is None and not is_folder_of_parts(target):
        return BulkRun(client, method, source, target, **options)
    given: dict[str, Any] = {**options}
    if given.pop("batch_size", 1) != 1:
        raise ConfigurationError("is for an output that is a file", option="batch_size")
    return ShardedRun(client, method, source, target, engine=engine, address=address, workers=workers, **given)


async def run_file(
    client: AsyncIGPT | AsyncOpenAI,
    method: Method,
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    concurrency: int | Adaptive = 32,
    rate: Rate = None,
    common: Mapping[str, Any] | None = None,
    mapping: Mapping[str, str] | None = None,
    form: Format | None = None,
    fresh: bool = False,
    retry_errors: bool = False,
    skip_bad: bool = False,
    stop_on: Collection[str] = STOP_ON,
    tokens_per_minute: float | None = None,
    batch_size: int = 1,
    prices: Prices | None = None,
    max_tokens: float | None = None,
    max_cost: float | None = None,
    engine: Engine = "local",
    address: str | None = None,
    workers: int | None = None,
) -> BulkResult:
    """Send every row of the file *source* as a call, and append each answer to the file *target* as it comes.

    After an interruption at any moment, the same call resumes the run: no row is missing, none is there twice.

    - *client*, *method*: an `AsyncIGPT` and ``"ask"``, ``"run"`` or ``"search"``, or an `AsyncOpenAI` or its like and
      ``"chat"``, ``"responses"`` or ``"embeddings"``. A text fills `messages` (one of the user) or `input`, a list too.
    - *source*: JSON lines (strings or objects of parameters), CSV, TSV or Parquet (columns are parameters) or plain
      text (one question per line), by its suffix or *form* (``"jsonl"``, ``"csv"``, ``"tsv"``, ``"parquet"``,
      ``"text"``); ``"-"`` is standard input. Cells that are text are parsed where they are JSON and the parameter is
      none of text; empty ones are not sent. Parquet, and addresses that pyarrow opens (``s3://…``, ``gs://…``), need
      the extra `arrow`. A row's own `id` is not sent; rows without one are identified by a hash of their parameters.
      With the form ``"openai-batch"`` source and target are OpenAI batch files: the rows of the run are kept in
      ``TARGET.rows``, and when it ends the target is made of them, in files of 50,000 requests and 200 MB at most,
      with the requests that failed in a file of their own (``answers.errors.jsonl``).
    - *target*: JSON lines: ``id, request, reply, error, status, retries, elapsed, attempt_time, time`` (elapsed
      and attempt_time in seconds, time in Unix seconds). Created with mode 0600. With the suffix ``.parquet`` the same
      columns (request and reply as JSON), made when the run ends of the rows in ``TARGET.rows``, which are kept.
    - *mapping*: parameter to column, ``{"input": "query"}``; only these are sent. *common*: parameters for every row
      that does not have them itself.
    - *fresh*: start over and lose the rows in *target*. *retry_errors*: send the rows that failed again.
    - *skip_bad*: leave out lines that are not valid rows, instead of refusing the input.
    - *concurrency*, *rate*, *stop_on*, *tokens_per_minute*: as in `aigpt.fan_out`.
    - *batch_size*: rows of embeddings in one call; each row has its own answer, and its share of the tokens.
    - *prices*: ``{"MODEL": {"input": PRICE, "output": PRICE}}`` per million tokens, for the `cost` of the result.
    - *max_tokens*, *max_cost*: end the run before the calls of this start use or cost more, those under way included.
      The first call goes alone, and those after it count for as much as any before has used, where that is more than
      what is estimated of their input and than the bound of their output (``max_completion_tokens`` …). Where they set
      no bound, an answer that is longer than all before may exceed the limit. An answer that does not say what it used
      (`usage`) counts as estimated.

    - *engine*: ``"ray"`` sends from the machines of a Ray cluster (extra `ray`): *workers* of them, or one on each
      node, of the cluster at *address* (``"auto"`` is the one that this machine is in; None that one, else one of this
      machine alone). *rate* and the limits of tokens and money are then those of all together, *concurrency* that of
      each. The target is an address, or a folder that all of them reach by the same path.

    A target that ends with ``/``, is such a folder, or is an address (``s3://…``, ``gs://…``), is a folder of parts
    (``part-….parquet``), of each engine: the input, a file or a folder of files, is cut into shards, and a part appears
    when its shard is done. Rows without an `id` have the file's name and their line as one; the input is not read as a
    whole before, so that a line that is not a valid row ends the run where it is reached. *batch_size* is for files.

    Raises `aigpt.bulk.BulkError` if the input or output cannot be used, and `ConfigurationError` for wrong options.
    """
    return await make_run(
        client,
        method,
        source,
        target,
        engine=engine,
        address=address,
        workers=workers,
        concurrency=concurrency,
        rate=rate,
        common=common,
        mapping=mapping,
        form=form,
        fresh=fresh,
        retry_errors=retry_errors,
        skip_bad=skip_bad,
        stop_on=stop_on,
        tokens_per_minute=tokens_per_minute,
        batch_size=batch_size,
        prices=prices,
        max_tokens=max_tokens,
        max_cost=max_cost,
    )

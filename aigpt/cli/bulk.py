"""`aigpt bulk`: a file of questions in, a file of answers out."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Literal

import click

from aigpt.cli import exit_codes
from aigpt.cli.bulk_signals import StopSignals
from aigpt.cli.client import with_client
from aigpt.cli.console import make_console
from aigpt.cli.errors import CallFailed, WrongUsage, with_remedy
from aigpt.cli.openai_client import with_openai_client
from aigpt.cli.options import POSITIVE, Connection, bulk_connection_options, parse_output_format, with_examples

if TYPE_CHECKING:
    from aigpt import Adaptive, AsyncIGPT
    from aigpt.bulk import BulkEstimate, BulkResult
    from aigpt.openai import AsyncOpenAI

_DEFAULT_CONNECTIONS = 100
_MOST_RATE = 1e9
_OPENAI_METHODS = ("chat", "responses", "embeddings")


def _pair(form: str) -> Callable[[str], tuple[str, str]]:
    """Return what parses an argument of the *form* NAME=VALUE, in the words of the option's help."""

    def parse(value: str) -> tuple[str, str]:
        name, equals, rest = value.partition("=")
        if not (name and equals and rest):
            raise click.BadParameter(f"{value!r} is not of the form {form}.")
        return name, rest

    return parse


def _parse_concurrency(value: str) -> int | Adaptive:
    """Return the concurrency given as ``64``, ``1-256`` or ``auto``."""
    from aigpt import Adaptive, ConfigurationError  # noqa: PLC0415 (slow to import; --help does not need it)

    try:
        least, dash, most = value.partition("-")
        found = Adaptive() if value == "auto" else Adaptive(int(least), int(most or least))
    except (ValueError, ConfigurationError):
        raise click.BadParameter(f"{value!r} is not a number from 1, MIN-MAX, or auto.") from None
    return found if dash or value == "auto" else found.maximum


def _parse_codes(value: str) -> frozenset[str]:
    """Return the error codes given as ``auth,quota`` or ``none``."""
    codes = frozenset(code.strip() for code in value.split(","))
    if "" in codes:
        raise click.BadParameter(f"{value!r} is not a list of error codes with commas, like auth,quota, or none.")
    return codes - {"none"}


def _parse_rate(value: str) -> float | Literal["auto"]:
    """Return the rate given as ``50`` or ``auto``."""
    if value == "auto":
        return "auto"
    try:
        rate = float(value)
    except ValueError:
        rate = 0.0
    if not 0 < rate <= _MOST_RATE:
        raise click.BadParameter(f"{value!r} is neither a number above 0 nor auto ({_MOST_RATE:g} at most).")
    return rate


@click.command(
    epilog=with_examples(
        "aigpt bulk ask questions.txt -o answers.jsonl",
        "aigpt bulk run q.csv -o a.parquet --map input=question --concurrency auto",
        "aigpt bulk chat q.jsonl -o a.jsonl --model gpt-4o --dry-run",
        "aigpt bulk search q.txt -o parts/ --set max_results=5",
    )
)
@click.argument("method", type=click.Choice(["ask", "run", "search", *_OPENAI_METHODS]))
@click.argument("source", metavar="INPUT", type=click.Path(allow_dash=True))
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=click.Path(),
    help="The file of answers; FOLDER/ or s3://… for parts.",
)
@click.option(
    "--map",
    "mapping",
    type=_pair("PARAMETER=COLUMN"),
    multiple=True,
    metavar="PARAMETER=COLUMN",
    help="Send COLUMN as PARAMETER.",
)
@click.option(
    "--set",
    "common",
    type=_pair("PARAMETER=VALUE"),
    multiple=True,
    metavar="PARAMETER=VALUE",
    help="Send with every row that does not have it itself.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "tsv", "text", "openai-batch", "parquet"]),
    help="[default: by the input's suffix]",
)
@click.option(
    "--concurrency",
    type=_parse_concurrency,
    default="32",
    show_default=True,
    metavar="N|MIN-MAX|auto",
    help="Calls in flight.",
)
@click.option(
    "--rate", type=_parse_rate, metavar="N|auto", help="Requests per second at most; auto: what the server takes."
)
@click.option("--model", help="OpenAI only: the model, for rows that name none.")
@click.option(
    "--tokens-per-minute",
    type=POSITIVE,
    metavar="N",
    help="OpenAI only: tokens that calls may use at most.",
)
@click.option(
    "--batch-size",
    type=click.IntRange(1, 2048),
    default=1,
    metavar="N",
    help="OpenAI only: rows in a call of embeddings.",
)
@click.option("--prices", metavar="FILE", help="OpenAI only: a table of prices, for the cost: JSON or TOML.")
@click.option(
    "--max-cost",
    type=POSITIVE,
    metavar="N",
    help="OpenAI only: stop before the calls of this start cost more.",
)
@click.option(
    "--max-tokens",
    type=POSITIVE,
    metavar="N",
    help="OpenAI only: stop before the calls of this start use more.",
)
@click.option(
    "--dry-run", is_flag=True, help="OpenAI only: print rows, tokens and cost as estimated, and send nothing."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="What sends: this process, or the machines of a Ray cluster.",
)
@click.option("--address", metavar="ADDRESS", help="The Ray cluster.  [default: this machine's, else a new one]")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Workers.  [default: one on each node]")
@click.option(
    "--stop-on",
    type=_parse_codes,
    default="auth,insufficient_quota",
    show_default=True,
    metavar="CODE,…|none",
    help="Error codes that end the run; of others the rows are written as failed.",
)
@click.option("--resume", is_flag=True, help="Resume the run in OUTPUT.  [the default]")
@click.option("--fresh", is_flag=True, help="Start over, and lose the rows in OUTPUT.")
@click.option("--retry-errors", is_flag=True, help="Send the rows that failed again.")
@click.option("--skip-bad", is_flag=True, help="Leave out lines that are not valid rows.")
@bulk_connection_options
def bulk(
    *,
    connection: Connection,
    source: str,
    resume: bool,
    model: str | None,
    prices: str | None,
    dry_run: bool,
    **options: Any,
) -> None:
    """Call METHOD (ask, run, search; chat, responses, embeddings) for every row of the file INPUT.

    The first three are iGPT's. The others are those of OpenAI and compatible servers: key and address come from
    OPENAI_API_KEY and OPENAI_BASE_URL, --user is not used, and a text fills the messages or the input. Options
    whose help begins with "OpenAI only" are for these; a table of prices is {"MODEL": {"input": PRICE, "output":
    PRICE}}, per million tokens. With --format openai-batch INPUT and OUTPUT are OpenAI batch files.

    --max-cost and --max-tokens are for one start, and count calls under way by what calls have used before. Where
    their output has no bound (--set max_completion_tokens=N; max_output_tokens of responses), an answer that is longer
    than all before may exceed them.

    INPUT is JSON lines (strings, or objects of parameters), CSV, TSV or Parquet (columns are parameters) or plain text
    (one question per line); - is standard input, and s3:// and gs:// are opened too. Each answer is appended to OUTPUT
    as it comes, as JSON lines; an OUTPUT.parquet is made of OUTPUT.parquet.rows when the run ends. After an
    interruption at any moment, the same command resumes the run.

    An OUTPUT that ends with /, or is an address (s3://BUCKET/FOLDER/, gs://…), is a folder of parts, in Parquet: INPUT,
    a file or a folder of files, is cut into shards, and a part appears when its shard is done. With --engine ray it is
    such a folder, which all machines of the cluster reach by the same path, or an address; --rate and the limits of
    tokens and money are those of all together, --concurrency that of each. The key goes to them.

    Ctrl-C and SIGTERM wait for the calls in flight, a second one stops at once.

    Exit codes: 0 all answered, 3 some failed, 1 stopped, 2 wrong usage, 130 interrupted, 143 terminated (SIGTERM).
    """
    if resume and options["fresh"]:
        raise click.UsageError("--resume and --fresh cannot be combined; leave one of them out.")
    options["mapping"] = dict(options["mapping"])
    options["common"] = {name: _parse_value(name, value) for name, value in options["common"]}
    _check_method(options, model, prices, dry_run=dry_run)
    method, target = options.pop("method"), options.pop("target")
    signals = StopSignals()

    async def use(client: AsyncIGPT | AsyncOpenAI) -> BulkResult | BulkEstimate:
        from aigpt.bulk.runs import make_run  # noqa: PLC0415 (as above)
        from aigpt.cli.bulk_progress import shown_progress  # noqa: PLC0415 (as above)

        run = make_run(client, method, source, target, **options)
        if dry_run:
            return await run.estimate()
        with signals.stopping(run), shown_progress(run):
            return await run

    from aigpt.bulk import BulkResult  # noqa: PLC0415 (as above)
    from aigpt.bulk.places import printable  # noqa: PLC0415 (as above)

    with signals.outside_the_run():
        kind = ("dry run" if dry_run else "openai") if method in _OPENAI_METHODS else "igpt"
        result = _run(connection, use, options["concurrency"], signals, kind)
        if not isinstance(result, BulkResult):
            _print_estimate(result, method)
            return
        _print_result(result, method, printable(target))
    if signals.exit_code:
        raise click.exceptions.Exit(signals.exit_code)
    if result.stopped:
        api = "OPENAI" if method in _OPENAI_METHODS else "IGPT"
        raise CallFailed(_why_stopped(result, api))
    if result.failed:
        raise click.exceptions.Exit(exit_codes.SOME_ROWS_FAILED)


def _why_stopped(result: BulkResult, api: str) -> str:
    from aigpt.bulk.option_names import for_command  # noqa: PLC0415 (as above)

    again = ", with the whole limit anew" if result.limit else ""
    why = with_remedy(for_command(result.stopped or ""), api=api)
    if result.refused_row is not None:
        why += (
            f"; the row {result.refused_row!r:.80} was refused, others were not: if only such rows are, "
            "--stop-on insufficient_quota writes them as failed"
        )
    return f"stopped: {why}; the same command resumes the run{again}"


def _run(
    connection: Connection,
    use: Callable[[AsyncIGPT | AsyncOpenAI], Awaitable[BulkResult | BulkEstimate]],
    concurrency: int | Adaptive,
    signals: StopSignals,
    kind: str,
) -> BulkResult | BulkEstimate:
    from aigpt._fanout.adaptive import most_at_once  # noqa: PLC0415 (as above)
    from aigpt.bulk import BulkError, InputError  # noqa: PLC0415 (as above)
    from aigpt.bulk.errors import InputChangedError, UnusableOutputError  # noqa: PLC0415 (as above)

    try:
        most = max(_DEFAULT_CONNECTIONS, most_at_once(concurrency))
        if kind != "igpt":
            return with_openai_client(connection, use, max_connections=most, needs_key=kind == "openai")
        return with_client(connection, use, max_connections=most, prompt=True)
    except InputChangedError as exc:
        raise CallFailed(exc.for_command) from exc
    except (InputError, UnusableOutputError) as exc:
        raise WrongUsage(exc.for_command) from exc
    except BulkError as exc:
        raise CallFailed(exc.for_command) from exc
    except asyncio.CancelledError:
        if not signals.exit_code:
            raise
        raise signals.stopped_at_once() from None


def _check_method(options: dict[str, Any], model: str | None, prices: str | None, *, dry_run: bool) -> None:
    """Note the *model* of a method of the OpenAI protocol. Raises UsageError for its options with other methods."""
    limits = [options[name] for name in ("tokens_per_minute", "max_cost", "max_tokens")]
    is_of_openai = options["method"] in _OPENAI_METHODS
    if options["batch_size"] > 1 and options["method"] != "embeddings":
        raise click.UsageError("--batch-size is for embeddings.")
    if options["form"] == "openai-batch" and (options["mapping"] or not is_of_openai):
        raise click.UsageError(f"--format openai-batch is for {', '.join(_OPENAI_METHODS)}, and takes no --map.")
    if is_of_openai and options["max_cost"] is not None and prices is None:
        raise click.UsageError("--max-cost needs --prices FILE: what a million tokens of each model cost.")
    if is_of_openai:
        if model is not None:
            options["common"] = {"model": model, **options["common"]}
        options["prices"] = None if prices is None else _read_prices(prices)
    elif dry_run or any(given is not None for given in (model, prices, *limits)):
        names = ", ".join(_OPENAI_METHODS)
        raise click.UsageError(
            f"--model, --tokens-per-minute, --prices, --max-cost, --max-tokens and --dry-run are for {names}."
        )


def _read_prices(path: str) -> Any:
    from aigpt.bulk import read_prices  # noqa: PLC0415 (slow to import; --help does not need it)
    from aigpt.errors import ConfigurationError  # noqa: PLC0415 (likewise)

    try:
        return read_prices(path)
    except ConfigurationError as exc:
        raise WrongUsage(str(exc)) from exc


def _parse_value(name: str, text: str) -> Any:
    from aigpt.bulk.input_formats import parse_cell  # noqa: PLC0415 (as above)

    return parse_output_format(text) if name == "output_format" and text[:1] == "@" else parse_cell(name, text)


def _print_estimate(found: BulkEstimate, method: str) -> None:
    """Print what a run is likely to need."""
    from aigpt.bulk.spending import plain_cost  # noqa: PLC0415 (as above)

    output = "no bound" if found.output_tokens is None else f"{found.output_tokens} at most"
    click.echo(f"rows: {found.rows}" + (f", {found.skipped} left out" if found.skipped else ""))
    click.echo(f"tokens: about {found.input_tokens} input, output {output}")
    if found.cost is not None:
        click.echo(f"cost by the price table: {plain_cost(found.cost)} at most")
    elif found.input_cost is not None:
        click.echo(f"cost by the price table: {plain_cost(found.input_cost)} for the input; the output's has no bound")
    if found.output_tokens is None:
        bound = "max_output_tokens" if method == "responses" else "max_completion_tokens"
        click.echo(f"--set {bound}=N bounds the output of rows that do not do so themselves")


def _print_result(result: BulkResult, method: str, target: str) -> None:
    """Print counts and summary to stderr, what was left out, and what to do next."""
    from aigpt._fanout.summary import describe  # noqa: PLC0415 (as above)
    from aigpt.bulk.job import WITHOUT_USAGE  # noqa: PLC0415 (as above)
    from aigpt.bulk.option_names import for_command  # noqa: PLC0415 (as above)
    from aigpt.bulk.spending import plain_cost  # noqa: PLC0415 (as above)

    lines = [f"{result.answered} of {result.total} rows answered, {result.failed} failed, {result.left} left: {target}"]
    if result.skipped:
        named = [f"line {line} ({for_command(why)})" for line, why in result.skipped_lines]
        if named and result.skipped > len(named):
            named.append("…")
        which = f": {', '.join(named)}" if named else ""  # those of shards that were done before are only counted
        lines.append(f"{result.skipped} line{'s' * (result.skipped > 1)} left out{which}")
    if result.summary.done:
        lines.append(describe(result.summary, has_usage=method not in WITHOUT_USAGE))
    if result.cost is not None:
        lines.append(f"cost by the price table: {plain_cost(result.cost)}")
    if result.estimated:
        whose = "1 answer" if result.estimated == 1 else f"{result.estimated} answers"
        lines.append(f"{whose} did not say what was used: cost and limits count an estimate")
    if result.failed and not result.stopped:
        lines.append("the same command with --retry-errors sends the failed rows again")
    for line in "\n".join(lines).splitlines():
        make_console(stderr=True).print(line)
    sys.stderr.flush()

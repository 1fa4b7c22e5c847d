"""Another API fits the transport without a change below: GET, plain text, other retry rules, exceptions."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import web
from multidict import CIMultiDict
from yarl import URL

from aigpt import CallEnded, Hooks, RetryScheduled, fan_out
from aigpt._http.attempt import OK, AttemptResult
from aigpt._http.failure import Failure, FailureKind
from aigpt._http.hooks import check_hooks
from aigpt._http.options import Limits, Options, make_headers
from aigpt._http.prepared import prepared_by
from aigpt._http.request import Call
from aigpt._http.retry import RetryPolicy
from aigpt._http.session import ClientNames, SessionOwner
from aigpt._http.transport import Transport
from aigpt._streaming.stream import AsyncStream
from aigpt._telemetry.spans import CallDescription, ResultDescription

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
TEAPOT = 418


class WeatherError(Exception):
    """What the calls of the weather API raise."""


@dataclass
class Forecast:
    """What they return."""

    text: str
    attempts: int


class WeatherAPI:
    """An invented API: plain text, ``sorry: …`` at any status for an error, and 418 is the one status to retry."""

    span_attributes: Any = None

    def __init__(self) -> None:
        self.span_attributes = self

    def describe_call(self, call: Any) -> CallDescription:
        return CallDescription("weather", call.method, call.options.url(call.route), False, {}, {}, dict)

    def describe_result(self, result: object) -> ResultDescription:
        return ResultDescription(type(result).__name__ if isinstance(result, Exception) else None, {}, {}, dict)

    def read(
        self,
        call: Any,  # noqa: ARG002
        status: int,
        headers: Mapping[str, str],
        body: bytes,
    ) -> tuple[Any, Failure | None]:
        text = body.decode()
        if status not in OK:
            return text, Failure(FailureKind.STATUS, f"status {status}: {text}", retry=status == TEAPOT)
        if text.startswith("sorry:"):
            return text, Failure(FailureKind.API, text, retry="again" in text, code=headers.get("X-Reason"))
        return text, None

    def result(self, call: Any, attempt: AttemptResult, elapsed: float) -> Any:
        assert elapsed >= 0
        if attempt.failure is not None:
            return WeatherError(attempt.failure.message)
        return Forecast(str(attempt.value), call.retries + 1)

    def exception(self, call: Any, attempt: AttemptResult, result: Any) -> Exception | None:  # noqa: ARG002
        assert isinstance(result, WeatherError)
        return result

    def error_code(self, failure: Failure) -> str:
        return failure.code or failure.kind.value

    def error_type(self, failure: Failure, status: int) -> type[Exception]:  # noqa: ARG002
        return WeatherError


class Reports:
    """The protocol of its streams: lines of data, ended by an empty list."""

    gaps = 0
    ends_at_done = False
    names_events = False
    may_be_cut = False

    def __init__(self) -> None:
        self.ended = False
        self.taken: list[Any] = []

    def names_error(self, value: object) -> bool:
        return value == "storm"

    def take(self, chunks: list[Any]) -> tuple[list[Any], Failure | None, Any]:
        for index, chunk in enumerate(chunks):
            if self.names_error(chunk):
                return chunks[:index], Failure(FailureKind.API, "a storm took the station"), chunk
            self.taken.append(chunk)
            if chunk == []:
                self.ended = True
                return chunks[: index + 1], None, None
        return chunks, None, None

    def at_eof(self, *, is_framed: bool = True) -> Failure | None:  # noqa: ARG002
        return None if self.ended else Failure(FailureKind.CONNECTION, "the station fell silent")

    @property
    def complete(self) -> bool | None:
        return self.ended

    def result(self) -> Any:
        return self.taken


@dataclass
class Sender:
    transport: Transport
    options: Options
    is_blocking: bool = False


class Weather:
    """A client of it, with one resource."""

    def __init__(self, url: str, hooks: Hooks | None = None, **policy: Any) -> None:
        options = Options(
            api_key="sun",
            base_url=URL(url),
            policy=RetryPolicy(base=0.001, **policy),
            limits=Limits(None, None, 600.0, 600.0, 1 << 20, 1 << 20),
            headers=make_headers("sun", None),
            hooks=check_hooks(hooks),
        )
        self._sender = Sender(Transport(SessionOwner({}, ClientNames("Weather", "Weather")), WeatherAPI()), options)

    def _prepare_forecast(self, *, input: str) -> Call[Forecast]:
        call: Call[Forecast] = Call(self._sender.options, f"forecast/{input}")
        call.method = "GET"
        return call

    @prepared_by(_prepare_forecast)
    def forecast(self, *, input: str) -> Awaitable[Forecast]:
        return self._sender.transport.call(self._prepare_forecast(input=input))

    def reports(self, city: str) -> AsyncStream[Any, Reports]:
        return AsyncStream(self._sender.transport, self._prepare_forecast(input=city), Reports)

    async def close(self) -> None:
        await self._sender.transport.close()


class Station:
    """Its server: answers with what it is told, in that order, and the last one sticks."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, str]] = []
        self.seen: list[tuple[str, str, CIMultiDict[str]]] = []

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.seen.append((request.method, request.path, CIMultiDict(request.headers)))
        status, text = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return web.Response(status=status, text=text, headers={"X-Reason": "clouds"})


@pytest.fixture
def station() -> Station:
    return Station()


@pytest.fixture
async def weather(station: Station, aiohttp_server: Any) -> Any:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", station.handle)
    server = await aiohttp_server(app)
    client = Weather(str(server.make_url("/v1")))
    yield client
    await client.close()


async def test_a_get_returns_what_the_api_makes_of_the_text(weather: Weather, station: Station) -> None:
    station.answers = [(200, "rain")]
    assert await weather.forecast(input="Oslo") == Forecast("rain", 1)
    method, path, headers = station.seen[0]
    assert (method, path, headers["Authorization"]) == ("GET", "/v1/forecast/Oslo", "Bearer sun")


async def test_its_own_status_is_retried_and_the_usual_one_is_not(weather: Weather, station: Station) -> None:
    station.answers = [(TEAPOT, "short and stout"), (TEAPOT, "short and stout"), (200, "sun")]
    assert await weather.forecast(input="Rome") == Forecast("sun", 3)
    station.answers = [(500, "oops")]
    with pytest.raises(WeatherError, match="status 500: oops"):
        await weather.forecast(input="Rome")
    assert len(station.seen) == 4


async def test_an_error_in_the_body_may_be_retried_too(weather: Weather, station: Station) -> None:
    station.answers = [(200, "sorry: ask again"), (200, "snow")]
    assert await weather.forecast(input="Bern") == Forecast("snow", 2)
    station.answers = [(200, "sorry: no such city")]
    with pytest.raises(WeatherError, match="no such city"):
        await weather.forecast(input="Nowhere")


async def test_a_dead_server_raises_its_exception_after_the_retries(station: Station, unused_tcp_port: int) -> None:
    client = Weather(f"http://127.0.0.1:{unused_tcp_port}", max_retries=1)
    with pytest.raises(WeatherError, match="the connection failed"):
        await client.forecast(input="Oslo")
    await client.close()
    with pytest.raises(WeatherError, match="the client was closed"):
        await client.forecast(input="Oslo")
    assert station.seen == []


async def test_the_log_has_its_codes(weather: Weather, station: Station, caplog: pytest.LogCaptureFixture) -> None:
    station.answers = [(200, "sorry: fog")]
    with caplog.at_level("INFO", "aigpt"), pytest.raises(WeatherError):
        await weather.forecast(input="London")
    assert [record.getMessage().partition(" in ")[0] for record in caplog.records] == ["forecast/London: 'clouds'"]


async def test_hooks_are_told_of_its_calls_by_its_codes(station: Station, aiohttp_server: Any) -> None:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", station.handle)
    server = await aiohttp_server(app)
    retries: list[RetryScheduled] = []
    ends: list[CallEnded] = []
    client = Weather(str(server.make_url("/v1")), Hooks(on_retry=retries.append, on_end=ends.append))
    station.answers = [(TEAPOT, "short"), (200, "sorry: fog")]
    with pytest.raises(WeatherError):
        await client.forecast(input="London")
    station.answers = [(200, 'data: "dry"\n\n')]
    with pytest.raises(WeatherError):
        _ = [chunk async for chunk in client.reports("Oslo")]
    await client.close()
    assert [(retry.route, retry.error, retry.status) for retry in retries] == [("forecast/London", "status", TEAPOT)]
    assert [(end.route, end.error, end.attempts) for end in ends] == [
        ("forecast/London", "clouds", 2),
        ("forecast/Oslo", "connection", 1),
    ]


async def test_a_fan_out_retries_by_its_rules_and_gives_its_exceptions(weather: Weather, station: Station) -> None:
    station.answers = [(TEAPOT, ""), (200, "sun"), (500, "oops"), (200, "rain")]
    async with fan_out(weather.forecast, ["a", "b", "c"], concurrency=1) as outcomes:
        found = [outcome async for outcome in outcomes]
    by_item = {outcome.request: outcome for outcome in found}
    assert sum(outcome.retries for outcome in found) == 1
    assert [type(outcome.exception) for outcome in found if not outcome.ok] == [WeatherError]
    assert sorted(outcome.reply.text for outcome in found if outcome.reply) == ["rain", "sun"]
    assert by_item.keys() == {"a", "b", "c"}


async def stream_of(weather: Weather, station: Station, text: str) -> tuple[list[Any], AsyncStream[Any, Reports]]:
    station.answers = [(200, text)]
    stream = weather.reports("Oslo")
    return [chunk async for chunk in stream], stream


async def test_its_streams_end_where_it_says(weather: Weather, station: Station) -> None:
    chunks, stream = await stream_of(weather, station, 'data: "dry"\n\ndata: []\n\ndata: "never"\n\n')
    assert (chunks, stream.error, stream.complete) == (["dry", []], None, True)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ('data: "dry"\n\ndata: "storm"\n\n', "a storm took the station", "api"),
        ('data: "dry"\n\n', "the station fell silent", "connection"),
        ('data: "dry"\n\ndata: {"half\n\n', "not JSON", "response"),
    ],
)
async def test_its_streams_raise_after_what_arrived(
    weather: Weather, station: Station, text: str, words: str, code: str
) -> None:
    station.answers = [(200, text)]
    stream = weather.reports("Oslo")
    assert await anext(stream) == "dry"
    with pytest.raises(WeatherError, match=words):
        await anext(stream)
    assert (stream.error, stream.complete) == (code, False)


async def test_the_deadline_and_the_abort_end_its_calls(aiohttp_server: Any) -> None:
    async def never(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(60)
        return web.Response()

    app = web.Application()
    app.router.add_get("/{path:.*}", never)
    server = await aiohttp_server(app)
    client = Weather(str(server.make_url("/")))
    call = client._prepare_forecast(input="Oslo")
    call.options = call.options.for_call(timeout=0.05)
    with pytest.raises(WeatherError, match="deadline"):
        await client._sender.transport.call(call)
    call = client._prepare_forecast(input="Oslo")
    call.abort = asyncio.Event()
    asyncio.get_running_loop().call_later(0.05, call.abort.set)
    with pytest.raises(WeatherError, match="aborted"):
        await client._sender.transport.call(call)
    await client.close()

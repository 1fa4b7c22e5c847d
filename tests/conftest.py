"""What all tests share: an environment without anybody's key, mocked HTTP, and waits that are noted, not waited for."""

import asyncio
import gc
import inspect
import json
import logging
import os
import resource
import signal
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock, patch

import aiohttp_retry.client
import pytest
import real_data
import trustme
from aiohttp import ClientResponse, ClientSession
from aioresponses import aioresponses
from forking import IS_KNOWN, forked
from hypothesis import HealthCheck, settings
from rewriting import rewrite_in_turn

CI = os.environ.get("CI", "").lower() in {"1", "true"}

# A busy machine is no fault of the code: no example has to be quick, or to be made quickly.
settings.register_profile("aigpt", deadline=None, derandomize=CI, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("aigpt")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Run more than two processes for each core: more than half of the time, tests wait for a timeout or a program."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 2 * available + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """Look for no garbage while ten thousand tests are made, nor ever again among what they are made of."""
    gc.disable()
    try:
        rewrite_in_turn(session.config)
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


_VARIABLES = ("IGPT_API_KEY", "IGPT_API_USER", "IGPT_BASE_URL", "IGPT_ALLOW_HTTP", "AIGPT_LOG")


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Return an authority that nobody else trusts."""
    return trustme.CA()


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the key, the user and the server of whoever runs the tests out of them."""
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_reaches_what_tests_start() -> Iterator[None]:
    """Let SIGINT end what the tests start, though a shell's background jobs ignore it, and children inherit that."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session", autouse=True)
def _open_files() -> None:
    """Allow a thousand connections at once, both ends of them here: users may often open no more than 1,024 files."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 8192 if hard == resource.RLIM_INFINITY else min(8192, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


@pytest.fixture(scope="session", name="real_data")
def _real_data() -> None:
    """Skip what reads the real input where there is none, and say where it is to be had; on CI it has to be there."""
    if not real_data.complete():
        (pytest.fail if CI else pytest.skip)(real_data.MISSING)


_SENDING = frozenset({
    "test_another_api",
    "test_call_faults",
    "test_calls",
    "test_cancellation",
    "test_client",
    "test_compressed_bodies",
    "test_hooks",
    "test_loops",
    "test_openai_calls",
    "test_openai_streams",
    "test_otel",
    "test_pool",
    "test_retry",
    "test_secrets",
    "test_stream_faults",
})  # fmt: skip
"""The files whose tests send requests on both ways: the short one, and aiohttp's own."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of what is sent on both ways; a test marked ``way`` on that one alone.

    What is mocked goes aiohttp's own way, whatever the way.
    """
    if "way" not in metafunc.fixturenames or "mocked" in metafunc.fixturenames:
        return
    marks = list(metafunc.definition.iter_markers("way"))
    if marks:
        metafunc.parametrize("way", marks[0].args, indirect=True)
    elif metafunc.module.__name__.rpartition(".")[2] in _SENDING:
        metafunc.parametrize("way", ["short", "long"], indirect=True)


@pytest.fixture(autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Say which way requests are sent: as usual, or, for ``long``, as aiohttp sends them by itself."""
    taken: str = getattr(request, "param", "short")
    if taken == "long":
        monkeypatch.setattr("aigpt._http.short_way.IS_KNOWN", False)
    return taken


class _Complaints(logging.Handler):
    """Keeps what asyncio finds amiss: an exception nobody retrieved, a task destroyed while pending."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


_complaints = _Complaints()
logging.getLogger("asyncio").addHandler(_complaints)


@pytest.fixture(autouse=True)
def _no_complaints() -> Iterator[None]:
    """Fail a test in which asyncio complained. What only a collection of garbage shows may show up a test later."""
    yield
    found, _complaints.messages = _complaints.messages, []
    assert not found


@pytest.fixture
async def _no_tasks_left() -> AsyncIterator[None]:
    """Fail an async test that leaves a task behind, after all its other fixtures are gone."""
    before = asyncio.all_tasks()
    yield
    left = [task for task in asyncio.all_tasks() - before if task is not asyncio.current_task()]
    assert not left


@pytest.fixture
def _forked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork the Python programs of a test marked ``forked`` from one that has imported what the mark names, and more."""
    if IS_KNOWN:
        modules = request.node.get_closest_marker("forked").args
        monkeypatch.setattr("subprocess.Popen._execute_child", forked(modules))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if (
            isinstance(item, pytest.Function)
            and item.get_closest_marker("forked")
            and not item.get_closest_marker("alone")
        ):
            item.fixturenames.append("_forked")
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.function):
            item.fixturenames.insert(0, "_no_tasks_left")


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the seconds that aiohttp-retry was told to wait between attempts; none are waited."""
    noted: list[float] = []

    async def sleep(seconds: float) -> None:
        noted.append(seconds)

    monkeypatch.setattr(aiohttp_retry.client, "asyncio", SimpleNamespace(sleep=sleep))
    return noted


@dataclass(frozen=True)
class Sent:
    """One request as aiohttp's session was asked for it."""

    method: str
    url: str
    headers: dict[str, str]
    data: bytes
    options: dict[str, Any]

    @property
    def json(self) -> Any:
        return json.loads(self.data)


class _Response(ClientResponse):
    """aioresponses 0.7.9 does not know the `stream_writer` that aiohttp asks for since 3.14."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, stream_writer=Mock(), **kwargs)


_REQUEST = inspect.signature(ClientSession._request)


class Mocked(aioresponses):
    """aioresponses, with the requests in the order in which they were made."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Sent] = []

        async def request(session: ClientSession, *args: Any, **kwargs: Any) -> Any:
            _REQUEST.bind(session, *args, **kwargs)  # as aioresponses' own mock checks them, which takes long to make
            return await self._request_mock(session, *args, **kwargs)

        self.patcher = patch.object(ClientSession, "_request", request)

    def add(self, url: str, method: str = "GET", **answer: Any) -> None:
        super().add(url, method, **{"response_class": _Response, **answer})

    async def _request_mock(self, orig_self: ClientSession, method: str, url: Any, *args: Any, **kwargs: Any) -> Any:
        rest = {name: value for name, value in kwargs.items() if name not in {"headers", "data"}}
        self.sent.append(Sent(method, str(url), dict(kwargs["headers"]), kwargs["data"].decode().encode(), rest))
        return await super()._request_mock(orig_self, method, url, *args, **kwargs)


@pytest.fixture
def mocked() -> Iterator[Mocked]:
    """Answer in aiohttp's place: ``mocked.post(url, payload=…)``; what was asked for is in ``mocked.sent``.

    Nothing of framing, pooling, timeouts or connections is true of it: those are tested on sockets.
    """
    with Mocked() as answers:
        yield answers

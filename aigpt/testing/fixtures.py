"""The pytest fixtures. The servers are imported when a test first uses one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from aigpt.testing.clients import ClientMaker
    from aigpt.testing.http_server import HTTPServer
    from aigpt.testing.sample_server import SampleServer
    from aigpt.testing.scripted_openai_server import OpenAIServer
    from aigpt.testing.scripted_server import ScriptedServer


@pytest.fixture
def igpt_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedServer]:
    """Run a scripted server: `reply` and `stream` script its responses, `client` makes a client for it.

    ``IGPT_BASE_URL``, ``IGPT_API_KEY`` and ``IGPT_API_USER`` are set, so that clients reach it without arguments.
    The test fails at its end if a call had no script.
    """
    from aigpt.testing.scripted_server import ScriptedServer  # noqa: PLC0415 imported only where the fixture is used

    running = _running(ScriptedServer(), "igpt_server")
    server = next(running)
    _lead_to(monkeypatch, server)
    yield server
    yield from running


@pytest.fixture
def openai_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAIServer]:
    """Run a scripted server of the OpenAI protocol: `chat`, `response`, `embeddings` and `error` script its answers.

    ``OPENAI_BASE_URL`` and ``OPENAI_API_KEY`` are set, so that clients reach it without arguments, those of
    openai-python too. The test fails at its end if a call had no script.
    """
    from aigpt.testing.scripted_openai_server import (  # noqa: PLC0415 imported only where the fixture is used
        KEY,
        OpenAIServer,
    )

    running = _running(OpenAIServer(), "openai_server")
    server = next(running)
    for name in ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.delenv(name, raising=False)
    excepted = "127.0.0.1"  # from the proxy that the machine may have
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, ",".join(filter(None, [os.environ.get(name), excepted])))
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    _forget_module_client()
    yield server
    _forget_module_client()
    yield from running


def _lead_to(monkeypatch: pytest.MonkeyPatch, server: ClientMaker) -> None:
    """Have clients of iGPT without arguments reach *server*, whatever the shell has in its variables."""
    from aigpt.testing.clients import KEY  # noqa: PLC0415 imported only where the fixture is used

    monkeypatch.setenv("IGPT_BASE_URL", server.url)
    monkeypatch.setenv("IGPT_API_KEY", KEY)
    monkeypatch.setenv("IGPT_API_USER", server.user)


def _forget_module_client() -> None:
    """Have the module `aigpt.openai`, where it is in use as a client, take its options from the environment again."""
    if "aigpt.openai._module_client" in sys.modules:
        from aigpt.openai._module_client import CLIENTS  # noqa: PLC0415 imported only where it is there already

        CLIENTS.reset()


ServerT = TypeVar("ServerT", bound="HTTPServer")


def _running(server: ServerT, name: str) -> Iterator[ServerT]:
    """Run *server*, and fail the test at its end if a call was not answered as it should."""
    server.start()
    try:
        yield server
    finally:
        server.close()
    try:
        server.check()
    except AssertionError as error:
        pytest.fail(f"{name}: {error}", pytrace=False)


@pytest.fixture
def igpt_local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SampleServer]:
    """Run the embedded server over the sample mailbox, indexed again for each test.

    ``IGPT_BASE_URL``, ``IGPT_API_KEY`` and ``IGPT_API_USER`` are set, so that clients reach it without arguments.
    Needs the extra `local`; without it the test fails and names it.
    """
    try:
        from aigpt.testing.sample_server import SampleServer  # noqa: PLC0415 imported only where the fixture is used
    except ModuleNotFoundError as error:
        from aigpt._install import install_command  # noqa: PLC0415 imported only for this failure

        pytest.fail(
            f"the fixture igpt_local needs {error.name}, which is part of an extra: {install_command('local')}",
            pytrace=False,
        )
    with SampleServer(tmp_path / "igpt.sqlite") as server:
        _lead_to(monkeypatch, server)
        yield server

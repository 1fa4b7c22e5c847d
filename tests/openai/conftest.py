"""What the tests of the OpenAI clients share: both clients, and servers on http and on TLS."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import pytest
import trustme
from openai_twins import KINDS, Kind

from aigpt.testing import ScriptedServer


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Say which of the two clients it is."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def server_tls(authority: trustme.CA) -> ssl.SSLContext:
    """Return how a server of 127.0.0.1 speaks TLS."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture(scope="session")
def trust(authority: trustme.CA) -> ssl.SSLContext:
    """Return how a client trusts those servers."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture(params=["http", "tls"])
def server(request: pytest.FixtureRequest, server_tls: ssl.SSLContext) -> Iterator[ScriptedServer]:
    with ScriptedServer(ssl=server_tls if request.param == "tls" else None) as one:
        yield one


@pytest.fixture
def plain_server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as one:
        yield one


@pytest.fixture
def tls_server(server_tls: ssl.SSLContext) -> Iterator[ScriptedServer]:
    with ScriptedServer(ssl=server_tls) as one:
        yield one

"""A server behind a proxy: which hosts and origins it accepts, and where its links lead."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from aigpt.local import LocalServer, LocalServerError

PUBLIC = "https://mail.example.com"


@pytest.fixture
async def proxied(data: list[Path]) -> AsyncIterator[LocalServer]:
    async with LocalServer(data, port=0, api_keys=["right"], public_url=f"{PUBLIC}/") as running:
        yield running


async def listed(session: aiohttp.ClientSession, server: LocalServer, **headers: str) -> int:
    sent = {"Authorization": "Bearer right", **headers}
    async with session.post(f"{server.url}/datasources/list", json={"user": "me"}, headers=sent) as response:
        return response.status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "mail.example.com"}, 200),
        ({"Host": "MAIL.example.com:443", "Origin": PUBLIC, "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": PUBLIC}, 200),
        ({"Host": "mail.example.com:8443"}, 421),
        ({"Host": "other.example.com"}, 421),
        ({"Host": "mail.example.com", "Origin": "https://evil.example"}, 403),
        ({"Host": "mail.example.com", "Origin": f"{PUBLIC}:8443"}, 403),
        ({"Host": "mail.example.com", "Origin": PUBLIC, "Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
async def test_requests_for_the_public_host_are_accepted(
    proxied: LocalServer, session: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    assert await listed(session, proxied, **headers) == status


async def test_without_a_public_url_its_host_is_refused(server: LocalServer, session: aiohttp.ClientSession) -> None:
    assert await listed(session, server, Host="mail.example.com") == 421


async def test_links_to_connect_lead_to_the_public_url(proxied: LocalServer, session: aiohttp.ClientSession) -> None:
    body = {"user": "me", "service": "spike", "scope": "messages"}
    headers = {"Authorization": "Bearer right"}
    async with session.post(f"{proxied.url}/connectors/authorize", json=body, headers=headers) as response:
        url = (await response.json())["url"]
    assert url.startswith(f"{PUBLIC}/connect/")
    here = proxied.url.removesuffix("/v1") + url.removeprefix(PUBLIC)
    async with session.get(here, headers={"Host": "mail.example.com"}) as page:
        assert page.status == 200


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("mail.example.com", "not the URL of a web server; give a scheme and a host"),
        ("ftp://mail.example.com", "not the URL of a web server"),
        ("https://", "not the URL of a web server"),
        ("https://[::1", "not a URL"),
        ("https://mail.example.com/igpt", "has a path; the server needs a host name of its own"),
        ("https://mail.example.com?a=b", "has a path"),
        ("https://ann:secret@mail.example.com", "holds a name or password"),
    ],
)
async def test_a_public_url_must_be_an_origin(url: str, why: str) -> None:
    with pytest.raises(LocalServerError) as raised:
        await LocalServer(port=0, api_keys=["right"], public_url=url).start()
    assert why in str(raised.value)
    assert "secret" not in str(raised.value)
    assert str(raised.value).isprintable()


async def test_a_public_server_needs_keys() -> None:
    with pytest.raises(LocalServerError, match="others reach the server there; give the API keys"):
        await LocalServer(port=0, public_url=PUBLIC).start()
    async with LocalServer(port=0, public_url="http://localhost:9000"):
        pass


@pytest.mark.parametrize("readers", [-1, 65])
async def test_the_number_of_readers_is_checked(readers: int) -> None:
    with pytest.raises(LocalServerError, match=rf"readers {readers}: .* give 0 to 64"):
        await LocalServer(port=0, readers=readers).start()

"""Of workers on a cluster what needs no Ray; the rest is in tests/scale."""

import socket

import pytest

from aigpt.bulk.ray_workers import _is_at


@pytest.mark.parametrize(
    ("address", "there", "is_there"),
    [
        ("auto", "10.0.0.1:6379", True),
        ("10.0.0.1:6379", "10.0.0.1:6379", True),
        ("10.0.0.2:6379", "10.0.0.1:6379", False),
        ("10.0.0.1:6380", "10.0.0.1:6379", False),
        ("127.0.0.1:6379", "10.0.0.7:6379", True),  # of this machine
        ("127.0.0.1:6379", "10.0.0.1:6379", False),
        ("head:6379", "10.0.0.1:6379", True),
        ("unknown:6379", "10.0.0.1:6379", False),
        ("unknown:6379", "unknown:6379", True),
        ("ray://10.0.0.2:10001", "10.0.0.1:6379", True),  # it does not say where the cluster is
    ],
)
def test_an_address_is_that_of_the_cluster_or_not(
    monkeypatch: pytest.MonkeyPatch, address: str, there: str, *, is_there: bool
) -> None:
    def number_of(host: str) -> str:
        if host == "unknown":
            raise socket.gaierror
        return {"head": "10.0.0.1"}.get(host, host)

    monkeypatch.setattr("aigpt.bulk.ray_workers.socket.gethostbyname", number_of)
    assert _is_at(address, there, "10.0.0.7") == is_there

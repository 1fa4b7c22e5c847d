"""Of workers on a cluster what needs no Ray; the rest is in tests/scale."""

import socket

import pytest

from aigpt.bulk.ray_keepers import _why
from aigpt.bulk.ray_workers import _is_at, _is_refusal


class AuthenticationError(Exception):
    """Called as Ray's."""


@pytest.mark.parametrize(
    ("exc", "is_refusal"),
    [
        (AuthenticationError("no"), True),
        (ConnectionError("Unauthenticated: Invalid or missing authentication token"), True),
        (RuntimeError("Token authentication is enabled but no authentication token was found."), True),
        (ConnectionError("ray client connection timeout"), False),
    ],
)
def test_a_cluster_that_refuses_is_not_one_that_is_not_there(exc: Exception, *, is_refusal: bool) -> None:
    assert _is_refusal(exc) == is_refusal


def test_why_an_actor_did_not_start_is_the_cause_and_the_remedy() -> None:
    told = "The actor died because of an error raised in its creation task.\n  File x\n"
    why = _why(RuntimeError(f"{told}ModuleNotFoundError: No module named 'aigpt'\n"))
    assert why.startswith("The actor died because of an error raised in its creation task. ModuleNotFoundError: No mod")
    assert "every machine needs aigpt" in why
    assert _why(RuntimeError()) == ""


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

"""The table of what is checked against other servers names every helper, and knows a server for each."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from check_aimock import HELPERS_CANNOT as AIMOCK_CANNOT
from check_litellm import HELPERS_CANNOT as LITELLM_CANNOT
from helper_checks import CHECKS

from aigpt.openai import OpenAI
from aigpt.openai._resource import SyncAPIResource

TYPES = Path(__file__).parents[2] / "typing/openai_every_helper.py"
_OLD_NAMES = ("beta.chat.", "beta.responses.")
_NAMES = {"parse", "stream", "upload", "connect"}


def _helpers(resource: object, path: str = "") -> Iterator[str]:
    """Yield the names of the methods beneath *resource* that do more than send one request."""
    for name in dir(type(resource)):
        if name.startswith(("_", "with_")):
            continue
        member = getattr(resource, name)
        if isinstance(member, SyncAPIResource):
            yield from _helpers(member, f"{path}{name}.")
        elif path and callable(member):
            parameters = inspect.signature(member).parameters
            if name in _NAMES or "event_handler" in parameters or "on_progress" in parameters:
                yield f"{path}{name}"


def all_helpers() -> set[str]:
    """Return the names of all helpers, without those of openai's older versions."""
    with OpenAI(api_key="none") as client:
        return {name.removeprefix("beta.") if name.startswith(_OLD_NAMES) else name for name in _helpers(client)}


def test_every_helper_is_checked() -> None:
    assert all_helpers() <= CHECKS.keys()


def test_every_helper_works_at_one_server_at_least() -> None:
    nobody = AIMOCK_CANNOT.keys() & LITELLM_CANNOT.keys()
    assert nobody == {"realtime.translations.connect"}
    assert AIMOCK_CANNOT.keys() | LITELLM_CANNOT.keys() <= CHECKS.keys()


@pytest.mark.parametrize("client", ["asynchronous", "blocking"])
def test_the_types_of_every_helper_are_checked(client: str) -> None:
    """`make types` reads them."""
    tree = ast.parse(TYPES.read_text(encoding="utf-8"))
    (function,) = (node for node in tree.body if getattr(node, "name", "") == client)
    names = {"client": ""}
    called: set[str] = set()
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                pairs = zip(targets, values, strict=True)
                names |= {target.id: _path(value, names) for target, value in pairs if isinstance(target, ast.Name)}
            case ast.Call(func=ast.Attribute() as method):
                called.add(_path(method, names).removeprefix("."))
    assert all_helpers() <= called


def _path(node: ast.expr, names: dict[str, str]) -> str:
    """Return the way from the client to what *node* stands for."""
    if isinstance(node, ast.Attribute):
        return f"{_path(node.value, names)}.{node.attr}"
    return names.get(node.id, node.id) if isinstance(node, ast.Name) else ""

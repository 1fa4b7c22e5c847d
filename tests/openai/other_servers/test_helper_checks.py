"""The table of what is checked against other servers names every helper, and knows a server for each."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from check_aimock import HELPERS_CANNOT as AIMOCK_CANNOT
from check_litellm import HELPERS_CANNOT as LITELLM_CANNOT
from helper_checks import CHECKS

from aigpt.openai import OpenAI
from aigpt.openai._resource import SyncAPIResource

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


def test_every_helper_is_checked() -> None:
    with OpenAI(api_key="none") as client:
        found = {name.removeprefix("beta.") if name.startswith(_OLD_NAMES) else name for name in _helpers(client)}
    assert found <= CHECKS.keys()


def test_every_helper_works_at_one_server_at_least() -> None:
    nobody = AIMOCK_CANNOT.keys() & LITELLM_CANNOT.keys()
    assert nobody == {"realtime.translations.connect"}
    assert AIMOCK_CANNOT.keys() | LITELLM_CANNOT.keys() <= CHECKS.keys()

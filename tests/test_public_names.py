"""The public names of each package, and the public attributes of each public class, are the promised ones.

A name that is added or lost changes what users write against: change PUBLIC below and CHANGELOG.md with it.
"""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module

import pytest

FUNCTION_OR_VALUE = None

PUBLIC: dict[str, dict[str, str | None]] = {
    # package: {name: the public attributes of a class, or FUNCTION_OR_VALUE}
    "aigpt.bots": {
        "LiveMessage": "follow handles",
        "MessageGone": "",
        "SeenEvents": "first",
        "defang": FUNCTION_OR_VALUE,
        "split_message": FUNCTION_OR_VALUE,
    },
    "aigpt.bulk": {
        "BulkError": "",
        "BulkResult": "answered failed left skipped skipped_lines stopped summary total",
        "BulkRun": "before in_flight paused stop summary total",
        "InputError": "",
        "OutputError": "",
        "Report": "answered failed method name summary tokens total",
        "read_report": FUNCTION_OR_VALUE,
        "run_file": FUNCTION_OR_VALUE,
        "write_page": FUNCTION_OR_VALUE,
    },
    "aigpt.local": {
        "ChatModel": "context idle_timeout key name timeout url",
        "DEFAULT_PORT": FUNCTION_OR_VALUE,
        "DEFAULT_USER": FUNCTION_OR_VALUE,
        "Failure": "name position reason",
        "Indexed": "datasource failures finished messages notes path skipped title",
        "LocalServer": "close indexed start url",
        "LocalServerError": "",
        "Progress": "datasource done failed finished messages notes of percent title total",
        "Skipped": "failed folder moved name reason",
        "read_keys": FUNCTION_OR_VALUE,
    },
    "aigpt.testing": {
        "Call": "body connection headers json method path route time",
        "Connections": "accepted numbers open",
        "Gate": "arrived open pass_through reached wait_reached",
        "Headers": "getall",
        "Pause": "seconds",
        "SampleServer": "blocking_client client url user",
        "ScriptedServer": "blocking_client called calls check choose client close closed connections disconnect gate "
        "raw reply start stop stream url user wait_calls wait_closed",
        "igpt_local": FUNCTION_OR_VALUE,
        "igpt_server": FUNCTION_OR_VALUE,
        "run_events": FUNCTION_OR_VALUE,
    },
}
NAMES = [(package, name) for package, names in PUBLIC.items() for name in names]


def attributes_of(kind: type) -> set[str]:
    """Return the public attributes that classes of aigpt give to *kind*, annotated ones without a value included.

    What a builtin or an abstract base class has too is left out, as is what only instances have.
    """
    ours = [base for base in kind.__mro__ if base.__module__.partition(".")[0] == "aigpt"]
    inherited = {name for base in kind.__mro__ if base not in ours for name in dir(base)}
    annotated = {name for base in ours for name in inspect.get_annotations(base)}
    return {name for name in annotated | (set(dir(kind)) - inherited) if not name.startswith("_")}


def assert_same(what: str, found: set[str], promised: set[str]) -> None:
    added, lost = sorted(found - promised), sorted(promised - found)
    assert not added + lost, (
        f"{what}: added {added or 'nothing'}, lost {lost or 'nothing'}; where that is meant, "
        f"change PUBLIC in {__name__}.py, and CHANGELOG.md"
    )


@pytest.mark.parametrize("package", PUBLIC)
def test_a_package_has_the_promised_names(package: str) -> None:
    module = import_module(package)
    assert_same(package, set(module.__all__), set(PUBLIC[package]))
    assert len(module.__all__) == len(set(module.__all__))


@pytest.mark.parametrize("package", PUBLIC)
def test_a_package_shows_no_other_names_but_its_modules(package: str) -> None:
    """In a fresh interpreter, after every promised name has been used."""
    code = f"""if True:
        from types import ModuleType
        import {package} as package
        from {package} import *
        shown = {{name for name in dir(package) if not name.startswith("_")}}
        print(*(n for n in shown if not isinstance(getattr(package, n), ModuleType)))
        """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8", timeout=50)
    helpers = {"TYPE_CHECKING", "annotations", "lazy_names", "suppress"}
    assert_same(f"dir({package})", set(done.stdout.split()) - helpers, set(PUBLIC[package]))


@pytest.mark.parametrize(("package", "name"), [(p, name) for p, name in NAMES if PUBLIC[p][name] is not None])
def test_a_class_has_the_promised_attributes(package: str, name: str) -> None:
    kind = getattr(import_module(package), name)
    assert_same(f"{package}.{name}", attributes_of(kind), set((PUBLIC[package][name] or "").split()))


@pytest.mark.parametrize(("package", "name"), NAMES)
def test_a_name_is_of_the_promised_kind_and_documented(package: str, name: str) -> None:
    value = getattr(import_module(package), name)
    assert inspect.isclass(value) == (PUBLIC[package][name] is not FUNCTION_OR_VALUE)
    assert inspect.getdoc(value)


@pytest.mark.parametrize("package", PUBLIC)
def test_an_unknown_name_is_an_attribute_error(package: str) -> None:
    with pytest.raises(AttributeError, match=f"'{package}' has no attribute 'nothing'"):
        _ = import_module(package).nothing


def test_the_message_says_what_was_added_and_lost() -> None:
    with pytest.raises(AssertionError, match=r"aigpt.x: added \['new'\], lost \['old'\]"):
        assert_same("aigpt.x", {"same", "new"}, {"same", "old"})

"""The public names are the promised ones, all of them are there, and each says what it is."""

import inspect
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, is_typeddict

import pytest

import aigpt
from aigpt import Reply, errors, types
from aigpt._igpt import replies
from aigpt._igpt.options import ClientOptions


@pytest.mark.parametrize("name", [name for name in aigpt.__all__ if name not in {"Outcome", "__version__"}])
def test_each_name_is_there_and_is_what_its_home_calls_so(name: str) -> None:
    value = getattr(aigpt, name)
    assert getattr(sys.modules[value.__module__], value.__name__) is value


def test_every_exception_and_reply_of_the_package_is_exported() -> None:
    found = {name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, Exception)}
    found |= {name for name, value in vars(replies).items() if inspect.isclass(value) and issubclass(value, Reply)}
    assert {name for name in found if not name.startswith("_")} <= set(aigpt.__all__)


def test_the_name_of_the_official_package_is_an_alias() -> None:
    assert aigpt.IGPTAsync is aigpt.AsyncIGPT


def test_dir_lists_the_public_names_before_they_are_used() -> None:
    code = "import aigpt; assert set(aigpt.__all__) <= set(dir(aigpt)); assert 'AsyncIGPT' not in vars(aigpt)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=280)


@pytest.mark.parametrize("name", ["AsyncIgpt", "nothing", "_nothing", "fan_out_of_luck", "errors_"])
def test_an_unknown_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=f"'aigpt' has no attribute '{name}'"):
        getattr(aigpt, name)
    assert not hasattr(aigpt, name)


# ── documentation ───────────────────────────────────────────────────────────────────────────────────────────────


def public_things() -> Iterator[tuple[str, Any]]:
    """Give every public class and function of the package's public modules, with the members they define."""
    for module in (aigpt, types, errors):
        for name in module.__all__:
            yield from members(name, getattr(module, name))


def members(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if not (inspect.isclass(value) or inspect.isfunction(value)):
        return
    yield name, value
    if inspect.isclass(value) and not is_typeddict(value):
        for kind in value.__mro__:
            if kind.__module__.startswith("aigpt."):
                yield from (
                    (f"{name}.{key}", thing) for key, thing in vars(kind).items() if is_documented_kind(key, thing)
                )


def is_documented_kind(name: str, value: Any) -> bool:
    return not name.startswith("_") and (inspect.isroutine(value) or isinstance(value, property))


THINGS = dict(public_things())


def test_the_things_looked_at_are_the_public_ones() -> None:
    assert {
        "Reply",
        "Reply.request_id",
        "RunReply.output",
        "Stream.text",
        "AsyncIGPT.post",
        "Recall.run",
        "Usage",
    } <= set(THINGS)


@pytest.mark.parametrize("name", sorted(THINGS))
def test_every_public_thing_says_what_it_is(name: str) -> None:
    text = inspect.getdoc(THINGS[name]) or ""
    assert text.strip().endswith((".", ":", '"', ")")) or "::" in text or "├" in text, text
    inherited = [inspect.getdoc(builtin) for builtin in (dict, Exception, object)]
    assert text not in inherited


def test_the_package_says_what_it_is() -> None:
    assert all(inspect.getdoc(module) for module in (aigpt, types, errors))


OPTIONS = {
    *("user", "base_url", "allow_http", "max_retries", "backoff_base", "backoff_factor", "jitter", "timeout"),
    *("idle_timeout", "max_connections", "max_response_bytes", "max_event_bytes", "session", "proxy", "ssl"),
    *("trust_env", "trace_configs", "default_headers", "raise_errors", "hooks"),
}


@pytest.mark.parametrize("client", [aigpt.AsyncIGPT, aigpt.IGPT])
def test_the_options_are_the_promised_ones_and_each_is_documented(client: type) -> None:
    """They are explicit parameters, for editors and the reference, and `ClientOptions` is the same set."""
    parameters = inspect.signature(client).parameters
    assert parameters.keys() == OPTIONS | {"api_key"}
    assert {parameters[name].kind for name in OPTIONS} == {inspect.Parameter.KEYWORD_ONLY}
    assert ClientOptions.__annotations__.keys() == OPTIONS
    documented = inspect.getdoc(aigpt.AsyncIGPT) or ""
    assert [name for name in sorted(OPTIONS | {"api_key"}) if f"*{name}*" not in documented] == []


def test_a_view_takes_all_options_but_those_of_the_session() -> None:
    session = {"session", "max_connections", "proxy", "ssl", "trust_env", "trace_configs"}
    parameters = inspect.signature(aigpt.AsyncIGPT.with_options).parameters
    assert parameters.keys() - {"self", "unknown"} == OPTIONS - session | {"api_key"}


def test_the_blocking_twin_has_the_same_names() -> None:
    def public(kind: type) -> set[str]:
        return {name for name in dir(kind) if not name.startswith("_")}

    assert public(aigpt.AsyncIGPT) - {"aclose"} == public(aigpt.IGPT)
    assert public(aigpt.Stream) - {"aclose"} == public(aigpt.BlockingStream)
    assert public(aigpt.SearchIterator) - {"aclose"} == public(aigpt.BlockingSearchIterator)

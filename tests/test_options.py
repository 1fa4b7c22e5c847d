"""The options of a client: every mistake is named at construction, with its remedy, and never with the key."""

import asyncio
import ssl
import warnings
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest
from yarl import URL

import aigpt
from aigpt import IGPT, AsyncIGPT, ConfigurationError, IGPTError
from aigpt._http.checks import header_problem
from aigpt._http.options import Options
from aigpt._igpt.options import make_options

KEY = "sk-0123456789abcdef"
MIB = 1 << 20


def options(**settings: Any) -> Options:
    return make_options({"api_key": KEY, **settings})  # type: ignore[typeddict-item]  (wrong ones too)


def fields(checked: Options) -> dict[str, Any]:
    """Return what *checked* says, without the heads of requests, which it gathers."""
    return {**vars(checked), "heads": {}}


def refusal(make: Callable[..., object], *args: Any, **settings: Any) -> str:
    """Return the words with which a client, a view or a call refuses its options."""
    with pytest.raises(ConfigurationError) as caught:
        make(*args, **settings)
    assert isinstance(caught.value, IGPTError)
    assert isinstance(caught.value, ValueError)
    assert caught.value.__cause__ is None
    message = str(caught.value)
    assert "\n" not in message
    return message


# ── defaults and the environment ────────────────────────────────────────────────────────────────────────────────


def test_the_defaults_are_the_promised_ones() -> None:
    found = options()
    assert (found.user, str(found.base_url), found.raise_errors) == (None, "https://api.igpt.ai/v1", False)
    policy = found.policy
    assert (policy.max_retries, policy.base, policy.factor, policy.jitter) == (3, 0.1, 2.0, 0.25)
    limits = found.limits
    assert (limits.deadline, limits.idle) == (None, 600.0)
    assert (limits.response_bytes, limits.event_bytes) == (64 * MIB, 16 * MIB)


def test_the_environment_fills_the_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGPT_API_KEY", f" {KEY}\n")
    monkeypatch.setenv("IGPT_API_USER", "someone")
    monkeypatch.setenv("IGPT_BASE_URL", "https://elsewhere.example/v2/\n")
    found = AsyncIGPT()._sender.options
    assert (found.api_key, found.user, str(found.base_url)) == (KEY, "someone", "https://elsewhere.example/v2")


def test_what_is_given_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("IGPT_API_KEY", "IGPT_API_USER", "IGPT_BASE_URL"):
        monkeypatch.setenv(name, "never\nread")
    found = AsyncIGPT(KEY, user="me", base_url="https://here.example")._sender.options
    assert (found.api_key, found.user, found.base_url) == (KEY, "me", URL("https://here.example"))


def test_a_blank_base_url_in_the_environment_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGPT_BASE_URL", " ")
    assert str(options().base_url) == "https://api.igpt.ai/v1"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("IGPT_API_KEY", "a\nb"),
        ("IGPT_API_USER", " "),
        ("IGPT_API_USER", ""),
        ("IGPT_BASE_URL", "ftp://x"),
        ("IGPT_ALLOW_HTTP", "yes"),
    ],
)
def test_a_wrong_variable_is_named_as_such(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGPT_API_KEY", KEY)
    monkeypatch.setenv(name, value)
    assert refusal(AsyncIGPT).startswith(name)


# ── the key ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("variable", [None, "", "  \n"])
@pytest.mark.parametrize("client", [AsyncIGPT, IGPT])
def test_no_key_is_said_with_both_remedies(
    client: Callable[..., object], variable: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable is not None:
        monkeypatch.setenv("IGPT_API_KEY", variable)
    message = refusal(client)
    assert "IGPT_API_KEY" in message
    assert "api_key" in message


SECRET = "topsecret"


@pytest.mark.parametrize(
    "key",
    [
        *("", " \n", f"{SECRET}\nX-Evil: 1", f"{SECRET}\r\n\r\nGET /", f"{SECRET}\0", f"{SECRET}\tx", f"{SECRET}\x7f"),
        *(f"{SECRET}ż", f"{SECRET}\u2028x", f"{SECRET}\ud800", SECRET.encode(), 5, [SECRET], {"key": SECRET}),
    ],
)
def test_what_cannot_be_a_key_is_refused_and_not_shown(key: Any) -> None:
    message = refusal(AsyncIGPT, key)
    assert message.startswith("api_key")
    assert SECRET not in message


def test_white_space_around_the_key_goes() -> None:
    found = options(api_key=f"\t{KEY}\r\n")
    assert (found.api_key, found.headers["Authorization"]) == (KEY, f"Bearer {KEY}")


def test_a_callable_is_not_asked_before_a_call() -> None:
    def ask() -> str:
        raise AssertionError

    assert "Authorization" not in AsyncIGPT(ask)._sender.options.headers


# ── the URL ─────────────────────────────────────────────────────────────────────────────────────────────────────

URLS: dict[str, tuple[str, str]] = {
    "a path": ("https://h.example/v1", "https://h.example/v1/recall/ask"),
    "a slash at the end": ("https://h.example/v1/", "https://h.example/v1/recall/ask"),
    "no path": ("https://h.example", "https://h.example/recall/ask"),
    "only a slash": ("https://h.example/", "https://h.example/recall/ask"),
    "white space around": (" https://h.example/v1\n", "https://h.example/v1/recall/ask"),
    "a port": ("https://h.example:8443/v1", "https://h.example:8443/v1/recall/ask"),
    "capitals": ("HTTPS://H.example/V1", "https://h.example/V1/recall/ask"),
    "a name that is not ASCII": ("https://żółw.example/v1", "https://xn--w-uga1v8h.example/v1/recall/ask"),
    "quoted characters": ("https://h.example/a%2Fb%2525/v1", "https://h.example/a%2Fb%2525/v1/recall/ask"),
    "an empty query": ("https://h.example/v1?", "https://h.example/v1/recall/ask"),
    "this machine by name": ("http://localhost:8787/v1", "http://localhost:8787/v1/recall/ask"),
    "this machine by number": ("http://127.0.0.1:8787", "http://127.0.0.1:8787/recall/ask"),
    "any of its numbers": ("http://127.9.9.9/", "http://127.9.9.9/recall/ask"),
    "this machine by IPv6": ("http://[::1]:8787/v1", "http://[::1]:8787/v1/recall/ask"),
}


@pytest.mark.parametrize("case", URLS)
def test_routes_are_joined_without_a_trailing_slash(case: str) -> None:
    base, route = URLS[case]
    for given in (base, URL(base.strip())):
        found = options(base_url=given)
        assert str(found.url("recall/ask")) == route
        assert str(found.url("/recall/ask/")) == route


@pytest.mark.parametrize(
    "url",
    [
        *("", " ", "h.example/v1", "//h.example", "ftp://h.example", "file:///etc/passwd", "https://", "https:///v1"),
        *("https://:443/", "https://h.example:port", "https://h.example:99999", "https://[::1", "https://[x]/"),
        *("https://h.example\n.evil.example/v1", "https://h.example/v1\r\nX-Evil: 1", "https://h.example/\tv1"),
        *("https://h.example/v 1", "https://h.example/\0", "https://h.example/\u2028v1", "https://h\\@evil.example/"),
        *(5, b"https://h.example", ["https://h.example"], object()),
    ],
)
def test_what_is_no_url_is_refused(url: Any) -> None:
    assert refusal(options, base_url=url).startswith("base_url ")


def test_a_url_without_a_scheme_is_told_which_there_are() -> None:
    assert "https:// (or http://, to this machine) and a host" in refusal(options, base_url="127.0.0.1:8787/v1")


@pytest.mark.parametrize(
    "url",
    [
        *("https://someone@h.example/", "https://:secret@h.example/", "https://api.example@evil.example/v1"),
        *("https://h.example/v1?key=secret", "https://h.example/v1#secret"),
    ],
)
def test_a_url_with_user_password_query_or_fragment_is_refused(url: str) -> None:
    message = refusal(options, base_url=url)
    assert "api_key" in message
    assert "secret" not in message


NOT_LOOPBACK = (
    *("http://api.igpt.ai/v1", "http://10.0.0.1", "http://0.0.0.0", "http://[::]", "http://localhost.evil.example"),
    *(
        "http://127.0.0.1.evil.example",
        "http://127.1",
        "http://2130706433",
        "http://[fe80::1]",
        "http://evil-localhost",
    ),
)


@pytest.mark.parametrize("url", NOT_LOOPBACK)
def test_plain_http_leaves_this_machine_only_if_allowed(url: str) -> None:
    message = refusal(options, base_url=url)
    assert "allow_http=True" in message
    assert "https" in message
    assert options(base_url=url, allow_http=True).base_url.host == URL(url).host


@pytest.mark.parametrize(
    ("variable", "allowed"), [("1", True), (" 1\n", True), ("0", False), ("", False), (None, False)]
)
def test_the_environment_may_allow_http(
    variable: str | None, *, allowed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable is not None:
        monkeypatch.setenv("IGPT_ALLOW_HTTP", variable)
    url = "http://10.0.0.1/v1"
    if allowed:
        assert str(options(base_url=url).base_url) == url
    else:
        assert "IGPT_ALLOW_HTTP=1" in refusal(options, base_url=url)
    assert "allow_http" in refusal(options, base_url=url, allow_http=False)


def test_a_view_keeps_what_its_client_was_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGPT_ALLOW_HTTP", "1")
    allowed = AsyncIGPT(KEY)
    monkeypatch.delenv("IGPT_ALLOW_HTTP")
    assert allowed.with_options(base_url="http://10.0.0.1", allow_http=None)._sender.options.base_url.scheme == "http"
    refusal(allowed.with_options, base_url="http://10.0.0.1", allow_http=False)
    refusal(AsyncIGPT(KEY).with_options, base_url="http://10.0.0.1")


def test_allowing_http_allows_nothing_else() -> None:
    for url in ("ftp://h.example", "http://user@h.example", "http://h.example?x=1"):
        refusal(options, base_url=url, allow_http=True)


# ── numbers and flags ───────────────────────────────────────────────────────────────────────────────────────────

INFINITE, NAN = float("inf"), float("nan")
NO_NUMBERS = ("3", None, [], True, NAN, INFINITE, -INFINITE, 10**400)
SECONDS = (0, -1, 0.0, *NO_NUMBERS)
NO_WHOLE = (1.0, 1.5, "1", None, True, NAN)
WRONG: dict[str, tuple[Any, ...]] = {
    "user": ("", "  ", "\n", 5, b"me", []),
    "max_retries": (-1, *NO_WHOLE),
    "backoff_base": (-1, 3_600_001, *NO_NUMBERS),
    "backoff_factor": (0.5, 1001, *NO_NUMBERS),
    "jitter": (-0.1, 1.1, *NO_NUMBERS),
    "timeout": tuple(value for value in SECONDS if value is not None),
    "idle_timeout": SECONDS,
    "max_response_bytes": (0, -1, *NO_WHOLE),
    "max_event_bytes": (0, -1, *NO_WHOLE),
    "max_connections": (-1, *(value for value in NO_WHOLE if value is not None)),
    "allow_http": ("yes", "false", 1, 0),
    "raise_errors": ("yes", 1, None),
    "ssl": (False, True, "cert.pem", 0),
    "session": (5, "session", True, aiohttp.ClientTimeout()),
    "proxy": (5, "nonsense", "ftp://h.example", "http://", URL("socks5://h.example:1")),
    "default_headers": ("X: 1", [("X", "1")], 5, {1: "x"}, {"X": 1}, {"X": None}),
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_value_is_refused_by_the_options_name(name: str, value: Any) -> None:
    message = refusal(AsyncIGPT, KEY, **{name: value})
    assert name in message
    assert KEY not in message


RIGHT: dict[str, tuple[Any, Callable[[Options], Any], Any]] = {
    "user": (" me ", lambda o: o.user, " me "),
    "max_retries": (0, lambda o: o.policy.max_retries, 0),
    "backoff_base": (0, lambda o: o.policy.base, 0.0),
    "backoff_base in ms": (1500, lambda o: o.policy.base, 1.5),
    "backoff_factor": (1, lambda o: o.policy.factor, 1.0),
    "jitter": (1, lambda o: o.policy.jitter, 1.0),
    "timeout": (5, lambda o: o.limits.deadline, 5.0),
    "timeout without end": (None, lambda o: o.limits.deadline, None),
    "idle_timeout": (0.5, lambda o: o.limits.idle, 0.5),
    "max_response_bytes": (1, lambda o: o.limits.response_bytes, 1),
    "max_event_bytes": (1, lambda o: o.limits.event_bytes, 1),
    "raise_errors": (True, lambda o: o.raise_errors, True),
}


@pytest.mark.parametrize("case", RIGHT)
def test_the_bounds_themselves_are_right(case: str) -> None:
    value, read, expected = RIGHT[case]
    assert read(options(**{case.split(maxsplit=1)[0]: value})) == expected


def test_a_client_timeout_is_for_each_attempt() -> None:
    mine = aiohttp.ClientTimeout(total=9)
    limits = options(timeout=mine).limits
    assert (limits.deadline, limits.attempt) == (None, mine)


@pytest.mark.parametrize("make", [AsyncIGPT, IGPT, AsyncIGPT(KEY).with_options])
@pytest.mark.parametrize(
    ("option", "hint"),
    [("retries", "; did you mean 'max_retries'?"), ("timeuot", "; did you mean 'timeout'?"), ("z", "")],
)
def test_an_unknown_option_is_an_unexpected_keyword_argument(make: Any, option: str, hint: str) -> None:
    with pytest.raises(TypeError) as caught:
        make(**{option: 3})
    assert str(caught.value) == f"{make.__name__}() got an unexpected keyword argument '{option}'{hint}"


@pytest.mark.parametrize("make", [AsyncIGPT, IGPT])
def test_only_the_key_is_positional(make: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{make.__name__}\(\) takes only the API key by position"):
        make(KEY, "user")


# ── headers ─────────────────────────────────────────────────────────────────────────────────────────────────────

BAD_HEADERS: tuple[Any, ...] = (
    *({"X": "a\r\nX-Evil: 1"}, {"X": "a\nb"}, {"X": "a\rb"}, {"X": "a\0b"}, {"X": "\x7f"}, {"X": "\x1b[0m"}),
    *({"X": "\ud800"}, {"X": b"bytes"}, {"X": 5}, {"X": None}, {"X": ["a"]}),
    *({"X: 1\r\nY": "a"}, {"X Y": "a"}, {"": "a"}, {"X:": "a"}, {"ż": "a"}, {"X\0": "a"}, {5: "a"}, {b"X": "a"}),
    *({"Content-Length": "5"}, {"transfer-encoding": "chunked"}, {"Connection": "close"}, {"UPGRADE": "h2c"}),
    *("X: 1", ["X"], [("X", "1")], 5),
)


@pytest.mark.parametrize("headers", BAD_HEADERS, ids=repr)
def test_headers_that_cannot_be_sent_are_refused_without_their_values(headers: Any) -> None:
    assert refusal(AsyncIGPT, KEY, default_headers=headers).startswith("default_headers ")
    problem = header_problem(headers)
    assert problem is not None
    assert "Evil" not in problem


@pytest.mark.parametrize("headers", [{}, {"X-A_b.1~": "a\tb"}, {"X": ""}, {"X": "żółw"}, {"X": 'a; b="c"'}])
def test_headers_that_can_be_sent_are(headers: dict[str, str]) -> None:
    assert header_problem(headers) is None
    assert headers.items() <= options(default_headers=headers).headers.items()


def test_a_header_given_replaces_ours_in_any_case() -> None:
    found = options(default_headers={"x-client": "mine/1", "CONTENT-TYPE": "application/json; charset=utf-8"})
    assert dict(found.headers) == {
        "Authorization": f"Bearer {KEY}",
        "x-client": "mine/1",
        "CONTENT-TYPE": "application/json; charset=utf-8",
    }


# ── the session ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_constructing_needs_no_loop_and_leaves_nothing_behind() -> None:
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        client = AsyncIGPT(KEY, ssl=ssl.create_default_context(), max_connections=0, proxy="http://127.0.0.1:1")
        blocking = IGPT(KEY)
        del client, blocking


async def test_the_options_of_a_session_do_not_go_with_a_session_of_ones_own() -> None:
    async with aiohttp.ClientSession() as session:
        assert AsyncIGPT(KEY, session=session, ssl=None, proxy=None)
        for name, value in {"max_connections": 5, "proxy": "http://h", "trust_env": True, "trace_configs": []}.items():
            assert name in refusal(AsyncIGPT, KEY, session=session, **{name: value})
        assert "AsyncIGPT" in refusal(IGPT, KEY, session=session)


def test_no_certificate_check_is_switched_off() -> None:
    message = refusal(AsyncIGPT, KEY, ssl=False)
    assert "cafile" in message
    assert AsyncIGPT(KEY, ssl=None)
    assert AsyncIGPT(KEY, ssl=ssl.create_default_context())


@pytest.mark.parametrize("name", ["session", "max_connections", "proxy", "ssl", "trust_env", "trace_configs"])
def test_a_view_cannot_change_its_session(name: str) -> None:
    for client in (AsyncIGPT(KEY), IGPT(KEY)):
        assert name in refusal(client.with_options, **{name: None})


# ── views and calls ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("client", [AsyncIGPT, IGPT])
def test_a_view_changes_what_it_is_told_and_keeps_the_rest(client: Callable[..., Any]) -> None:
    mother = client(KEY, user="me", max_retries=1, default_headers={"X-A": "1"})
    view = mother.with_options(user="you", timeout=5)
    grandchild = view.with_options(api_key="other", default_headers={"X-B": "2"})
    assert (mother._sender.options.user, view._sender.options.user, grandchild._sender.options.user) == (
        "me",
        "you",
        "you",
    )
    assert [c._sender.options.limits.deadline for c in (mother, view, grandchild)] == [None, 5.0, 5.0]
    assert [c._sender.options.policy.max_retries for c in (mother, view, grandchild)] == [1, 1, 1]
    assert grandchild._sender.options.headers["Authorization"] == "Bearer other"
    assert view._sender.options.headers["X-A"] == "1"
    assert ("X-A" in grandchild._sender.options.headers, grandchild._sender.options.headers["X-B"]) == (False, "2")
    assert view.with_options(timeout=None)._sender.options.limits.deadline is None
    assert isinstance(view, client)  # type: ignore[arg-type]


def test_a_view_is_checked_like_a_client() -> None:
    client = AsyncIGPT(KEY)
    for name in WRONG.keys() & {"user", "max_retries", "jitter", "timeout", "raise_errors", "default_headers"}:
        assert name in refusal(client.with_options, **{name: WRONG[name][0]})


def test_a_call_may_override_and_is_checked() -> None:
    mine = options(max_retries=1, timeout=9)
    found = mine.for_call(timeout=2, max_retries=0, idle_timeout=1, raise_errors=True)
    assert (found.limits.deadline, found.policy.max_retries, found.limits.idle, found.raise_errors) == (
        2.0,
        0,
        1.0,
        True,
    )
    assert fields(mine.for_call()) == fields(mine)
    each = aiohttp.ClientTimeout(total=1)
    assert mine.for_call(timeout=each).limits[:2] == (None, each)
    for name in ("timeout", "max_retries", "idle_timeout", "raise_errors"):
        wrong = [value for value in WRONG[name] if value is not None]
        for value in wrong:
            assert name in refusal(mine.for_call, **{name: value})


def test_none_in_a_call_stands_for_the_clients_own() -> None:
    mine = options(max_retries=1, timeout=9, idle_timeout=8, raise_errors=True)
    assert fields(mine.for_call(timeout=None, max_retries=None, idle_timeout=None, raise_errors=None)) == fields(mine)


# ── the key is nowhere to be seen ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("make", [AsyncIGPT, IGPT, lambda key: options(api_key=key)])
def test_no_repr_shows_the_key(make: Callable[..., Any]) -> None:
    made = make(KEY)
    views = (
        [made]
        if isinstance(made, Options)
        else [made, made.with_options(max_retries=0), made._sender.options, made.recall]
    )
    for thing in views:
        assert KEY not in f"{thing!r}{thing!s}{thing:}"


def test_a_repr_says_where_to() -> None:
    assert repr(aigpt.AsyncIGPT(KEY, base_url="https://h.example/v1")) == "<AsyncIGPT base_url='https://h.example/v1'>"
    assert repr(IGPT(KEY)) == "<IGPT base_url='https://api.igpt.ai/v1'>"


@pytest.mark.parametrize("settings", [{"jitter": 5}, {"base_url": "x"}, {"default_headers": {"X": "\n"}}, {"user": ""}])
def test_no_mistake_elsewhere_shows_the_key(settings: dict[str, Any]) -> None:
    assert KEY not in refusal(AsyncIGPT, KEY, **settings)

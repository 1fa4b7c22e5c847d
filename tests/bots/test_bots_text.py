"""What a model wrote is harmless on the platform; events delivered again are told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigpt.bots import SeenEvents, defang

NASTY = st.lists(
    st.sampled_from(
        [
            *("@everyone", "@here", "@CHANNEL", "<@1234>", "<@!1>", "<@&9>", "<#5>", "<!channel>", "<!subteam^S1|all>"),
            *("[bank](https://evil.example)", "](", "[a]: https://evil.example", "<https://evil.example|bank>", "\n"),
            *("<", ">", "&", "&lt;", "&amp;", "\u202e", "\u200b", "every", "one", "!channel", "\u2066", "\U000e0041"),
            *("javascript:", "\u200c", "](  <http://x>", "id:home>", "</ask:7>", " ", "@"),
        ]
    ),
    max_size=30,
).map("".join)
DISCORD_MARKUP = re.compile(r"<(@|#|/|id:)|@(everyone|here)", re.IGNORECASE)
MASKED = re.compile(r"\]\(\s*<?\s*([a-z][a-z0-9+.-]*://|javascript:|//|www\.)", re.IGNORECASE)
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\U000e0000-\U000e007f]")


@given(NASTY)
def test_on_discord_nothing_is_markup(text: str) -> None:
    safe = defang(text, "discord")
    assert DISCORD_MARKUP.search(safe) is None
    assert MASKED.search(safe) is None
    assert UNSEEN.search(safe) is None


@given(NASTY)
def test_on_slack_nothing_is_markup(text: str) -> None:
    safe = defang(text, "slack")
    assert re.search(r"[<>]|&(?!amp;|lt;|gt;)|@(everyone|here|channel)", safe, re.IGNORECASE) is None
    assert MASKED.search(safe) is None
    assert UNSEEN.search(safe) is None


@given(NASTY, st.sampled_from(["slack", "discord"]))
def test_twice_is_once(text: str, platform: str) -> None:
    once = defang(text, platform)  # type: ignore[arg-type]
    assert defang(once, platform) == once  # type: ignore[arg-type]


@given(st.text(), st.sampled_from(["slack", "discord"]))
def test_it_never_grows_without_measure(text: str, platform: str) -> None:
    assert len(defang(text, platform)) <= 5 * len(text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "slack", "discord"),
    [
        ("Plain words, 3 < 4 & 5.", "Plain words, 3 &lt; 4 &amp; 5.", "Plain words, 3 < 4 & 5."),
        ("See https://x.example/a?b=1.", "See https://x.example/a?b=1.", "See https://x.example/a?b=1."),
        ("@everyone", "@\u200beveryone", "@\u200beveryone"),
        ("ann@here.example", "ann@\u200bhere.example", "ann@\u200bhere.example"),
        ("<!channel>", "&lt;!channel&gt;", "<!channel>"),
        ("<@U1> and <#C1>", "&lt;@U1&gt; and &lt;#C1&gt;", "<\u200b@U1> and <\u200b#C1>"),
        ("<https://evil|bank>", "&lt;https://evil|bank&gt;", "<https://evil|bank>"),
        ("[bank](https://evil)", "[bank]\u200b(https://evil)", "[bank]\u200b(https://evil)"),
        ("![x](//evil/pixel.png)", "![x]\u200b(//evil/pixel.png)", "![x]\u200b(//evil/pixel.png)"),
        ("[bank][1]\n[1]: https://evil", "[bank][1]\n[1]\u200b: https://evil", "[bank][1]\n[1]\u200b: https://evil"),
        ("\u202egnp.exe", "gnp.exe", "gnp.exe"),
    ],
)
def test_what_becomes_of_it(text: str, slack: str, discord: str) -> None:
    assert (defang(text, "slack"), defang(text, "discord")) == (slack, discord)


@pytest.mark.parametrize("code", ["a[0](x)", "d['k']: int", "x[1][2](y)", "f(lambda: 1)", "a\u200cb", "👩\u200d👧"])
def test_code_and_joined_letters_stay_as_they_are(code: str) -> None:
    assert defang(code, "discord") == code


def test_another_platform_is_refused() -> None:
    with pytest.raises(ValueError, match="'slack' or 'discord'"):
        defang("x", "irc")  # type: ignore[arg-type]


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_event_is_first_once_until_it_is_forgotten() -> None:
    clock = Clock()
    seen = SeenEvents(ttl=300, clock=clock)
    assert [seen.first("Ev1"), seen.first("Ev1"), seen.first("Ev2")] == [True, False, True]
    clock.now = 299.9
    assert not seen.first("Ev1")
    clock.now = 300.0
    assert seen.first("Ev1")


def test_it_never_holds_more_than_it_may() -> None:
    seen = SeenEvents(maxsize=100)
    assert all(seen.first(n) for n in range(1_000))
    assert len(seen) == 100
    assert (seen.first(999), seen.first(0)) == (False, True)


@pytest.mark.parametrize("wrong", [{"ttl": 0}, {"maxsize": 0}])
def test_nothing_to_remember_with_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        SeenEvents(**wrong)

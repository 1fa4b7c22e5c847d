"""Messages, whatever is wrong with them."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from local_making import mail

from aigpt.local.ingest.html_text import read_html
from aigpt.local.ingest.message import UnreadableMessageError, read_message
from aigpt.local.ingest.message_bytes import MAX_TEXT
from aigpt.local.ingest.quoted_text import split_quotes


def own(data: bytes) -> str:
    return read_message(data).passages[0].own


def test_the_plain_case() -> None:
    item = read_message(mail("Hi.", Subject="Lunch", Message_ID="<a@b>", References="<r@b> <s@b>", Cc="c@x.example"), 7)
    assert (item.kind, item.position, item.subject, item.sender) == ("message", 7, "Lunch", "Ann Bell <ann@x.example>")
    assert (item.message_id, item.thread, item.timestamp) == ("a@b", "r@b", 1709542800)
    assert item.passages[0].people.splitlines() == ["Ann Bell <ann@x.example>", "Bo Cole <bo@x.example>", "c@x.example"]
    assert item.defects == ()


def test_a_message_without_references_begins_its_own_thread() -> None:
    assert read_message(mail("x", Message_ID="<a@b>")).thread == "a@b"
    assert read_message(mail("x", Message_ID="<a@b>", In_Reply_To="<q@b>")).thread == "q@b"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("=?utf-8?q?Tom=C3=A1s?=", "Tomás"),
        ("=?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?B?4oKs?=", "Grüße€"),
        ("=?no-such-charset?q?abc?= left", "left"),
        ("=?utf-8?b?!!!?= broken", "broken"),
        ("folded\n over lines", "folded over lines"),
        ("nothing special", "nothing special"),
    ],
)
def test_subjects(raw: str, shown: str) -> None:
    assert shown in read_message(mail("x", Subject=raw)).subject


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_headers_with_bare_bytes(charset: str) -> None:
    data = "From: Zoë <z@x.example>\nSubject: Überraschung\n\nx".encode(charset)
    item = read_message(data)
    assert (item.subject, item.sender) == ("Überraschung", "Zoë <z@x.example>")


def test_encoded_words_beside_broken_ones_and_over_several_lines() -> None:
    def subject(raw: bytes) -> str:
        return read_message(b"Subject: " + raw + b"\n\nx").subject

    assert subject(b"=?utf-8?q?a=C3=A9?= and =?utf-8?q?broken") == "a\u00e9 and =?utf-8?q?broken"
    assert subject(b"=?utf-8?q?one?=\n two\n =?utf-8?q?three?=\n =?utf-8?q?four?=") == "one two threefour"


def test_a_sender_in_encoded_words() -> None:
    assert read_message(mail("x", From="=?utf-8?q?Zo=C3=AB?= <z@x.example>")).sender == "Zoë <z@x.example>"


@pytest.mark.parametrize(
    ("charset", "data", "text", "defects"),
    [
        ("utf-8", "Grüße".encode(), "Grüße", ()),
        ("iso-8859-2", "Łódź".encode("iso-8859-2"), "Łódź", ()),
        ("koi8-r", "Привет".encode("koi8-r"), "Привет", ()),
        ("x-unknown", "Grüße".encode(), "Grüße", ("unknown charset 'x-unknown'",)),
        ("us-ascii", "Grüße".encode(), "Grüße", ("not us-ascii",)),
        ("utf-8", "Grüße".encode("cp1252"), "Grüße", ("not utf-8",)),
    ],
)
def test_charsets(charset: str, data: bytes, text: str, defects: tuple[str, ...]) -> None:
    item = read_message(f"Subject: x\nContent-Type: text/plain; charset={charset}\n\n".encode() + data)
    assert (item.passages[0].own, item.defects) == (text, defects)


def test_transfer_encodings() -> None:
    assert own(b"Content-Transfer-Encoding: base64\n\nSGVsbG8=") == "Hello"
    assert (
        own(b"Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\na=C3=A4=\nb")
        == "aäb"
    )
    broken = read_message(b"Content-Transfer-Encoding: base64\n\nSGVsbG8")
    assert broken.passages[0].own == "Hello"
    assert broken.defects == ("InvalidBase64PaddingDefect",)


MULTIPART = """Subject: x
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=A

--A
Content-Type: multipart/alternative; boundary=B

--B
Content-Type: text/plain

the plain one
--B
Content-Type: text/html

<p>the rich one</p>
--B--
--A
Content-Type: application/pdf; name="=?utf-8?q?Pr=C3=A4sentation=2Epdf?="
Content-Disposition: attachment
Content-Transfer-Encoding: base64

AAAA
--A
Content-Type: text/plain
Content-Disposition: attachment; filename="notes.txt"

not the message's own words
--A
Content-Type: image/png

xx
--A--
"""


def test_of_alternatives_one_is_read_and_attachments_are_named() -> None:
    item = read_message(MULTIPART.encode())
    assert item.passages[0].own == "the plain one"
    assert item.attachments == ("Präsentation.pdf", "notes.txt", "image/png")
    assert "Präsentation.pdf" in item.passages[0].extra


def test_html_is_read_where_the_plain_alternative_is_empty() -> None:
    assert own(MULTIPART.replace("the plain one", " ").encode()) == "the rich one"


def test_a_cut_multipart_is_read_as_far_as_it_goes() -> None:
    item = read_message(MULTIPART[: MULTIPART.index("--B--")].encode())
    assert item.passages[0].own == "the plain one"
    assert "CloseBoundaryNotFoundDefect" in item.defects


def test_a_forwarded_message_is_somebody_elses_words() -> None:
    data = (
        b"Content-Type: multipart/mixed; boundary=A\n\n--A\n\nsee below\n--A\nContent-Type: message/rfc822\n\n"
        + mail("inner words", Subject="Inner")
    )
    passage = read_message(data + b"\n--A--\n").passages[0]
    assert passage.own == "see below"
    assert "inner words" in passage.quoted
    assert "Inner" in passage.quoted


@pytest.mark.parametrize("date", ["", "yesterday", "Mon, 99 Foo 2024 25:00:00", "Mon, 04 Mar 99999999 10:00:00 +0100"])
def test_without_a_date_the_last_relay_tells(date: str) -> None:
    assert read_message(mail("x", Date=date)).timestamp is None
    received = "from a by b; Mon, 04 Mar 2024 09:00:00 +0000"
    assert read_message(mail("x", Date=date, Received=received)).timestamp == 1709542800


@pytest.mark.parametrize("data", [b"", b"\n\n", b"   \r\n"])
def test_only_what_holds_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableMessageError):
        read_message(data)


def test_text_without_headers_is_read() -> None:
    assert own(b"just words, no header") == "just words, no header"


def test_of_an_endless_message_the_beginning_is_read() -> None:
    item = read_message(b"Subject: x\n\n" + b"word " * (MAX_TEXT // 4))
    assert item.defects[0].startswith("text longer than 8 MiB")
    assert item.size <= MAX_TEXT


def test_parts_nested_without_end() -> None:
    data = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(60)) + b"\ndeep"
    assert any("nested deeper" in defect for defect in read_message(data).defects)


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with contextlib.suppress(UnreadableMessageError):
        read_message(data)


@given(st.lists(st.tuples(st.sampled_from(["From", "To", "Subject", "Date", "Message-ID", "Content-Type", "References",
                                          "Content-Disposition", "Content-Transfer-Encoding"]),
                          st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])
                                  | st.sampled_from('"<>()[];:=?,@\\'), max_size=40))))  # fmt: skip
@settings(max_examples=300)
def test_no_header_breaks_a_message(fields: list[tuple[str, str]]) -> None:
    data = "".join(f"{name}: {value}\n" for name, value in fields) + "X: y\n\nwords"
    read_message(data.encode())


# ── own words, quotations, signatures ───────────────────────────────────────────────────────────────────────────────


def test_a_reply_is_parted() -> None:
    parted = split_quotes("I agree.\n\nOn Monday, Ann Bell wrote:\n> Shall we?\n>> Really?\nYes.\n-- \nBo")
    assert parted.own == "I agree.\n\nYes."
    assert parted.quoted == "On Monday, Ann Bell wrote:\n> Shall we?\n>> Really?"
    assert parted.signature == "--\nBo"


def test_an_attribution_over_two_lines() -> None:
    parted = split_quotes("On Mon, 4 Mar 2024 at 10:00, Ann Bell\n<ann@x.example> wrote:\n\n> Shall we?\n\nYes.")
    assert parted.own == "Yes."
    assert "ann@x.example" in parted.quoted


def test_words_that_end_in_a_colon_are_own_words_without_a_quotation_below() -> None:
    assert split_quotes("As Ann wrote:\nit is fine").own == "As Ann wrote:\nit is fine"


def test_below_an_original_message_line_all_is_quoted() -> None:
    parted = split_quotes("Yes.\n\n-----Original Message-----\nFrom: Ann\nSent: Monday\n\nShall we?")
    assert (parted.own, "Shall we?" in parted.quoted) == ("Yes.", True)


def test_answers_between_marked_lines_below_an_original_message_line_are_own() -> None:
    parted = split_quotes("----- Original Message -----\nFrom: Ann\n\n> Shall we?\n\nYes, we shall.")
    assert parted.own == "Yes, we shall."


def test_a_list_footer_is_a_signature() -> None:
    parted = split_quotes("Hello.\n" + "_" * 40 + "\nExmh-workers mailing list\nhttps://x.example/list")
    assert parted.own == "Hello."
    assert "mailing list" in parted.signature


def test_a_long_text_below_dashes_is_no_signature() -> None:
    text = "Hello.\n--\n" + "\n".join(f"line {n}" for n in range(60))
    assert "line 3" in split_quotes(text).own


@given(st.text(st.sampled_from("a>-_|\n :wrote"), max_size=200))
def test_no_word_is_lost(text: str) -> None:
    assert sorted("".join(split_quotes(text)).split()) == sorted("".join(split_quotes(text)).split())
    words = [word for line in text.splitlines() for word in line.split()]
    kept = [word for piece in split_quotes(text) for line in piece.splitlines() for word in line.split()]
    assert sorted(kept) == sorted(words)


# ── HTML ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_html_becomes_the_text_that_is_seen() -> None:
    found = read_html(
        "<head><title>T</title><style>p {}</style></head><p>Hello <b>wor</b>ld,\nthis&nbsp;is &euro;5</p>"
        "<ul><li>one<li>two</ul><table><tr><td>a</td><td>b</td></tr></table><script>alert(1)</script>"
    )
    assert found.own == "Hello world, this is €5\n\none\n\ntwo\n\na b"
    assert not found.cut


def test_html_that_is_hidden_is_not_read() -> None:
    found = read_html(
        '<p>The flange costs 3.<span style="color: red; DISPLAY : none">It costs 1000.<i hidden>x</i></span></p>'
        '<div style="visibility:hidden"><p hidden>Not<p>this</div><textarea>Note</textarea>and<button>Go</button>'
        '<span style="display:inline">here</span>'
    )
    assert found.own == "The flange costs 3.\n\nNote\nand\nGo\nhere"


def test_html_replies_are_parted() -> None:
    found = read_html("<div>Yes.</div><blockquote><p>Shall we?</p><blockquote>Really?</blockquote></blockquote>After.")
    assert (found.own, found.quoted) == ("Yes.\n\nAfter.", "Shall we?\n\nReally?")


@pytest.mark.parametrize("hostile", ["<div>" * 200_000 + "x", "<blockquote>" * 50_000, "<" * 900_000, "<p>a" * 300_000])
@pytest.mark.timeout(60)
def test_hostile_html_does_not_hold_anybody_up(hostile: str) -> None:
    read_html(hostile)


def test_html_is_read_up_to_a_limit() -> None:
    assert read_html("<p>" + "word " * 300_000).cut


@given(st.text(max_size=300))
def test_no_text_breaks_the_html_reader(text: str) -> None:
    read_html(text)

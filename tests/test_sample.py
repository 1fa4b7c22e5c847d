"""The sample mailbox is what it promises to be: real-looking, valid, and able to answer."""

import email
import email.policy
import io
import re
from datetime import datetime
from email.message import EmailMessage

import pypdf
import pytest

from aigpt.local.sample import MAILBOX, MEETINGS


def split(data: bytes) -> list[bytes]:
    """Cut an mboxrd file into messages, and take the quoting of `From ` lines off again."""
    parts = re.split(rb"(?:\A|\n)From [^\n]+\n", data)
    assert parts[0] == b""
    return [re.sub(rb"(?m)^>(>*From )", rb"\1", part) for part in parts[1:]]


@pytest.fixture(scope="module")
def messages() -> list[EmailMessage]:
    parse = email.message_from_bytes
    return [parse(raw, policy=email.policy.default) for raw in split(MAILBOX.read_bytes())]


@pytest.fixture(scope="module")
def bodies(messages: list[EmailMessage]) -> str:
    """All plain bodies in one, with white space made single."""
    plain = [part.get_content() for m in messages if (part := m.get_body(("plain",)))]
    return " ".join(" ".join(plain).split())


def test_there_are_about_forty_messages_in_order_of_date(messages: list[EmailMessage]) -> None:
    dates = [m["date"].datetime for m in messages]
    assert len(messages) == 45
    assert dates == sorted(dates)


def test_each_message_parses_without_defects(messages: list[EmailMessage]) -> None:
    """Headers are checked too: their parsed form carries its own defects."""
    for message in messages:
        for part in message.walk():
            assert not part.defects, message["subject"]
            assert not [d for name in part for d in part[name].defects], message["subject"]
            if not part.is_multipart():
                assert part.get_content() is not None


def test_the_file_is_mboxrd() -> None:
    data = MAILBOX.read_bytes()
    separators = re.findall(rb"(?m)^From (\S+) ([A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4})$", data)
    assert len(separators) == len(re.findall(rb"(?m)^From ", data)) == 45
    assert b"\n>From " in data, "one body has a line that starts with `From `"
    assert b"\r" not in data
    assert data.endswith(b"\n\n")
    assert data.isascii()


def test_everybody_in_it_is_made_up(messages: list[EmailMessage]) -> None:
    """Only names that RFC 2606 and RFC 5737 keep free for examples occur."""
    addresses = [a for m in messages for h in ("from", "to", "cc") if m[h] for a in m[h].addresses]
    assert {a.domain.rpartition(".")[2] for a in addresses} == {"example"}
    text = MAILBOX.read_text(encoding="ascii")
    assert set(re.findall(r"https?://[\w.]*?(\w+)[/\"]", text)) == {"example"}
    assert all(ip.startswith("192.0.2.") for ip in re.findall(r"\[(\d+\.\d+\.\d+\.\d+)\]", text))


def test_replies_name_messages_that_are_there(messages: list[EmailMessage]) -> None:
    ids = [m["message-id"] for m in messages]
    assert len(set(ids)) == len(ids)
    seen = set()
    replies = 0
    for message in messages:
        if parent := message["in-reply-to"]:
            replies += 1
            references = message["references"].split()
            assert references[-1] == parent
            assert seen.issuperset(references)
        seen.add(message["message-id"])
    assert replies >= 20


def test_threads_run_deep(messages: list[EmailMessage]) -> None:
    assert max(len((m["references"] or "").split()) for m in messages) >= 5


def test_html_comes_alone_and_beside_text(messages: list[EmailMessage]) -> None:
    kinds = [m.get_content_type() for m in messages]
    assert kinds.count("text/html") == 1
    assert kinds.count("multipart/alternative") == 2


def test_attachments_are_base64_and_whole(messages: list[EmailMessage]) -> None:
    found = {part.get_filename(): part for m in messages for part in m.iter_attachments()}
    assert sorted(found) == ["certificat-UN38.3-HX-40.pdf", "heron-marketing-budget.csv"]
    assert {part["content-transfer-encoding"] for part in found.values()} == {"base64"}
    assert "Total,62000" in found["heron-marketing-budget.csv"].get_content()
    (page,) = pypdf.PdfReader(io.BytesIO(found["certificat-UN38.3-HX-40.pdf"].get_content()), strict=True).pages
    assert page.extract_text() == "UN 38.3 HX-40: passed, 21 May 2026"


def test_charsets_and_encodings_are_those_of_the_world(messages: list[EmailMessage]) -> None:
    leaves = [part for m in messages for part in m.walk() if part.get_content_maintype() == "text"]
    charsets = {part.get_content_charset() for part in leaves} - {None}
    assert charsets == {"us-ascii", "utf-8", "iso-8859-1", "iso-8859-15"}
    encodings = {part["content-transfer-encoding"] for part in leaves}
    assert encodings == {"7bit", "quoted-printable", "base64"}


def test_names_and_subjects_are_encoded_words(messages: list[EmailMessage]) -> None:
    raw = MAILBOX.read_text(encoding="ascii")
    assert {"=?utf-8?q?", "=?utf-8?b?", "=?iso-8859-1?q?"} <= {w.lower() for w in re.findall(r"=\?[\w-]+\?\w\?", raw)}
    names = {m["from"].addresses[0].display_name for m in messages}
    assert {"Zofia Wiśniewska", "Jürgen Groß", "田中美咲", "François Lefèvre", "Søren Kjær"} <= names


def test_there_are_signatures_and_quotations(messages: list[EmailMessage]) -> None:
    plain = [part.get_content() for m in messages if (part := m.get_body(("plain",)))]
    assert sum("\n-- \n" in text for text in plain) >= 20
    assert sum(bool(re.search(r"(?m)^> ", text)) for text in plain) >= 15


@pytest.mark.parametrize(
    "answer",
    [
        "we move the launch date of Heron from 12 May to Tuesday 9 June 2026",
        "the marketing budget for Heron is €48,500",
        "Priya Raman is responsible for the security review",
        "The report has to be on my desk by Friday 22 May",
        "the office move is on Friday 26 June",
        "Port Morska orders the 24 buoys for €186,000",
        "the ingest service was down for 47 minutes this morning",
        "The next board meeting is on Wednesday 16 September",
    ],
)
def test_it_says_what_one_would_ask(bodies: str, answer: str) -> None:
    assert answer in bodies


def test_weekdays_agree_with_their_dates(bodies: str) -> None:
    """A date such as `Tuesday 9 June` is one of 2026."""
    found = re.findall(r"\b(\w+day),? (\d{1,2}) (March|April|May|June|July|September)\b", bodies)
    assert len(found) >= 15
    for weekday, number, month in found:
        date = datetime.strptime(f"{number} {month} 2026", "%d %B %Y")  # noqa: DTZ007 (a day alone)
        assert f"{date:%A}" == weekday, (weekday, number, month)


def test_meeting_notes_are_turns_of_speakers() -> None:
    (notes,) = MEETINGS.iterdir()
    turns = notes.read_text(encoding="utf-8").splitlines()
    assert len(turns) >= 20
    assert all(re.match(r"[\w ]+: \S", turn) for turn in turns)

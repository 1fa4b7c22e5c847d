"""Messages that are mutated: some that have every kind of part, and of the real input where it is found."""

from __future__ import annotations

import mailbox
from functools import cache

import real_data

_EVERY = 50  # messages, one
_LONG = 48_000  # bytes of a repetition: less than is read of a field
_MAX = 20_000  # bytes

_PLAIN = (
    b"From: =?utf-8?q?Zo=C3=AB?= (her) <zoe@x.example>\nTo: a@x.example, Team: b@x.example, c@x.example;\n"
    b"Subject: =?iso-8859-1?Q?Gr=FC=DFe?= Re: [list] budget\nDate: Mon, 04 Mar 2024 10:00:00 +0100\n"
    b"Message-ID: <1@x.example>\nReferences: <2@x.example>\n <3@x.example>\n\nHello,\n\nOn Monday, Ann wrote:\n"
    b"> Shall we?\n\nYes.\n-- \nZoe\n"
)
_EVERYTHING = (
    b'From: a@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary="A"\n\npreamble\n--A\n'
    b"Content-Type: multipart/alternative; boundary=----=_B\n\n------=_B\nContent-Type: text/plain; charset=utf-8\n"
    b"Content-Transfer-Encoding: quoted-printable\n\nSch=C3=B6n =\nund gut\n------=_B\nContent-Type: text/html\n\n"
    b"<html><p>Sch&ouml;n<blockquote>old</blockquote><table><tr><td>1</table>\n------=_B--\n--A\n"
    b"Content-Type: text/plain; name=\"notes.txt\"\nContent-Disposition: attachment; filename*=utf-8''n%C3%B6tes.txt\n"
    b"Content-Transfer-Encoding: base64\n\nR3LDvMOfZQ==\n--A\nContent-Type: message/rfc822\n\n"
    b"From: inner@x.example\nSubject: inner\n\ninner text\n--A\nContent-Type: application/pdf; name=a.pdf\n"
    b"Content-Transfer-Encoding: base64\n\nJVBERi0=\n--A--\nepilogue\n"
)
_BOUNCE = (
    b"Received: from a by b; Mon, 04 Mar 2024 09:00:00 +0000\nContent-Type: multipart/report; boundary=R\n\n--R\n\n"
    b"It failed.\n\n--R\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\n\n--R--\n"
)


def _long(*units: bytes) -> tuple[bytes, ...]:
    """Return each unit again and again, in a field or line: what looks far ahead for an end takes the square of it."""
    return tuple(unit * (_LONG // len(unit)) for unit in units)


MAIL_WORDS = (
    *(
        b"\0",
        b"\r",
        b"\n\n",
        b"\r\n",
        b"\x85",
        b"\xff",
        b"\xed\xa0\x80",
        b"--A",
        b"--A--",
        b"--",
        b"\n--A\n\n",
        b"From ",
    ),
    *(b"=?utf-7?q?+2AA-?=", b"=?unicode_escape?q?=5Cud800?=", b"=?x?b?!!?=", b"=?", b"?=", b"=ED=A0=80", b"+2AA-"),
    *(b"; charset=utf-7", b"; charset=unicode_escape", b"; charset=utf-16", b'; charset="\xff"', b"; charset=hex"),
    *(
        b"; boundary=",
        b"; boundary=A",
        b"; name*=unicode_escape''%5Cud800",
        b"; name*0*=x''a; name*1=b",
        b"multipart/mixed",
    ),
    *(b"\nContent-Type: multipart/mixed; boundary=A\n\n--A\n", b"\nContent-Type: message/rfc822\n\n"),
    *(b"\nContent-Transfer-Encoding: base64\n", b"\nContent-Transfer-Encoding: x-uuencode\n", b"\nFrom: ", b"\nDate: "),
    *(b"(" * 600, b"<" * 600, b'"' * 600, b"a:" * 600, b"[" * 600, b",;" * 600, b"\\" * 601, b"a@b.c, " * 300),
    *(b"<div>" * 600, b"<blockquote>" * 600, b"> " * 600, b"\n" * 600, b"9" * 5_000, b" 3609 ", b" -1 ", b"1969"),
    *_long(b"=?a?q?b", b"=?a?q?b?= ", b"=?", b"name=", b"; name*0*=x''a", b"Mon Jan 1 ", b"Mon Jan 1 00:00 ", b"--"),
    *_long(b" ", b"\t", b"\n ", b"\n--A", b"\n--A \nX: y", b"\n-----Original Message-----\n", b"[IMG:", b"{a", b"> |"),
    *_long(b"wrote: ", b'"', b"\\", b"(", b"<a@b", b"a@", b"a.", b";", b"_", b"=3D", b"&#", b"<a ", b"\n-- \n", b"\n_"),
    *(b"\n--A\nContent-Type: application/x; name=", b"\n--A\n\n" + b"word \n" * 44_000, b"\n--a" + b" " * 48_000),
    b"\nContent-Type: multipart/mixed; boundary=A\n\n--A" * 600,
    b"\nContent-Type: message/rfc822\n" * 600,
)


@cache
def mails() -> tuple[bytes, ...]:
    """Return the messages."""
    return (_PLAIN, _EVERYTHING, _BOUNCE, *_real())


def _real() -> list[bytes]:
    if not real_data.complete():
        return []
    box = mailbox.mbox(real_data.DATA / "mailbox.mbox", create=False)
    try:
        found = [box.get_bytes(key) for key in box.keys()[::_EVERY]]
    finally:
        box.close()
    return [data for data in found if len(data) <= _MAX]

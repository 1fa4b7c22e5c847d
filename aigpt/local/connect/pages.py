"""The HTML of the pages behind a link of connectors/authorize. Text from outside goes through `_shown`."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from collections.abc import Collection
from html import escape
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from yarl import URL

from aigpt.local.connect.authorize_params import AuthorizeParams
from aigpt.local.connect.links import Link
from aigpt.local.connect.roots import Listing, Place

__all__ = ["STYLE_SOURCE", "choose_page", "connected_page", "no_roots_page", "said_page"]

_STYLE = (files("aigpt.local.connect") / "style.css").read_text()

STYLE_SOURCE = f"'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'"
"""The style that a page's policy must allow."""

_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KINDS = {"mbox": "mailbox", "maildir": "Maildir", "eml": "message", "notes": "notes", "folder": "folder"}
_UNITS = ("bytes", "KB", "MB", "GB", "TB")
_STEP = 1000


def choose_page(link: Link, listing: Listing, connected: Collection[Path], notice: str = "") -> str:
    """Return the page on which the person chooses from *listing*. *connected*: paths that are connected already."""
    said = f'<p class="notice" role="alert">{_shown(notice)}</p>' if notice else ""
    return _page(
        f"Connect {link.wanted.service}",
        f"""{_asked(link.wanted)}{said}
<form method="post"><input type="hidden" name="key" value="{escape(link.form_key)}">
<fieldset><legend>Choose a mailbox, a Maildir or a folder</legend>
{_trail(listing)}<ul class="places">{"".join(_rows(listing, connected))}</ul>{_remarks(listing)}</fieldset>
<p><small>This server reads it, and answers from it to whoever has a key of it and asks as this user.</small></p>
<div class="buttons"><button name="do" value="connect">Connect</button>{_CANCEL}</div></form>""",
    )


def no_roots_page(link: Link) -> str:
    """Return the page of a server without folders to choose from."""
    return _page(
        f"Connect {link.wanted.service}",
        f"""{_asked(link.wanted)}
<p class="notice">This server has no folder to choose from. Start it with one, below which all your mail is:</p>
<pre>aigpt serve --root FOLDER</pre>
<form method="post"><input type="hidden" name="key" value="{escape(link.form_key)}">
<div class="buttons">{_CANCEL}</div></form>""",
    )


def connected_page(service: str, *, already: bool) -> str:
    """Return the page after Connect, if there is no `redirect_uri`."""
    if already:
        return said_page("Connected already", "It was connected before, and stays as it is. You can close this window.")
    return said_page(f"Connected {service}", "Its indexing has begun. You can close this window.")


def said_page(title: str, text: str) -> str:
    """Return a page with one message."""
    return _page(title, f"<p>{_shown(text)}</p>")


_CANCEL = '<button name="do" value="cancel" formnovalidate>Cancel</button>'


def _plain(text: str) -> str:
    """Return *text* escaped, without control characters and marks of text direction."""
    return escape("".join("\ufffd" if c in _TURNS or unicodedata.category(c) in ("Cc", "Cs") else c for c in text))


def _shown(text: str) -> str:
    """Return *text* as HTML, isolated so that it cannot change the direction of the text around it."""
    return f"<bdi>{_plain(text)}</bdi>"


def _asked(wanted: AuthorizeParams) -> str:
    scopes = "".join(f"<li>{_shown(scope)}</li>" for scope in wanted.scope.split())
    host = URL(wanted.redirect_uri).authority if wanted.redirect_uri else ""
    back = f"<p>Afterwards you are sent to <b>{_shown(host)}</b>.</p>" if host else ""
    return f"""<p>An application asks to read what you choose here, as <b>{_shown(wanted.service)}</b> of the user
<b>{_shown(wanted.user)}</b>, with this scope:</p><ul>{scopes}</ul>{back}"""


def _trail(listing: Listing) -> str:
    if not listing.trail:
        return ""
    *above, here = listing.trail
    links = [f'<a href="?at={quote(place.code)}">{_shown(place.name)}</a>' for place in above]
    if above[1:] and above[1].code.count("/") > 1:  # the middle of a long trail is left out
        links.insert(1, "…")
    return f'<nav aria-label="Folder">{" / ".join([*links, f"<b>{_shown(here.name)}</b>"])}</nav>'


def _rows(listing: Listing, connected: Collection[Path]) -> list[str]:
    here = [_row(listing.trail[-1], connected, whole=True)] if listing.trail else []
    return here + [_row(place, connected) for place in listing.places]


def _row(place: Place, connected: Collection[Path], *, whole: bool = False) -> str:
    facts = [_KINDS[place.kind]] + ([] if place.path.is_dir() else [_size(place.size)])
    facts += ["connected"] if place.path in connected else []
    name = f"All of {_shown(place.name)}" if whole else _shown(place.name)
    opened = f'<a href="?at={quote(place.code)}" aria-label="Open {_plain(place.name)}">Open</a>'
    return f"""<li><label><input type="radio" name="place" value="{escape(place.code)}" required>
<span>{name} <small>{", ".join(facts)}</small></span></label>{opened if place.opens and not whole else ""}</li>"""


def _remarks(listing: Listing) -> str:
    if not listing.readable:
        return "<p>This folder cannot be read.</p>"
    if listing.cut:
        return "<p>This folder holds more than is listed here.</p>"
    if not listing.places and listing.trail[-1].opens:
        return "<p>This folder holds no mail or notes, and no folder to look into.</p>"
    return ""


def _size(count: int) -> str:
    size = float(count)
    for unit in _UNITS[:-1]:
        if size < _STEP:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= _STEP
    return f"{size:.1f} {_UNITS[-1]}"


def _page(title: str, body: str) -> str:
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{_plain(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>
<body><main><h1>{_shown(title)}</h1>{body}</main></body></html>
"""

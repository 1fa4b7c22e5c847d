"""How an extra of this package is installed, from where the package itself came: an index need not have it."""

from __future__ import annotations

import shlex
from importlib.metadata import PackageNotFoundError, distribution
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

import msgspec

_PROJECT = "aigpt-sdk"


class _Folder(msgspec.Struct):
    editable: bool = False


class _Repository(msgspec.Struct):
    vcs: str
    commit_id: str


class _Source(msgspec.Struct):
    """What installers write down about the origin of a package that is not from an index (PEP 610)."""

    url: str
    dir_info: _Folder | None = None
    vcs_info: _Repository | None = None
    subdirectory: str | None = None


def install_command(extra: str) -> str:
    """Return the command of pip that adds *extra* to what is installed, such as ``pip install '/src/aigpt[cli]'``.

    It names the folder, archive or repository that the package was installed from, else the project.
    """
    source = _source()
    wanted = f"{_PROJECT}[{extra}]"
    if source is None:
        return f"pip install {shlex.quote(wanted)}"
    if source.vcs_info is None and source.url.startswith("file:"):
        editable = source.dir_info is not None and source.dir_info.editable
        path = url2pathname(urlsplit(source.url).path)
        return f"pip install {'-e ' if editable else ''}{shlex.quote(f'{path}[{extra}]')}"
    return f"pip install {shlex.quote(f'{wanted} @ {_remote(source)}')}"


def _source() -> _Source | None:
    try:
        written = distribution(_PROJECT).read_text("direct_url.json")
        return msgspec.json.decode(written, type=_Source) if written else None
    except (PackageNotFoundError, OSError, ValueError, msgspec.MsgspecError):
        return None


def _remote(source: _Source) -> str:
    """Return the URL as pip takes it: of a repository, with the commit that is installed; never with a password."""
    parts = urlsplit(source.url)
    user, _, host = parts.netloc.rpartition("@")
    netloc = f"git@{host}" if user == "git" else host  # of ssh://git@…, which is no secret
    url = urlunsplit(parts._replace(netloc=netloc))
    if source.vcs_info is not None:
        url = f"{source.vcs_info.vcs}+{url}@{source.vcs_info.commit_id}"
    return f"{url}#subdirectory={source.subdirectory}" if source.subdirectory else url

"""What `aigpt serve` prints at its start: the settings of a client, as shell commands."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from aigpt.cli.safe_text import one_line

if TYPE_CHECKING:
    from aigpt.local import LocalServer


def print_settings(
    server: LocalServer,
    host: str,
    public_url: str | None,
    key_file: Path | None = None,
    users: Sequence[str | None] = (),
) -> None:
    """Print the settings of a client as shell commands; of the API keys, only where they are.

    *users* are those that the keys in *key_file* are bound to, in their order there; None for one that is for all.
    *host* is where the server listens. If that means all addresses, other machines need another URL than this one.
    *public_url* is that of a proxy.
    """
    from aigpt._http.checks import is_loopback  # noqa: PLC0415 (imports yarl; --help does not need it)
    from aigpt.local.loopback import address_for_others  # noqa: PLC0415 (slow to import; --help does not need it)

    click.echo(f"# {server.url} answers from your data, until Ctrl-C.")
    click.echo(f"# {server.url.removesuffix('v1')} is a page to try it on.")
    click.echo("# In another terminal:")
    key, user = ("local", server.user) if key_file is None else _choose_key(key_file, users, server.user)
    if user != server.user:
        click.echo(
            f"# No key of that file is for the user {one_line(server.user)}: add one. These are for {one_line(user)}:"
        )
    click.echo(f"export IGPT_BASE_URL={shlex.quote(one_line(server.url))}")
    click.echo(f"export IGPT_API_KEY={key}")
    click.echo(f"export IGPT_API_USER={shlex.quote(one_line(user))}")
    if not is_loopback(urlsplit(server.url).hostname or ""):
        click.echo("export IGPT_ALLOW_HTTP=1")
    click.echo("# For clients of the OpenAI protocol, with the models igpt-run and igpt-ask:")
    click.echo(f"#   export OPENAI_BASE_URL={shlex.quote(one_line(server.url))} OPENAI_API_KEY={key}")
    others = address_for_others(host)
    if others is not None:
        url = f"http://{f'[{others}]' if ':' in others else others}:{urlsplit(server.url).port}/v1"
        click.echo(f"# It listens on all addresses ({host}). On another machine, with a key of that file:")
        click.echo(f"#   export IGPT_BASE_URL={url} IGPT_ALLOW_HTTP=1")
    if public_url is not None:
        url = one_line(public_url.strip().rstrip("/"))
        click.echo("# On another machine, through the proxy, with a key of that file:")
        click.echo(f"#   export IGPT_BASE_URL={shlex.quote(f'{url}/v1')}")


def _choose_key(key_file: Path, users: Sequence[str | None], user: str) -> tuple[str, str]:
    """Return the shell's words for a key that *user* can use, else for the first one; and the user to use it as."""
    number = next((at for at, bound in enumerate(users) if bound in {None, user}), 0)
    which = "NF" if number == 0 else f"NF && ++n == {number + 1}"
    words = f"\"$(awk '{which} {{print $1; exit}}' {shlex.quote(str(key_file.absolute()))})\""
    return words, users[number] or user

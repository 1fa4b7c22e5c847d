"""Lets a user connect a mailbox in the browser, waits until it is indexed, asks about it and shows the sources.

In one terminal `aigpt serve --root ~/Mail`, and in another, with the three lines it prints:

    python examples/connect.py "What was decided about the budget?" --disconnect
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import webbrowser

from aigpt import AsyncIGPT, ConfigurationError, DatasourcesReply


def show(listed: DatasourcesReply) -> None:
    for source in listed.datasources:
        print(f"{source['title']}: {source['progress']} %, {source['subtitle']}")


def open_page(url: str) -> None:
    if not webbrowser.open(url):
        print(f"No browser could be opened; open this link in one on this machine: {url}", flush=True)


async def connect(igpt: AsyncIGPT, service: str) -> list[str]:
    """Let the user connect a mailbox in the browser; return the ids of the new datasources."""
    before = {source["id"] for source in (await igpt.datasources.list()).datasources}
    print("Choose in your browser what to connect.", flush=True)
    # The browser is redirected to a listener on this machine. A web service passes its own `redirect_uri` to
    # `authorize` instead, and a `state` by which it recognizes the browser.
    listed = await igpt.connectors.authorize_and_wait(
        service=service, scope="mail.read", open_url=open_page, on_progress=show
    )
    if listed.error:
        sys.exit(f"Nothing was connected: {listed.error}")
    return [source["id"] for source in listed.datasources if source["id"] not in before]


async def ask(igpt: AsyncIGPT, question: str) -> None:
    async with igpt.recall.run(input=question, stream=True) as stream:
        async for text in stream.text():
            print(text, end="", flush=True)
    if stream.error:
        sys.exit(f"\nThe answer broke off: {stream.error}")
    print("\n\nSources:")
    for source in stream.reply.sources:
        print(f"  {source['title']}  ({source['id']})")


async def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("question", nargs="?", default="What is new?")
    options.add_argument("--service", default="gmail")
    options.add_argument("--disconnect", action="store_true", help="disconnect it at the end")
    given = options.parse_args()
    async with AsyncIGPT() as igpt:  # configured by IGPT_BASE_URL, IGPT_API_KEY, IGPT_API_USER
        connected = await connect(igpt, given.service)
        await ask(igpt, given.question)
        for name in connected if given.disconnect else []:
            reply = await igpt.datasources.disconnect(id=name)
            print(f"Disconnected {name}." if reply.ok else f"{name} could not be disconnected: {reply.error}")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except ConfigurationError as exc:
        sys.exit(str(exc))
    except KeyboardInterrupt:
        sys.exit(130)

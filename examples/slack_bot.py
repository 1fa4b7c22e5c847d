"""A Slack bot: mention it or write to it; it answers from your own mail and messages, as the answer is written.

In one terminal `aigpt serve --root ~/Mail`, and in another, with the three lines it prints:

    pip install slack-bolt && SLACK_BOT_TOKEN=… SLACK_SIGNING_SECRET=… python examples/slack_bot.py

Who has connected nothing gets a link to do so, as a direct message. The app made on https://api.slack.com/apps needs
the scopes app_mentions:read, chat:write and im:history, and the events app_mention and message.im, sent to
https://YOUR_HOST/slack/events; in Socket Mode, which needs no address, set SLACK_APP_TOKEN too. What is answered in a
channel, everybody there can read. To try it without any mail: `aigpt serve --sample --user slack:TEAM_ID:MEMBER_ID`
(yours; Slack shows them in its address in a browser and, as "Copy member ID", in your profile).

For many workspaces set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET in place of SLACK_BOT_TOKEN: each installs the app from
https://YOUR_HOST/slack/install, and its token is kept in the folder SLACK_INSTALLATIONS.
"""

# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# (slack_sdk does not give all of its types)

from __future__ import annotations

import asyncio
import html
import logging
import os
import re
import secrets
import signal
import sys
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.authorization.async_authorize import AsyncInstallationStoreAuthorize
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth.installation_store import FileInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient
from slack_thread import CALLS, FAILURES, NO_JSON, Thread, refusal

from aigpt import AsyncIGPT, ConfigurationError
from aigpt.bots import (
    UNREACHABLE,
    Assistant,
    Budgets,
    Connections,
    MessageGone,
    SeenEvents,
    in_one_line,
    log_in_one_line,
)

ANSWER_WITHIN = 15 * 60  # s
GRACE = 10  # s; for answers in progress when the bot shuts down
SCOPES = ("app_mentions:read", "chat:write", "im:history")

log = logging.getLogger("slack_bot")


class StartError(Exception):
    """Its text says why, in one line."""


class Bot:
    def __init__(self, igpt: AsyncIGPT) -> None:
        connections = Connections(
            igpt,
            service=os.environ.get("CONNECT_SERVICE", "gmail"),
            scope=os.environ.get("CONNECT_SCOPE", "mail.read"),
        )
        self.assistant = Assistant(igpt, connections=connections, timeout=ANSWER_WITHIN)
        self.budgets = Budgets(CALLS)
        self.seen = SeenEvents(ttl=15 * 60)  # Slack redelivers an event for up to six minutes

    async def asked(
        self, event: dict[str, Any], body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
    ) -> None:
        """Start an answer. The event is acknowledged already, since Slack waits for three seconds at most."""
        is_for_us = event["type"] == "app_mention" or event.get("channel_type") == "im"
        by_a_person = "user" in event and not event.get("bot_id") and not event.get("subtype")
        if is_for_us and by_a_person and self.seen.first(body["event_id"]):
            question = re.sub(rf"<@{context.bot_user_id}(\|[^>]*)?>", "", event.get("text") or "")
            team = event.get("user_team") or event.get("team") or body["team_id"]
            workspace = context.team_id or context.enterprise_id or ""
            thread = Thread(client, self.budgets, workspace, event, team)
            self.assistant.start(self.answer(html.unescape(question).strip(), thread, team, body["event_id"]))

    async def health(self, _: web.Request) -> web.Response:
        return web.json_response({"answers": len(self.assistant.tasks)})

    async def answer(self, question: str, thread: Thread, team: str, event_id: str) -> None:
        try:
            if question:
                reply = await self.assistant.answer(
                    question,
                    user=f"slack:{team}:{thread.user}",
                    conversation=(thread.workspace, thread.channel, thread.ts),
                    chat=thread,
                )
                if reply is not None and reply.error:
                    log.info("event %s ended early: %s", event_id, reply.error)
            else:  # in the thread; the assistant would ask privately
                await thread.send("What would you like to know?")
            await thread.finish()
        except MessageGone:
            pass
        except FAILURES as exc:
            what = refusal(exc) if isinstance(exc, SlackApiError) else in_one_line(exc)
            log.warning("event %s: Slack did not take the answer: %s", event_id, what)


class States(AsyncOAuthStateStore):
    """The installations that have begun, for ten minutes."""

    def __init__(self) -> None:
        self.until: dict[str, float] = {}

    async def async_issue(self, *_: Any, **__: Any) -> str:
        now = time.monotonic()
        self.until = {state: until for state, until in self.until.items() if until > now}
        state = secrets.token_urlsafe(24)
        self.until[state] = now + 600
        return state

    async def async_consume(self, state: str) -> bool:
        return self.until.pop(state, 0.0) > time.monotonic()


def set_up(slack: AsyncWebClient, session: aiohttp.ClientSession) -> AsyncWebClient:
    slack.session = session
    slack.base_url = os.environ.get("SLACK_API_URL", slack.base_url)
    slack.retry_handlers[:] = []  # `Thread.call` tries again, within the budget
    return slack


def make_app(session: aiohttp.ClientSession) -> AsyncApp:
    """Return the app of one workspace, or of all that install it."""
    secret = os.environ["SLACK_SIGNING_SECRET"]
    client_id, client_secret = os.environ.get("SLACK_CLIENT_ID"), os.environ.get("SLACK_CLIENT_SECRET")
    if not client_id:
        app = AsyncApp(token=os.environ["SLACK_BOT_TOKEN"], signing_secret=secret)
        set_up(app.client, session)
        return app
    slack = set_up(AsyncWebClient(), session)
    folder = Path(os.environ.get("SLACK_INSTALLATIONS", "slack-installations"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # the tokens in it are for nobody else to read
    store = FileInstallationStore(base_dir=str(folder), historical_data_enabled=False)
    settings = AsyncOAuthSettings(
        client_id=client_id, client_secret=client_secret, scopes=SCOPES, installation_store=store,
        installation_store_bot_only=True, state_store=States(), redirect_uri=os.environ.get("SLACK_REDIRECT_URI"),
    )  # fmt: skip
    settings.authorize = AsyncInstallationStoreAuthorize(  # as its own, but that it asks Slack once of each token
        logger=logging.getLogger("slack_bolt"), installation_store=store, client_id=client_id,
        client_secret=client_secret, bot_only=True, cache_enabled=True, client=slack,
    )  # fmt: skip
    app = AsyncApp(client=slack, signing_secret=secret, oauth_settings=settings)
    app.enable_token_revocation_listeners()
    return app


@contextmanager
def starting(token: str) -> Generator[None]:
    """Say in one line why Slack did not take the first calls, which are made with *token*."""
    try:
        yield
    except SlackApiError as exc:
        why = refusal(exc)
        refused = f"Slack refused the token in {token}" if NO_JSON not in why else "Slack cannot be reached"
        raise StartError(f"{refused}: {why}") from exc
    except UNREACHABLE as exc:
        raise StartError(f"Slack cannot be reached: {in_one_line(exc)}") from exc


@asynccontextmanager
async def running() -> AsyncGenerator[str]:
    """Run the bot; the value is the address that receives Slack's events."""
    async with AsyncIGPT(idle_timeout=60) as igpt, aiohttp.ClientSession() as session:
        app, bot, socket = make_app(session), Bot(igpt), None
        with starting("SLACK_BOT_TOKEN"):
            await (app.client.auth_test() if app.client.token else app.client.api_test())
        app.event("app_mention")(bot.asked)
        app.event("message")(bot.asked)
        site = app.web_app()
        site.router.add_get("/healthz", bot.health)
        runner = web.AppRunner(site, access_log=None)
        await runner.setup()
        try:
            host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "3000"))
            await web.TCPSite(runner, host, port).start()
            if app_token := os.environ.get("SLACK_APP_TOKEN"):
                with starting("SLACK_APP_TOKEN"):  # the socket itself tries on for ever
                    opened = await app.client.apps_connections_open(app_token=app_token)
                socket = AsyncSocketModeHandler(app, app_token).client
                socket.wss_uri = opened["url"]
                await socket.connect()
            yield "http://{}:{}/slack/events".format(*runner.addresses[0])
        finally:
            if socket:
                await socket.close()
            await runner.cleanup()
            await bot.assistant.close(GRACE)


def like_ctrl_c(*_: object) -> None:
    signal.raise_signal(signal.SIGINT)


async def main() -> None:
    async with running() as address:
        print(f"Waiting for Slack's events at {address}")
        await asyncio.Event().wait()


def check_settings() -> None:
    """Say what is missing, before anything begins."""
    given = {name for name, value in os.environ.items() if value.strip()}
    many = "SLACK_CLIENT_ID" in given
    if many and "SLACK_BOT_TOKEN" in given:
        sys.exit("Set SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many; not both")
    for name in ("SLACK_CLIENT_SECRET" if many else "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"):
        if name not in given:
            sys.exit(f"{name} is not set; it is shown with your app on https://api.slack.com/apps")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    log_in_one_line("slack_bolt.AsyncApp")  # Socket Mode connects again by itself
    check_settings()
    signal.signal(signal.SIGTERM, like_ctrl_c)  # which service managers send
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
    except (ConfigurationError, StartError) as exc:
        sys.exit(str(exc))
    except OSError as exc:  # PORT is in use, or the folder of installations cannot be written
        sys.exit(f"The bot could not start: {in_one_line(exc)}")

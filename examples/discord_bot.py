"""A Discord bot: /ask answers from your own mail and messages, as the answer is written, visible only to you.

In one terminal `aigpt serve --root ~/Mail`, and in another, with the three lines it prints:

    pip install discord.py && DISCORD_TOKEN=… python examples/discord_bot.py

The token is that of a bot made on https://discord.com/developers and invited with the scope applications.commands. Who
has connected nothing gets a link to do so. To try it without any mail: `aigpt serve --sample --user discord:YOUR_ID`
(Discord's settings, Advanced, Developer Mode; then "Copy User ID" on your name).
"""

from __future__ import annotations

import logging
import os
import re
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager

import discord
from discord import app_commands

from aigpt import AsyncIGPT, ConfigurationError
from aigpt.bots import (
    UNREACHABLE,
    Assistant,
    Budgets,
    Connections,
    LiveMessage,
    MessageGone,
    SeenEvents,
    defang,
    in_one_line,
    log_in_one_line,
    name_sources,
)

ANSWER_WITHIN = 14 * 60  # s; Discord allows edits for fifteen minutes
EDIT_EVERY = 1.2  # s; of one message: Discord's headers tell of five edits in two seconds
LIMIT = 2000  # characters of a message
INVALID_TOKEN = 50027  # the error code of an edit after fifteen minutes
LINK = re.compile(r"<?(https?://(?:\([^\s<>()]*\)|[^\s<>()])+(?<![.,:;!?*_~|]))>?", re.IGNORECASE)

# Calls in so many seconds, for all answers together. What Discord's headers tell, discord.py keeps to by itself; they
# do not tell of the 50 requests per second of a bot (https://docs.discord.com/developers/topics/rate-limits), nor that
# further messages count for their channel, thirty in a minute (discord/discord-api-docs#2701).
CALLS = {"edit": (40, 1), "follow up": (30, 60)}

log = logging.getLogger("discord_bot")


class Bot(discord.Client):
    def __init__(self) -> None:
        # Commands need no privileged intent; no message may notify anybody.
        super().__init__(intents=discord.Intents(guilds=True), allowed_mentions=discord.AllowedMentions.none())
        igpt = AsyncIGPT(idle_timeout=60)
        connections = Connections(
            igpt,
            service=os.environ.get("CONNECT_SERVICE", "gmail"),
            scope=os.environ.get("CONNECT_SCOPE", "mail.read"),
        )
        self.assistant = Assistant(igpt, connections=connections, timeout=ANSWER_WITHIN)
        self.budgets = Budgets(CALLS)
        self.seen = SeenEvents()

    async def setup_hook(self) -> None:
        tree = app_commands.CommandTree(self)
        tree.add_command(ask)  # pyright: ignore[reportUnknownArgumentType] (it belongs to no group)
        await tree.sync()

    async def close(self) -> None:
        await self.assistant.close(grace=0)  # what is cut says so before the bot disconnects
        await super().close()


@app_commands.command(description="Ask about your own mail and messages; only you see the answer.")
@app_commands.describe(question="What would you like to know?")
async def ask(interaction: discord.Interaction[Bot], question: app_commands.Range[str, 1, 6000]) -> None:
    bot = interaction.client
    if bot.seen.first(interaction.id):
        await bot.assistant.start(answer(interaction, question))


async def answer(interaction: discord.Interaction[Bot], question: str) -> None:
    try:
        await interaction.response.defer(ephemeral=True, thinking=True)  # Discord waits three seconds at most
        reply = await interaction.client.assistant.answer(
            question,
            user=f"discord:{interaction.user.id}",
            conversation=interaction.channel_id,  # of a thread, its own
            chat=Responses(interaction),
        )
        if reply is not None and reply.error:
            log.info("interaction %s ended early: %s", interaction.id, reply.error)
    except (discord.HTTPException, *UNREACHABLE) as exc:
        log.warning("interaction %s: Discord did not take the answer: %s", interaction.id, in_one_line(exc))


class Responses:
    """The responses to *interaction*, which only its user sees: the first replaces "thinking…", others follow it."""

    def __init__(self, interaction: discord.Interaction[Bot]) -> None:
        self.interaction = interaction
        self.budgets = interaction.client.budgets
        self.is_first = True

    async def live(self) -> LiveMessage[discord.Message]:
        sorry = "⚠️ Sorry, I could not finish this answer ({error}). Please ask again."
        return LiveMessage(
            self.send, self.edit, limit=LIMIT, interval=EDIT_EVERY, clean=harmless, broken=sorry,
            ending=name_sources, pace=lambda: self.budgets.turn("edit"),
        )  # fmt: skip

    async def tell(self, text: str, link: str | None = None) -> None:
        connect = f"\n[Connect your mail](<{link}>)" if link else ""
        shown = harmless(text)[: LIMIT - len(connect)] + connect
        try:
            await self.send(shown)
        except MessageGone:  # after fifteen minutes, a direct message is what is left
            await self.interaction.user.send(shown)

    async def send(self, text: str) -> discord.Message:
        with gone():
            if self.is_first:
                await self.budgets.acquire("edit")
                message: discord.Message = await self.interaction.edit_original_response(content=text)
                self.is_first = False
                return message
            await self.budgets.acquire("follow up", str(self.interaction.channel_id))
            return await self.interaction.followup.send(text, ephemeral=True, wait=True)

    async def edit(self, message: discord.Message, text: str) -> None:
        await self.budgets.acquire("edit")
        with gone():
            await message.edit(content=text)


@contextmanager
def gone() -> Generator[None]:
    """Raise MessageGone where Discord reports that the message was deleted or can no longer be edited."""
    try:
        yield
    except discord.HTTPException as exc:
        if isinstance(exc, discord.NotFound) or exc.code == INVALID_TOKEN:
            raise MessageGone from exc
        raise


def harmless(text: str) -> str:
    # A link in <> has no preview: fetching one could send data to an attacker whose mail put it into the answer.
    return LINK.sub(r"<\1>", defang(text, "discord"))


def like_ctrl_c(*_: object) -> None:
    signal.raise_signal(signal.SIGINT)


def main() -> None:
    token = os.environ.get("DISCORD_TOKEN", "").strip()
    if not token:
        sys.exit("DISCORD_TOKEN is not set; give it the token of your bot, from https://discord.com/developers")
    signal.signal(signal.SIGTERM, like_ctrl_c)  # which service managers send
    log_in_one_line("discord.client")  # it connects again by itself
    try:
        Bot().run(token, root_logger=True)
    except ConfigurationError as exc:
        sys.exit(str(exc))
    except discord.LoginFailure:
        sys.exit("Discord refused the token in DISCORD_TOKEN; copy it again from https://discord.com/developers")
    except UNREACHABLE as exc:
        sys.exit(f"Discord cannot be reached: {in_one_line(exc)}")
    except discord.DiscordException as exc:
        sys.exit(f"Discord ended the bot: {in_one_line(exc)}")


if __name__ == "__main__":
    main()

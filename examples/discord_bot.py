"""A Discord bot: /ask answers from your own mail and messages, as the answer is written, visible only to you.

In one terminal `aigpt serve --sample --user discord:YOUR_ID` (Discord's settings, Advanced, Developer Mode; then
"Copy User ID" on your name), and in another, with the three lines it prints:

    pip install discord.py && DISCORD_TOKEN=… python examples/discord_bot.py

The token is that of a bot made on https://discord.com/developers and invited with the scope applications.commands.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager

import aiohttp
import discord
from discord import app_commands

from aigpt import AsyncIGPT, ConfigurationError
from aigpt.bots import LiveMessage, MessageGone, SeenEvents, defang

ANSWER_WITHIN = 14 * 60  # s; Discord allows edits for fifteen minutes
EDIT_EVERY = 1.2  # s; Discord throttles more than about one edit per second
INVALID_TOKEN = 50027  # the error code of an edit after fifteen minutes
LINK = re.compile(r"<?(https?://(?:\([^\s<>()]*\)|[^\s<>()])+(?<![.,:;!?*_~|]))>?", re.IGNORECASE)

log = logging.getLogger("discord_bot")


class Bot(discord.Client):
    def __init__(self) -> None:
        # Commands need no privileged intent; no message may notify anybody.
        super().__init__(intents=discord.Intents(guilds=True), allowed_mentions=discord.AllowedMentions.none())
        self.igpt = AsyncIGPT(idle_timeout=60)
        self.seen = SeenEvents()
        self.answers: set[asyncio.Task[None]] = set()

    async def setup_hook(self) -> None:
        tree = app_commands.CommandTree(self)
        tree.add_command(ask)  # pyright: ignore[reportUnknownArgumentType] (it belongs to no group)
        await tree.sync()

    async def close(self) -> None:
        # Ends the streams; their messages say so before the bot disconnects.
        await self.igpt.close()
        if self.answers:
            await asyncio.wait(self.answers, timeout=10)
        await super().close()


@app_commands.command(description="Ask about your own mail and messages; only you see the answer.")
@app_commands.describe(question="What would you like to know?")
async def ask(interaction: discord.Interaction[Bot], question: app_commands.Range[str, 1, 6000]) -> None:
    bot = interaction.client
    if bot.seen.first(interaction.id):
        task = asyncio.create_task(answer(interaction, question))
        bot.answers.add(task)
        task.add_done_callback(bot.answers.discard)
        await task


async def answer(interaction: discord.Interaction[Bot], question: str) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)  # Discord waits three seconds at most
    user = f"discord:{interaction.user.id}"
    stream = interaction.client.igpt.recall.run(input=question, user=user, stream=True, timeout=ANSWER_WITHIN)
    reply = await live_message(interaction).follow(stream)
    if reply.error:
        log.info("interaction %s ended early: %s", interaction.id, reply.error)


def live_message(interaction: discord.Interaction[Bot]) -> LiveMessage[discord.Message]:
    """Return a LiveMessage for *interaction*: the first message replaces "thinking…", others follow it."""

    async def send(text: str) -> discord.Message:
        with gone():
            if not live.handles:
                return await interaction.edit_original_response(content=text)
            return await interaction.followup.send(text, ephemeral=True, wait=True)

    async def edit(message: discord.Message, text: str) -> None:
        with gone():
            await message.edit(content=text)

    sorry = "⚠️ Sorry, I could not finish this answer ({error}). Please ask again."
    live = LiveMessage(send, edit, interval=EDIT_EVERY, clean=harmless, broken=sorry)
    return live


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


def in_one_line(record: logging.LogRecord) -> bool:
    """Shorten what discord.py logs of a lost connection, which it will make again by itself."""
    exc = record.exc_info[1] if record.exc_info else None
    if isinstance(exc, OSError | aiohttp.ClientError):
        record.msg, record.args, record.exc_info = f"{record.getMessage()} ({exc})", (), None
    return True


def like_ctrl_c(*_: object) -> None:
    signal.raise_signal(signal.SIGINT)


def main() -> None:
    token = os.environ.get("DISCORD_TOKEN", "").strip()
    if not token:
        sys.exit("DISCORD_TOKEN is not set; give it the token of your bot, from https://discord.com/developers")
    signal.signal(signal.SIGTERM, like_ctrl_c)  # which service managers send
    logging.getLogger("discord.client").addFilter(in_one_line)
    try:
        Bot().run(token, root_logger=True)
    except ConfigurationError as exc:
        sys.exit(str(exc))
    except discord.LoginFailure:
        sys.exit("Discord refused the token in DISCORD_TOKEN; copy it again from https://discord.com/developers")
    except (OSError, aiohttp.ClientError) as exc:
        sys.exit(f"Discord cannot be reached: {exc}")
    except discord.DiscordException as exc:
        sys.exit(f"Discord ended the bot: {exc}")


if __name__ == "__main__":
    main()

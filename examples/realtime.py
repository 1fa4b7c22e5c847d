"""Talks with a realtime model: a line is what you say, `@question.wav` is a recording of it (24 kHz, mono, 16 bit).

With `OPENAI_API_KEY` set; or, without a key, in one terminal `python tests/openai/scripted_realtime.py`, a server that
repeats what it hears, and in another, with the two lines it prints:

    python examples/realtime.py --save answers

Text is printed as it comes; with `--save`, spoken answers are kept as answers/1.wav, answers/2.wav and so on.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from aigpt.openai import APIError, AsyncOpenAI, OpenAIError, WebSocketConnectionClosedError
from aigpt.openai.resources.realtime.realtime import AsyncRealtimeConnection

RATE = 24_000
PIECE = RATE // 10  # samples in a tenth of a second


def pieces(path: Path) -> Iterator[bytes]:
    with wave.open(str(path)) as recording:
        if (recording.getframerate(), recording.getnchannels(), recording.getsampwidth()) != (RATE, 1, 2):
            raise ValueError(f"{path} is not of {RATE} Hz, mono, 16 bit")
        while piece := recording.readframes(PIECE):
            yield piece


def save(path: Path, audio: bytes) -> None:
    with wave.open(str(path), "wb") as recording:
        recording.setparams((1, 2, RATE, 0, "NONE", ""))
        recording.writeframes(audio)


async def say(connection: AsyncRealtimeConnection, line: str) -> None:
    if line.startswith("@"):
        for piece in pieces(Path(line[1:])):
            await connection.input_audio_buffer.append(audio=piece)  # bytes are sent in base64
        await connection.input_audio_buffer.commit()
    else:
        await connection.conversation.item.create(
            item={"type": "message", "role": "user", "content": [{"type": "input_text", "text": line}]}
        )
    await connection.response.create()


async def hear(connection: AsyncRealtimeConnection) -> bytes:
    """Print the answer as it comes, and return its audio."""
    audio = bytearray()
    while True:
        event = await connection.recv()  # raises where the connection is lost, or closed in mid-answer
        if event.type == "response.output_text.delta":
            print(event.delta, end="", flush=True)
        elif event.type == "response.output_audio.delta":
            audio += connection.audio_bytes(event)
        elif event.type == "response.output_audio_transcript.delta":
            print(event.delta, end="", flush=True)
        elif event.type == "error":  # an event like others: the connection stays open
            print(f"[{event.error.message}]")
            return bytes(audio)
        elif event.type == "response.done":
            print()
            return bytes(audio)


async def talk(connection: AsyncRealtimeConnection, output: Literal["text", "audio"], folder: Path | None) -> None:
    await connection.session.update(session={"type": "realtime", "output_modalities": [output]})
    turn = 0
    while line := await asyncio.to_thread(sys.stdin.readline):
        if not line.strip():
            continue
        try:
            await say(connection, line.strip())
        except (OSError, ValueError, EOFError, wave.Error) as exc:
            print(f"Nothing was said: {exc}")
            continue
        audio = await hear(connection)
        if folder is not None and audio:
            turn += 1
            save(folder / f"{turn}.wav", audio)


async def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", default="gpt-realtime")
    options.add_argument("--save", type=Path, metavar="FOLDER", help="ask for spoken answers, and keep them")
    given = options.parse_args()
    if given.save is not None:
        given.save.mkdir(parents=True, exist_ok=True)
    async with AsyncOpenAI() as client, client.realtime.connect(model=given.model) as connection:
        await talk(connection, "text" if given.save is None else "audio", given.save)


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except WebSocketConnectionClosedError as error:
        sys.exit(f"\nThe conversation is over: {error}")
    except (APIError, OpenAIError) as error:
        sys.exit(f"There is no conversation: {error}")
    except KeyboardInterrupt:
        sys.exit(130)

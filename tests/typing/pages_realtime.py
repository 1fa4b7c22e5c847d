"""A program of a page, word by word. Never run here: mypy and pyright read it."""

import asyncio
from aigpt.openai import AsyncOpenAI, WebSocketConnectionClosedError


async def main() -> None:
    async with AsyncOpenAI() as client, client.realtime.connect(model="gpt-realtime") as connection:
        await connection.session.update(session={"type": "realtime", "output_modalities": ["text"]})
        await connection.input_audio_buffer.append(audio=b"\0\0" * 2400)  # a tenth of a second of silence
        await connection.input_audio_buffer.commit()
        await connection.response.create()
        try:
            async for event in connection:
                if event.type == "response.output_text.delta":
                    print(event.delta, end="", flush=True)
                elif event.type == "response.done":
                    break
        except WebSocketConnectionClosedError as error:
            print(f"\nThe connection was lost: {error.code}, {error.reason}")


asyncio.run(main())

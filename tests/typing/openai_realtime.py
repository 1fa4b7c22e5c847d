"""What type checkers are promised of the connections of `aigpt.openai`. Never run: mypy and pyright read it."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from typing import assert_type

from aigpt.openai import AsyncAzureOpenAI, AsyncOpenAI, AzureOpenAI, OpenAI, ReconnectingEvent, ReconnectingOverrides
from aigpt.openai.resources.realtime.realtime import (
    AsyncRealtimeConnection,
    AsyncRealtimeConnectionManager,
    RealtimeConnection,
    RealtimeConnectionManager,
)
from aigpt.openai.resources.responses.responses import AsyncResponsesConnection, ResponsesConnection
from aigpt.openai.types.realtime import (
    RealtimeServerEvent,
    RealtimeTranslationServerEvent,
    ResponseAudioDeltaEvent,
    ResponseTextDeltaEvent,
)
from aigpt.openai.types.responses import ResponsesServerEvent
from aigpt.openai.types.websocket_connection_options import WebSocketConnectionOptions


def again(event: ReconnectingEvent) -> ReconnectingOverrides | None:
    assert_type(event.close_code, int)
    return {"abort": True} if event.attempt > 2 else None


async def asynchronous(client: AsyncOpenAI, azure: AsyncAzureOpenAI, options: WebSocketConnectionOptions) -> None:
    manager = client.realtime.connect(model="m", on_reconnecting=again, websocket_connection_options=options)
    assert_type(manager, AsyncRealtimeConnectionManager)
    assert_type(azure.realtime.connect(model="m"), AsyncRealtimeConnectionManager)
    client.realtime.connect(websocket_connection_options={"heartbeat": 5, "max_size": None})
    client.realtime.connect(websocket_connection_options={"heartbit": 5})  # type: ignore[arg-type]
    client.realtime.connect(models="m")  # type: ignore[call-arg]
    manager.send({"type": "response.create"})
    assert_type(await manager.enter(), AsyncRealtimeConnection)
    async with manager as connection:
        assert_type(connection, AsyncRealtimeConnection)
        assert_type(await connection.recv(), RealtimeServerEvent)
        assert_type(connection.parse_event(b""), RealtimeServerEvent)
        assert_type(await connection.recv_bytes(), bytes)
        await connection.session.update(session={"type": "realtime", "instructions": "Be brief."})
        await connection.conversation.item.create(
            item={"type": "message", "role": "user", "content": [{"type": "input_text", "text": "?"}]}
        )
        await connection.input_audio_buffer.append(audio=b"bytes")
        await connection.input_audio_buffer.append(audio="text")
        await connection.input_audio_buffer.append(audio=1)  # type: ignore[arg-type]
        await connection.response.create(response={"output_modalities": ["text"]})
        await connection.send({"type": "response.cancel"})
        assert_type(connection.close_code, int | None)
        async for event in connection:
            assert_type(event, RealtimeServerEvent)
            if event.type == "response.output_text.delta":
                assert_type(event, ResponseTextDeltaEvent)
                assert_type(event.delta, str)
            elif event.type == "response.output_audio.delta":
                assert_type(event, ResponseAudioDeltaEvent)
                assert_type(connection.audio_bytes(event), bytes)

        @connection.on("error")
        def note(event: object) -> int:
            return 1

        assert_type(note(1), int)
        assert_type(connection.off("error", note), AsyncRealtimeConnection)
    async with client.realtime.translations.connect("m") as translation:
        assert_type(await translation.recv(), RealtimeTranslationServerEvent)
    async with client.responses.connect() as responses:
        assert_type(responses, AsyncResponsesConnection)
        assert_type(await responses.recv(), ResponsesServerEvent)
        await responses.response.create(model="m", input="?")


def blocking(client: OpenAI, azure: AzureOpenAI) -> None:
    manager = client.realtime.connect(model="m")
    assert_type(manager, RealtimeConnectionManager)
    assert_type(azure.realtime.connect(model="m").enter(), RealtimeConnection)
    with manager as connection:
        assert_type(connection, RealtimeConnection)
        assert_type(connection.recv(), RealtimeServerEvent)
        connection.input_audio_buffer.append(audio=b"bytes")
        for event in connection:
            assert_type(event, RealtimeServerEvent)
            if event.type == "response.output_audio.delta":
                assert_type(event, ResponseAudioDeltaEvent)
    with client.responses.connect() as responses:
        assert_type(responses, ResponsesConnection)
        assert_type(responses.recv(), ResponsesServerEvent)

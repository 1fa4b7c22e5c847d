"""The contenders over OpenAI's API. aigpt.openai and openai are driven by the same code: that is what is promised.

Each class here opens one client; each method makes one call, reads what a program reads of the answer, and checks it.
Imports are inside, so that a process pays for its own contender alone.
"""

from __future__ import annotations

import base64
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from contenders import KEY, QUESTION, take_long_way
from openai_answers import DIMENSIONS, EVENTS, INPUTS, MODELS, TEXT

MODEL = "gpt-5.4-mini"
MESSAGES: Any = [
    {"role": "system", "content": "Answer in one paragraph."},
    {"role": "user", "content": QUESTION},
]
EMBEDDINGS = {"model": "text-embedding-3-small", "input": [f"sentence {number}" for number in range(INPUTS)]}
DELTA = "response.output_text.delta"


class OpenAIClient(ABC):
    """What a contender can do. Each raises ValueError for an answer that is not what the server sent."""

    @abstractmethod
    async def chat(self) -> None:
        """Complete a chat, and read the completion's attributes."""

    @abstractmethod
    async def chat_events(self) -> None:
        """Stream a chat, and read the text of each chunk."""

    async def response(self) -> None:
        """Create a response, and read its attributes."""
        raise NotImplementedError

    async def response_events(self) -> None:
        """Stream a response, and read the text of each delta."""
        raise NotImplementedError

    async def floats(self) -> None:
        """Get embeddings that come as numbers."""
        raise NotImplementedError

    async def lists(self) -> None:
        """Get embeddings that come as base64, as lists."""
        raise NotImplementedError

    async def arrays(self) -> None:
        """Get embeddings that come as base64, as arrays of numpy."""
        raise NotImplementedError

    async def models(self) -> None:
        """List the models, and read their names."""
        raise NotImplementedError

    async def keep(self, chunks: list[Any]) -> None:
        """Stream a chat, and keep its chunks."""
        raise NotImplementedError


def check(well: object) -> None:
    """Raise ValueError unless all is *well*."""
    if not well:
        raise ValueError("an answer is not what the server sent")


def check_rows(rows: list[Any]) -> None:
    """Raise ValueError unless these are as many embeddings as the server sent."""
    check(len(rows) == INPUTS and all(len(row) == DIMENSIONS for row in rows) and -1 < rows[-1][-1] < 1)


class Library(OpenAIClient):
    """A client of aigpt.openai or of openai."""

    def __init__(self, client: Any) -> None:
        self.client = client

    async def chat(self) -> None:
        """Complete a chat."""
        completion = await self.client.chat.completions.create(model=MODEL, messages=MESSAGES)
        choice = completion.choices[0]
        check(choice.message.content == TEXT and choice.finish_reason == "stop" and completion.usage.total_tokens)

    async def chat_events(self) -> None:
        """Stream a chat."""
        count = 0
        async for chunk in await self.client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True):
            if chunk.choices[0].delta.content:
                count += 1
        check(count == EVENTS)

    async def keep(self, chunks: list[Any]) -> None:
        """Stream a chat, and keep its chunks."""
        stream = await self.client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True)
        chunks.extend([chunk async for chunk in stream if chunk.choices[0].delta.content])

    async def response(self) -> None:
        """Create a response."""
        response = await self.client.responses.create(model=MODEL, input=QUESTION)
        check(response.output_text == TEXT and response.status == "completed" and response.usage.total_tokens)

    async def response_events(self) -> None:
        """Stream a response."""
        count = 0
        async for event in await self.client.responses.create(model=MODEL, input=QUESTION, stream=True):
            if event.type == DELTA and event.delta:
                count += 1
        check(count == EVENTS)

    async def floats(self) -> None:
        """Get embeddings as numbers."""
        answer = await self.client.embeddings.create(**EMBEDDINGS, encoding_format="float")
        check_rows([item.embedding for item in answer.data])

    async def lists(self) -> None:
        """Get embeddings as a client gives them that is not told how: both ask for base64, and make lists of it."""
        answer = await self.client.embeddings.create(**EMBEDDINGS)
        check_rows([item.embedding for item in answer.data])

    async def arrays(self) -> None:
        """Get embeddings as base64, and decode it by hand, since openai does not."""
        import numpy as np

        answer = await self.client.embeddings.create(**EMBEDDINGS, encoding_format="base64")
        check_rows([np.frombuffer(base64.b64decode(item.embedding), dtype="<f4") for item in answer.data])

    async def models(self) -> None:
        """List the models."""
        page = await self.client.models.list()
        check(len([model.id for model in page.data]) == MODELS)


class Ours(Library):
    """A client of aigpt.openai, which makes arrays by itself."""

    async def arrays(self) -> None:
        """Get embeddings as arrays."""
        answer = await self.client.embeddings.create(**EMBEDDINGS, encoding_format="numpy")
        check_rows([item.embedding for item in answer.data])


class LiteLLM(OpenAIClient):
    """The functions of litellm, which makes clients by itself."""

    def __init__(self, url: str) -> None:
        import litellm

        self._call = litellm.acompletion
        self._how: Any = {"model": f"openai/{MODEL}", "base_url": url, "api_key": KEY, "messages": MESSAGES}

    async def chat(self) -> None:
        """Complete a chat."""
        completion: Any = await self._call(**self._how)
        choice = completion.choices[0]
        check(choice.message.content == TEXT and choice.finish_reason == "stop" and completion.usage.total_tokens)

    async def chat_events(self) -> None:
        """Stream a chat."""
        count = 0
        stream: Any = await self._call(**self._how, stream=True)
        async for chunk in stream:
            if chunk.choices[0].delta.content:
                count += 1
        check(count == EVENTS)


class ByHand(OpenAIClient):
    """Aiohttp as most people write it, with msgspec for the JSON: dicts in place of objects, no retries, no checks."""

    def __init__(self, session: Any, url: str) -> None:
        import msgspec

        self._session = session
        self._url = url
        self._encode, self._decode = msgspec.json.encode, msgspec.json.decode

    async def _post(self, route: str, body: Mapping[str, Any]) -> Any:
        async with self._session.post(f"{self._url}/{route}", data=self._encode(body)) as response:
            return self._decode(await response.read())

    async def _events(self, route: str, body: Mapping[str, Any]) -> AsyncIterator[Any]:
        async with self._session.post(f"{self._url}/{route}", data=self._encode({**body, "stream": True})) as response:
            async for line in response.content:
                if line.startswith(b"data: {"):
                    yield self._decode(line[6:])

    async def chat(self) -> None:
        """Complete a chat."""
        completion = await self._post("chat/completions", {"model": MODEL, "messages": MESSAGES})
        choice = completion["choices"][0]
        well = choice["message"]["content"] == TEXT and choice["finish_reason"] == "stop"
        check(well and completion["usage"]["total_tokens"])

    async def chat_events(self) -> None:
        """Stream a chat."""
        count = 0
        async for chunk in self._events("chat/completions", {"model": MODEL, "messages": MESSAGES}):
            if chunk["choices"][0]["delta"].get("content"):
                count += 1
        check(count == EVENTS)

    async def keep(self, chunks: list[Any]) -> None:
        """Stream a chat, and keep its chunks."""
        stream = self._events("chat/completions", {"model": MODEL, "messages": MESSAGES})
        chunks.extend([chunk async for chunk in stream if chunk["choices"][0]["delta"].get("content")])

    async def response(self) -> None:
        """Create a response."""
        response = await self._post("responses", {"model": MODEL, "input": QUESTION})
        well = response["output"][0]["content"][0]["text"] == TEXT and response["status"] == "completed"
        check(well and response["usage"]["total_tokens"])

    async def response_events(self) -> None:
        """Stream a response."""
        count = 0
        async for event in self._events("responses", {"model": MODEL, "input": QUESTION}):
            if event["type"] == DELTA and event["delta"]:
                count += 1
        check(count == EVENTS)

    async def floats(self) -> None:
        """Get embeddings as numbers."""
        answer = await self._post("embeddings", {**EMBEDDINGS, "encoding_format": "float"})
        check_rows([item["embedding"] for item in answer["data"]])

    async def lists(self) -> None:
        """Get embeddings as base64, and make lists of it."""
        check_rows([row.tolist() for row in await self._arrays()])

    async def arrays(self) -> None:
        """Get embeddings as base64, and make arrays of it."""
        check_rows(await self._arrays())

    async def _arrays(self) -> list[Any]:
        import numpy as np

        answer = await self._post("embeddings", {**EMBEDDINGS, "encoding_format": "base64"})
        return [np.frombuffer(base64.b64decode(item["embedding"]), dtype="<f4") for item in answer["data"]]

    async def models(self) -> None:
        """List the models."""
        async with self._session.get(f"{self._url}/models") as response:
            answer = self._decode(await response.read())
        check(len([model["id"] for model in answer["data"]]) == MODELS)


@asynccontextmanager
async def aigpt(url: str) -> AsyncIterator[OpenAIClient]:
    """`aigpt.openai.AsyncOpenAI` as it comes."""
    from aigpt.openai import AsyncOpenAI

    async with AsyncOpenAI(api_key=KEY, base_url=url) as client:
        yield Ours(client)


@asynccontextmanager
async def aigpt_long_way(url: str) -> AsyncIterator[OpenAIClient]:
    """`AsyncOpenAI` where no request takes the short way."""
    take_long_way()
    async with aigpt(url) as client:
        yield client


@asynccontextmanager
async def openai(url: str) -> AsyncIterator[OpenAIClient]:
    """`AsyncOpenAI` as it comes."""
    from openai import AsyncOpenAI

    async with AsyncOpenAI(api_key=KEY, base_url=url) as client:
        yield Library(client)


@asynccontextmanager
async def openai_aiohttp(url: str) -> AsyncIterator[OpenAIClient]:
    """`AsyncOpenAI` over aiohttp, as its manual advises for concurrency."""
    from openai import AsyncOpenAI, DefaultAioHttpClient

    async with AsyncOpenAI(api_key=KEY, base_url=url, http_client=DefaultAioHttpClient()) as client:
        yield Library(client)


@asynccontextmanager
async def litellm(url: str) -> AsyncIterator[OpenAIClient]:
    """`litellm.acompletion` as it comes."""
    yield LiteLLM(url)


@asynccontextmanager
async def by_hand(url: str) -> AsyncIterator[OpenAIClient]:
    """Aiohttp and msgspec."""
    import aiohttp

    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    async with aiohttp.ClientSession(headers=headers) as session:
        yield ByHand(session, url)


OPENAI: dict[str, Callable[[str], AbstractAsyncContextManager[OpenAIClient]]] = {
    "aigpt": aigpt,
    "aigpt, long way": aigpt_long_way,
    "openai": openai,
    "openai, aiohttp": openai_aiohttp,
    "litellm": litellm,
    "aiohttp, msgspec": by_hand,
}

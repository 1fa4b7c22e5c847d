"""instructor's clients, made of ours."""

from __future__ import annotations

from collections.abc import AsyncIterator

import instructor
import pytest
from instructor.core.exceptions import ClientError, InstructorRetryException
from instructor.utils import Provider
from pydantic import BaseModel

from aigpt.openai import AsyncOpenAI, IncompleteStreamError, RateLimitError
from aigpt.testing import OpenAIServer

CANNOT = {
    "test_from_openai": (ClientError, "from_openai takes instances of openai's own clients alone"),
}
"""What instructor cannot do with our clients, by the test that shows it: what it raises, and why."""


class Otter(BaseModel):
    """An otter."""

    name: str
    age: int


QUESTION = [{"role": "user", "content": "Which otter?"}]
OLLIE = {"name": "Ollie", "age": 3}
CALL = [("Otter", OLLIE)]


@pytest.fixture(name="client")
async def _client(openai_server: OpenAIServer) -> AsyncIterator[instructor.AsyncInstructor]:
    async with openai_server.client(max_retries=1) as client:
        yield made_of(client)


def made_of(client: AsyncOpenAI) -> instructor.AsyncInstructor:
    create = instructor.patch(create=client.chat.completions.create)
    return instructor.AsyncInstructor(
        client=client,  # type: ignore[arg-type]
        create=create,
        mode=instructor.Mode.TOOLS,
        provider=Provider.OPENAI,
    )


def test_from_openai(openai_server: OpenAIServer) -> None:
    openai_server.chat("", tool_calls=CALL)
    client = instructor.from_openai(openai_server.blocking_client())  # type: ignore[call-overload]
    assert client.create(model="gpt-4o", messages=QUESTION, response_model=Otter).model_dump() == OLLIE


def test_blocking(openai_server: OpenAIServer) -> None:
    openai_server.chat("", tool_calls=CALL)
    blocking = openai_server.blocking_client()
    client = instructor.Instructor(
        client=blocking,  # type: ignore[arg-type]
        create=instructor.patch(create=blocking.chat.completions.create),
        mode=instructor.Mode.TOOLS,
        provider=Provider.OPENAI,
    )
    assert client.create(model="gpt-4o", messages=QUESTION, response_model=Otter).model_dump() == OLLIE
    assert openai_server.calls[0].headers["User-Agent"].startswith("aigpt")


async def test_structured_output(client: instructor.AsyncInstructor, openai_server: OpenAIServer) -> None:
    openai_server.chat("", tool_calls=CALL)
    otter, completion = await client.create_with_completion(model="gpt-4o", messages=QUESTION, response_model=Otter)
    assert otter.model_dump() == OLLIE
    assert completion.choices[0].message.tool_calls[0].function.name == "Otter"
    assert openai_server.calls[0].json["tools"][0]["function"]["name"] == "Otter"


async def test_an_answer_that_does_not_fit_is_asked_for_again(
    client: instructor.AsyncInstructor, openai_server: OpenAIServer
) -> None:
    openai_server.chat("", tool_calls=[("Otter", {"name": "Ollie", "age": "old"})])
    openai_server.chat("", tool_calls=CALL)
    otter = await client.create(model="gpt-4o", messages=QUESTION, response_model=Otter)
    assert otter.model_dump() == OLLIE
    assert len(openai_server.calls) == 2


async def test_a_stream_of_partial_answers(client: instructor.AsyncInstructor, openai_server: OpenAIServer) -> None:
    openai_server.chat("", tool_calls=CALL)
    parts = [part async for part in client.create_partial(model="gpt-4o", messages=QUESTION, response_model=Otter)]
    assert parts[-1].model_dump() == OLLIE


async def test_a_stream_that_is_cut_raises(client: instructor.AsyncInstructor, openai_server: OpenAIServer) -> None:
    openai_server.chat("", tool_calls=CALL, then="reset")
    with pytest.raises(IncompleteStreamError):
        async for _ in client.create_partial(model="gpt-4o", messages=QUESTION, response_model=Otter):
            pass


async def test_a_429_is_asked_again_by_our_client(
    client: instructor.AsyncInstructor, openai_server: OpenAIServer
) -> None:
    openai_server.error(429, retry_after=0)
    openai_server.chat("", tool_calls=CALL)
    assert (await client.create(model="gpt-4o", messages=QUESTION, response_model=Otter)).model_dump() == OLLIE
    assert len(openai_server.calls) == 2


async def test_an_error_is_ours(client: instructor.AsyncInstructor, openai_server: OpenAIServer) -> None:
    openai_server.error(429, "Slow down", retry_after=0, times=None)
    with pytest.raises(InstructorRetryException, match="Slow down") as caught:
        await client.create(model="gpt-4o", messages=QUESTION, response_model=Otter, max_retries=1)
    assert isinstance(caught.value.__cause__, RateLimitError)

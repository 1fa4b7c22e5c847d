"""What type checkers are promised of `fan_out` with the methods of OpenAI's clients. Never run: mypy and pyright read
it."""  # noqa: D205, D209 (one sentence)

from typing import Any, assert_type

from aigpt import BlockingFanOut, Failed, FanOut, Success, Summary, fan_out, run_file
from aigpt.bulk import BulkEstimate, BulkResult, BulkRun
from aigpt.openai import AsyncOpenAI, OpenAI
from aigpt.openai.types import CreateEmbeddingResponse
from aigpt.openai.types.chat import ChatCompletion
from aigpt.openai.types.responses import Response


async def methods(client: AsyncOpenAI, rows: list[dict[str, Any]]) -> None:
    options = {"model": "gpt-5"}
    async with fan_out(client.chat.completions.create, ["?"], common=options, tokens_per_minute=1e6) as outcomes:
        assert_type(outcomes, FanOut[str, ChatCompletion])
        async for outcome in outcomes:
            assert_type(outcome, Success[str, ChatCompletion] | Failed[str, ChatCompletion])
            if outcome.error is None:
                assert_type(outcome.reply, ChatCompletion)
                assert_type(outcome.reply.choices[0].message.content, str | None)
            else:
                assert_type(outcome.exception, BaseException)
    assert_type(outcomes.summary, Summary)
    async with fan_out(client.responses.create, rows, common=options, server_limits=False) as responses:
        assert_type(responses, FanOut[dict[str, Any], Response])
    async with fan_out(client.embeddings.create, ["?"], common=options, ordered=True) as embeddings:
        assert_type(embeddings, FanOut[str, CreateEmbeddingResponse])


def blocking(client: OpenAI) -> None:
    with fan_out(client.chat.completions.create, ["?"], common={"model": "gpt-5"}) as outcomes:
        assert_type(outcomes, BlockingFanOut[str, ChatCompletion])
        for outcome in outcomes:
            assert_type(outcome, Success[str, ChatCompletion] | Failed[str, ChatCompletion])
    assert_type(outcomes.summary, Summary)


async def files(client: AsyncOpenAI) -> None:
    result = await run_file(client, "chat", "in.jsonl", "out.jsonl", prices={"m": {"input": 1}}, max_cost=5)
    assert_type(result, BulkResult)
    assert_type(result.cost, float | None)
    run = BulkRun(client, "embeddings", "in.jsonl", "out.jsonl", batch_size=100, form="openai-batch")
    assert_type(await run.estimate(), BulkEstimate)

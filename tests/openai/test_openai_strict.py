"""`_strict_response_validation=True`: what an answer comes to has to fit its type, however it was sent."""

from __future__ import annotations

import base64
import struct
from typing import Any

import numpy as np
import pytest
from openai_twins import Kind, twin

from aigpt.openai._errors import APIResponseValidationError
from aigpt.testing import ScriptedServer

ROW = [0.5, -1.25, 3.0]
ENCODED = base64.b64encode(struct.pack("<3f", *ROW)).decode()


@pytest.fixture(params=["async", "blocking"])
def kind(request: pytest.FixtureRequest) -> Any:
    return request.param


def answer_of(embedding: object, **fields: object) -> dict[str, Any]:
    data = [{"object": "embedding", "index": 0, "embedding": embedding}]
    return {"object": "list", "data": data, "model": "m", "usage": {"prompt_tokens": 1, "total_tokens": 1}, **fields}


@pytest.mark.parametrize("sent", [ENCODED, ROW], ids=["base64", "floats"])
async def test_embeddings_fit_as_what_they_are_decoded_to(kind: Kind, igpt_server: ScriptedServer, sent: Any) -> None:
    igpt_server.reply("embeddings", json=answer_of(sent))
    async with twin(kind, igpt_server, _strict_response_validation=True) as one:
        lists = await one.run(lambda c: c.embeddings.create(input="x", model="m"))
        assert lists.data[0].embedding == ROW
        rows = await one.run(lambda c: c.embeddings.create(input="x", model="m", encoding_format="numpy"))
        assert rows.data[0].embedding.dtype == np.float32
        assert rows.data[0].embedding.tolist() == ROW
        raw = await one.run(lambda c: c.embeddings.with_raw_response.create(input="x", model="m"))
        assert raw.parse().data[0].embedding == ROW


@pytest.mark.parametrize("form", ["numpy", "float", None])
async def test_what_does_not_fit_is_refused(kind: Kind, igpt_server: ScriptedServer, form: str | None) -> None:
    igpt_server.reply("embeddings", json=answer_of(ROW, model=None))
    params: dict[str, Any] = {"input": "x", "model": "m", **({"encoding_format": form} if form else {})}
    async with twin(kind, igpt_server, _strict_response_validation=True) as one:
        with pytest.raises(APIResponseValidationError, match="does not fit its type") as told:
            await one.run(lambda c: c.embeddings.create(**params))
        assert told.value.response.json()["model"] is None
        raw = await one.run(lambda c: c.embeddings.with_raw_response.create(**params))
        with pytest.raises(APIResponseValidationError, match="does not fit its type"):
            raw.parse()


async def test_base64_that_was_asked_for_does_not_fit(kind: Kind, igpt_server: ScriptedServer) -> None:
    """It is what the server sends, but the type says numbers."""
    igpt_server.reply("embeddings", json=answer_of(ENCODED))
    async with twin(kind, igpt_server, _strict_response_validation=True) as one:
        with pytest.raises(APIResponseValidationError):
            await one.run(lambda c: c.embeddings.create(input="x", model="m", encoding_format="base64"))

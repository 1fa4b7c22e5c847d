"""Embeddings: base64 on the wire, lists or arrays for the caller, whatever the server makes of it."""

from __future__ import annotations

import base64
import builtins
import copy
import json
import math
import pickle
import struct
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec
import numpy as np
import pybase64
import pytest

from aigpt.openai import _embeddings
from aigpt.openai._embeddings import prepare_embeddings
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._models import wrapper_of
from aigpt.openai._serialize import plain
from aigpt.openai._types import NOT_GIVEN, omit
from aigpt.openai.types import CreateEmbeddingResponse


@pytest.fixture(autouse=True, params=[True, False], ids=["pybase64", "msgspec"])
def _decoder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Decode with it and without it: it is there or not, and the answers are the same."""
    if not request.param:
        monkeypatch.setitem(sys.modules, "pybase64", None)
    _embeddings.decoder.cache_clear()
    yield
    _embeddings.decoder.cache_clear()


FLOATS = [[0.1, -2.5, 3.0], [1e-8, float("inf"), 4.0]]


def encoded(row: list[float]) -> str:
    return base64.b64encode(struct.pack(f"<{len(row)}f", *row)).decode()


def float32(row: list[float]) -> list[float]:
    return list(struct.unpack(f"<{len(row)}f", struct.pack(f"<{len(row)}f", *row)))


def answer_of(*embeddings: Any) -> dict[str, Any]:
    data = [{"object": "embedding", "index": index, "embedding": one} for index, one in enumerate(embeddings)]
    return {"object": "list", "data": data, "model": "m", "usage": {"prompt_tokens": 1, "total_tokens": 1}}


def decoded(body: dict[str, Any], answer: dict[str, Any]) -> list[Any]:
    _, decode = prepare_embeddings(body)
    assert decode is not None
    assert decode(answer) is answer
    return [item["embedding"] for item in answer["data"]]


@pytest.mark.parametrize("body", [{}, {"encoding_format": omit}, {"encoding_format": NOT_GIVEN}])
def test_base64_is_asked_for_and_gives_lists(body: dict[str, Any]) -> None:
    given = {"input": "x", "model": "m", **body}
    sent, _ = prepare_embeddings(given)
    assert sent == {"input": "x", "model": "m", "encoding_format": "base64"}
    assert given == {"input": "x", "model": "m", **body}
    rows = decoded(given, answer_of(*map(encoded, FLOATS)))
    assert rows == [float32(row) for row in FLOATS]
    assert type(rows[0]) is list


@pytest.mark.parametrize("asked", ["float", "base64", None, "int8"])
def test_what_the_caller_asks_for_is_left_alone(asked: object) -> None:
    body = {"input": "x", "encoding_format": asked}
    assert prepare_embeddings(body) == (body, None)


def test_the_fastest_decoder_there_is_decodes(request: pytest.FixtureRequest) -> None:
    decode = _embeddings.decoder()
    assert isinstance(decode, partial)
    assert decode.func is (pybase64.b64decode if "pybase64" in request.node.name else msgspec.convert)


def test_a_server_that_ignores_base64_gives_what_it_gives() -> None:
    assert decoded({}, answer_of([0.1, 2], encoded([1.5]), None)) == [[0.1, 2], [1.5], None]


def test_base64_may_be_in_lines() -> None:
    text = encoded([1.0, 2.0])
    assert decoded({}, answer_of(f"{text[:4]}\n{text[4:]}\n")) == [[1.0, 2.0]]


class TestNumpy:
    BODY = {"input": ["a", "b"], "encoding_format": "numpy"}  # noqa: RUF012 (nobody changes it)

    def test_base64_is_asked_for(self) -> None:
        assert prepare_embeddings(self.BODY)[0] == {"input": ["a", "b"], "encoding_format": "base64"}
        assert self.BODY["encoding_format"] == "numpy"

    @pytest.mark.parametrize("form", [encoded, list], ids=["base64", "floats"])
    def test_rows_are_views_of_one_array_that_nobody_can_write_to(self, form: Any) -> None:
        rows = decoded(self.BODY, answer_of(*map(form, FLOATS)))
        assert [row.tolist() for row in rows] == [float32(row) for row in FLOATS]
        for row in rows:
            assert row.dtype == np.float32
            assert not row.flags.owndata
            with pytest.raises(ValueError, match="read-only"):
                row[0] = 1
            with pytest.raises(ValueError, match="WRITEABLE"):
                row.flags.writeable = True
        assert rows[1].ctypes.data - rows[0].ctypes.data == 12

    def test_rows_of_several_sizes_and_forms(self) -> None:
        rows = decoded(self.BODY, answer_of(encoded([1.0]), [2, 3.5], [], encoded([])))
        assert [row.tolist() for row in rows] == [[1.0], [2.0, 3.5], [], []]

    def test_what_is_no_row_of_numbers_stays_as_it_came(self) -> None:
        rows = decoded(self.BODY, answer_of(encoded([1.0]), None, [[1.0]], ["x"], {"a": 1}))
        assert rows[0].tolist() == [1.0]
        assert rows[1:] == [None, [[1.0]], ["x"], {"a": 1}]

    def test_floats_beyond_float32_are_infinite_without_a_warning(self) -> None:
        (row,) = decoded(self.BODY, answer_of([1e300]))
        assert math.isinf(row[0])

    def test_without_numpy_the_call_is_refused_with_the_remedy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import_really = builtins.__import__

        def import_none(name: str, *arguments: Any, **options: Any) -> Any:
            if name == "numpy":
                raise ImportError(name)
            return import_really(name, *arguments, **options)

        monkeypatch.setattr(builtins, "__import__", import_none)
        with pytest.raises(ConfigurationError, match=r"pip install .*\[numpy\]"):
            prepare_embeddings(self.BODY)
        prepare_embeddings({})


@pytest.mark.parametrize("asked", [{}, {"encoding_format": "numpy"}])
class TestUnusableAnswers:
    @pytest.mark.parametrize("answer", [{}, {"data": []}, {"data": None}, [], "x", None, {"error": {"message": "no"}}])
    def test_without_embeddings_are_errors(self, asked: dict[str, Any], answer: Any) -> None:
        _, decode = prepare_embeddings(asked)
        assert decode is not None
        with pytest.raises(ValueError, match="no embeddings"):
            decode(answer)

    @pytest.mark.parametrize("text", ["a", "AAA=", "é"])
    def test_text_that_is_no_base64_is_an_error_by_its_place(self, asked: dict[str, Any], text: str) -> None:
        with pytest.raises(ValueError, match=r"data\[1\]\.embedding"):
            decoded(asked, answer_of(encoded([1.0]), text))

    def test_other_things_among_the_data_stay(self, asked: dict[str, Any]) -> None:
        answer = {"data": ["x", {"index": 0}, {"embedding": encoded([1.0])}]}
        _, decode = prepare_embeddings(asked)
        assert decode is not None
        assert decode(answer)["data"][:2] == ["x", {"index": 0}]
        assert list(answer["data"][2]["embedding"]) == [1.0]  # type: ignore[index]


@pytest.mark.parametrize("asked", [{}, {"encoding_format": "numpy"}], ids=["lists", "numpy"])
class TestResponses:
    """What can be done with any answer can be done with this one."""

    @pytest.fixture(name="response")
    def _response(self, asked: dict[str, Any]) -> CreateEmbeddingResponse:
        return self.make(asked)

    @staticmethod
    def make(
        asked: dict[str, Any], rows: tuple[list[float], ...] = ([0.5, 1.5], [2.5, -3.5])
    ) -> CreateEmbeddingResponse:
        answer = answer_of(*map(encoded, rows))
        decoded(asked, answer)
        response = wrapper_of(CreateEmbeddingResponse)(answer)
        assert isinstance(response, CreateEmbeddingResponse)
        return response

    def test_they_are_compared(self, asked: dict[str, Any], response: CreateEmbeddingResponse) -> None:
        assert response == self.make(asked)
        assert response != self.make(asked, ([0.5, 1.5], [2.5, 3.5]))
        assert response != self.make(asked, ([0.5, 1.5], [2.5]))

    def test_they_are_pickled_and_copied(self, response: CreateEmbeddingResponse) -> None:
        for other in (pickle.loads(pickle.dumps(response)), copy.deepcopy(response), copy.copy(response)):  # noqa: S301
            assert other == response
            assert list(other.data[1].embedding) == [2.5, -3.5]

    def test_they_are_json(self, response: CreateEmbeddingResponse) -> None:
        expected = answer_of([0.5, 1.5], [2.5, -3.5])
        assert json.loads(response.to_json()) == expected
        assert json.loads(response.model_dump_json()) == expected
        assert response.model_dump(mode="json") == expected
        assert plain(response) == expected  # what is sent if it is sent somewhere

    def test_they_are_dicts(self, asked: dict[str, Any], response: CreateEmbeddingResponse) -> None:
        dumped = response.model_dump()
        assert [list(item["embedding"]) for item in dumped["data"]] == [[0.5, 1.5], [2.5, -3.5]]
        assert type(dumped["data"][0]["embedding"]) is (np.ndarray if asked else list)
        assert "embedding" in repr(response)


def test_openai_gives_the_same_lists() -> None:
    pytest.importorskip("openai._models", reason="the pinned openai is not installed")
    from openai import omit as their_omit  # noqa: PLC0415 (where it is installed)
    from openai.lib._parsing._embeddings import parse_embedding_response  # noqa: PLC0415 (likewise)
    from openai.types import CreateEmbeddingResponse as Theirs  # noqa: PLC0415 (likewise)

    answer = answer_of(*map(encoded, FLOATS))
    theirs = parse_embedding_response(Theirs.construct(**copy.deepcopy(answer)), encoding_format=their_omit)
    assert decoded({}, answer) == [item.embedding for item in theirs.data]

"""Who may use the OpenAI protocol of the embedded server: keys, users, pages of other sites; and its embeddings."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from local_making import mail, mbox
from local_openai import ANSWER, QUESTION, chat, strict_client

from aigpt.local import LocalServer, LocalServerError, read_keys
from aigpt.local.answer.errors import AnswerError
from aigpt.local.openai_api.calls import Gate
from aigpt.local.openai_api.embeddings import Embeddings
from aigpt.local.openai_api.models import Models
from aigpt.local.web.api_keys import Keys
from aigpt.openai import AuthenticationError, BadRequestError, InternalServerError, PermissionDeniedError

KEYS = {"all-key": None, "ann-key": "ann", "bo-key": "bo"}
PAGE = "https://chat.example"


# ── keys and users ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_key_may_be_bound_to_a_user(data: list[Path], session: aiohttp.ClientSession) -> None:
    async with LocalServer(data, user="ann", api_keys=KEYS, port=0) as server:
        await server.indexed()
        for key, user, finds in (
            ("all-key", None, True),  # the server's own user
            ("all-key", "bo", False),
            ("ann-key", None, True),
            ("ann-key", "ann", True),
            ("bo-key", None, False),
        ):
            async with strict_client("aigpt", server.url, key) as client:
                named = {} if user is None else {"user": user}
                told = await client.chat.completions.create(**chat(QUESTION), **named)
                assert (ANSWER in told.choices[0].message.content) is finds, (key, user)
        async with strict_client("aigpt", server.url, "bo-key") as client:
            for call in (
                client.chat.completions.create(**chat(QUESTION), user="ann"),
                client.responses.create(model="igpt-run", input=QUESTION, user="ann"),
                client.files.list(extra_query={"user": "ann"}),
                client.files.create(file=b"x", purpose="user_data", extra_body={"user": "ann"}),
                client.vector_stores.create(name="x", extra_body={"user": "ann"}),
            ):
                with pytest.raises(PermissionDeniedError) as caught:
                    await call
                assert (caught.value.status_code, caught.value.param) == (403, "user")
            assert [one async for one in client.vector_stores.list()] == []
        for key, code in (("bo-key", "auth"), ("ann-key", None), ("all-key", None)):
            body = {"user": "ann", "query": "budget"}
            headers = {"Authorization": f"Bearer {key}"}
            async with session.post(f"{server.url}/recall/search", json=body, headers=headers) as response:
                reply = await response.json()
            assert (reply.get("error"), "results" in reply) == (code, code is None)


async def test_without_a_key_or_with_a_wrong_one_nothing_is_answered(data: list[Path]) -> None:
    async with LocalServer(data, api_keys=KEYS, port=0) as server, strict_client("openai", server.url, "x") as client:
        for call in (
            client.models.list(),
            client.chat.completions.create(**chat(QUESTION)),
            client.files.content("file-x"),
            client.vector_stores.delete("vs_x"),
            client.moderations.create(input="x"),
        ):
            with pytest.raises(Exception, match="Authorization must be 'Bearer'") as caught:
                await call
            assert (caught.value.status_code, caught.value.code) == (401, "invalid_api_key")  # type: ignore[attr-defined]


async def test_any_key_will_do_where_none_are_given_but_a_blank_one(
    server: LocalServer, session: aiohttp.ClientSession
) -> None:
    for headers, status in (({"Authorization": "Bearer sk-1"}, 200), ({"Authorization": "Bearer  "}, 401), ({}, 401)):
        async with session.get(f"{server.url}/models", headers=headers) as response:
            assert response.status == status


async def test_links_to_sources_open_without_a_key_where_any_will_do(
    data: list[Path], session: aiohttp.ClientSession
) -> None:
    for keys, status in ((None, 200), (["k"], 401)):
        async with LocalServer(data, user="ann o'b", api_keys=keys, port=0) as server:
            await server.indexed()
            async with strict_client("aigpt", server.url, "k") as client:
                told = await client.chat.completions.create(**chat(QUESTION))
                link = told.choices[0].message.annotations[0].url_citation.url
            async with session.get(link) as response:
                assert (response.status, ANSWER in await response.text()) == (status, status == 200)
                if status == 200:
                    assert "sandbox" in response.headers["Content-Security-Policy"]
            async with session.get(link.removesuffix("/content")) as response:
                assert response.status == 401


async def test_links_to_sources_name_another_user(
    server: LocalServer, our_client: Any, session: aiohttp.ClientSession
) -> None:
    file = await our_client.files.create(file=("a.txt", b"The zebra lives in Kenya.\n"), purpose="user_data",
                                         extra_body={"user": "zoë & co"})  # fmt: skip
    content = [{"type": "text", "text": "Where does the zebra live?"}, {"type": "file", "file": {"file_id": file.id}}]
    told = await our_client.chat.completions.create(
        model="igpt-ask", user="zoë & co", messages=[{"role": "user", "content": content}]
    )
    async with session.get(told.choices[0].message.annotations[0].url_citation.url) as response:
        assert await response.read() == b"The zebra lives in Kenya.\n"


def test_a_file_of_keys_says_whose_they_are(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.touch(0o600)
    path.write_text("first\n\n  second  ann@x.example \nthird\tbo\n")
    assert read_keys(path) == {"first": None, "second": "ann@x.example", "third": "bo"}
    path.write_text("first\nfirst ann\n")
    with pytest.raises(LocalServerError, match="line 2 has a key that is there already"):
        read_keys(path)


def test_a_key_bound_to_a_blank_user_will_not_do() -> None:
    with pytest.raises(LocalServerError, match="user of an API key is blank"):
        Keys({"k-secret": " "})


async def test_no_user_has_the_name_of_another_ones_uploads(server: LocalServer) -> None:
    with pytest.raises(LocalServerError, match="control characters"):
        Keys({"k-secret": "ann\x1fuploads"})
    with pytest.raises(LocalServerError, match="control characters"):
        await LocalServer(user="ann\x1fuploads", port=0).start()
    async with strict_client("aigpt", server.url) as client:
        with pytest.raises(BadRequestError, match="control characters"):
            await client.chat.completions.create(**chat(QUESTION), user="me\x1fuploads")


async def test_what_is_wrong_with_the_question_is_the_clients_fault(server: LocalServer) -> None:
    long = "word " * 20_001
    schema = {"type": "object", "properties": {"it": {"$ref": "#"}}, "required": ["it"]}  # within itself for ever
    form: Any = {"format": {"type": "json_schema", "name": "x", "schema": schema}}
    async with strict_client("aigpt", server.url) as client:
        with pytest.raises(BadRequestError, match="100,000") as caught:
            await client.chat.completions.create(**chat(long))
        assert caught.value.param == "messages"
        with pytest.raises(BadRequestError, match="100,000") as caught:
            await client.responses.create(model="igpt-ask", input=long)
        assert caught.value.param == "input"
        with pytest.raises(BadRequestError) as caught:
            await client.responses.create(model="igpt-ask", input=QUESTION, text=form)
        assert caught.value.code == "params"


# ── pages of other sites ────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_page_that_was_named_may_use_the_api(data: list[Path], session: aiohttp.ClientSession) -> None:
    async with LocalServer(data, port=0, cors_origins=[f"{PAGE}/", "http://localhost:3000"]) as server:
        await server.indexed()
        url = f"{server.url}/chat/completions"
        asks = {"Origin": PAGE, "Access-Control-Request-Method": "POST", "Sec-Fetch-Site": "cross-site",
                "Access-Control-Request-Headers": "authorization,content-type,x-stainless-os"}  # fmt: skip
        async with session.options(url, headers=asks) as response:
            assert response.status == 204
            assert response.headers["Access-Control-Allow-Origin"] == PAGE
            assert response.headers["Access-Control-Allow-Headers"] == asks["Access-Control-Request-Headers"]
            assert "POST" in response.headers["Access-Control-Allow-Methods"]
        sent = {"Origin": PAGE, "Sec-Fetch-Site": "cross-site", "Authorization": "Bearer any"}
        for body, status in ((chat(QUESTION), 200), (chat(QUESTION, stream=True), 200), (chat(), 400)):
            async with session.post(url, json=body, headers=sent) as response:
                assert response.status == status
                assert response.headers["Access-Control-Allow-Origin"] == PAGE
                assert response.headers["Vary"] == "Origin"
                await response.read()
        async with session.get(f"{server.url}/models", headers=sent | {"Authorization": ""}) as response:
            assert (response.status, response.headers["Access-Control-Allow-Origin"]) == (401, PAGE)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "https://chat.example.evil.example", ""])
async def test_a_page_that_was_not_named_may_not(data: list[Path], session: aiohttp.ClientSession, origin: str) -> None:
    async with LocalServer(data, port=0, cors_origins=[PAGE]) as server:
        url = f"{server.url}/chat/completions"
        asks = {"Origin": origin, "Access-Control-Request-Method": "POST", "Sec-Fetch-Site": "cross-site"}
        async with session.options(url, headers=asks) as response:
            assert response.status == 403
            assert "Access-Control-Allow-Origin" not in response.headers
        sent = {"Origin": origin, "Sec-Fetch-Site": "cross-site", "Authorization": "Bearer any"}
        async with session.post(url, json=chat(QUESTION), headers=sent) as response:
            assert response.status == 403
            assert "Access-Control-Allow-Origin" not in response.headers


async def test_only_the_api_is_for_pages_of_other_sites(data: list[Path], session: aiohttp.ClientSession) -> None:
    async with LocalServer(data, port=0, cors_origins=[PAGE]) as server:
        home = server.url.removesuffix("/v1")
        async with session.get(f"{home}/page/config", headers={"Origin": PAGE}) as response:
            assert (response.status, "Access-Control-Allow-Origin" in response.headers) == (200, False)
        sent = {"Origin": PAGE, "Sec-Fetch-Site": "cross-site"}
        async with session.post(f"{home}/connect/x", headers=sent) as response:
            assert response.status == 403


async def test_all_pages_may_only_with_keys(data: list[Path], session: aiohttp.ClientSession) -> None:
    with pytest.raises(LocalServerError, match="api-key-file"):
        await LocalServer(data, port=0, cors_origins=["*"]).start()
    async with LocalServer(data, port=0, cors_origins=["*"], api_keys=["k"]) as server:
        sent = {"Origin": "https://any.example", "Authorization": "Bearer k"}
        async with session.get(f"{server.url}/models", headers=sent) as response:
            assert response.headers["Access-Control-Allow-Origin"] == "https://any.example"


@pytest.mark.parametrize("origin", ["chat.example", "https://", "https://chat.example/page", "https://*.example", ""])
async def test_an_origin_that_is_none_is_refused_at_the_start(data: list[Path], origin: str) -> None:
    with pytest.raises(LocalServerError, match="CORS origin is not one"):
        await LocalServer(data, port=0, cors_origins=[origin]).start()


# ── clients that go away ────────────────────────────────────────────────────────────────────────────────────────────


async def test_many_streams_at_once_are_each_whole(data: list[Path]) -> None:
    async with LocalServer(data, port=0) as server, strict_client("aigpt", server.url) as client:
        await server.indexed()
        whole = (await client.chat.completions.create(**chat(QUESTION))).choices[0].message.content

        async def one() -> str:
            stream = await client.chat.completions.create(**chat(QUESTION), stream=True)
            return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])

        async def gone() -> None:
            async for _ in await client.responses.create(model="igpt-run", input=QUESTION, stream=True):
                break

        texts = await asyncio.gather(*[one() for _ in range(20)], *[gone() for _ in range(20)])
        assert texts == [whole] * 20 + [None] * 20


# ── embeddings ──────────────────────────────────────────────────────────────────────────────────────────────────────


class LengthEmbedder:
    """Makes vectors of the lengths of texts; fails for "no"."""

    name = "small-embedder"

    async def embed(self, texts: Sequence[str]) -> Sequence[bytes]:
        if "no" in texts:
            raise AnswerError("the model is gone")
        return [struct.pack("<2f", len(text), 0.5) for text in texts]


async def test_embeddings_are_those_of_the_model_as_floats_and_in_base64() -> None:
    models = Models(None, LengthEmbedder.name, 0)
    app = web.Application()
    gate = Gate(Keys(None), "me", lambda *_: None)
    app.router.add_post("/v1/embeddings", gate.handler(Embeddings(models, LengthEmbedder()).create, body=True))
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        for which in ("aigpt", "openai"):
            async with strict_client(which, url, strict=which == "aigpt") as client:  # openai finds its base64 wrong
                asked = {"model": LengthEmbedder.name, "input": ["a", "abc"]}
                for form in ({}, {"encoding_format": "float"}):
                    made = await client.embeddings.create(**asked, **form)
                    assert [list(one.embedding) for one in made.data] == [[1.0, 0.5], [3.0, 0.5]]
                    assert (made.model, made.usage.total_tokens) == (LengthEmbedder.name, 2)
        async with strict_client("aigpt", url) as client:
            for wrong in ({"input": []}, {"input": " "}, {"input": [1, 2]}, {"input": "x", "dimensions": 5}):
                with pytest.raises(BadRequestError):
                    await client.embeddings.create(**{"model": LengthEmbedder.name, **wrong})
            with pytest.raises(InternalServerError, match="the model is gone"):
                await client.embeddings.create(model=LengthEmbedder.name, input="no")
    finally:
        await runner.cleanup()


async def test_users_do_not_see_what_another_has_connected(tmp_path: Path) -> None:
    box = tmp_path / "mail.mbox"
    box.write_bytes(mbox([mail("The safe code is 4711.", Subject="Safe")]))
    async with LocalServer([box], user="ann", api_keys=KEYS, port=0) as server:
        await server.indexed()
        async with strict_client("aigpt", server.url, "ann-key") as client:
            response = await client.responses.create(model="igpt-run", input="What is the safe code?")
            file = response.output[-1].content[0].annotations[0].file_id
            store = (await client.vector_stores.list()).data[0].id
        async with strict_client("aigpt", server.url, "bo-key") as client:
            for call in (
                client.files.content(file),
                client.responses.retrieve(response.id),
                client.vector_stores.retrieve(store),
            ):
                with pytest.raises(Exception, match="404"):
                    await call
            with pytest.raises(Exception, match="404"):
                [one async for one in client.vector_stores.search(store, query="safe")]
        async with strict_client("aigpt", server.url, "no-key") as client:
            with pytest.raises(AuthenticationError):
                await client.files.content(file)

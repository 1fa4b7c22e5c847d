"""``/v1/files``, ``/v1/uploads`` and ``/v1/vector_stores`` of the embedded server."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from local_making import Post, mail, mbox
from local_openai import ANSWER, QUESTION, chat, strict_client

from aigpt.local import LocalServer, LocalServerError
from aigpt.local.openai_api import store_files, upload_parts
from aigpt.local.openai_api.catalog import Catalog
from aigpt.local.openai_api.library import Limits
from aigpt.local.web import server as server_module
from aigpt.openai import APIStatusError, BadRequestError, InternalServerError, NotFoundError

ZOO = b"The zebra Quagmire lives in Nairobi.\n"
WORD = "Quagmire"
BYTES = bytes(range(256)) * 1_000


async def upload(client: Any, name: str = "zoo notes.txt", data: bytes = ZOO, purpose: str = "user_data") -> Any:
    return await client.files.create(file=(name, data), purpose=purpose)


def traces(folder: Path, word: str) -> list[str]:
    """Return the files below *folder* that hold *word*."""
    return [str(path) for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


async def test_a_file_comes_back_byte_for_byte_and_is_listed(openai_client: Any) -> None:
    files = [
        await upload(openai_client, name, BYTES + name.encode()) for name in ("a.gz", "b c.bin", "ü/../x" + 300 * "漢")
    ]
    for file in files:
        assert (await openai_client.files.content(file.id)).content == BYTES + file.filename.encode()
        found = await openai_client.files.retrieve(file.id)
        assert (found.filename, found.bytes) == (file.filename, len(BYTES) + len(file.filename.encode()))
    ids = [file.id for file in files]
    assert [file.id async for file in openai_client.files.list()] == ids[::-1]
    assert [file.id async for file in openai_client.files.list(order="asc", limit=2)] == ids
    assert [file.id async for file in openai_client.files.list(purpose="batch")] == []
    assert [file.id async for file in openai_client.files.list(after=ids[2])] == [ids[1], ids[0]]


async def test_an_upload_in_parts_becomes_a_file(openai_client: Any) -> None:
    done = await openai_client.uploads.upload_file_chunked(
        file=BYTES,
        filename="all.bin",
        bytes=len(BYTES),
        mime_type="text/plain",
        purpose="assistants",
        part_size=100_000,
    )
    assert (done.status, done.file.filename) == ("completed", "all.bin")
    assert (await openai_client.files.content(done.file.id)).content == BYTES


async def test_uploads_are_checked_and_cancelled(our_client: Any) -> None:
    begun: dict[str, Any] = {"filename": "a.txt", "bytes": 4, "mime_type": "text/plain", "purpose": "assistants"}
    one = await our_client.uploads.create(**begun)
    first = await our_client.uploads.parts.create(one.id, data=b"ab")
    with pytest.raises(BadRequestError, match="more bytes"):
        await our_client.uploads.parts.create(one.id, data=b"cde")
    with pytest.raises(BadRequestError, match="not as many bytes"):
        await our_client.uploads.complete(one.id, part_ids=[first.id])
    second = await our_client.uploads.parts.create(one.id, data=b"cd")
    for wrong in ([], ["x"], [first.id, first.id]):
        with pytest.raises(BadRequestError, match="part_ids" if wrong else "not as many bytes"):
            await our_client.uploads.complete(one.id, part_ids=wrong)
    with pytest.raises(BadRequestError, match="md5"):
        await our_client.uploads.complete(one.id, part_ids=[second.id, first.id], md5="0" * 32)
    done = await our_client.uploads.complete(one.id, part_ids=[second.id, first.id])
    assert (await our_client.files.content(done.file.id)).content == b"cdab"
    other = await our_client.uploads.create(**begun)
    await our_client.uploads.parts.create(other.id, data=b"ab")
    assert (await our_client.uploads.cancel(other.id)).status == "cancelled"
    with pytest.raises(BadRequestError, match="is over"):
        await our_client.uploads.parts.create(other.id, data=b"ab")


async def test_what_is_uploaded_is_searched_only_where_it_is_attached(openai_client: Any, post: Post) -> None:
    file = await upload(openai_client)
    asked = f"Where does {WORD} live?"
    message = {"role": "user", "content": [{"type": "text", "text": asked}]}
    with_file = {"role": "user", "content": [*message["content"], {"type": "file", "file": {"file_id": file.id}}]}
    told = await openai_client.chat.completions.create(model="igpt-run", messages=[with_file])
    assert "Nairobi" in told.choices[0].message.content
    assert f"/files/{file.id}/content" in told.choices[0].message.annotations[0].url_citation.url
    without = await openai_client.chat.completions.create(model="igpt-run", messages=[message])
    assert "Nairobi" not in without.choices[0].message.content
    assert WORD not in str((await post("recall/search", query=WORD))["results"])
    assert WORD not in str(await post("recall/ask", input=asked))
    assert len((await post("datasources/list"))["datasources"]) == 2
    content = [{"type": "input_text", "text": asked}, {"type": "input_file", "file_id": file.id}]
    response = await openai_client.responses.create(model="igpt-ask", input=[{"role": "user", "content": content}])
    assert "Nairobi" in response.output_text
    cited = response.output[-1].content[0].annotations[0]
    assert (cited.file_id, cited.filename) == (file.id, "zoo notes.txt")


async def test_a_vector_store_of_files_is_filled_searched_and_deleted(openai_client: Any) -> None:
    stores = openai_client.vector_stores
    store = await stores.create(name="zoo", metadata={"a": "b"})
    file = await stores.files.upload_and_poll(vector_store_id=store.id, file=("zoo.md", ZOO), poll_interval_ms=20)
    assert (file.status, file.last_error) == ("completed", None)
    box = mbox([mail(f"{WORD} eats hay.", Subject="Hay")])
    batch = await stores.file_batches.upload_and_poll(
        store.id, files=[("hay.mbox", box), ("cover.png", b"\x89PNG\0\0")], poll_interval_ms=20
    )
    assert (batch.file_counts.completed, batch.file_counts.failed, batch.file_counts.total) == (1, 1, 2)
    failed = [one async for one in stores.file_batches.list_files(batch.id, vector_store_id=store.id, filter="failed")]
    assert [one.last_error.code for one in failed] == ["unsupported_file"]
    whole = await stores.retrieve(store.id)
    assert (whole.status, whole.name, whole.metadata) == ("completed", "zoo", {"a": "b"})
    assert whole.file_counts.total == 3
    assert whole.usage_bytes == len(ZOO) + len(box) + 6
    found = [one async for one in stores.search(store.id, query=WORD)]
    assert sorted(one.filename for one in found) == ["hay.mbox", "zoo.md"]
    assert all(0 < one.score < 1 and WORD in one.content[0].text for one in found)
    assert [one async for one in stores.search(store.id, query="Heron budget")] == []
    tool = {"type": "file_search", "vector_store_ids": [store.id], "max_num_results": 3}
    asked = {"model": "igpt-run", "input": f"What does {WORD} eat?"}
    assert "hay" in (await openai_client.responses.create(**asked, tools=[tool])).output_text
    assert "hay" not in (await openai_client.responses.create(**asked)).output_text
    await stores.files.delete(file.id, vector_store_id=store.id)
    assert [one.filename async for one in stores.search(store.id, query=WORD)] == ["hay.mbox"]
    assert (await stores.update(store.id, name="ark")).name == "ark"
    assert (await stores.delete(store.id)).deleted
    with pytest.raises(Exception, match="no vector store"):
        await stores.retrieve(store.id)
    assert len([one async for one in openai_client.files.list()]) == 3


async def test_the_text_of_a_file_is_read_in_its_store(
    openai_client: Any, server: LocalServer, session: aiohttp.ClientSession
) -> None:
    files = openai_client.vector_stores.files
    store = await openai_client.vector_stores.create(name="zoo")
    message, mark = mail("Caf\xe9 at noon.\0", Subject="Lunch"), "\N{ZEBRA FACE}"
    given = {
        "zoo.md": (ZOO + mark.encode(), ZOO.decode() + mark),
        "zoo.txt": (mark.encode("utf-16"), mark),
        "lunch.eml": (message, message.decode("utf-8", "replace")),
        "empty.txt": (b"", ""),
    }
    for name, (data, text) in given.items():
        file = await files.upload(vector_store_id=store.id, file=(name, data))
        page = await files.content(file.id, vector_store_id=store.id)
        assert (page.object, page.has_next_page()) == ("vector_store.file_content.page", False)
        assert [(part.type, part.text) for part in page.data] == [("text", text)]
    url, headers = f"{server.url}/vector_stores/{store.id}/files", {"Authorization": "Bearer any"}
    async with session.get(f"{url}/{file.id}/content", headers=headers) as response:
        page = {"object": "vector_store.file_content.page", "data": [{"type": "text", "text": ""}]}
        assert await response.json() == page | {"has_more": False, "next_page": None}


async def test_the_text_of_a_file_that_has_none_is_refused(
    our_client: Any, data: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    files, store = our_client.vector_stores.files, await our_client.vector_stores.create(name="zoo")
    picture = await files.upload(vector_store_id=store.id, file=("cover.png", b"\x89PNG\0\0"))
    with pytest.raises(BadRequestError, match=r"neither mail nor text.*files/\{file_id\}/content has its bytes"):
        await files.content(picture.id, vector_store_id=store.id)
    zoo = await files.upload(vector_store_id=store.id, file=("zoo.md", ZOO))
    monkeypatch.setattr(store_files, "_LONGEST_TEXT", len(ZOO) - 1)
    with pytest.raises(BadRequestError, match=r"larger than .* MiB"):
        await files.content(zoo.id, vector_store_id=store.id)
    (mailbox,) = [one.id async for one in our_client.vector_stores.list() if one.name == data[0].name]
    with pytest.raises(BadRequestError, match="has no uploaded files"):
        await files.content(zoo.id, vector_store_id=mailbox)
    other = await our_client.vector_stores.create(name="other")
    with pytest.raises(NotFoundError):
        await files.content(zoo.id, vector_store_id=other.id)


async def test_a_connected_mailbox_is_a_vector_store_that_cannot_be_deleted(openai_client: Any, post: Post) -> None:
    stores = {store.name: store async for store in openai_client.vector_stores.list()}
    assert list(stores) == ["mail.mbox", "notes"]
    mailbox = stores["mail.mbox"]
    assert (mailbox.status, mailbox.file_counts.completed, mailbox.file_counts.total) == ("completed", 3, 3)
    assert (await openai_client.vector_stores.retrieve(mailbox.id)).name == "mail.mbox"
    found = [one async for one in openai_client.vector_stores.search(mailbox.id, query="board budget")]
    assert found[0].filename == "Heron budget"
    assert found[0].attributes["from"] == "Ann Bell <ann@x.example>"
    assert ANSWER in (await openai_client.files.content(found[0].file_id)).text
    notes = [one async for one in openai_client.vector_stores.search(stores["notes"].id, query="harbour budget")]
    assert {one.filename for one in notes} == {"2024-02-01-harbour"}
    tool = {"type": "file_search", "vector_store_ids": [stores["notes"].id]}
    response = await openai_client.responses.create(model="igpt-run", input=QUESTION, tools=[tool])
    assert ANSWER not in response.output_text
    for call in (
        openai_client.vector_stores.delete(mailbox.id),
        openai_client.vector_stores.update(mailbox.id, name="x"),
        openai_client.vector_stores.files.create(mailbox.id, file_id="x"),
    ):
        with pytest.raises(Exception, match="is connected mail or notes") as caught:
            await call
        assert caught.value.status_code == 400  # type: ignore[attr-defined]
    assert len((await post("datasources/list"))["datasources"]) == 2


async def test_a_list_reads_no_more_than_its_page(our_client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    file = await upload(our_client)
    made = [await our_client.vector_stores.create(name=str(number), file_ids=[file.id]) for number in range(5)]
    read, find = list[str](), Catalog.all

    def counted(catalog: Catalog, user: str, kind: Any, parent: str = "") -> Any:
        read.append(kind)
        return find(catalog, user, kind, parent)

    monkeypatch.setattr(Catalog, "all", counted)
    first = await our_client.vector_stores.list(limit=4)
    names = ["mail.mbox", "notes", "4", "3"]
    assert ([one.name for one in first.data], first.has_more) == (names, True)
    assert [one.usage_bytes for one in first.data[2:]] == [len(ZOO)] * 2
    assert Counter(read) == {"vector_store": 1, "file": 1, "vector_store.file": 2}
    rest = await our_client.vector_stores.list(after=first.data[-1].id)
    assert [one.id for one in rest.data] == [one.id for one in made[2::-1]]


async def test_a_mailbox_and_files_are_searched_together(our_client: Any) -> None:
    store = await our_client.vector_stores.create(name="zoo")
    await our_client.vector_stores.files.upload_and_poll(
        vector_store_id=store.id, file=("zoo.md", b"The Heron budget is in the safe.\n"), poll_interval_ms=20
    )
    mailbox = [one.id async for one in our_client.vector_stores.list(order="desc") if one.name == "mail.mbox"]
    tool = {"type": "file_search", "vector_store_ids": [store.id, *mailbox]}
    response = await our_client.responses.create(model="igpt-run", input="Heron budget", tools=[tool])
    named = {one.filename for one in response.output[-1].content[0].annotations}
    assert {"zoo.md", "Heron budget"} <= named


async def test_a_source_of_an_answer_is_a_file_that_cannot_be_deleted(our_client: Any) -> None:
    response = await our_client.responses.create(
        model="igpt-run", input="What does sentence number7 say of the harbour?"
    )
    notes = next(one for one in response.output[-1].content[0].annotations if "harbour" in one.filename)
    assert "number7 " in (await our_client.files.content(notes.file_id)).text
    with pytest.raises(BadRequestError, match="disconnect"):
        await our_client.files.delete(notes.file_id)
    for wrong in ("file-src-", "file-src-!!", "file-src-eA", notes.file_id[:-4] + "AAAA", "file-x"):
        with pytest.raises(NotFoundError):
            await our_client.files.retrieve(wrong)
    with pytest.raises(NotFoundError):
        await our_client.files.content(notes.file_id, extra_query={"user": "somebody"})


async def test_a_deleted_file_is_gone_from_disk_index_and_stores(data: list[Path], tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    options: dict[str, Any] = {"db": home / "index.db", "port": 0}
    async with LocalServer(data, **options) as server, strict_client("aigpt", server.url) as client:
        await server.indexed()
        store = await client.vector_stores.create(name="zoo")
        file = await client.vector_stores.files.upload_and_poll(
            vector_store_id=store.id, file=("Quagmire.txt", ZOO), poll_interval_ms=20
        )
    assert traces(home, WORD)
    async with LocalServer(data, **options) as server, strict_client("aigpt", server.url) as client:
        await server.indexed()
        assert (await client.files.content(file.id)).content == ZOO  # both survive a restart
        assert [one.file_id async for one in client.vector_stores.search(store.id, query=WORD)] == [file.id]
        answered = await client.chat.completions.create(**chat(f"Where does {WORD} live?"))
        assert "Nairobi" not in answered.choices[0].message.content
        assert (await client.files.delete(file.id)).deleted
        assert [one async for one in client.vector_stores.search(store.id, query=WORD)] == []
        assert (await client.vector_stores.retrieve(store.id)).file_counts.total == 0
        with pytest.raises(NotFoundError):
            await client.files.content(file.id)
        assert traces(home, WORD) == []
    assert traces(home, WORD) == traces(home, "Nairobi") == []


async def test_files_are_of_their_user(our_client: Any) -> None:
    file = await upload(our_client)
    store = await our_client.vector_stores.create(name="zoo", file_ids=[file.id])
    other = {"extra_query": {"user": "somebody"}}
    assert [one async for one in our_client.files.list(**other)] == []
    assert [one async for one in our_client.vector_stores.list(**other)] == []
    for call in (
        our_client.files.retrieve(file.id, **other),
        our_client.files.content(file.id, **other),
        our_client.files.delete(file.id, **other),
        our_client.vector_stores.retrieve(store.id, **other),
        our_client.vector_stores.delete(store.id, **other),
        our_client.vector_stores.create(name="mine", file_ids=[file.id], **other),
        our_client.responses.create(
            model="igpt-run", input=WORD, user="somebody",
            tools=[{"type": "file_search", "vector_store_ids": [store.id]}],
        ),
    ):  # fmt: skip
        with pytest.raises(NotFoundError):
            await call
    assert (await our_client.files.content(file.id)).content == ZOO


async def test_sizes_have_limits(data: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(server_module, "Limits", lambda user: Limits(file=3_000, part=1_000, user=user))
    options: dict[str, Any] = {"db": tmp_path / "index.db", "port": 0, "upload_limit": 5_000}
    async with LocalServer(data, **options) as server, strict_client("aigpt", server.url) as client:
        assert not (tmp_path / "index.db-uploads").exists()
        kept = await upload(client, data=b"x" * 3_000)
        await check_too_large(upload(client, data=b"x" * 3_001), "file_too_large")
        await check_too_large(upload(client, data=b"x" * 2_001), "storage_limit_exceeded")
        begun: dict[str, Any] = {"filename": "a.txt", "mime_type": "text/plain", "purpose": "assistants"}
        await check_too_large(client.uploads.create(**begun, bytes=3_001), "file_too_large")
        await check_too_large(client.uploads.create(**begun, bytes=2_001), "storage_limit_exceeded")
        one = await client.uploads.create(**begun, bytes=1_500)
        await check_too_large(client.uploads.parts.create(one.id, data=b"x" * 1_001), "file_too_large")
        await client.uploads.parts.create(one.id, data=b"x" * 1_000)
        assert [path.name for path in (tmp_path / "index.db-uploads" / "incoming").iterdir()] == []
        await check_too_large(upload(client, data=b"x" * 2_000), "storage_limit_exceeded")
        await client.files.delete(kept.id)
        await upload(client, data=b"x" * 3_000)
        await check_too_large(upload(client, data=b"x" * 2_000), "storage_limit_exceeded")
        monkeypatch.setattr(upload_parts, "LIFETIME", -10)  # now the part that has arrived takes no room
        await upload(client, data=b"x" * 2_000)


async def check_too_large(call: Any, code: str) -> None:
    with pytest.raises(APIStatusError) as caught:
        await call
    assert (caught.value.status_code, caught.value.code) == (413, code)


async def test_an_upload_that_is_cut_off_leaves_nothing(data: list[Path], tmp_path: Path) -> None:
    async with LocalServer(data, db=tmp_path / "index.db", port=0) as server:
        url = server.url.removeprefix("http://").removesuffix("/v1")
        host, port = url.split(":")
        head = (
            f"POST /v1/files HTTP/1.1\r\nHost: {url}\r\nAuthorization: Bearer any\r\nContent-Length: 100000\r\n"
            "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
            '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        )
        _, writer = await asyncio.open_connection(host, int(port))
        writer.write(head.encode() + b"y" * 50_000)
        await writer.drain()
        incoming = tmp_path / "index.db-uploads" / "incoming"
        while not (incoming.exists() and any(incoming.iterdir())):  # noqa: ASYNC110 (the server writes it in a thread)
            await asyncio.sleep(0.01)
        writer.transport.abort()
        while any(incoming.iterdir()):  # noqa: ASYNC110 (likewise)
            await asyncio.sleep(0.01)
        async with strict_client("aigpt", server.url) as client:
            assert [one async for one in client.files.list()] == []


async def test_a_disk_that_refuses_is_said_and_harms_nothing_else(data: list[Path], tmp_path: Path) -> None:
    blocked = tmp_path / "index.db-uploads"
    async with LocalServer(data, db=tmp_path / "index.db", port=0) as server:
        await server.indexed()
        blocked.write_text("in the way")
        async with strict_client("aigpt", server.url) as client:
            with pytest.raises(InternalServerError) as caught:
                await upload(client)
            assert (caught.value.status_code, caught.value.code) == (507, "storage_failed")
            told = await client.chat.completions.create(**chat(QUESTION))
            assert ANSWER in told.choices[0].message.content
            blocked.unlink()
            file = await upload(client)
            assert (await client.files.content(file.id)).content == ZOO
    shutil.rmtree(blocked)
    blocked.write_text("in the way")
    with pytest.raises(LocalServerError, match="cannot be used for uploads"):
        await LocalServer(data, db=tmp_path / "index.db", port=0).start()


@pytest.mark.parametrize(
    ("form", "param"),
    [
        ({"purpose": "user_data"}, "file"),
        ({"file": "no file, but a field"}, "purpose"),
        ({"file": ZOO, "purpose": "mischief"}, "purpose"),
        ({"file": ZOO, "purpose": "user_data", "expires_after[seconds]": "60"}, "expires_after"),
        (None, None),
    ],
    ids=lambda value: str(value)[:30],
)
async def test_a_form_that_will_not_do_is_a_400(
    server: LocalServer, session: aiohttp.ClientSession, form: dict[str, Any] | None, param: str | None
) -> None:
    made: Any = b"no form"
    if form is not None:
        made = aiohttp.FormData(default_to_multipart=True)
        for name, value in form.items():
            made.add_field(name, value, filename="a.txt" if isinstance(value, bytes) else None)
    async with session.post(f"{server.url}/files", data=made, headers={"Authorization": "Bearer any"}) as response:
        error = (await response.json())["error"]
    assert (response.status, error["type"], error["param"]) == (400, "invalid_request_error", param)

"""Files: taken out of bodies as openai does, and sent in pieces, again for each attempt, from wherever they are."""

from __future__ import annotations

import asyncio
import contextlib
import email.policy
import io
import json
import os
import tempfile
import threading
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from aiohttp import ClientSession, Payload, web
from aiohttp.test_utils import TestServer

from aigpt.openai import _file_contents
from aigpt.openai._files import MultipartBody, extract_files, file_from_path, sdp_body
from aigpt.openai._types import NOT_GIVEN, omit

FILE = b"some content"


async def form_of(body: MultipartBody) -> list[EmailMessage]:
    """Return the parts of a form as a parser of multipart bodies understands them."""
    payload = await body.open()
    content = await payload.as_bytes()
    await body.close()
    assert payload.size in {None, len(content)}
    head = f"Content-Type: {payload.content_type}\r\n\r\n".encode()
    message = BytesParser(_class=EmailMessage, policy=email.policy.HTTP).parsebytes(head + content)
    assert not message.defects
    return list(message.iter_parts())  # type: ignore[arg-type]


async def heads_of(*files: Any, name: str = "file") -> list[str]:
    """Return the headers of each part, as they are sent."""
    body = MultipartBody([], [(name, file) for file in files])
    payload = await body.open()
    content = await payload.as_bytes()
    await body.close()
    boundary = payload.content_type.partition("boundary=")[2]
    return [part.partition(b"\r\n\r\n")[0].decode().strip() for part in content.split(f"--{boundary}".encode())[1:-1]]


class TestExtraction:
    @pytest.mark.parametrize(
        ("body", "paths", "rest", "files"),
        [
            ({"file": FILE, "purpose": "p"}, [["file"]], {"purpose": "p"}, [("file", FILE)]),
            ({"purpose": "p"}, [["file"]], {"purpose": "p"}, []),
            (
                {"image": [FILE, b"2"], "mask": b"m"},
                [["image"], ["image", "<array>"], ["mask"]],
                {},
                [("image[]", FILE), ("image[]", b"2"), ("mask", b"m")],
            ),
            ({"image": FILE}, [["image"], ["image", "<array>"], ["mask"]], {}, [("image", FILE)]),
            ({"files": [FILE, b"2"]}, [["files", "<array>"], ["files"]], {}, [("files[]", FILE), ("files[]", b"2")]),
            ({"files": FILE}, [["files", "<array>"], ["files"]], {}, [("files", FILE)]),
            ({"file": ("a.txt", FILE)}, [["file"]], {}, [("file", ("a.txt", FILE))]),
            (
                {"a": {"b": [{"data": FILE, "x": 1}, {"data": b"2"}]}, "c": 1},
                [["a", "b", "<array>", "data"]],
                {"a": {"b": [{"x": 1}, {}]}, "c": 1},
                [("a[b][][data]", FILE), ("a[b][][data]", b"2")],
            ),
            ({"a": "text"}, [["a", "b"]], {"a": "text"}, []),
            ({"a": "text"}, [["a", "<array>"]], {"a": "text"}, []),
            ({"a": []}, [["a"]], {}, []),
        ],
    )
    def test_files_are_taken_from_where_they_are(
        self, body: dict[str, Any], paths: list[list[str]], rest: object, files: object
    ) -> None:
        before = repr(body)
        assert extract_files(body, paths) == (rest, files)
        assert repr(body) == before

    @pytest.mark.parametrize("nothing", [omit, NOT_GIVEN])
    def test_what_is_not_given_is_no_file(self, nothing: object) -> None:
        assert extract_files({"mask": nothing}, [["mask"]])[1] == []

    def test_an_object_that_refers_to_a_file_stays_in_the_body(self) -> None:
        body = {"input_reference": {"file_id": "1"}, "prompt": "p"}
        assert extract_files(body, [["input_reference"]]) == (body, [])

    def test_openai_extracts_the_same(self) -> None:
        pytest.importorskip("openai._models", reason="the pinned openai is not installed")
        from openai._files import deepcopy_with_paths  # noqa: PLC0415 (where it is installed)
        from openai._utils import extract_files as theirs  # noqa: PLC0415 (likewise)

        for body in ({"image": [FILE, b"2"], "x": [1], "mask": b"m"}, {"image": FILE}, {"a": {"b": [{"d": FILE}, {}]}}):
            for paths in (
                [["image"], ["image", "<array>"], ["mask"]],
                [["image", "<array>"]],
                [["a", "b", "<array>", "d"]],
            ):
                rest = deepcopy_with_paths(body, paths)
                files = theirs(rest, paths=paths)
                assert extract_files(body, paths) == (rest, files)


class TestHeads:
    """What is sent about a file is what httpx sends for openai."""

    async def test_of_bytes(self) -> None:
        assert await heads_of(FILE) == [
            'Content-Disposition: form-data; name="file"; filename="upload"\r\nContent-Type: application/octet-stream'
        ]

    async def test_of_paths(self, tmp_path: Path) -> None:
        path = tmp_path / "talk.mp3"
        path.write_bytes(FILE)
        expected = 'Content-Disposition: form-data; name="file"; filename="talk.mp3"\r\nContent-Type: audio/mpeg'
        with path.open("rb") as file:
            assert await heads_of(path, file) == [expected, expected]

    async def test_of_files_without_a_usable_name(self) -> None:
        with tempfile.TemporaryFile() as unnamed:  # whose name is a number
            heads = await heads_of(io.BytesIO(FILE), unnamed)
        assert [head.partition("filename=")[2].partition("\r")[0] for head in heads] == ['"upload"', '"upload"']

    async def test_of_tuples(self) -> None:
        disposition = 'Content-Disposition: form-data; name="file"'
        assert await heads_of(
            ("a.json", FILE),
            (None, FILE),
            (None, FILE, "text/x"),
            ("a.json", FILE, None),
            ("a.json", FILE, "text/x"),
            ("a.json", FILE, "text/x", {"X-One": "1"}),
            ("a.json", FILE, "text/x", {"content-type": "text/y"}),
        ) == [
            f'{disposition}; filename="a.json"\r\nContent-Type: application/json',
            disposition,
            f"{disposition}\r\nContent-Type: text/x",
            f'{disposition}; filename="a.json"\r\nContent-Type: application/json',
            f'{disposition}; filename="a.json"\r\nContent-Type: text/x',
            f'{disposition}; filename="a.json"\r\nX-One: 1\r\nContent-Type: text/x',
            f'{disposition}; filename="a.json"\r\ncontent-type: text/y',
        ]

    async def test_names_cannot_break_out_of_their_header(self) -> None:
        (head,) = await heads_of(('a"\r\nX: 1\\é.txt', FILE))
        assert head.splitlines()[0].endswith('filename="a%22%0D%0AX: 1\\\\é.txt"')

    async def test_names_on_disk_that_are_no_text_are_sent_all_the_same(self, tmp_path: Path) -> None:
        path = tmp_path / os.fsdecode(b"caf\xe9.txt")
        path.write_bytes(FILE)
        (head,) = await heads_of(path)
        assert 'filename="caf?.txt"' in head

    async def test_whole_forms_are_httpxs(self, tmp_path: Path) -> None:
        httpx = pytest.importorskip("httpx2", reason="openai's HTTP library is not installed")
        path = tmp_path / "talk.mp3"
        path.write_bytes(FILE)
        fields = [("a", "1"), ("b[]", "x"), ("b[]", "é"), ("c", "")]
        with path.open("rb") as file:
            files: list[tuple[str, Any]] = [
                ("image[]", FILE),
                ("image[]", io.BytesIO(FILE)),
                ("mask", file),
                ("x", ('q"\n.csv', "text", None, {"X-A": "b"})),
                ("y", (None, FILE, "application/sdp")),
            ]
            request = httpx.Client().build_request(
                "POST", "http://x", data={"a": "1", "b[]": ["x", "é"], "c": ""}, files=files
            )
            theirs = request.read()
            payload = await MultipartBody(fields, files).open()
            ours = await payload.as_bytes()
        boundary = payload.content_type.partition("boundary=")[2]
        assert (
            ours.replace(boundary.encode(), request.headers["Content-Type"].partition("boundary=")[2].encode())
            == theirs
        )
        assert payload.size == int(request.headers["Content-Length"])


class TestContents:
    async def test_of_each_kind_are_sent_whole(self, tmp_path: Path) -> None:
        content = os.urandom(3 * _file_contents.PIECE + 1)
        path = tmp_path / "x.bin"
        path.write_bytes(content)
        with (
            path.open("rb") as file,
            tempfile.NamedTemporaryFile() as wrapped,
            tempfile.SpooledTemporaryFile() as spooled,
        ):
            wrapped.write(content)
            spooled.write(content)
            given = [
                content,
                bytearray(content),
                memoryview(content),
                path,
                file,
                io.BytesIO(content),
                wrapped,
                spooled,
            ]
            given += [("a", one) for one in given]
            parts = await form_of(MultipartBody([("before", "é")], [("file", one) for one in given]))
            assert not file.closed
        assert parts[0].get_payload(decode=True) == "é".encode()
        assert [part.get_payload(decode=True) == content for part in parts[1:]] == [True] * 16

    async def test_an_empty_form_is_a_form(self) -> None:
        payload = await MultipartBody([], []).open()
        assert await payload.as_bytes() == f"--{payload.content_type.partition('=')[2]}--\r\n".encode()

    @pytest.mark.parametrize("content", [FILE, b""])
    async def test_open_files_are_sent_from_their_beginning_each_time(self, content: bytes) -> None:
        """As openai does: what was just written into a BytesIO is sent, though it stands at its end."""
        file = io.BytesIO()
        file.write(content)
        body = MultipartBody([], [("file", file)])
        assert body.replayable
        for _ in range(3):
            (part,) = await form_of(body)
            assert part.get_payload(decode=True) == content
        assert not file.closed

    async def test_one_file_may_be_given_twice_and_be_sent_by_two_at_once(self) -> None:
        file = io.BytesIO(os.urandom(5 * _file_contents.PIECE))
        body = MultipartBody([], [("file", file), ("file", file)])
        payloads = [await body.open(), await body.open()]
        first, second = await asyncio.gather(*(payload.as_bytes() for payload in payloads))
        assert first == second
        assert first.count(file.getvalue()) == 2

    async def test_what_cannot_be_rewound_is_sent_once(self) -> None:
        reading, writing = os.pipe()
        with open(writing, "wb") as pipe:  # noqa: PTH123, ASYNC230 (a descriptor)
            pipe.write(FILE)
        with open(reading, "rb") as pipe:  # noqa: PTH123, ASYNC230 (a descriptor)
            body = MultipartBody([], [("file", pipe)])
            assert not body.replayable
            payload = await body.open()
            assert payload.size is None
            assert FILE in await payload.as_bytes()
            with pytest.raises(ValueError, match="cannot be sent again"):
                await body.open()

    def test_a_path_to_a_pipe_or_a_device_is_refused_by_name(self, tmp_path: Path) -> None:
        path = tmp_path / "pipe"
        os.mkfifo(path)
        for one in (path, Path("/dev/null")):
            with pytest.raises(ValueError, match=f"^file is '{one}', a pipe or a device: .*stdin.buffer"):
                MultipartBody([], [("file", one)])

    @pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="there is no /proc")
    async def test_a_file_that_does_not_tell_its_size_is_sent_whole(self) -> None:
        body = MultipartBody([], [("file", Path("/proc/self/status"))])
        for _ in range(2):
            payload = await body.open()
            assert payload.size is None
            assert b"VmPeak" in await payload.as_bytes()
        await body.close()

    async def test_a_file_that_shrinks_is_an_error_and_one_that_grows_is_not(self, tmp_path: Path) -> None:
        path = tmp_path / "log"
        path.write_bytes(bytes(_file_contents.PIECE))
        body = MultipartBody([], [("file", path)])
        payload = await body.open()
        with path.open("ab") as file:
            file.write(b"more")
        assert len(await payload.as_bytes()) == payload.size
        path.write_bytes(b"")
        with pytest.raises(OSError, match="shorter"):
            await payload.as_bytes()
        await body.close()

    async def test_what_gives_text_after_all_is_an_error(self) -> None:
        file = SimpleNamespace(read=lambda _: "text")
        payload = await MultipartBody([], [("file", file)]).open()
        with pytest.raises(TypeError, match="gives str where bytes"):
            await payload.as_bytes()

    async def test_files_are_read_off_the_loop(self) -> None:
        threads = set()

        class Slow(io.BytesIO):
            def read(self, size: int | None = -1) -> bytes:
                threads.add(threading.get_ident())
                return super().read(size)

        await form_of(MultipartBody([], [("file", Slow(FILE))]))
        assert threads
        assert threading.get_ident() not in threads

    def test_a_large_file_in_memory_is_not_copied(self) -> None:
        content = bytes(50_000_000)
        tracemalloc.start()
        try:
            MultipartBody([], [("file", content)])
            assert tracemalloc.get_traced_memory()[1] < 1_000_000
        finally:
            tracemalloc.stop()


class TestErrors:
    """All of them at the call, naming the parameter and the remedy."""

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            ("talk.mp3", r"^file takes a file, not text; .*pathlib\.Path"),
            (None, "^file takes bytes, .* not NoneType"),
            (5, "not int"),
            ({"a": 1}, "not dict"),
            ((), "2 to 4"),
            ((FILE,), "2 to 4"),
            (("a", FILE, None, None, None), "2 to 4"),
            ((FILE, FILE), "begin with a file name .*several files are given as a list"),
            (("a", None), "not NoneType"),
            (("a", FILE, 5), "third item .* content type"),
            (("a", FILE, "text/x\r\nX: 1"), "third item .* content type"),
            (("a", FILE, None, 5), "fourth item .* mapping"),
            (("a", FILE, None, {"X": "1\r\nY: 2"}), "fourth item .* value of X"),
            (io.StringIO("text"), "binary"),
            (("a", io.StringIO("text")), "binary"),
        ],
    )
    def test_for_what_is_no_file(self, given: object, says: str) -> None:
        with pytest.raises(TypeError, match=says):
            MultipartBody([], [("file", given)])

    def test_for_text_files(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_text("text")
        with (tmp_path / "a").open() as file, tempfile.NamedTemporaryFile("w") as wrapped:
            for one in (file, wrapped):
                with pytest.raises(TypeError, match=r"open\(path, 'rb'\)"):
                    MultipartBody([], [("file", one)])

    def test_for_uploads_of_web_frameworks(self) -> None:
        class Upload:
            async def read(self) -> bytes:
                return b""

        with pytest.raises(TypeError, match=r"its \.file"):
            MultipartBody([], [("file", Upload())])

    def test_for_closed_files(self) -> None:
        file = io.BytesIO()
        file.close()
        with pytest.raises(ValueError, match="file is a file that is closed"):
            MultipartBody([], [("file", file)])

    def test_for_paths(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match="nowhere"):
            MultipartBody([], [("file", tmp_path / "nowhere")])
        with pytest.raises(IsADirectoryError, match=tmp_path.name):
            MultipartBody([], [("file", ("a", tmp_path))])

    def test_for_what_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "x"
        path.write_bytes(FILE)
        monkeypatch.setattr(os, "access", lambda *_: False)  # root may read anything
        with pytest.raises(PermissionError):
            MultipartBody([], [("file", path)])

    def test_for_text_that_is_none(self) -> None:
        for field, file in (("half \ud800", FILE), ("whole", ("a", "half \ud800"))):
            with pytest.raises(ValueError, match="surrogate"):
                MultipartBody([("prompt", field)], [("file", file)])


def open_files(folder: Path) -> int:
    """Return how many descriptors of this process are of files in *folder*."""
    found = 0
    for link in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # that of this listing, or of another thread
            found += Path(os.readlink(link)).parent == folder  # noqa: PTH115 (a pipe's name is no path)
    return found


@pytest.fixture
async def receive() -> AsyncIterator[Callable[[Payload], Awaitable[dict[str, Any]]]]:
    """Return what posts a body to a server, and returns the size of each file it got, by its name."""

    async def handle(request: web.Request) -> web.Response:
        sizes: dict[str, Any] = {"length": request.content_length}
        async for part in await request.multipart():
            size = 0
            while piece := await part.read_chunk(1 << 16):  # type: ignore[union-attr]
                size += len(piece)
            sizes[str(part.name)] = size  # type: ignore[union-attr]
        return web.json_response(sizes)

    app = web.Application(client_max_size=1 << 40)
    app.router.add_post("/", handle)
    async with TestServer(app) as server, ClientSession() as session:

        async def post(payload: Payload) -> dict[str, Any]:
            async with session.post(server.make_url("/"), data=payload) as response:
                return await response.json()  # type: ignore[no-any-return]

        yield post


class TestSending:
    async def test_a_server_understands_the_form(
        self, receive: Callable[[Payload], Awaitable[dict[str, Any]]], tmp_path: Path
    ) -> None:
        path = tmp_path / "x.bin"
        path.write_bytes(bytes(1_000_000))
        body = MultipartBody([("purpose", "p")], [("file", path), ("other", bytes(2_000_000)), ("small", b"1")])
        for _ in range(2):
            payload = await body.open()
            sizes = await receive(payload)
            assert sizes == {
                "length": payload.size,
                "purpose": 1,
                "file": 1_000_000,
                "other": 2_000_000,
                "small": 1,
            }
        await body.close()

    async def test_memory_stays_flat_with_a_large_file(
        self, receive: Callable[[Payload], Awaitable[dict[str, Any]]], tmp_path: Path
    ) -> None:
        path = tmp_path / "x.bin"
        size = 100_000_000
        with path.open("wb") as file:
            file.truncate(size)  # takes no room on disk
        body = MultipartBody([], [("file", path)])
        payload = await body.open()
        tracemalloc.start()
        try:
            assert (await receive(payload))["file"] == size
            assert tracemalloc.get_traced_memory()[1] < 20_000_000
        finally:
            tracemalloc.stop()
            await body.close()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open descriptors are counted in /proc")
class TestClosing:
    @pytest.fixture(name="body")
    def _body(self, tmp_path: Path) -> MultipartBody:
        paths = [tmp_path / f"{number}" for number in range(20)]
        for path in paths:
            path.write_bytes(FILE)
        return MultipartBody([], [("file", path) for path in paths])

    async def test_what_was_opened_is_closed(self, body: MultipartBody, tmp_path: Path) -> None:
        payload = await body.open()
        assert open_files(tmp_path) == 20
        await body.close()
        await body.close()
        assert open_files(tmp_path) == 0
        with pytest.raises(ValueError, match="closed"):
            await payload.as_bytes()

    async def test_the_next_attempt_closes_what_the_last_one_had_open(
        self, body: MultipartBody, tmp_path: Path
    ) -> None:
        await body.open()
        await body.open()
        assert open_files(tmp_path) == 20
        await body.close()

    async def test_a_file_that_was_lost_leaves_none_open(self, body: MultipartBody, tmp_path: Path) -> None:
        (tmp_path / "19").unlink()
        with pytest.raises(FileNotFoundError):
            await body.open()
        await body.close()
        assert open_files(tmp_path) == 0

    async def test_cancelled_while_opening(
        self, body: MultipartBody, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Also the files that are opened only after the cancelling are closed."""
        begun, go_on = threading.Event(), threading.Event()
        open_really = _file_contents.Opened.open

        def open_slowly(opened: _file_contents.Opened, path: Any) -> Any:
            begun.set()
            go_on.wait()
            return open_really(opened, path)

        monkeypatch.setattr(_file_contents.Opened, "open", open_slowly)
        opening = asyncio.create_task(body.open())
        await asyncio.to_thread(begun.wait)
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
        closing = asyncio.create_task(body.close())
        await asyncio.sleep(0)
        go_on.set()
        await closing
        for _ in range(1000):  # until the opening thread has seen that it is over
            if open_files(tmp_path) == 0:
                break
            await asyncio.sleep(0.05)
        assert open_files(tmp_path) == 0

    async def test_cancelled_while_sending(self, body: MultipartBody, tmp_path: Path) -> None:
        sending = asyncio.Event()

        async def write(_: object) -> None:
            sending.set()
            await asyncio.sleep(60)

        payload = await body.open()
        writing = asyncio.create_task(payload.write(SimpleNamespace(write=write)))  # type: ignore[arg-type]
        await sending.wait()
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await writing
        await body.close()
        assert open_files(tmp_path) == 0

    async def test_cancelled_while_closing(self, body: MultipartBody, tmp_path: Path) -> None:
        await body.open()
        closing = asyncio.create_task(body.close())
        await asyncio.sleep(0)
        closing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await closing
        for _ in range(1000):
            if open_files(tmp_path) == 0:
                break
            await asyncio.sleep(0.05)
        assert open_files(tmp_path) == 0


class TestRealtimeCalls:
    def test_an_offer_alone_is_the_body(self) -> None:
        assert sdp_body({"sdp": "v=0\r\né", "session": omit}) == "v=0\r\né".encode()

    async def test_with_more_it_is_a_form(self) -> None:
        session = {"type": "realtime", "tools": ({"name": "f"},)}
        body = sdp_body({"sdp": "v=0", "session": session, "extra": {"a": [1]}})
        assert isinstance(body, MultipartBody)
        assert body.replayable
        extra, sdp, sent = await form_of(body)
        assert extra["Content-Disposition"] == 'form-data; name="extra[a][]"'
        assert (sdp["Content-Disposition"], sdp["Content-Type"]) == ('form-data; name="sdp"', "application/sdp")
        assert sdp.get_payload(decode=True) == b"v=0"
        assert (sent["Content-Disposition"], sent["Content-Type"]) == ('form-data; name="session"', "application/json")
        assert json.loads(sent.get_payload(decode=True)) == {"type": "realtime", "tools": [{"name": "f"}]}  # type: ignore[arg-type]

    async def test_an_extra_field_alone_makes_it_a_form_too(self) -> None:
        body = sdp_body({"sdp": "v=0", "session": None})
        assert isinstance(body, MultipartBody)
        assert [part.get_payload(decode=True) for part in await form_of(body)] == [b"v=0", b"null"]

    @pytest.mark.parametrize("body", [{}, {"sdp": omit}, {"sdp": b"v=0"}, {"sdp": None}])
    def test_an_offer_is_text(self, body: dict[str, Any]) -> None:
        with pytest.raises(TypeError, match="sdp must be text"):
            sdp_body(body)


def test_a_file_from_a_path_is_its_name_and_content(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FILE)
    assert file_from_path(str(path)) == file_from_path(path) == ("a.txt", FILE)
    with pytest.raises(FileNotFoundError):
        file_from_path("nowhere")

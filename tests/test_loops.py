"""Loops, threads, processes: the blocking client anywhere, the async one in one loop after another."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import uvloop

from aigpt import IGPT, AsyncIGPT, ConfigurationError
from aigpt.testing import ScriptedServer, run_events

pytestmark = pytest.mark.forked
GOOD = {"id": "a", "output": "Yes."}
EVENTS = run_events("Yes", ".")


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """Answer ``ask``, and leave a ``run`` stream hanging after its first chunks."""
    with ScriptedServer() as scripted:
        scripted.reply("recall/ask", json=GOOD)
        scripted.stream("recall/run", EVENTS[:-1], then="hang")
        scripted.stream("recall/whole", EVENTS)
        scripted.raw("recall/search", "hang")
        yield scripted


# In development mode asyncio reports each callback that takes a tenth of a second: on a busy machine, any may.
PATIENT = """
import logging
logging.getLogger("asyncio").addFilter(lambda record: record.msg != "Executing %s took %.3f seconds")
"""


IN_A_PROGRAM = pytest.mark.way("short")  # whatever the way is in this process


def run_program(server: ScriptedServer, code: str, *, development: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "IGPT_BASE_URL": server.url, "IGPT_API_KEY": "key", "IGPT_API_USER": "user"}
    return subprocess.run(
        [sys.executable, *(["-X", "dev"] if development else []), "-c", PATIENT + textwrap.dedent(code)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


# ── the blocking client ─────────────────────────────────────────────────────────────────────────────────────────


def test_blocking_calls_share_one_connection(server: ScriptedServer) -> None:
    with server.blocking_client() as igpt:
        for _ in range(5):
            assert igpt.recall.ask(input="?") == GOOD
    assert server.connections.accepted == 1
    assert server.wait_closed()


def test_sixteen_threads_share_one_client(server: ScriptedServer) -> None:
    others = set(threading.enumerate())  # of clients that earlier tests have left behind
    igpt = server.blocking_client()
    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda n: igpt.recall.ask(input=str(n)), range(320)))
    assert replies == [GOOD] * 320
    assert server.connections.accepted <= 16
    assert sum(thread.name == "aigpt" for thread in set(threading.enumerate()) - others) == 1


def test_blocking_streams_are_iterators_and_context_managers(server: ScriptedServer) -> None:
    server.stream("recall/run", EVENTS)
    igpt = server.blocking_client()
    with igpt.recall.run(input="?", stream=True) as stream:
        for _ in stream:
            break
    assert server.wait_closed()
    assert stream.complete is False
    stream = igpt.recall.run(input="?", stream=True)
    assert list(stream) == EVENTS
    assert stream.complete is True
    assert list(igpt.recall.run(input="?", stream=True).text()) == ["Yes", "."]
    assert igpt.recall.run(input="?", stream=True).final().output == "Yes."


def test_a_dropped_blocking_stream_is_closed(server: ScriptedServer) -> None:
    igpt = server.blocking_client()
    stream = igpt.recall.run(input="?", stream=True)
    next(stream)
    assert server.connections.open == 1
    del stream
    gc.collect()
    assert server.wait_closed()


def test_a_threading_event_aborts_a_call_and_a_stream(server: ScriptedServer) -> None:
    igpt = server.blocking_client()
    for call in (
        lambda e: igpt.recall.search(query="?", abort=e),
        lambda e: list(igpt.recall.run(input="?", stream=True, abort=e))[-1],
    ):
        event = threading.Event()
        threading.Timer(0.1, event.set).start()
        assert call(event) == {"error": "request_aborted"}


def test_views_and_post_block_too(server: ScriptedServer) -> None:
    with server.blocking_client() as igpt:
        with igpt.with_options(user="other") as view:
            view.recall.ask(input="?")
        assert igpt.post("/recall/ask", {"input": "!"}) == GOOD
    assert [call.json for call in server.calls] == [
        {"input": "?", "user": "other"},
        {"input": "!", "user": "user_test"},
    ]


async def test_it_works_inside_a_running_loop_and_warns_once(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigpt._blocking.portal._warned", False)
    igpt = server.blocking_client()
    with pytest.warns(RuntimeWarning, match="AsyncIGPT"):
        assert igpt.recall.ask(input="?") == GOOD
    assert igpt.recall.ask(input="?") == GOOD
    igpt.close()


@IN_A_PROGRAM
def test_it_works_in_a_notebook_kernel_without_a_warning(server: ScriptedServer) -> None:
    """The cells of a notebook run inside a loop; a kernel is started as Jupyter does it, and asked as Jupyter asks."""
    done = run_program(
        server,
        """
        from jupyter_client.manager import start_new_kernel
        manager, client = start_new_kernel()
        cells = [
            "from aigpt import IGPT, AsyncIGPT; igpt = IGPT()",
            "print(igpt.recall.ask(input='?')['output'])",
            "print(next(igpt.recall.run(input='?', stream=True))['type'])",
            "print((await AsyncIGPT().recall.ask(input='?'))['output'])",
        ]
        def show(message):
            content = message["content"]
            if message["msg_type"] in {"stream", "error"}:
                print(content.get("text", content), end="")
        for cell in cells:
            client.execute_interactive(cell, timeout=280, output_hook=show)
        client.stop_channels()
        manager.shutdown_kernel()
        """,
        development=False,
    )
    assert (done.returncode, done.stdout) == (0, "Yes.\nrun.start\nYes.\n"), done.stderr


@IN_A_PROGRAM
def test_exit_without_close_is_quick_and_quiet(server: ScriptedServer) -> None:
    done = run_program(
        server,
        """
        import aigpt
        igpt = aigpt.IGPT()
        print(igpt.recall.ask(input="?")["output"])
        stream = igpt.recall.run(input="?", stream=True)
        next(stream)
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "Yes.\n", "")


@IN_A_PROGRAM
def test_exit_while_another_thread_is_in_a_call_does_not_hang(server: ScriptedServer) -> None:
    done = run_program(
        server,
        """
        import threading, time, aigpt
        igpt = aigpt.IGPT()
        threading.Thread(target=lambda: igpt.recall.search(query="?"), daemon=True).start()
        time.sleep(0.3)
        """,
    )
    assert (done.returncode, done.stderr) == (0, "")


@IN_A_PROGRAM
def test_a_forked_child_starts_afresh(server: ScriptedServer) -> None:
    done = run_program(
        server,
        """
        import os, warnings, aigpt
        warnings.simplefilter("ignore", DeprecationWarning)   # of fork beside threads: that is the point
        igpt = aigpt.IGPT()
        assert igpt.recall.ask(input="?").ok
        child = os.fork()
        if child == 0:
            assert igpt.recall.ask(input="?").ok
            igpt.close()
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        assert igpt.recall.ask(input="?").ok
        igpt.close()
        """,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert server.connections.accepted == 2


@IN_A_PROGRAM
@pytest.mark.parametrize("call", ['igpt.recall.search(query="?")', 'list(igpt.recall.run(input="?", stream=True))'])
def test_ctrl_c_ends_the_call_it_meets(call: str, server: ScriptedServer) -> None:
    code = f"""
        import aigpt
        igpt = aigpt.IGPT()
        try:
            {call}
        except KeyboardInterrupt:
            print("interrupted")
        print(igpt.recall.ask(input="?")["output"])
        """
    environment = {**os.environ, "IGPT_BASE_URL": server.url, "IGPT_API_KEY": "key", "IGPT_API_USER": "user"}
    with subprocess.Popen(
        [sys.executable, "-X", "dev", "-c", PATIENT + textwrap.dedent(code)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert server.wait_calls(1, timeout=280)
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=280)
    assert (out, err) == ("interrupted\nYes.\n", "")
    assert server.wait_closed(1)


def test_closing_ends_calls_of_other_threads(server: ScriptedServer) -> None:
    igpt = server.blocking_client()
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(lambda: igpt.recall.search(query="?"))
        assert server.wait_calls()
        igpt.close()
        assert call.result(5) == {"error": "request_aborted"}
    assert igpt.recall.ask(input="?") == {"error": "request_aborted"}
    igpt.close()


def test_a_session_of_another_loop_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="AsyncIGPT"):
        IGPT("key", session=object())  # type: ignore[arg-type]


def test_a_closed_blocking_client_is_not_entered_again(server: ScriptedServer) -> None:
    with server.blocking_client() as igpt:
        view = igpt.with_options(timeout=1)
    for closed in (igpt, view):
        with pytest.raises(ConfigurationError, match=r"^this IGPT is closed .*; make another IGPT$"), closed:
            pass
    assert igpt.recall.ask(input="?").error == "request_aborted"


def test_no_thread_is_left_by_a_closed_or_a_collected_client(server: ScriptedServer) -> None:
    before = set(threading.enumerate())  # another test's client may not be collected yet
    closed = server.blocking_client()
    closed.recall.ask(input="?")
    closed.close()
    dropped = IGPT("key", user="u", base_url=server.url)
    dropped.recall.ask(input="?")
    del dropped
    gc.collect()
    assert not [thread for thread in threading.enumerate() if thread.name == "aigpt" and thread not in before]
    assert server.wait_closed()


# ── the async client ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_client_is_used_again_in_a_second_loop(server: ScriptedServer) -> None:
    igpt = server.client()

    async def once() -> None:
        assert await igpt.recall.ask(input="?") == GOOD

    asyncio.run(once())
    assert server.wait_closed()
    asyncio.run(once())
    assert server.wait_closed()
    asyncio.run(igpt.close())
    assert server.connections.accepted == 2


async def test_a_second_live_loop_is_refused_with_the_remedy(server: ScriptedServer) -> None:
    async with server.client() as igpt:
        assert await igpt.recall.ask(input="?") == GOOD

        def elsewhere() -> None:
            with pytest.raises(ConfigurationError, match="one AsyncIGPT for each loop"):
                asyncio.run(igpt.recall.ask(input="?"))  # type: ignore[arg-type]

        await asyncio.to_thread(elsewhere)


def test_it_runs_under_uvloop(server: ScriptedServer) -> None:
    async def main() -> None:
        async with server.client() as igpt:
            assert await igpt.recall.ask(input="?") == GOOD
            async with igpt.recall.run(input="?", stream=True) as stream:
                async for _ in stream:
                    break
            server.stream("recall/run", EVENTS)
            assert [chunk async for chunk in igpt.recall.run(input="?", stream=True)] == EVENTS

    uvloop.run(main())
    assert server.wait_closed()


@IN_A_PROGRAM
def test_debug_mode_has_nothing_to_say(server: ScriptedServer) -> None:
    done = run_program(
        server,
        """
        import asyncio
        from aigpt import AsyncIGPT
        async def main():
            async with AsyncIGPT() as igpt:
                await asyncio.gather(*(igpt.recall.ask(input="?") for _ in range(50)))
                async with igpt.recall.run(input="?", stream=True) as stream:
                    async for _ in stream:
                        break
                await igpt.recall.search(query="?", timeout=0.2, max_retries=0)
        asyncio.run(main(), debug=True)
        """,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_forgotten_client_gives_one_warning(server: ScriptedServer) -> None:
    async def main() -> None:
        igpt = server.client()
        await igpt.recall.ask(input="?")

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        asyncio.run(main())
        gc.collect()
    assert [warning.category for warning in caught] == [ResourceWarning]
    assert "async with" in str(caught[0].message)
    assert server.wait_closed()


def test_a_client_never_used_needs_no_closing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        AsyncIGPT("key")
        IGPT("key")
        gc.collect()


def test_an_asyncio_event_cannot_abort_a_blocking_call(igpt_server: ScriptedServer) -> None:
    with igpt_server.blocking_client() as igpt:
        for stream in (False, True):
            with pytest.raises(TypeError, match="must be a threading"):
                igpt.recall.ask(input="?", stream=stream, abort=asyncio.Event())  # type: ignore[call-overload]
    assert not igpt_server.calls

"""The pool of reader processes: what it does with work, with readers that die, and with those who leave."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
import textwrap
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
import reader_work

from aigpt.local.answer.schema_filling import UnfilledError
from aigpt.local.readers import child, pausing, pool
from aigpt.local.readers.errors import OverloadedError, ReaderError
from aigpt.local.readers.pausing import pause_for_threads
from aigpt.local.readers.pool import ReaderPool
from aigpt.local.readers.threads import ReaderThreads
from aigpt.local.store.database import Store


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the readers import `reader_work`."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))


@pytest.fixture
async def readers(tmp_path: Path) -> AsyncIterator[ReaderPool]:
    """Run up to two readers of an empty database."""
    store = Store(tmp_path / "index.db")
    running = ReaderPool(store.path, 2)
    running.start()
    yield running
    await running.close()
    store.close()


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not is_so():  # noqa: ASYNC110 (processes say nothing)
            await asyncio.sleep(0.01)


def is_running(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def test_work_returns_what_its_function_returns(readers: ReaderPool) -> None:
    assert await readers.run(partial(reader_work.count, plus=7)) == 7
    assert await readers.run(reader_work.pid) != os.getpid()
    sent = b"x" * 3_000_000
    assert await readers.run(partial(reader_work.give_back, sent=sent)) == sent


async def test_an_exception_comes_over_as_what_it_is(readers: ReaderPool) -> None:
    with pytest.raises(UnfilledError, match=r"\$\.day: no value") as raised:
        await readers.run(reader_work.complain)
    assert "in complain" in "".join(raised.value.__notes__)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await readers.run(reader_work.write)
    with pytest.raises(RuntimeError) as odd:
        await readers.run(reader_work.be_odd)
    assert str(odd.value) == "OddError"
    assert await readers.run(reader_work.count) == 0
    assert readers.counts().replaced == 0


async def test_a_database_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    readers = ReaderPool(tmp_path, 1)
    readers.start()
    try:
        for _ in range(2):
            with pytest.raises(sqlite3.OperationalError, match="unable to open") as caught:
                await readers.run(reader_work.pid)
            assert "open_reader" in caught.value.__notes__[0]
        assert readers.counts().replaced == 0
    finally:
        await readers.close()


async def test_what_cannot_be_pickled_is_refused_at_once(readers: ReaderPool) -> None:
    with pytest.raises((AttributeError, TypeError, ValueError)):
        await readers.run(lambda _: None)
    with pytest.raises(TypeError, match="pickle"):  # nor its result
        await readers.run(sqlite3.Connection.cursor)
    assert await readers.run(reader_work.count) == 0


async def test_a_reader_starts_only_when_work_waits(readers: ReaderPool, tmp_path: Path) -> None:
    begun, end = tmp_path / "begun", tmp_path / "end"
    for _ in range(5):
        await readers.run(reader_work.count)
    assert readers.counts().running == 1
    waiting = asyncio.create_task(readers.run(partial(reader_work.wait, begun=begun, until=end)))
    await until(begun.exists)
    assert await readers.run(reader_work.count) == 0
    assert (readers.counts().running, readers.counts().busy) == (2, 1)
    end.touch()
    assert await waiting == b"{}"


async def test_the_work_of_a_killed_reader_is_done_by_another(readers: ReaderPool, tmp_path: Path) -> None:
    assert await readers.run(partial(reader_work.die_once, mark=tmp_path / "mark")) == 0
    assert readers.counts().replaced == 1


async def test_work_that_kills_two_readers_is_given_up(readers: ReaderPool) -> None:
    with pytest.raises(ReaderError, match="2 processes died or took too long"):
        await readers.run(reader_work.die)
    assert await readers.run(reader_work.count) == 0
    assert readers.counts().replaced == 2


async def test_an_idle_reader_that_dies_is_replaced(readers: ReaderPool) -> None:
    number = await readers.run(reader_work.pid)
    os.kill(number, signal.SIGKILL)
    await until(lambda: readers.counts().replaced == 1)
    assert await readers.run(reader_work.pid) != number


@pytest.mark.skipif(sys.platform != "linux", reason="what becomes of a mapped file differs")
async def test_a_file_that_is_cut_short_ends_a_reader_and_not_the_server(tmp_path: Path) -> None:
    store = Store(tmp_path / "index.db")
    with store.writing() as db:
        db.execute("CREATE TABLE big (x)")
        db.executemany("INSERT INTO big VALUES (randomblob(3000))", [()] * 500)
    store.shrink()  # all of it is in the file itself
    readers = ReaderPool(store.path, 1)
    try:
        assert await readers.run(reader_work.mapped) > 0
        with store.reading() as db:
            assert reader_work.mapped(db) == 0  # in this process, the rest would end it
            os.truncate(store.path, 8192)
            with pytest.raises(sqlite3.DatabaseError, match="malformed"):
                reader_work.read_all(db)
        with pytest.raises((sqlite3.DatabaseError, ReaderError)):
            await readers.run(reader_work.read_all)
        assert readers.counts().replaced > 0
        assert await readers.run(reader_work.pid) != os.getpid()
    finally:
        await readers.close()
        store.close()


async def test_a_stuck_reader_is_killed_and_its_work_done_by_another(
    readers: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await readers.run(reader_work.count)
    with monkeypatch.context() as patched:
        patched.setattr(pool, "_MOST_SECONDS", 0.2)
        hanging = asyncio.create_task(readers.run(partial(reader_work.hang_once, mark=tmp_path / "mark")))
        await until((tmp_path / "mark").exists)
    assert await hanging == 0
    assert readers.counts().replaced == 1


async def test_work_that_nobody_awaits_is_not_begun(tmp_path: Path) -> None:
    store = Store(tmp_path / "index.db")
    readers = ReaderPool(store.path, 1)
    begun, end, mark = tmp_path / "begun", tmp_path / "end", tmp_path / "mark"
    first = asyncio.create_task(readers.run(partial(reader_work.wait, begun=begun, until=end)))
    await until(begun.exists)
    left = asyncio.create_task(readers.run(partial(reader_work.touch, path=mark)))
    last = asyncio.create_task(readers.run(reader_work.count))
    await until(lambda: readers.counts().waiting == 2)
    left.cancel()
    await asyncio.wait([left])
    end.touch()
    assert (await first, await last) == (b"{}", 0)
    assert not mark.exists()
    await readers.close()
    store.close()


async def test_too_much_work_is_refused(readers: ReaderPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_MOST_WAITING", 3)
    work = [asyncio.create_task(readers.run(reader_work.count)) for _ in range(5)]
    done = await asyncio.gather(*work, return_exceptions=True)
    assert done[:3] == [0, 0, 0]
    assert [type(error) for error in done[3:]] == [OverloadedError, OverloadedError]


async def test_a_pause_waits_for_work_and_lets_none_begin(readers: ReaderPool, tmp_path: Path) -> None:
    begun, end, mark = tmp_path / "begun", tmp_path / "end", tmp_path / "mark"
    before = asyncio.create_task(readers.run(partial(reader_work.wait, begun=begun, until=end)))
    await until(begun.exists)
    paused, go_on = asyncio.Event(), asyncio.Event()

    def pause() -> None:
        with pausing():
            loop.call_soon_threadsafe(paused.set)
            asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(60)

    loop, pausing = asyncio.get_running_loop(), pause_for_threads(readers)
    pauser = asyncio.create_task(asyncio.to_thread(pause))
    await asyncio.sleep(0.1)
    assert not paused.is_set()
    end.touch()
    await paused.wait()
    assert await before == b"{}"
    after = asyncio.create_task(readers.run(partial(reader_work.touch, path=mark)))
    await asyncio.sleep(0.1)
    assert not mark.exists()
    go_on.set()
    await asyncio.gather(pauser, after)
    assert mark.exists()


class LateReaders(ReaderThreads):
    """Come to rest in the moment in which nobody waits for it any more."""

    pauses = 0

    @asynccontextmanager
    async def paused(self) -> AsyncGenerator[None]:
        self.pauses += 1
        try:
            with suppress(asyncio.CancelledError):
                await asyncio.Event().wait()
            yield
        finally:
            self.pauses -= 1


async def test_a_pause_that_comes_too_late_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pausing, "_SECONDS", 0.1)
    store = Store(tmp_path / "index.db")
    readers = LateReaders(store)
    pause = pause_for_threads(readers)

    def work() -> None:
        with suppress(sqlite3.OperationalError), pause():
            pass

    await asyncio.to_thread(work)
    assert readers.pauses == 0
    await readers.close()
    store.close()


async def test_readers_that_cannot_be_started_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = iter([["/no/such/python"], [sys.executable, "-c", "raise SystemExit(1)"], ["/no/such/python"]])
    real = child.child_command
    monkeypatch.setattr(child, "child_command", lambda *given: next(commands, None) or real(*given))
    store = Store(tmp_path / "index.db")
    readers = ReaderPool(store.path, 2)
    with pytest.raises(ReaderError, match="cannot be started"):
        await readers.run(reader_work.count)
    assert await readers.run(reader_work.count) == 0
    await readers.close()
    store.close()


async def test_readers_that_run_go_on_where_no_other_one_can_be_started(
    readers: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, end = tmp_path / "begun", tmp_path / "end"
    busy = asyncio.create_task(readers.run(partial(reader_work.wait, begun=begun, until=end)))
    await until(begun.exists)
    started: list[str] = []
    monkeypatch.setattr(child, "child_command", lambda *_: started.append("") or ["/no/such/python"])
    later = asyncio.create_task(readers.run(reader_work.count))
    await until(lambda: bool(started))
    end.touch()
    assert (await busy, await later) == (b"{}", 0)
    assert len(started) < 5


async def test_closing_ends_the_processes_whatever_they_do(readers: ReaderPool, tmp_path: Path) -> None:
    number = await readers.run(reader_work.pid)
    work = partial(reader_work.wait, begun=tmp_path / "begun", until=tmp_path / "never")
    busy = asyncio.create_task(readers.run(work))
    await until((tmp_path / "begun").exists)
    await readers.close()
    assert not is_running(number)
    await asyncio.wait([busy])
    assert busy.cancelled()
    with pytest.raises(ReaderError, match="closing"):
        await readers.run(reader_work.count)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
async def test_closing_does_not_wait_for_ever_for_a_reader_that_is_not_heard_of(
    readers: ReaderPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "_END_SECONDS", 0.1)
    monkeypatch.setattr(child.ReaderChild, "kill", lambda _: None)
    number = await readers.run(reader_work.pid)
    os.kill(number, signal.SIGSTOP)  # it does not notice that its input ends
    await readers.close()
    await until(lambda: not is_running(number))


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
async def test_readers_end_when_the_server_is_killed(tmp_path: Path) -> None:
    script = """
        import asyncio, functools, sys
        from pathlib import Path
        import reader_work
        from aigpt.local.readers.pool import ReaderPool
        from aigpt.local.store.database import Store

        async def main(folder):
            readers = ReaderPool(Store(folder / "index.db").path, 1)
            print(await readers.run(reader_work.pid), flush=True)
            await readers.run(functools.partial(reader_work.wait, begun=folder / "begun", until=folder / "never"))

        asyncio.run(main(Path(sys.argv[1])))
    """
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", textwrap.dedent(script), tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert program.stdout is not None
    number = int(await program.stdout.readline())
    await until((tmp_path / "begun").exists)
    assert is_running(number)
    program.kill()
    await program.wait()
    await until(lambda: not is_running(number))

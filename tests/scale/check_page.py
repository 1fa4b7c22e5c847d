"""The commands of docs/howto/bulk_on_a_cluster.md: a cluster of two nodes is started as the page says, and used so."""

import os
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from kill_run import ids_of, questions
from limited_server import LimitedServer
from object_server import ObjectServer
from pages import blocks_of

pytestmark = pytest.mark.timeout(600)
HERE = "127.0.0.2"
SMALL = ["--num-cpus=1", "--object-store-memory=80000000", "--block", f"--node-ip-address={HERE}"]
ROWS = 300


def commands(word: str) -> list[list[str]]:
    """Return the commands of the page that begin with *word*."""
    code = "".join(one.code for one in blocks_of("docs/howto/bulk_on_a_cluster.md") if one.kind == "shown")
    return [shlex.split(line, comments=True) for line in code.splitlines() if line.startswith(word)]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HERE, 0))
        port: int = taken.getsockname()[1]
        return port


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return that of somebody who has not used Ray before, with what the page exports."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    quiet = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_worker_niceness": "0", "HOME": str(tmp_path)}
    exported = dict(word.split("=") for _, word in commands("export"))
    return {**os.environ, **quiet, **exported, "PATH": path, "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture
def nodes(environment: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """Start a head and another node, each until it is ended, and give their address."""
    address = f"{HERE}:{free_port()}"
    run(commands("ray get-auth-token")[0], environment, tmp_path)
    head, node = commands("ray start")
    with ExitStack() as stack:
        for command in (
            [*head, f"--port={address.rpartition(':')[2]}", "--include-dashboard=false", *SMALL],
            [*(address if word == "10.0.0.1:6379" else word for word in node), *SMALL],
        ):
            process = stack.enter_context(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True))
            stack.callback(process.terminate)
            assert process.stdout is not None
            assert any("Ray runtime started" in line for line in process.stdout), f"{command} ended"
        yield address


def run(command: list[str], environment: dict[str, str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 3}, done.stderr


def test_the_commands_of_the_page_answer_each_row(nodes: str, environment: dict[str, str], tmp_path: Path) -> None:
    table = pa.table({"input": questions(ROWS)})
    pq.write_table(table, tmp_path / "questions.parquet")
    data = pa.BufferOutputStream()
    pq.write_table(table, data)
    shared, stored = (one for one in commands("aigpt bulk") if "ray" in one)
    with LimitedServer() as server, ObjectServer() as store:
        environment |= {"RAY_ADDRESS": nodes, "IGPT_BASE_URL": server.url, "IGPT_API_KEY": "k", "IGPT_API_USER": "u"}
        run([word.replace("/shared", str(tmp_path)) for word in shared], environment, tmp_path)
        assert len(ids_of(f"{tmp_path}/answers/")) == len(server.answered) == ROWS

        store.objects["questions/one.parquet"] = data.getvalue().to_pybytes(), "1"
        places = {f"s3://bucket/{name}/": store.address("s3", f"{name}/") for name in ("questions", "answers")}
        began = time.monotonic()
        run([places.get(word, word) for word in stored], environment, tmp_path)
        assert len(ids_of(places["s3://bucket/answers/"])) == ROWS
        assert server.repeated == ROWS  # those of the first command
        assert min(at for at in server.arrivals[ROWS:]) > began
        run([*commands("aigpt report")[0][:2], places["s3://bucket/answers/"]], environment, tmp_path)

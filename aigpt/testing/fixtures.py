"""The pytest fixtures. The servers are imported when a test first uses one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from aigpt.testing.sample_server import SampleServer
    from aigpt.testing.scripted_server import ScriptedServer


@pytest.fixture
def igpt_server() -> Iterator[ScriptedServer]:
    """Run a scripted server: `reply` and `stream` script its responses, `client` makes a client for it.

    The test fails at its end if a call had no script.
    """
    from aigpt.testing.scripted_server import ScriptedServer  # noqa: PLC0415 imported only where the fixture is used

    server = ScriptedServer().start()
    try:
        yield server
    finally:
        server.close()
    try:
        server.check()
    except AssertionError as error:
        pytest.fail(f"igpt_server: {error}", pytrace=False)


@pytest.fixture
def igpt_local(tmp_path: Path) -> Iterator[SampleServer]:
    """Run the embedded server over the sample mailbox, indexed again for each test.

    Needs the extra `local`; without it the test fails and names it.
    """
    try:
        from aigpt.testing.sample_server import SampleServer  # noqa: PLC0415 imported only where the fixture is used
    except ModuleNotFoundError as error:
        from aigpt._install import install_command  # noqa: PLC0415 imported only for this failure

        pytest.fail(
            f"the fixture igpt_local needs {error.name}, which is part of an extra: {install_command('local')}",
            pytrace=False,
        )
    with SampleServer(tmp_path / "igpt.sqlite") as server:
        yield server

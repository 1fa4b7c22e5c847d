"""A run over files in a directory of its own, against the scripted server."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from bulk_files import Bulk, echo

from aigpt.testing import ScriptedServer


@pytest.fixture
async def bulk(igpt_server: ScriptedServer, tmp_path: Path) -> AsyncIterator[Bulk]:
    """Give what runs over an input. The output is in its `rows`."""
    async with igpt_server.client(backoff_base=1) as igpt:
        yield Bulk(igpt, tmp_path)


@pytest.fixture
def echoing(igpt_server: ScriptedServer) -> ScriptedServer:
    """Have every question answered by itself."""
    igpt_server.reply("*", json=echo)
    return igpt_server

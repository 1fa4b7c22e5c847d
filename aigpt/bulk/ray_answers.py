"""How long an actor of Ray is waited for."""

from __future__ import annotations

import asyncio
from typing import Any

START = 60.0  # s
ASK = 5.0  # s


async def answer_of(asked: Any, seconds: float) -> Any:
    """Return what an actor answers to what it was *asked*. Raises TimeoutError after so many *seconds*."""
    return await asyncio.wait_for(_awaited(asked), seconds)


async def _awaited(asked: Any) -> Any:  # what Ray gives is no coroutine
    return await asked

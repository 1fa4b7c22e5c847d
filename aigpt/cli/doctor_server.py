"""The last check of `aigpt doctor`: one request that costs nothing, and what the server says."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import cast

from yarl import URL

from aigpt import AsyncIGPT
from aigpt.cli.chat_client import explain
from aigpt.cli.doctor_findings import Finding, failed, note, ok
from aigpt.cli.errors import remedy_of
from aigpt.cli.safe_text import amount
from aigpt.openai import APIConnectionError, AsyncOpenAI, NotFoundError, OpenAIError

_SHOWN = 5


async def ask_igpt(url: URL, key: str, user: str, proxy: URL | None, seconds: float) -> Finding:
    """Ask for the datasources of *user*."""
    async with AsyncIGPT(
        key, user=user, base_url=url, allow_http=True, max_retries=0, timeout=seconds, proxy=proxy
    ) as client:
        reply = await client.datasources.list()
    if reply.error:
        request = f" (request {reply.request_id})" if reply.request_id else ""
        return failed("server", f"{reply.error}: {reply.exception}{request}", remedy_of(reply.error))
    count = amount(len(reply.datasources), "datasource")
    text = f"{_name(reply.headers)} answers in {reply.elapsed * 1000:.0f} ms: {count} of {user}"
    if not reply.datasources:
        return note("server", text, "answers need some: connect a mailbox, or see whether the user's name is right")
    return ok("server", text)


async def ask_openai(url: URL, key: str, seconds: float) -> Finding:
    """Ask for the models."""
    began = time.perf_counter()
    async with AsyncOpenAI(api_key=key, base_url=url, allow_http=True, max_retries=0, deadline=seconds) as client:
        try:
            page = await client.models.list()
        except NotFoundError as exc:
            return failed("server", str(exc), "a server without a list of models may answer all the same")
        except APIConnectionError as exc:
            return failed("server", str(exc), "check --base-url or OPENAI_BASE_URL")
        except OpenAIError as exc:
            return failed("server", explain(exc, url))
    took = time.perf_counter() - began
    names = _names(page)
    text = f"it answers in {took * 1000:.0f} ms: {amount(len(names), 'model')}"
    text += f" ({', '.join(names[:_SHOWN])}{', …' if len(names) > _SHOWN else ''})" if names else ""
    model = os.environ.get("OPENAI_MODEL", "").strip()
    if model and names and model not in names:
        return note("server", text, f"OPENAI_MODEL={model} is none of them")
    return ok("server", text)


def _name(headers: Mapping[str, str]) -> str:
    name = headers.get("Server")
    return f"it ({name})" if name else "it"


def _names(page: object) -> list[str]:
    """Return the names of the models; servers send all kinds of things."""
    data: object = getattr(page, "data", None)
    models = cast("list[object]", data) if isinstance(data, list) else []
    names = (getattr(model, "id", None) for model in models)
    return [name for name in names if isinstance(name, str)]

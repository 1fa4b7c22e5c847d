"""The last check of `aigpt doctor`: one request that costs nothing, and what the server says."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import cast

from yarl import URL

from aigpt import AsyncIGPT
from aigpt._http.failure import PROXY_AUTHENTICATION, proxy_refusal
from aigpt.cli.chat_client import cause_and_remedy
from aigpt.cli.doctor_findings import Finding, failed, note, ok
from aigpt.cli.errors import missing_version, remedy_of, without_remedy
from aigpt.cli.safe_text import amount
from aigpt.errors import APIConnectionError as AnyConnectionError
from aigpt.errors import APIStatusError
from aigpt.openai import (
    APIConnectionError,
    APIResponseValidationError,
    AsyncOpenAI,
    AuthenticationError,
    NotFoundError,
    OpenAIError,
    PermissionDeniedError,
)
from aigpt.types import Reply

_SHOWN = 5
_OF_SETTINGS = {"auth", "client_error", "invalid_json_response"}
_WRONG_SETTINGS = (AuthenticationError, PermissionDeniedError, APIResponseValidationError)
_OTHER_USERS = "the API key is that of another user"  # so says the embedded server of a key that is bound to one
_SET_USER = "check --user or IGPT_API_USER"
_NO_MODELS = (
    "check the path in --base-url or OPENAI_BASE_URL, which mostly ends in /v1; a server without a list of models may "
    "answer all the same"
)


async def ask_igpt(url: URL, key: str, user: str, proxy: URL | None, seconds: float, at_proxy: str) -> Finding:
    """Ask for the datasources of *user*. *at_proxy*: what to do where *proxy* does not let it pass."""
    async with AsyncIGPT(
        key, user=user, base_url=url, allow_http=True, max_retries=0, timeout=seconds, proxy=proxy
    ) as client:
        reply = await client.datasources.list()
    if reply.error:
        return _refused(reply, url, at_proxy)
    count = amount(len(reply.datasources), "datasource")
    text = f"{_name(reply.headers)} answers in {reply.elapsed * 1000:.0f} ms: {count} of {user}"
    if not reply.datasources:
        return note("server", text, "answers need some: connect a mailbox, or see whether the user's name is right")
    return ok("server", text)


def _refused(reply: Reply, url: URL, at_proxy: str) -> Finding:
    request = f" (request {reply.request_id})" if reply.request_id else ""
    if at_proxy and _ended_at_proxy(reply.exception):
        text = f"{reply.error}: {reply.exception}{request}"
        return failed("server", text, at_proxy, is_setting=_wants_password(reply.exception))
    remedy = missing_version(reply, url)
    is_setting = bool(remedy) or reply.error in _OF_SETTINGS
    if not remedy:
        remedy = _SET_USER if _OTHER_USERS in str(reply.exception) else remedy_of(reply.error or "")
    cause = without_remedy(reply.exception) if remedy else reply.exception
    return failed("server", f"{reply.error}: {cause}{request}", remedy, is_setting=is_setting)


async def ask_openai(url: URL, key: str, seconds: float, at_proxy: str) -> Finding:
    """Ask for the models. *at_proxy*: what to do where a proxy does not let it pass."""
    began = time.perf_counter()
    async with AsyncOpenAI(api_key=key, base_url=url, allow_http=True, max_retries=0, deadline=seconds) as client:
        try:
            page = await client.models.list()
        except NotFoundError as exc:
            return failed("server", without_remedy(exc), _NO_MODELS, is_setting=True)
        except OpenAIError as exc:
            if at_proxy and _ended_at_proxy(exc):
                return failed("server", str(exc), at_proxy, is_setting=_wants_password(exc))
            if isinstance(exc, APIConnectionError):
                return failed("server", str(exc), "check --base-url or OPENAI_BASE_URL")
            text, remedy = cause_and_remedy(exc, url)
            return failed("server", text, remedy, is_setting=isinstance(exc, _WRONG_SETTINGS))
    took = time.perf_counter() - began
    names = _names(page)
    text = f"it answers in {took * 1000:.0f} ms: {amount(len(names), 'model')}"
    text += f" ({', '.join(names[:_SHOWN])}{', …' if len(names) > _SHOWN else ''})" if names else ""
    model = os.environ.get("OPENAI_MODEL", "").strip()
    if model and names and model not in names:
        return note("server", text, f"OPENAI_MODEL={model} is none of them")
    return ok("server", text)


def _ended_at_proxy(exc: BaseException | None) -> bool:
    """Return whether a call by a proxy failed before the server had it."""
    return _wants_password(exc) or (isinstance(exc, AnyConnectionError) and not exc.connected)


def _wants_password(exc: BaseException | None) -> bool:
    if isinstance(exc, APIStatusError):
        return exc.status_code == PROXY_AUTHENTICATION
    return isinstance(exc, AnyConnectionError) and proxy_refusal(PROXY_AUTHENTICATION) in str(exc)


def _name(headers: Mapping[str, str]) -> str:
    name = headers.get("Server")
    return f"it ({name})" if name else "it"


def _names(page: object) -> list[str]:
    """Return the names of the models; servers send all kinds of things."""
    data: object = getattr(page, "data", None)
    models = cast("list[object]", data) if isinstance(data, list) else []
    names = (getattr(model, "id", None) for model in models)
    return [name for name in names if isinstance(name, str)]

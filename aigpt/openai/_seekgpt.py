"""`AsyncSeekGPT` and `SeekGPT`: the clients of the OpenAI protocol with SeekGPT's environment variables and URL."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from aigpt._http.session import ClientNames
from aigpt.openai._base_client import BaseClient
from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._client import AsyncOpenAI
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._options import Vendor

if TYPE_CHECKING:
    from aigpt.openai._chat_responses import AsyncChatWithResponses, ChatWithResponses

# Nothing of OpenAI's environment: an organization, a project or a secret of one service says nothing to another.
SEEKGPT = Vendor(
    "SEEKGPT_API_KEY", ("SEEKGPT_BASE_URL", "SEEKGPT_API_BASE"), "SEEKGPT_LOG", "https://api.seekgpt.org/v1", {}
)


class _SeekGPTClient(BaseClient):
    _vendor: ClassVar[Vendor] = SEEKGPT
    _names: ClassVar[ClientNames] = ClientNames("AsyncSeekGPT", "SeekGPT", ConfigurationError)


class AsyncSeekGPT(_SeekGPTClient, AsyncOpenAI):
    """A client of SeekGPT: `AsyncOpenAI` with other defaults.

    *api_key*: default ``$SEEKGPT_API_KEY``. *base_url*: default ``$SEEKGPT_BASE_URL``, ``$SEEKGPT_API_BASE``, or the
    service's own. ``SEEKGPT_LOG`` logs. No variable of OpenAI's is read.
    """

    @cached_property
    def chat(self) -> AsyncChatWithResponses:
        """Chat completions, and responses."""
        from aigpt.openai._chat_responses import AsyncChatWithResponses  # noqa: PLC0415 (on first touch)

        return AsyncChatWithResponses(self)


class SeekGPT(_SeekGPTClient, OpenAI):
    """A blocking client of SeekGPT: `OpenAI` with the defaults of `AsyncSeekGPT`."""

    @cached_property
    def chat(self) -> ChatWithResponses:
        """Chat completions, and responses."""
        from aigpt.openai._chat_responses import ChatWithResponses  # noqa: PLC0415 (on first touch)

        return ChatWithResponses(self)

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.beta.responses import input_items as input_items
    from aigpt.openai.resources.beta.responses import input_tokens as input_tokens
    from aigpt.openai.resources.beta.responses import responses as responses
    from aigpt.openai.resources.beta.responses.input_items import (
        AsyncInputItems,
        AsyncInputItemsWithRawResponse,
        AsyncInputItemsWithStreamingResponse,
        InputItems,
        InputItemsWithRawResponse,
        InputItemsWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.responses.input_tokens import (
        AsyncInputTokens,
        AsyncInputTokensWithRawResponse,
        AsyncInputTokensWithStreamingResponse,
        InputTokens,
        InputTokensWithRawResponse,
        InputTokensWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.responses.responses import (
        AsyncResponses,
        AsyncResponsesWithRawResponse,
        AsyncResponsesWithStreamingResponse,
        Responses,
        ResponsesWithRawResponse,
        ResponsesWithStreamingResponse,
    )

__all__ = [
    "AsyncInputItems",
    "AsyncInputItemsWithRawResponse",
    "AsyncInputItemsWithStreamingResponse",
    "AsyncInputTokens",
    "AsyncInputTokensWithRawResponse",
    "AsyncInputTokensWithStreamingResponse",
    "AsyncResponses",
    "AsyncResponsesWithRawResponse",
    "AsyncResponsesWithStreamingResponse",
    "InputItems",
    "InputItemsWithRawResponse",
    "InputItemsWithStreamingResponse",
    "InputTokens",
    "InputTokensWithRawResponse",
    "InputTokensWithStreamingResponse",
    "Responses",
    "ResponsesWithRawResponse",
    "ResponsesWithStreamingResponse",
]

_HOMES = {
    "AsyncInputItems": "aigpt.openai.resources.beta.responses.input_items",
    "AsyncInputItemsWithRawResponse": "aigpt.openai.resources.beta.responses.input_items",
    "AsyncInputItemsWithStreamingResponse": "aigpt.openai.resources.beta.responses.input_items",
    "AsyncInputTokens": "aigpt.openai.resources.beta.responses.input_tokens",
    "AsyncInputTokensWithRawResponse": "aigpt.openai.resources.beta.responses.input_tokens",
    "AsyncInputTokensWithStreamingResponse": "aigpt.openai.resources.beta.responses.input_tokens",
    "AsyncResponses": "aigpt.openai.resources.beta.responses.responses",
    "AsyncResponsesWithRawResponse": "aigpt.openai.resources.beta.responses.responses",
    "AsyncResponsesWithStreamingResponse": "aigpt.openai.resources.beta.responses.responses",
    "InputItems": "aigpt.openai.resources.beta.responses.input_items",
    "InputItemsWithRawResponse": "aigpt.openai.resources.beta.responses.input_items",
    "InputItemsWithStreamingResponse": "aigpt.openai.resources.beta.responses.input_items",
    "InputTokens": "aigpt.openai.resources.beta.responses.input_tokens",
    "InputTokensWithRawResponse": "aigpt.openai.resources.beta.responses.input_tokens",
    "InputTokensWithStreamingResponse": "aigpt.openai.resources.beta.responses.input_tokens",
    "Responses": "aigpt.openai.resources.beta.responses.responses",
    "ResponsesWithRawResponse": "aigpt.openai.resources.beta.responses.responses",
    "ResponsesWithStreamingResponse": "aigpt.openai.resources.beta.responses.responses",
}
_SUBMODULES: tuple[str, ...] = ("input_items", "input_tokens", "responses")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.beta.responses import beta_response_item_list as beta_response_item_list
    from aigpt.openai.types.beta.responses import input_item_list_params as input_item_list_params
    from aigpt.openai.types.beta.responses import input_token_count_params as input_token_count_params
    from aigpt.openai.types.beta.responses import input_token_count_response as input_token_count_response
    from aigpt.openai.types.beta.responses.beta_response_item_list import BetaResponseItemList
    from aigpt.openai.types.beta.responses.input_item_list_params import InputItemListParams
    from aigpt.openai.types.beta.responses.input_token_count_params import InputTokenCountParams
    from aigpt.openai.types.beta.responses.input_token_count_response import InputTokenCountResponse

__all__ = ["BetaResponseItemList", "InputItemListParams", "InputTokenCountParams", "InputTokenCountResponse"]

_HOMES = {
    "BetaResponseItemList": "aigpt.openai.types.beta.responses.beta_response_item_list",
    "InputItemListParams": "aigpt.openai.types.beta.responses.input_item_list_params",
    "InputTokenCountParams": "aigpt.openai.types.beta.responses.input_token_count_params",
    "InputTokenCountResponse": "aigpt.openai.types.beta.responses.input_token_count_response",
}
_SUBMODULES: tuple[str, ...] = (
    "beta_response_item_list",
    "input_item_list_params",
    "input_token_count_params",
    "input_token_count_response",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

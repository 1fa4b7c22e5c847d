# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.evals.runs import output_item_list_params as output_item_list_params
    from aigpt.openai.types.evals.runs import output_item_list_response as output_item_list_response
    from aigpt.openai.types.evals.runs import output_item_retrieve_response as output_item_retrieve_response
    from aigpt.openai.types.evals.runs.output_item_list_params import OutputItemListParams
    from aigpt.openai.types.evals.runs.output_item_list_response import OutputItemListResponse
    from aigpt.openai.types.evals.runs.output_item_retrieve_response import OutputItemRetrieveResponse

__all__ = ["OutputItemListParams", "OutputItemListResponse", "OutputItemRetrieveResponse"]

_HOMES = {
    "OutputItemListParams": "aigpt.openai.types.evals.runs.output_item_list_params",
    "OutputItemListResponse": "aigpt.openai.types.evals.runs.output_item_list_response",
    "OutputItemRetrieveResponse": "aigpt.openai.types.evals.runs.output_item_retrieve_response",
}
_SUBMODULES: tuple[str, ...] = ("output_item_list_params", "output_item_list_response", "output_item_retrieve_response")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.evals import (
        create_eval_completions_run_data_source as create_eval_completions_run_data_source,
    )
    from aigpt.openai.types.evals import (
        create_eval_completions_run_data_source_param as create_eval_completions_run_data_source_param,
    )
    from aigpt.openai.types.evals import create_eval_jsonl_run_data_source as create_eval_jsonl_run_data_source
    from aigpt.openai.types.evals import (
        create_eval_jsonl_run_data_source_param as create_eval_jsonl_run_data_source_param,
    )
    from aigpt.openai.types.evals import eval_api_error as eval_api_error
    from aigpt.openai.types.evals import run_cancel_response as run_cancel_response
    from aigpt.openai.types.evals import run_create_params as run_create_params
    from aigpt.openai.types.evals import run_create_response as run_create_response
    from aigpt.openai.types.evals import run_delete_response as run_delete_response
    from aigpt.openai.types.evals import run_list_params as run_list_params
    from aigpt.openai.types.evals import run_list_response as run_list_response
    from aigpt.openai.types.evals import run_retrieve_response as run_retrieve_response
    from aigpt.openai.types.evals import runs as runs
    from aigpt.openai.types.evals.create_eval_completions_run_data_source import CreateEvalCompletionsRunDataSource
    from aigpt.openai.types.evals.create_eval_completions_run_data_source_param import (
        CreateEvalCompletionsRunDataSourceParam,
    )
    from aigpt.openai.types.evals.create_eval_jsonl_run_data_source import CreateEvalJSONLRunDataSource
    from aigpt.openai.types.evals.create_eval_jsonl_run_data_source_param import CreateEvalJSONLRunDataSourceParam
    from aigpt.openai.types.evals.eval_api_error import EvalAPIError
    from aigpt.openai.types.evals.run_cancel_response import RunCancelResponse
    from aigpt.openai.types.evals.run_create_params import RunCreateParams
    from aigpt.openai.types.evals.run_create_response import RunCreateResponse
    from aigpt.openai.types.evals.run_delete_response import RunDeleteResponse
    from aigpt.openai.types.evals.run_list_params import RunListParams
    from aigpt.openai.types.evals.run_list_response import RunListResponse
    from aigpt.openai.types.evals.run_retrieve_response import RunRetrieveResponse

__all__ = [
    "CreateEvalCompletionsRunDataSource",
    "CreateEvalCompletionsRunDataSourceParam",
    "CreateEvalJSONLRunDataSource",
    "CreateEvalJSONLRunDataSourceParam",
    "EvalAPIError",
    "RunCancelResponse",
    "RunCreateParams",
    "RunCreateResponse",
    "RunDeleteResponse",
    "RunListParams",
    "RunListResponse",
    "RunRetrieveResponse",
]

_HOMES = {
    "CreateEvalCompletionsRunDataSource": "aigpt.openai.types.evals.create_eval_completions_run_data_source",
    "CreateEvalCompletionsRunDataSourceParam": "aigpt.openai.types.evals.create_eval_completions_run_data_source_param",
    "CreateEvalJSONLRunDataSource": "aigpt.openai.types.evals.create_eval_jsonl_run_data_source",
    "CreateEvalJSONLRunDataSourceParam": "aigpt.openai.types.evals.create_eval_jsonl_run_data_source_param",
    "EvalAPIError": "aigpt.openai.types.evals.eval_api_error",
    "RunCancelResponse": "aigpt.openai.types.evals.run_cancel_response",
    "RunCreateParams": "aigpt.openai.types.evals.run_create_params",
    "RunCreateResponse": "aigpt.openai.types.evals.run_create_response",
    "RunDeleteResponse": "aigpt.openai.types.evals.run_delete_response",
    "RunListParams": "aigpt.openai.types.evals.run_list_params",
    "RunListResponse": "aigpt.openai.types.evals.run_list_response",
    "RunRetrieveResponse": "aigpt.openai.types.evals.run_retrieve_response",
}
_SUBMODULES: tuple[str, ...] = (
    "create_eval_completions_run_data_source",
    "create_eval_completions_run_data_source_param",
    "create_eval_jsonl_run_data_source",
    "create_eval_jsonl_run_data_source_param",
    "eval_api_error",
    "run_cancel_response",
    "run_create_params",
    "run_create_response",
    "run_delete_response",
    "run_list_params",
    "run_list_response",
    "run_retrieve_response",
    "runs",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

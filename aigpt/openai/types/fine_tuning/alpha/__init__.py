# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.fine_tuning.alpha import grader_run_params as grader_run_params
    from aigpt.openai.types.fine_tuning.alpha import grader_run_response as grader_run_response
    from aigpt.openai.types.fine_tuning.alpha import grader_validate_params as grader_validate_params
    from aigpt.openai.types.fine_tuning.alpha import grader_validate_response as grader_validate_response
    from aigpt.openai.types.fine_tuning.alpha.grader_run_params import GraderRunParams
    from aigpt.openai.types.fine_tuning.alpha.grader_run_response import GraderRunResponse
    from aigpt.openai.types.fine_tuning.alpha.grader_validate_params import GraderValidateParams
    from aigpt.openai.types.fine_tuning.alpha.grader_validate_response import GraderValidateResponse

__all__ = ["GraderRunParams", "GraderRunResponse", "GraderValidateParams", "GraderValidateResponse"]

_HOMES = {
    "GraderRunParams": "aigpt.openai.types.fine_tuning.alpha.grader_run_params",
    "GraderRunResponse": "aigpt.openai.types.fine_tuning.alpha.grader_run_response",
    "GraderValidateParams": "aigpt.openai.types.fine_tuning.alpha.grader_validate_params",
    "GraderValidateResponse": "aigpt.openai.types.fine_tuning.alpha.grader_validate_response",
}
_SUBMODULES: tuple[str, ...] = (
    "grader_run_params",
    "grader_run_response",
    "grader_validate_params",
    "grader_validate_response",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

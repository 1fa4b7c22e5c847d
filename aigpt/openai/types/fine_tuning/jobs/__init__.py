# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.fine_tuning.jobs import checkpoint_list_params as checkpoint_list_params
    from aigpt.openai.types.fine_tuning.jobs import fine_tuning_job_checkpoint as fine_tuning_job_checkpoint
    from aigpt.openai.types.fine_tuning.jobs.checkpoint_list_params import CheckpointListParams
    from aigpt.openai.types.fine_tuning.jobs.fine_tuning_job_checkpoint import FineTuningJobCheckpoint

__all__ = ["CheckpointListParams", "FineTuningJobCheckpoint"]

_HOMES = {
    "CheckpointListParams": "aigpt.openai.types.fine_tuning.jobs.checkpoint_list_params",
    "FineTuningJobCheckpoint": "aigpt.openai.types.fine_tuning.jobs.fine_tuning_job_checkpoint",
}
_SUBMODULES: tuple[str, ...] = ("checkpoint_list_params", "fine_tuning_job_checkpoint")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

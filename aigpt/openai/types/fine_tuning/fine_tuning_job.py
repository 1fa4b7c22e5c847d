# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.fine_tuning.dpo_method import DpoMethod
    from aigpt.openai.types.fine_tuning.fine_tuning_job_wandb_integration_object import (
        FineTuningJobWandbIntegrationObject,
    )
    from aigpt.openai.types.fine_tuning.reinforcement_method import ReinforcementMethod
    from aigpt.openai.types.fine_tuning.supervised_method import SupervisedMethod
    from aigpt.openai.types.shared.metadata import Metadata

__all__ = ["FineTuningJob", "Error", "Hyperparameters", "Method"]


class Error(BaseModel):
    code: str
    message: str
    param: Optional[str] = None


class Hyperparameters(BaseModel):
    batch_size: Union[Literal["auto"], int, None] = None
    learning_rate_multiplier: Union[Literal["auto"], float, None] = None
    n_epochs: Union[Literal["auto"], int, None] = None


class Method(BaseModel):
    type: Literal["supervised", "dpo", "reinforcement"]
    dpo: Optional[DpoMethod] = None
    reinforcement: Optional[ReinforcementMethod] = None
    supervised: Optional[SupervisedMethod] = None


class FineTuningJob(BaseModel):
    id: str
    created_at: int
    error: Optional[Error] = None
    fine_tuned_model: Optional[str] = None
    finished_at: Optional[int] = None
    hyperparameters: Hyperparameters
    model: str
    object: Literal["fine_tuning.job"]
    organization_id: str
    result_files: List[str]
    seed: int
    status: Literal["validating_files", "queued", "running", "succeeded", "failed", "cancelled"]
    trained_tokens: Optional[int] = None
    training_file: str
    validation_file: Optional[str] = None
    estimated_finish: Optional[int] = None
    integrations: Optional[List[FineTuningJobWandbIntegrationObject]] = None
    metadata: Optional[Metadata] = None
    method: Optional[Method] = None


postpone(
    __name__,
    homes={
        "DpoMethod": "fine_tuning.dpo_method",
        "FineTuningJobWandbIntegrationObject": "fine_tuning.fine_tuning_job_wandb_integration_object",
        "Metadata": "shared.metadata",
        "ReinforcementMethod": "fine_tuning.reinforcement_method",
        "SupervisedMethod": "fine_tuning.supervised_method",
    },
)

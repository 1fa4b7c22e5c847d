# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.fine_tuning import alpha as alpha
    from aigpt.openai.types.fine_tuning import checkpoints as checkpoints
    from aigpt.openai.types.fine_tuning import dpo_hyperparameters as dpo_hyperparameters
    from aigpt.openai.types.fine_tuning import dpo_hyperparameters_param as dpo_hyperparameters_param
    from aigpt.openai.types.fine_tuning import dpo_method as dpo_method
    from aigpt.openai.types.fine_tuning import dpo_method_param as dpo_method_param
    from aigpt.openai.types.fine_tuning import fine_tuning_job as fine_tuning_job
    from aigpt.openai.types.fine_tuning import fine_tuning_job_event as fine_tuning_job_event
    from aigpt.openai.types.fine_tuning import fine_tuning_job_integration as fine_tuning_job_integration
    from aigpt.openai.types.fine_tuning import fine_tuning_job_wandb_integration as fine_tuning_job_wandb_integration
    from aigpt.openai.types.fine_tuning import (
        fine_tuning_job_wandb_integration_object as fine_tuning_job_wandb_integration_object,
    )
    from aigpt.openai.types.fine_tuning import job_create_params as job_create_params
    from aigpt.openai.types.fine_tuning import job_list_events_params as job_list_events_params
    from aigpt.openai.types.fine_tuning import job_list_params as job_list_params
    from aigpt.openai.types.fine_tuning import jobs as jobs
    from aigpt.openai.types.fine_tuning import reinforcement_hyperparameters as reinforcement_hyperparameters
    from aigpt.openai.types.fine_tuning import (
        reinforcement_hyperparameters_param as reinforcement_hyperparameters_param,
    )
    from aigpt.openai.types.fine_tuning import reinforcement_method as reinforcement_method
    from aigpt.openai.types.fine_tuning import reinforcement_method_param as reinforcement_method_param
    from aigpt.openai.types.fine_tuning import supervised_hyperparameters as supervised_hyperparameters
    from aigpt.openai.types.fine_tuning import supervised_hyperparameters_param as supervised_hyperparameters_param
    from aigpt.openai.types.fine_tuning import supervised_method as supervised_method
    from aigpt.openai.types.fine_tuning import supervised_method_param as supervised_method_param
    from aigpt.openai.types.fine_tuning.dpo_hyperparameters import DpoHyperparameters
    from aigpt.openai.types.fine_tuning.dpo_hyperparameters_param import DpoHyperparametersParam
    from aigpt.openai.types.fine_tuning.dpo_method import DpoMethod
    from aigpt.openai.types.fine_tuning.dpo_method_param import DpoMethodParam
    from aigpt.openai.types.fine_tuning.fine_tuning_job import FineTuningJob
    from aigpt.openai.types.fine_tuning.fine_tuning_job_event import FineTuningJobEvent
    from aigpt.openai.types.fine_tuning.fine_tuning_job_integration import FineTuningJobIntegration
    from aigpt.openai.types.fine_tuning.fine_tuning_job_wandb_integration import FineTuningJobWandbIntegration
    from aigpt.openai.types.fine_tuning.fine_tuning_job_wandb_integration_object import (
        FineTuningJobWandbIntegrationObject,
    )
    from aigpt.openai.types.fine_tuning.job_create_params import JobCreateParams
    from aigpt.openai.types.fine_tuning.job_list_events_params import JobListEventsParams
    from aigpt.openai.types.fine_tuning.job_list_params import JobListParams
    from aigpt.openai.types.fine_tuning.reinforcement_hyperparameters import ReinforcementHyperparameters
    from aigpt.openai.types.fine_tuning.reinforcement_hyperparameters_param import ReinforcementHyperparametersParam
    from aigpt.openai.types.fine_tuning.reinforcement_method import ReinforcementMethod
    from aigpt.openai.types.fine_tuning.reinforcement_method_param import ReinforcementMethodParam
    from aigpt.openai.types.fine_tuning.supervised_hyperparameters import SupervisedHyperparameters
    from aigpt.openai.types.fine_tuning.supervised_hyperparameters_param import SupervisedHyperparametersParam
    from aigpt.openai.types.fine_tuning.supervised_method import SupervisedMethod
    from aigpt.openai.types.fine_tuning.supervised_method_param import SupervisedMethodParam

__all__ = [
    "DpoHyperparameters",
    "DpoHyperparametersParam",
    "DpoMethod",
    "DpoMethodParam",
    "FineTuningJob",
    "FineTuningJobEvent",
    "FineTuningJobIntegration",
    "FineTuningJobWandbIntegration",
    "FineTuningJobWandbIntegrationObject",
    "JobCreateParams",
    "JobListEventsParams",
    "JobListParams",
    "ReinforcementHyperparameters",
    "ReinforcementHyperparametersParam",
    "ReinforcementMethod",
    "ReinforcementMethodParam",
    "SupervisedHyperparameters",
    "SupervisedHyperparametersParam",
    "SupervisedMethod",
    "SupervisedMethodParam",
]

_HOMES = {
    "DpoHyperparameters": "aigpt.openai.types.fine_tuning.dpo_hyperparameters",
    "DpoHyperparametersParam": "aigpt.openai.types.fine_tuning.dpo_hyperparameters_param",
    "DpoMethod": "aigpt.openai.types.fine_tuning.dpo_method",
    "DpoMethodParam": "aigpt.openai.types.fine_tuning.dpo_method_param",
    "FineTuningJob": "aigpt.openai.types.fine_tuning.fine_tuning_job",
    "FineTuningJobEvent": "aigpt.openai.types.fine_tuning.fine_tuning_job_event",
    "FineTuningJobIntegration": "aigpt.openai.types.fine_tuning.fine_tuning_job_integration",
    "FineTuningJobWandbIntegration": "aigpt.openai.types.fine_tuning.fine_tuning_job_wandb_integration",
    "FineTuningJobWandbIntegrationObject": "aigpt.openai.types.fine_tuning.fine_tuning_job_wandb_integration_object",
    "JobCreateParams": "aigpt.openai.types.fine_tuning.job_create_params",
    "JobListEventsParams": "aigpt.openai.types.fine_tuning.job_list_events_params",
    "JobListParams": "aigpt.openai.types.fine_tuning.job_list_params",
    "ReinforcementHyperparameters": "aigpt.openai.types.fine_tuning.reinforcement_hyperparameters",
    "ReinforcementHyperparametersParam": "aigpt.openai.types.fine_tuning.reinforcement_hyperparameters_param",
    "ReinforcementMethod": "aigpt.openai.types.fine_tuning.reinforcement_method",
    "ReinforcementMethodParam": "aigpt.openai.types.fine_tuning.reinforcement_method_param",
    "SupervisedHyperparameters": "aigpt.openai.types.fine_tuning.supervised_hyperparameters",
    "SupervisedHyperparametersParam": "aigpt.openai.types.fine_tuning.supervised_hyperparameters_param",
    "SupervisedMethod": "aigpt.openai.types.fine_tuning.supervised_method",
    "SupervisedMethodParam": "aigpt.openai.types.fine_tuning.supervised_method_param",
}
_SUBMODULES: tuple[str, ...] = (
    "alpha",
    "checkpoints",
    "dpo_hyperparameters",
    "dpo_hyperparameters_param",
    "dpo_method",
    "dpo_method_param",
    "fine_tuning_job",
    "fine_tuning_job_event",
    "fine_tuning_job_integration",
    "fine_tuning_job_wandb_integration",
    "fine_tuning_job_wandb_integration_object",
    "job_create_params",
    "job_list_events_params",
    "job_list_params",
    "jobs",
    "reinforcement_hyperparameters",
    "reinforcement_hyperparameters_param",
    "reinforcement_method",
    "reinforcement_method_param",
    "supervised_hyperparameters",
    "supervised_hyperparameters_param",
    "supervised_method",
    "supervised_method_param",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

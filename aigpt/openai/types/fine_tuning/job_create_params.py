# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.fine_tuning.dpo_method_param import DpoMethodParam
    from aigpt.openai.types.fine_tuning.reinforcement_method_param import ReinforcementMethodParam
    from aigpt.openai.types.fine_tuning.supervised_method_param import SupervisedMethodParam
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = ["JobCreateParams", "Hyperparameters", "Integration", "IntegrationWandb", "Method"]


class JobCreateParams(TypedDict, total=False):
    model: Required[Union[str, Literal["babbage-002", "davinci-002", "gpt-3.5-turbo", "gpt-4o-mini"]]]
    training_file: Required[str]
    hyperparameters: Hyperparameters
    integrations: Optional[Iterable[Integration]]
    metadata: Optional[Metadata]
    method: Method
    seed: Optional[int]
    suffix: Optional[str]
    validation_file: Optional[str]


class Hyperparameters(TypedDict, total=False):
    batch_size: Union[Literal["auto"], int]
    learning_rate_multiplier: Union[Literal["auto"], float]
    n_epochs: Union[Literal["auto"], int]


class IntegrationWandb(TypedDict, total=False):
    project: Required[str]
    entity: Optional[str]
    name: Optional[str]
    tags: SequenceNotStr[str]


class Integration(TypedDict, total=False):
    type: Required[Literal["wandb"]]
    wandb: Required[IntegrationWandb]


class Method(TypedDict, total=False):
    type: Required[Literal["supervised", "dpo", "reinforcement"]]
    dpo: DpoMethodParam
    reinforcement: ReinforcementMethodParam
    supervised: SupervisedMethodParam


postpone(
    __name__,
    homes={
        "DpoMethodParam": "fine_tuning.dpo_method_param",
        "Metadata": "shared_params.metadata",
        "ReinforcementMethodParam": "fine_tuning.reinforcement_method_param",
        "SupervisedMethodParam": "fine_tuning.supervised_method_param",
    },
)

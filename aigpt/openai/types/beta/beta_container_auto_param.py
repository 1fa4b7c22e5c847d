# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_container_network_policy_allowlist_param import (
        BetaContainerNetworkPolicyAllowlistParam,
    )
    from aigpt.openai.types.beta.beta_container_network_policy_disabled_param import (
        BetaContainerNetworkPolicyDisabledParam,
    )
    from aigpt.openai.types.beta.beta_inline_skill_param import BetaInlineSkillParam
    from aigpt.openai.types.beta.beta_skill_reference_param import BetaSkillReferenceParam

__all__ = ["BetaContainerAutoParam", "NetworkPolicy", "Skill"]

NetworkPolicy: TypeAlias = "Union[BetaContainerNetworkPolicyDisabledParam, BetaContainerNetworkPolicyAllowlistParam]"
Skill: TypeAlias = "Union[BetaSkillReferenceParam, BetaInlineSkillParam]"


class BetaContainerAutoParam(TypedDict, total=False):
    type: Required[Literal["container_auto"]]
    file_ids: SequenceNotStr[str]
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]]
    network_policy: NetworkPolicy
    skills: Iterable[Skill]


postpone(
    __name__,
    homes={
        "BetaContainerNetworkPolicyAllowlistParam": "beta.beta_container_network_policy_allowlist_param",
        "BetaContainerNetworkPolicyDisabledParam": "beta.beta_container_network_policy_disabled_param",
        "BetaInlineSkillParam": "beta.beta_inline_skill_param",
        "BetaSkillReferenceParam": "beta.beta_skill_reference_param",
    },
    aliases={"NetworkPolicy": {}, "Skill": {}},
)

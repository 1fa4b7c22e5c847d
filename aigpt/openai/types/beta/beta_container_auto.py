# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_container_network_policy_allowlist import BetaContainerNetworkPolicyAllowlist
    from aigpt.openai.types.beta.beta_container_network_policy_disabled import BetaContainerNetworkPolicyDisabled
    from aigpt.openai.types.beta.beta_inline_skill import BetaInlineSkill
    from aigpt.openai.types.beta.beta_skill_reference import BetaSkillReference

__all__ = ["BetaContainerAuto", "NetworkPolicy", "Skill"]

NetworkPolicy: TypeAlias = """
Annotated[Union[BetaContainerNetworkPolicyDisabled, BetaContainerNetworkPolicyAllowlist],
PropertyInfo(discriminator='type')]
"""
Skill: TypeAlias = "Annotated[Union[BetaSkillReference, BetaInlineSkill], PropertyInfo(discriminator='type')]"


class BetaContainerAuto(BaseModel):
    type: Literal["container_auto"]
    file_ids: Optional[List[str]] = None
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]] = None
    network_policy: Optional[NetworkPolicy] = None
    skills: Optional[List[Skill]] = None


postpone(
    __name__,
    homes={
        "BetaContainerNetworkPolicyAllowlist": "beta.beta_container_network_policy_allowlist",
        "BetaContainerNetworkPolicyDisabled": "beta.beta_container_network_policy_disabled",
        "BetaInlineSkill": "beta.beta_inline_skill",
        "BetaSkillReference": "beta.beta_skill_reference",
    },
    aliases={
        "NetworkPolicy": {
            "disabled": "BetaContainerNetworkPolicyDisabled",
            "allowlist": "BetaContainerNetworkPolicyAllowlist",
        },
        "Skill": {"skill_reference": "BetaSkillReference", "inline": "BetaInlineSkill"},
    },
)

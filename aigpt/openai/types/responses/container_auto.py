# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.container_network_policy_allowlist import ContainerNetworkPolicyAllowlist
    from aigpt.openai.types.responses.container_network_policy_disabled import ContainerNetworkPolicyDisabled
    from aigpt.openai.types.responses.inline_skill import InlineSkill
    from aigpt.openai.types.responses.skill_reference import SkillReference

__all__ = ["ContainerAuto", "NetworkPolicy", "Skill"]

NetworkPolicy: TypeAlias = """
Annotated[Union[ContainerNetworkPolicyDisabled, ContainerNetworkPolicyAllowlist],
PropertyInfo(discriminator='type')]
"""
Skill: TypeAlias = "Annotated[Union[SkillReference, InlineSkill], PropertyInfo(discriminator='type')]"


class ContainerAuto(BaseModel):
    type: Literal["container_auto"]
    file_ids: Optional[List[str]] = None
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]] = None
    network_policy: Optional[NetworkPolicy] = None
    skills: Optional[List[Skill]] = None


postpone(
    __name__,
    homes={
        "ContainerNetworkPolicyAllowlist": "responses.container_network_policy_allowlist",
        "ContainerNetworkPolicyDisabled": "responses.container_network_policy_disabled",
        "InlineSkill": "responses.inline_skill",
        "SkillReference": "responses.skill_reference",
    },
    aliases={
        "NetworkPolicy": {"disabled": "ContainerNetworkPolicyDisabled", "allowlist": "ContainerNetworkPolicyAllowlist"},
        "Skill": {"skill_reference": "SkillReference", "inline": "InlineSkill"},
    },
)

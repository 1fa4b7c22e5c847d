# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.responses.container_network_policy_allowlist_param import (
        ContainerNetworkPolicyAllowlistParam,
    )
    from aigpt.openai.types.responses.container_network_policy_disabled_param import ContainerNetworkPolicyDisabledParam
    from aigpt.openai.types.responses.inline_skill_param import InlineSkillParam
    from aigpt.openai.types.responses.skill_reference_param import SkillReferenceParam

__all__ = ["ContainerCreateParams", "ExpiresAfter", "NetworkPolicy", "Skill"]


class ContainerCreateParams(TypedDict, total=False):
    name: Required[str]
    expires_after: ExpiresAfter
    file_ids: SequenceNotStr[str]
    memory_limit: Literal["1g", "4g", "16g", "64g"]
    network_policy: NetworkPolicy
    skills: Iterable[Skill]


class ExpiresAfter(TypedDict, total=False):
    anchor: Required[Literal["last_active_at"]]
    minutes: Required[int]


NetworkPolicy: TypeAlias = "Union[ContainerNetworkPolicyDisabledParam, ContainerNetworkPolicyAllowlistParam]"
Skill: TypeAlias = "Union[SkillReferenceParam, InlineSkillParam]"
postpone(
    __name__,
    homes={
        "ContainerNetworkPolicyAllowlistParam": "responses.container_network_policy_allowlist_param",
        "ContainerNetworkPolicyDisabledParam": "responses.container_network_policy_disabled_param",
        "InlineSkillParam": "responses.inline_skill_param",
        "SkillReferenceParam": "responses.skill_reference_param",
    },
    aliases={"NetworkPolicy": {}, "Skill": {}},
)

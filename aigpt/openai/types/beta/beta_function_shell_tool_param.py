# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_container_auto_param import BetaContainerAutoParam
    from aigpt.openai.types.beta.beta_container_reference_param import BetaContainerReferenceParam
    from aigpt.openai.types.beta.beta_local_environment_param import BetaLocalEnvironmentParam

__all__ = ["BetaFunctionShellToolParam", "Environment"]

Environment: TypeAlias = "Union[BetaContainerAutoParam, BetaLocalEnvironmentParam, BetaContainerReferenceParam]"


class BetaFunctionShellToolParam(TypedDict, total=False):
    type: Required[Literal["shell"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    environment: Optional[Environment]


postpone(
    __name__,
    homes={
        "BetaContainerAutoParam": "beta.beta_container_auto_param",
        "BetaContainerReferenceParam": "beta.beta_container_reference_param",
        "BetaLocalEnvironmentParam": "beta.beta_local_environment_param",
    },
    aliases={"Environment": {}},
)

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_container_auto import BetaContainerAuto
    from aigpt.openai.types.beta.beta_container_reference import BetaContainerReference
    from aigpt.openai.types.beta.beta_local_environment import BetaLocalEnvironment

__all__ = ["BetaFunctionShellTool", "Environment"]

Environment: TypeAlias = """
Annotated[Union[BetaContainerAuto, BetaLocalEnvironment, BetaContainerReference, None],
PropertyInfo(discriminator='type')]
"""


class BetaFunctionShellTool(BaseModel):
    type: Literal["shell"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None
    environment: Optional[Environment] = None


postpone(
    __name__,
    homes={
        "BetaContainerAuto": "beta.beta_container_auto",
        "BetaContainerReference": "beta.beta_container_reference",
        "BetaLocalEnvironment": "beta.beta_local_environment",
    },
    aliases={"Environment": {}},
)

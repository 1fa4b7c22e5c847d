# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.container_auto import ContainerAuto
    from aigpt.openai.types.responses.container_reference import ContainerReference
    from aigpt.openai.types.responses.local_environment import LocalEnvironment

__all__ = ["FunctionShellTool", "Environment"]

Environment: TypeAlias = """
Annotated[Union[ContainerAuto, LocalEnvironment, ContainerReference, None],
PropertyInfo(discriminator='type')]
"""


class FunctionShellTool(BaseModel):
    type: Literal["shell"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None
    environment: Optional[Environment] = None


postpone(
    __name__,
    homes={
        "ContainerAuto": "responses.container_auto",
        "ContainerReference": "responses.container_reference",
        "LocalEnvironment": "responses.local_environment",
    },
    aliases={"Environment": {}},
)

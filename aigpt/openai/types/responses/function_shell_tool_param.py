# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.container_auto_param import ContainerAutoParam
    from aigpt.openai.types.responses.container_reference_param import ContainerReferenceParam
    from aigpt.openai.types.responses.local_environment_param import LocalEnvironmentParam

__all__ = ["FunctionShellToolParam", "Environment"]

Environment: TypeAlias = "Union[ContainerAutoParam, LocalEnvironmentParam, ContainerReferenceParam]"


class FunctionShellToolParam(TypedDict, total=False):
    type: Required[Literal["shell"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    environment: Optional[Environment]


postpone(
    __name__,
    homes={
        "ContainerAutoParam": "responses.container_auto_param",
        "ContainerReferenceParam": "responses.container_reference_param",
        "LocalEnvironmentParam": "responses.local_environment_param",
    },
    aliases={"Environment": {}},
)

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

__all__ = ["RealtimeTracingConfigParam", "TracingConfiguration"]


class TracingConfiguration(TypedDict, total=False):
    group_id: str
    metadata: object
    workflow_name: str


RealtimeTracingConfigParam: TypeAlias = "Union[Literal['auto'], TracingConfiguration]"
postpone(__name__, aliases={"RealtimeTracingConfigParam": {}})

# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Required, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.moderation_model import ModerationModel
    from aigpt.openai.types.moderation_multi_modal_input_param import ModerationMultiModalInputParam

__all__ = ["ModerationCreateParams"]


class ModerationCreateParams(TypedDict, total=False):
    input: Required[Union[str, SequenceNotStr[str], Iterable[ModerationMultiModalInputParam]]]
    model: Union[str, ModerationModel]


postpone(
    __name__,
    homes={
        "ModerationModel": "moderation_model",
        "ModerationMultiModalInputParam": "moderation_multi_modal_input_param",
    },
)

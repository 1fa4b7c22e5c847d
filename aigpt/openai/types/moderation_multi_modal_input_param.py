# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.moderation_image_url_input_param import ModerationImageURLInputParam
    from aigpt.openai.types.moderation_text_input_param import ModerationTextInputParam

__all__ = ["ModerationMultiModalInputParam"]

ModerationMultiModalInputParam: TypeAlias = "Union[ModerationImageURLInputParam, ModerationTextInputParam]"
postpone(
    __name__,
    homes={
        "ModerationImageURLInputParam": "moderation_image_url_input_param",
        "ModerationTextInputParam": "moderation_text_input_param",
    },
    aliases={"ModerationMultiModalInputParam": {}},
)

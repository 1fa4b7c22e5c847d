# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.graders.grader_inputs_param import GraderInputsParam
    from aigpt.openai.types.responses.response_input_audio_param import ResponseInputAudioParam
    from aigpt.openai.types.responses.response_input_text_param import ResponseInputTextParam
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort

__all__ = [
    "ScoreModelGraderParam",
    "Input",
    "InputContent",
    "InputContentOutputText",
    "InputContentInputImage",
    "SamplingParams",
]


class InputContentOutputText(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["output_text"]]


class InputContentInputImage(TypedDict, total=False):
    image_url: Required[str]
    type: Required[Literal["input_image"]]
    detail: str


InputContent: TypeAlias = """
Union[str, ResponseInputTextParam, InputContentOutputText, InputContentInputImage,
ResponseInputAudioParam, GraderInputsParam]
"""


class Input(TypedDict, total=False):
    content: Required[InputContent]
    role: Required[Literal["user", "assistant", "system", "developer"]]
    type: Literal["message"]


class SamplingParams(TypedDict, total=False):
    max_completions_tokens: Optional[int]
    reasoning_effort: Optional[ReasoningEffort]
    seed: Optional[int]
    temperature: Optional[float]
    top_p: Optional[float]


class ScoreModelGraderParam(TypedDict, total=False):
    input: Required[Iterable[Input]]
    model: Required[str]
    name: Required[str]
    type: Required[Literal["score_model"]]
    range: Iterable[float]
    sampling_params: SamplingParams


postpone(
    __name__,
    homes={
        "GraderInputsParam": "graders.grader_inputs_param",
        "ReasoningEffort": "shared.reasoning_effort",
        "ResponseInputAudioParam": "responses.response_input_audio_param",
        "ResponseInputTextParam": "responses.response_input_text_param",
    },
    aliases={"InputContent": {}},
)

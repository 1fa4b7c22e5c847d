# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import FileTypes

__all__ = ["VoiceCreateParams", "CreateVoiceRequestAudioSample", "CreateVoiceRequestPrompt"]


class CreateVoiceRequestAudioSample(TypedDict, total=False):
    audio_sample: Required[FileTypes]
    consent: Required[str]
    name: Required[str]
    type: Literal["audio_sample"]


class CreateVoiceRequestPrompt(TypedDict, total=False):
    name: Required[str]
    prompt: Required[str]
    type: Required[Literal["prompt"]]
    model: Union[str, Union[Literal["auto"], Literal["2026-10-08"]]]
    script_hint: str


VoiceCreateParams: TypeAlias = "Union[CreateVoiceRequestAudioSample, CreateVoiceRequestPrompt]"
postpone(__name__, aliases={"VoiceCreateParams": {}})

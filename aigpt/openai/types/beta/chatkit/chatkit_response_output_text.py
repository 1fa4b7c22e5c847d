# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, List, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = [
    "ChatKitResponseOutputText",
    "Annotation",
    "AnnotationFile",
    "AnnotationFileSource",
    "AnnotationURL",
    "AnnotationURLSource",
]


class AnnotationFileSource(BaseModel):
    filename: str
    type: Literal["file"]


class AnnotationFile(BaseModel):
    source: AnnotationFileSource
    type: Literal["file"]


class AnnotationURLSource(BaseModel):
    type: Literal["url"]
    url: str


class AnnotationURL(BaseModel):
    source: AnnotationURLSource
    type: Literal["url"]


Annotation: TypeAlias = "Annotated[Union[AnnotationFile, AnnotationURL], PropertyInfo(discriminator='type')]"


class ChatKitResponseOutputText(BaseModel):
    annotations: List[Annotation]
    text: str
    type: Literal["output_text"]


postpone(__name__, aliases={"Annotation": {"file": "AnnotationFile", "url": "AnnotationURL"}})

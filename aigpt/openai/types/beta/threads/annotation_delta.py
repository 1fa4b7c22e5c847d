# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.file_citation_delta_annotation import FileCitationDeltaAnnotation
    from aigpt.openai.types.beta.threads.file_path_delta_annotation import FilePathDeltaAnnotation

__all__ = ["AnnotationDelta"]

AnnotationDelta: TypeAlias = """
Annotated[Union[FileCitationDeltaAnnotation, FilePathDeltaAnnotation],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "FileCitationDeltaAnnotation": "beta.threads.file_citation_delta_annotation",
        "FilePathDeltaAnnotation": "beta.threads.file_path_delta_annotation",
    },
    aliases={
        "AnnotationDelta": {"file_citation": "FileCitationDeltaAnnotation", "file_path": "FilePathDeltaAnnotation"}
    },
)

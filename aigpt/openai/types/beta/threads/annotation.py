# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.file_citation_annotation import FileCitationAnnotation
    from aigpt.openai.types.beta.threads.file_path_annotation import FilePathAnnotation

__all__ = ["Annotation"]

Annotation: TypeAlias = (
    "Annotated[Union[FileCitationAnnotation, FilePathAnnotation], PropertyInfo(discriminator='type')]"
)
postpone(
    __name__,
    homes={
        "FileCitationAnnotation": "beta.threads.file_citation_annotation",
        "FilePathAnnotation": "beta.threads.file_path_annotation",
    },
    aliases={"Annotation": {"file_citation": "FileCitationAnnotation", "file_path": "FilePathAnnotation"}},
)

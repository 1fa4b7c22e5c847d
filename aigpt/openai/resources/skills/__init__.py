# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.skills import content as content
    from aigpt.openai.resources.skills import skills as skills
    from aigpt.openai.resources.skills import versions as versions
    from aigpt.openai.resources.skills.content import (
        AsyncContent,
        AsyncContentWithRawResponse,
        AsyncContentWithStreamingResponse,
        Content,
        ContentWithRawResponse,
        ContentWithStreamingResponse,
    )
    from aigpt.openai.resources.skills.skills import (
        AsyncSkills,
        AsyncSkillsWithRawResponse,
        AsyncSkillsWithStreamingResponse,
        Skills,
        SkillsWithRawResponse,
        SkillsWithStreamingResponse,
    )
    from aigpt.openai.resources.skills.versions.versions import (
        AsyncVersions,
        AsyncVersionsWithRawResponse,
        AsyncVersionsWithStreamingResponse,
        Versions,
        VersionsWithRawResponse,
        VersionsWithStreamingResponse,
    )

__all__ = [
    "AsyncContent",
    "AsyncContentWithRawResponse",
    "AsyncContentWithStreamingResponse",
    "AsyncSkills",
    "AsyncSkillsWithRawResponse",
    "AsyncSkillsWithStreamingResponse",
    "AsyncVersions",
    "AsyncVersionsWithRawResponse",
    "AsyncVersionsWithStreamingResponse",
    "Content",
    "ContentWithRawResponse",
    "ContentWithStreamingResponse",
    "Skills",
    "SkillsWithRawResponse",
    "SkillsWithStreamingResponse",
    "Versions",
    "VersionsWithRawResponse",
    "VersionsWithStreamingResponse",
]

_HOMES = {
    "AsyncContent": "aigpt.openai.resources.skills.content",
    "AsyncContentWithRawResponse": "aigpt.openai.resources.skills.content",
    "AsyncContentWithStreamingResponse": "aigpt.openai.resources.skills.content",
    "AsyncSkills": "aigpt.openai.resources.skills.skills",
    "AsyncSkillsWithRawResponse": "aigpt.openai.resources.skills.skills",
    "AsyncSkillsWithStreamingResponse": "aigpt.openai.resources.skills.skills",
    "AsyncVersions": "aigpt.openai.resources.skills.versions.versions",
    "AsyncVersionsWithRawResponse": "aigpt.openai.resources.skills.versions.versions",
    "AsyncVersionsWithStreamingResponse": "aigpt.openai.resources.skills.versions.versions",
    "Content": "aigpt.openai.resources.skills.content",
    "ContentWithRawResponse": "aigpt.openai.resources.skills.content",
    "ContentWithStreamingResponse": "aigpt.openai.resources.skills.content",
    "Skills": "aigpt.openai.resources.skills.skills",
    "SkillsWithRawResponse": "aigpt.openai.resources.skills.skills",
    "SkillsWithStreamingResponse": "aigpt.openai.resources.skills.skills",
    "Versions": "aigpt.openai.resources.skills.versions.versions",
    "VersionsWithRawResponse": "aigpt.openai.resources.skills.versions.versions",
    "VersionsWithStreamingResponse": "aigpt.openai.resources.skills.versions.versions",
}
_SUBMODULES: tuple[str, ...] = ("content", "skills", "versions")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

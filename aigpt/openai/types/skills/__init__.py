# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.skills import deleted_skill_version as deleted_skill_version
    from aigpt.openai.types.skills import skill_version as skill_version
    from aigpt.openai.types.skills import skill_version_list as skill_version_list
    from aigpt.openai.types.skills import version_create_params as version_create_params
    from aigpt.openai.types.skills import version_list_params as version_list_params
    from aigpt.openai.types.skills import versions as versions
    from aigpt.openai.types.skills.deleted_skill_version import DeletedSkillVersion
    from aigpt.openai.types.skills.skill_version import SkillVersion
    from aigpt.openai.types.skills.skill_version_list import SkillVersionList
    from aigpt.openai.types.skills.version_create_params import VersionCreateParams
    from aigpt.openai.types.skills.version_list_params import VersionListParams

__all__ = ["DeletedSkillVersion", "SkillVersion", "SkillVersionList", "VersionCreateParams", "VersionListParams"]

_HOMES = {
    "DeletedSkillVersion": "aigpt.openai.types.skills.deleted_skill_version",
    "SkillVersion": "aigpt.openai.types.skills.skill_version",
    "SkillVersionList": "aigpt.openai.types.skills.skill_version_list",
    "VersionCreateParams": "aigpt.openai.types.skills.version_create_params",
    "VersionListParams": "aigpt.openai.types.skills.version_list_params",
}
_SUBMODULES: tuple[str, ...] = (
    "deleted_skill_version",
    "skill_version",
    "skill_version_list",
    "version_create_params",
    "version_list_params",
    "versions",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

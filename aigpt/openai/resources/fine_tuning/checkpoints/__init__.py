# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.fine_tuning.checkpoints import checkpoints as checkpoints
    from aigpt.openai.resources.fine_tuning.checkpoints import permissions as permissions
    from aigpt.openai.resources.fine_tuning.checkpoints.checkpoints import (
        AsyncCheckpoints,
        AsyncCheckpointsWithRawResponse,
        AsyncCheckpointsWithStreamingResponse,
        Checkpoints,
        CheckpointsWithRawResponse,
        CheckpointsWithStreamingResponse,
    )
    from aigpt.openai.resources.fine_tuning.checkpoints.permissions import (
        AsyncPermissions,
        AsyncPermissionsWithRawResponse,
        AsyncPermissionsWithStreamingResponse,
        Permissions,
        PermissionsWithRawResponse,
        PermissionsWithStreamingResponse,
    )

__all__ = [
    "AsyncCheckpoints",
    "AsyncCheckpointsWithRawResponse",
    "AsyncCheckpointsWithStreamingResponse",
    "AsyncPermissions",
    "AsyncPermissionsWithRawResponse",
    "AsyncPermissionsWithStreamingResponse",
    "Checkpoints",
    "CheckpointsWithRawResponse",
    "CheckpointsWithStreamingResponse",
    "Permissions",
    "PermissionsWithRawResponse",
    "PermissionsWithStreamingResponse",
]

_HOMES = {
    "AsyncCheckpoints": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "AsyncCheckpointsWithRawResponse": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "AsyncCheckpointsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "AsyncPermissions": "aigpt.openai.resources.fine_tuning.checkpoints.permissions",
    "AsyncPermissionsWithRawResponse": "aigpt.openai.resources.fine_tuning.checkpoints.permissions",
    "AsyncPermissionsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.checkpoints.permissions",
    "Checkpoints": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "CheckpointsWithRawResponse": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "CheckpointsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "Permissions": "aigpt.openai.resources.fine_tuning.checkpoints.permissions",
    "PermissionsWithRawResponse": "aigpt.openai.resources.fine_tuning.checkpoints.permissions",
    "PermissionsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.checkpoints.permissions",
}
_SUBMODULES: tuple[str, ...] = ("checkpoints", "permissions")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

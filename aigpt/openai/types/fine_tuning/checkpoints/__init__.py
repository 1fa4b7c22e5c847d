# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.fine_tuning.checkpoints import permission_create_params as permission_create_params
    from aigpt.openai.types.fine_tuning.checkpoints import permission_create_response as permission_create_response
    from aigpt.openai.types.fine_tuning.checkpoints import permission_delete_response as permission_delete_response
    from aigpt.openai.types.fine_tuning.checkpoints import permission_list_params as permission_list_params
    from aigpt.openai.types.fine_tuning.checkpoints import permission_list_response as permission_list_response
    from aigpt.openai.types.fine_tuning.checkpoints import permission_retrieve_params as permission_retrieve_params
    from aigpt.openai.types.fine_tuning.checkpoints import permission_retrieve_response as permission_retrieve_response
    from aigpt.openai.types.fine_tuning.checkpoints.permission_create_params import PermissionCreateParams
    from aigpt.openai.types.fine_tuning.checkpoints.permission_create_response import PermissionCreateResponse
    from aigpt.openai.types.fine_tuning.checkpoints.permission_delete_response import PermissionDeleteResponse
    from aigpt.openai.types.fine_tuning.checkpoints.permission_list_params import PermissionListParams
    from aigpt.openai.types.fine_tuning.checkpoints.permission_list_response import PermissionListResponse
    from aigpt.openai.types.fine_tuning.checkpoints.permission_retrieve_params import PermissionRetrieveParams
    from aigpt.openai.types.fine_tuning.checkpoints.permission_retrieve_response import PermissionRetrieveResponse

__all__ = [
    "PermissionCreateParams",
    "PermissionCreateResponse",
    "PermissionDeleteResponse",
    "PermissionListParams",
    "PermissionListResponse",
    "PermissionRetrieveParams",
    "PermissionRetrieveResponse",
]

_HOMES = {
    "PermissionCreateParams": "aigpt.openai.types.fine_tuning.checkpoints.permission_create_params",
    "PermissionCreateResponse": "aigpt.openai.types.fine_tuning.checkpoints.permission_create_response",
    "PermissionDeleteResponse": "aigpt.openai.types.fine_tuning.checkpoints.permission_delete_response",
    "PermissionListParams": "aigpt.openai.types.fine_tuning.checkpoints.permission_list_params",
    "PermissionListResponse": "aigpt.openai.types.fine_tuning.checkpoints.permission_list_response",
    "PermissionRetrieveParams": "aigpt.openai.types.fine_tuning.checkpoints.permission_retrieve_params",
    "PermissionRetrieveResponse": "aigpt.openai.types.fine_tuning.checkpoints.permission_retrieve_response",
}
_SUBMODULES: tuple[str, ...] = (
    "permission_create_params",
    "permission_create_response",
    "permission_delete_response",
    "permission_list_params",
    "permission_list_response",
    "permission_retrieve_params",
    "permission_retrieve_response",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

"""What a list of datasources says. Pure functions."""

from __future__ import annotations

from typing import cast

from aigpt._reply import Failure
from aigpt.errors import APIResponseValidationError
from aigpt.types import Datasource, DatasourcesReply

NO_DATASOURCES = Failure("invalid_json_response", APIResponseValidationError, "the answer holds no list of datasources")
_WHOLE = 100  # percent


def read_datasources(reply: object) -> DatasourcesReply:
    """Return *reply*, or a failed one if it holds no list of datasources."""
    if not isinstance(reply, DatasourcesReply):  # JSON that is no object comes as it is
        return NO_DATASOURCES.to_reply(DatasourcesReply)
    found: object = reply.get("datasources", [])
    if reply.ok and not (isinstance(found, list) and all(isinstance(one, dict) for one in cast("list[object]", found))):
        return NO_DATASOURCES.to_reply(DatasourcesReply)
    return reply


def is_indexed(datasource: Datasource) -> bool:
    """Return whether all of it is indexed; one that gives no progress is not waited for."""
    progress = cast("object", datasource.get("progress"))
    return progress >= _WHOLE if isinstance(progress, int | float) else True

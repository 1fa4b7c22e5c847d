"""What a list of datasources says of their indexing. Pure functions."""

from __future__ import annotations

from typing import cast

from aigpt._http.failure import Failure, FailureKind
from aigpt._igpt.objects import Datasource
from aigpt._igpt.replies import DatasourcesReply, failed_reply

NO_DATASOURCES = Failure(FailureKind.RESPONSE, "the response holds no list of datasources")
_ERROR = "error"  # the status of one that cannot be indexed now
_WHOLE = 100  # percent


def read_datasources(reply: object) -> DatasourcesReply:
    """Return *reply*, or a failed one if it holds no list of datasources."""
    if not isinstance(reply, DatasourcesReply):  # JSON that is no object is returned as it is
        return failed_reply(NO_DATASOURCES, DatasourcesReply)
    found: object = reply.get("datasources", [])
    if reply.ok and not (isinstance(found, list) and all(isinstance(one, dict) for one in cast("list[object]", found))):
        return failed_reply(NO_DATASOURCES, DatasourcesReply)
    return reply


def is_indexed(datasource: Datasource) -> bool:
    """Return whether all of it is indexed; one that gives no progress, or has an error, is not waited for."""
    if datasource.get("status") == _ERROR:
        return True
    progress = cast("object", datasource.get("progress"))
    return progress >= _WHOLE if isinstance(progress, int | float) else True

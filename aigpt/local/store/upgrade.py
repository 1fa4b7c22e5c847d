"""An index of an older version becomes one of this version: what was read from files is dropped, and read again."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from aigpt.local.errors import LocalServerError
from aigpt.local.store.schema import READ_FROM_FILES, SCHEMA, VERSION

__all__ = ["upgrade"]

_log = logging.getLogger("aigpt.local")

_KEPT = "id, user, name, service, path, title"  # of a datasource, in every version

# One transaction: a server that is killed meanwhile leaves the old index. Numbers of datasources are never used again,
# since a removal that was interrupted knows them.
_UPGRADE = f"""
    BEGIN IMMEDIATE;
    CREATE TEMP TABLE kept AS SELECT {_KEPT} FROM main.datasources;
    CREATE TEMP TABLE numbers AS SELECT coalesce(max(seq), 0) AS seq FROM main.sqlite_sequence
        WHERE name = 'datasources';
    {"".join(f"DROP TABLE IF EXISTS main.{table};" for table in READ_FROM_FILES)}
    DROP TABLE main.datasources;
    {SCHEMA}
    DELETE FROM main.sqlite_sequence WHERE name = 'datasources';
    INSERT INTO main.sqlite_sequence (name, seq) SELECT 'datasources', seq FROM numbers;
    INSERT INTO main.datasources ({_KEPT}) SELECT {_KEPT} FROM kept;
    DROP TABLE kept;
    DROP TABLE numbers;
    PRAGMA user_version = {VERSION};
    COMMIT;
"""  # noqa: S608 (of names from this package)


def upgrade(db: sqlite3.Connection, path: Path, version: int) -> None:
    """Upgrade the index in *db*, the file at *path*. Raises `LocalServerError` if it cannot be."""
    if version > VERSION:
        raise LocalServerError(
            f"{path}: was made by a newer version of this server; choose another database file, or update aigpt-sdk"
        )
    db.execute("PRAGMA temp_store = MEMORY")
    try:
        db.executescript(_UPGRADE)
    except sqlite3.Error as error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise LocalServerError(
            f"{path}: was made by an older version of this server, and cannot be upgraded ({error});"
            " choose another database file or delete it"
        ) from error
    _log.warning("%s: was made by an older version of this server; its mail and notes are read again", path)
    try:
        db.execute("VACUUM")  # what was removed from the old index is in none of its free pages
    except sqlite3.Error as error:
        _log.warning("%s: the old index is still in the file (%s)", path, error)

"""Objects below an address (``s3://bucket/answers``, ``gs://bucket/answers``), written as a whole (extra `arrow`).

By obstore, since the file systems of pyarrow cannot create an object only if there is none, nor replace one only if
it has not changed: by that a run has its output to itself.
"""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import Any, BinaryIO, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from aigpt._install import install_command
from aigpt.bulk.places import RemoteFile, printable
from aigpt.errors import ConfigurationError

_RETRY = timedelta(seconds=60)
_STATUS = re.compile(r"status code: (\d+)")
_NOT_ALLOWED = frozenset({"401", "403"})
_OPTIONS = frozenset({"region", "scheme", "endpoint_override"})


def obstore(module: str = "") -> Any:
    """Return a *module* of obstore, such as ``"store"``. Raises ConfigurationError where it is not installed."""
    try:
        return import_module(f"obstore.{module}" if module else "obstore")
    except ModuleNotFoundError:
        raise ConfigurationError(f"an output such as s3://… needs obstore: {install_command('arrow')}") from None


@dataclass(frozen=True, slots=True)
class Stored:
    """An object as it was read."""

    data: bytes
    version: Any
    """What `ObjectStore.replace` goes by."""


class ObjectStore:
    """The objects below *address*. Names are relative to it. Methods block, and raise OSError.

    Keys are those of the machine, by the environment or its role, or in the address, as pyarrow takes them:
    ``s3://KEY:SECRET@bucket/folder?region=…&scheme=http&endpoint_override=HOST:PORT``. Raises ConfigurationError.
    """

    def __init__(self, address: str) -> None:
        self._store = _make_store(address)
        self.name: str = printable(address).rstrip("/")
        """The address without keys."""
        self._rights = _rights(address)

    def put(self, name: str, data: bytes | BinaryIO) -> None:
        """Write an object, which appears at once."""
        with self.errors(name):
            self._store.put(name, data)

    def create(self, name: str, data: bytes) -> Any:
        """Write an object if there is none; return its version, else None."""
        with self.errors(name):
            try:
                return _known(self._store.put(name, data, mode="create"))
            except self._exceptions.AlreadyExistsError:
                return None

    def replace(self, name: str, data: bytes, version: Any) -> Any:
        """Replace the object if it still is that *version*; return its new one, else None."""
        with self.errors(name):
            try:
                return _known(self._store.put(name, data, mode=version))
            except (self._exceptions.PreconditionError, self._exceptions.NotFoundError):
                return None

    def get(self, name: str) -> Stored | None:
        """Return an object; None where there is none."""
        with self.errors(name):
            try:
                found = self._store.get(name)
            except (self._exceptions.NotFoundError, FileNotFoundError):
                return None
            return Stored(bytes(found.bytes()), _known(found.meta))

    def open(self, name: str) -> BinaryIO:
        """Open an object, of which only those parts are read that are asked for."""
        with self.errors(name):
            return cast("BinaryIO", _Reading(self, name, obstore().open_reader(self._store, name)))

    def names(self, folder: str = "") -> list[str]:
        """Return the names of the objects in *folder*, but not of those in folders in it."""
        with self.errors(folder):
            return [one["path"] for one in self._store.list_with_delimiter(folder or None)["objects"]]

    def walk(self, folder: str) -> Iterator[str]:
        """Yield the names of all objects below *folder*."""
        with self.errors(folder):
            for page in self._store.list(folder):
                yield from (one["path"] for one in page)

    def delete(self, names: list[str]) -> None:
        """Delete objects, those that are not there too."""
        if not names:
            return
        try:
            with self.errors(names[0]):
                self._store.delete(names)
        except FileNotFoundError:  # as some stores say of one; others may be left
            for name in names:
                with suppress(FileNotFoundError), self.errors(name):
                    self._store.delete(name)

    @property
    def _exceptions(self) -> Any:
        return obstore("exceptions")

    @contextmanager
    def errors(self, name: str) -> Generator[None]:
        """Raise what the store says as OSError, without what may be secret in it."""
        try:
            yield
        except self._exceptions.NotFoundError as exc:
            raise FileNotFoundError(errno.ENOENT, "there is no such object", f"{self.name}/{name}") from exc
        except self._exceptions.BaseError as exc:
            status = _STATUS.search(str(exc))
            why = f"the store answered with status {status[1]}" if status else "the store cannot be reached"
            if status and status[1] in _NOT_ALLOWED:
                why += f" to {self._rights}"
            raise OSError(errno.EIO, why, f"{self.name}/{name}") from exc


def _rights(address: str) -> str:
    """Return which credentials are used for *address*, and what they must be allowed."""
    parts = urlsplit(address)
    if parts.scheme == "s3":
        variable, rights = "AWS_ACCESS_KEY_ID", "s3:ListBucket, s3:GetObject, s3:PutObject and s3:DeleteObject"
    else:
        variable, rights = "GOOGLE_APPLICATION_CREDENTIALS", "to list, get, create, update and delete objects"
    which = "in the address" if parts.username else f"of the environment ({variable}) or of the machine's role"
    return f"the credentials {which}, which must be allowed {rights} there"


def _known(found: Mapping[str, Any]) -> dict[str, str]:
    """Return what names a version of an object: stores have one of the two, or both."""
    return {name: found[name] for name in ("e_tag", "version") if found[name] is not None}


class _Reading(RemoteFile):
    """An object that is open for reading."""

    def __init__(self, store: ObjectStore, name: str, file: Any) -> None:
        super().__init__(file)
        self._store, self._name = store, name

    def read(self, size: int | None = -1, /) -> bytes:
        with self._store.errors(self._name):
            return bytes(self._file.read(None if size is None or size < 0 else size))


def _make_store(address: str) -> Any:
    parts = urlsplit(address)
    options = dict(parse_qsl(parts.query))
    known = parts.scheme in {"s3", "gs", "gcs"}
    if not known or not parts.hostname or options.keys() - _OPTIONS:
        raise ConfigurationError(
            f"{printable(address)} is no place for an output; give a path, s3://BUCKET/FOLDER/ or gs://BUCKET/FOLDER/"
        )
    bucket, prefix = parts.netloc.rpartition("@")[2], unquote(parts.path).strip("/")
    is_http = options.get("scheme") == "http"
    endpoint = options.get("endpoint_override")
    endpoint = endpoint and f"{'http' if is_http else 'https'}://{endpoint.rpartition('://')[2]}"
    make = _s3 if parts.scheme == "s3" else _gcs
    given: dict[str, Any] = {"retry_config": {"retry_timeout": _RETRY}}
    if is_http:
        given["client_options"] = {"allow_http": True}
    return make(bucket, prefix or None, parts.username, parts.password, endpoint, options.get("region"), given)


def _s3(
    bucket: str, prefix: str | None, user: str | None, password: str | None, endpoint: str | None, region: str | None,
    options: dict[str, Any],
) -> Any:  # fmt: skip
    given = {"endpoint": endpoint, "region": region}
    if user and password:
        given |= {"access_key_id": unquote(user), "secret_access_key": unquote(password)}
    config = {name: value for name, value in given.items() if value}
    return obstore("store").S3Store(bucket, prefix=prefix, config=config, **options)


def _gcs(
    bucket: str, prefix: str | None, user: str | None, password: str | None, endpoint: str | None, region: str | None,  # noqa: ARG001 (those of _s3)
    options: dict[str, Any],
) -> Any:  # fmt: skip
    config: dict[str, Any] = {}
    if endpoint:
        key = {
            "gcs_base_url": endpoint,
            "disable_oauth": True,
            "client_email": "",
            "private_key": "",
            "private_key_id": "",
        }
        config["service_account_key"] = json.dumps(key)
    if user == "anonymous":
        config["skip_signature"] = True
    return obstore("store").GCSStore(bucket, prefix=prefix, config=config, **options)

"""Checks of what a run is given, before anything else sees it: not everybody runs a type checker."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, cast, get_args

from aigpt._fanout.checks import check_codes
from aigpt._http.checks import check_flag
from aigpt.bulk.input_formats import NOT_READ, Format
from aigpt.bulk.places import is_remote
from aigpt.errors import ConfigurationError

_LONGEST = 255  # bytes of a name
_NOT_WRITTEN = frozenset({".csv", ".tsv", *NOT_READ})
"""Suffixes that promise another format than JSON lines. Others, and names without one, promise nothing."""
_FLAGS = ("fresh", "retry_errors", "skip_bad")


def check_run(source: object, target: object, options: Mapping[str, Any]) -> None:
    """Raise ConfigurationError for a source, a target or options of `run_file` that are of a wrong type."""
    for name, path in (("source", source), ("target", target)):
        _check_path(name, path)
    check_common(options.get("common"))
    check_mapping(options.get("mapping"))
    for name in _FLAGS:
        check_flag(name, options.get(name, False))
    if "stop_on" in options:
        check_stop_on(options["stop_on"])
    form = options.get("form")
    if form is not None and form not in get_args(Format):
        raise ConfigurationError(f"form must be one of {', '.join(get_args(Format))}, not {form!r}")
    address = options.get("address")
    if address is not None and not (isinstance(address, str) and address):
        raise ConfigurationError("must be a text, such as '10.0.0.7:6379' or 'auto'", option="address")


def check_common(common: object) -> None:
    """Raise ConfigurationError where *common* is no mapping of parameters."""
    names = None if common is None else _pairs(common)
    if common is not None and (names is None or not all(isinstance(name, str) for name, _ in names)):
        raise ConfigurationError('must be a dict of parameters, like {"quality": "cef-1-high"}', option="common")


def check_mapping(mapping: object) -> None:
    """Raise ConfigurationError where *mapping* is no mapping of parameters to columns."""
    if mapping is None:
        return
    pairs = _pairs(mapping)
    if pairs is None or not all(isinstance(one, str) and one for pair in pairs for one in pair):
        raise ConfigurationError('must be a dict of parameter to column, like {"input": "question"}', option="mapping")


def check_stop_on(codes: object) -> None:
    """Raise ConfigurationError where *codes* are no error codes."""
    if not all(isinstance(code, str) and code for code in cast("frozenset[object]", check_codes(codes))):
        raise ConfigurationError('stop_on must be a set of error codes, like {"auth"}')


def check_output_suffix(target: str | os.PathLike[str]) -> None:
    """Raise ConfigurationError for an output, a file, whose suffix is that of a format that is not written."""
    suffix = PurePath(target).suffix.lower()
    if suffix in _NOT_WRITTEN:
        raise ConfigurationError(
            f"ends with {suffix}, a format that is not written; give a name that ends with .jsonl (JSON lines) or "
            ".parquet, or FOLDER/ (parts in Parquet)",
            option="target",
        )


def _check_path(name: str, path: object) -> None:
    is_path = isinstance(path, str | os.PathLike)
    found: object = os.fspath(cast("os.PathLike[str]", path)) if is_path else None
    if not isinstance(found, str):
        raise ConfigurationError(f"must be a path: a text or a pathlib.Path, not {type(path).__name__}", option=name)
    if not found or (isinstance(path, PurePath) and not path.parts):
        raise ConfigurationError("is empty; give the name of a file or a folder", option=name)
    if "\0" in found:
        raise ConfigurationError("has a NUL character, which no path has; give another name", option=name)
    parts = () if is_remote(found) else PurePath(found).parts
    if any(len(os.fsencode(_encodable(name, part))) > _LONGEST for part in parts):
        raise ConfigurationError(f"has a name of more than {_LONGEST} bytes; give a shorter one", option=name)


def _encodable(name: str, part: str) -> str:
    try:
        os.fsencode(part)
    except UnicodeEncodeError:
        raise ConfigurationError("has a character that no path has; give another name", option=name) from None
    return part


def _pairs(mapping: object) -> list[tuple[object, object]] | None:
    return list(cast("Mapping[object, object]", mapping).items()) if isinstance(mapping, Mapping) else None

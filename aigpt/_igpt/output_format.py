"""`output_format` as a type: how it is sent, and how the `output` of an answer is decoded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from aigpt._http.failure import Failure, FailureKind, unsendable
from aigpt._structured.decoding import MisfitError, OutputType, UnsupportedTypeError, output_type, type_label

_AS_IT_IS = (str, Mapping, list, tuple, int, float)


class OutputFormat:
    """A type given as `output_format`."""

    def __init__(self, form: OutputType) -> None:
        self._type = form
        self.wire = {"type": "json_schema", "name": form.name, "strict": True, "schema": form.schema}
        """The `output_format` to send."""

    def read(self, answer: object) -> tuple[Any, Failure | None]:
        """Return the instance made of the `output` of *answer*, or why there is none. Raises nothing."""
        if not isinstance(answer, dict):
            return None, self._misfit("the answer is no object")
        try:
            return self._type.decode(cast("dict[str, Any]", answer).get("output")), None
        except MisfitError as exc:
            return None, self._misfit(str(exc))

    def _misfit(self, why: str) -> Failure:
        return Failure(
            FailureKind.RESPONSE, f"the output does not fit {self._type.label}: {why}", code="invalid_output"
        )


def output_format_of(form: object) -> OutputFormat | Failure | None:
    """Return the output format that *form* stands for if it is a type; None if it is what the API itself takes.

    A type that no JSON Schema can be made of is a failure.
    """
    if isinstance(form, _AS_IT_IS):
        return None
    try:
        return OutputFormat(output_type(form))
    except UnsupportedTypeError as exc:
        return unsendable(
            f"no JSON Schema can be made of output_format={type_label(form)} ({exc}); give it a dataclass, a "
            f"TypedDict, a msgspec.Struct or a pydantic model (the type, not an instance), a dict with a schema, or a "
            f"string"
        )

"""Values that our methods take and the source's do not, and that change what comes back."""

from __future__ import annotations

import ast
from copy import deepcopy
from dataclasses import replace

from generate_openai import decisions
from generate_openai.errors import NotUnderstoodError
from generate_openai.model import Method, Parameter, ResourceModule, Signature
from generate_openai.source import Origin


def add_value(module: ResourceModule, method: Method) -> None:
    """Give *method* the value that the table has for it: an overload of its own, and a value more in the signature."""
    where = f"{module.name}.{method.name}"
    if where not in decisions.ADDED_VALUES:
        return
    name, value, home = decisions.ADDED_VALUES[where]
    if method.overloads or name not in {parameter.name for parameter in method.signature.parameters}:
        raise NotUnderstoodError(where, f"the value {value!r} for {name}")
    module_of_type, _, type_name = home.partition(":")
    module.imports[type_name] = Origin(f":{module_of_type}", type_name)
    only = ast.parse(f"Literal[{value!r}]", mode="eval").body
    method.overloads = [
        method.signature,
        _with(method.signature, name, only, returns=ast.Name(type_name)),
    ]
    plain = next(parameter for parameter in method.signature.parameters if parameter.name == name)
    both = ast.BinOp(left=deepcopy(plain.annotation), op=ast.BitOr(), right=only)
    method.signature = replace(
        method.signature,
        parameters=[
            replace(parameter, annotation=both) if parameter.name == name else parameter
            for parameter in method.signature.parameters
        ],
    )


def _with(signature: Signature, name: str, annotation: ast.expr, returns: ast.expr) -> Signature:
    """Return *signature* with *name* required, and of another type."""
    parameters = [
        Parameter(name, annotation, None, by_name=True) if parameter.name == name else parameter
        for parameter in signature.parameters
    ]
    return replace(signature, parameters=parameters, returns=returns)

"""Reads a method that does more than send one request: its parameters alone."""

from __future__ import annotations

import ast

from generate_openai.errors import NotUnderstoodError
from generate_openai.mixin_methods import MixinWork
from generate_openai.model import MixinMethod, Parameter, Signature
from generate_openai.read_methods import Function, decorators_of


def read_mixin_method(where: str, functions: list[Function], work: MixinWork) -> MixinMethod:
    """Return the method whose overloads and implementation are *functions*, whatever that does."""
    *overloads, body = functions
    if any("overload" not in decorators_of(overload) for overload in overloads) or "overload" in decorators_of(body):
        raise NotUnderstoodError(where, body)
    return MixinMethod(
        name=body.name,
        is_async=isinstance(body, ast.AsyncFunctionDef),
        signature=_read_signature(where, body),
        overloads=[_read_signature(where, overload) for overload in overloads],
        work=work,
    )


def _read_signature(where: str, function: Function) -> Signature:
    decorators = decorators_of(function)
    arguments = function.args
    if decorators.keys() - {"overload", "deprecated"} or function.returns is None:
        raise NotUnderstoodError(where, function)
    if arguments.vararg or arguments.kwarg or arguments.posonlyargs:
        raise NotUnderstoodError(where, function)
    by_place = arguments.args[1:]
    defaults = [*[None] * (len(by_place) - len(arguments.defaults)), *arguments.defaults]
    given = [(argument, default, False) for argument, default in zip(by_place, defaults, strict=True)]
    given += [(a, d, True) for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
    parameters: list[Parameter] = []
    for argument, default, by_name in given:
        if argument.annotation is None:
            raise NotUnderstoodError(where, function)
        parameters.append(Parameter(argument.arg, argument.annotation, default, by_name))
    return Signature(parameters, function.returns, "deprecated" in decorators)

"""Writes one file of resources."""

from __future__ import annotations

import ast

from generate_openai import decisions
from generate_openai.decisions import Helper
from generate_openai.errors import NotUnderstoodError
from generate_openai.mixin_methods import MixinWork, doc_of
from generate_openai.model import (
    AnswerClass,
    Endpoint,
    Method,
    MixinMethod,
    Parameter,
    ResourceClass,
    ResourceModule,
    Signature,
    SubResource,
)
from generate_openai.names import Names
from generate_openai.text import head, written_all
from generate_openai.write_connections import ConnectionWriter

# The twins of a resource are its own business, and a deprecated method has raw answers too.
_PYRIGHT = "# pyright: reportPrivateUsage=false, reportDeprecated=false\n"
_OF_EVERY_METHOD = ("extra_headers", "extra_query", "extra_body", "timeout", "deadline", "abort")
_STREAMED = "allow_incomplete: bool | NotGiven = not_given"


def write_resources(module: ResourceModule, version: str) -> str:
    """Return the text of *module*."""
    return _Writer(module).text(version)


class _Writer:
    def __init__(self, module: ResourceModule) -> None:
        self._module = module
        classes = (module.resources, module.answers, module.connections, module.managers, module.groups)
        defined = {one.name for kind in classes for one in kind}
        self._checked = Names(module.name, module.imports, defined)
        self._runtime = Names(module.name, module.imports, defined)
        self._connections = ConnectionWriter(module, self._checked, self._runtime)
        self._by_name = {resource.name: resource for resource in module.resources}

    def text(self, version: str) -> str:
        classes = [self._resource_lines(resource) for resource in self._module.resources]
        classes += [self._answer_lines(answers) for answers in self._module.answers]
        classes += self._connections.class_lines()
        endpoints = self._endpoint_lines()
        lines = [head(version).replace("\n\n", f"\n{_PYRIGHT}\n", 1)]
        checked = [line for line in self._checked.import_lines() if line not in self._runtime.import_lines()]
        if checked:
            self._runtime.use("typing:TYPE_CHECKING")
        lines += self._runtime.import_lines()
        if checked:
            lines += ["if TYPE_CHECKING:", *(f"    {line}" for line in checked)]
        lines += [written_all(self._module.all), *endpoints]
        return "\n".join([*lines, *("\n".join(node) for node in classes), ""])

    def _endpoint_lines(self) -> list[str]:
        lines: dict[str, str] = {}
        for resource in self._module.resources:
            for method in resource.methods:
                if method.helper is not None:
                    continue
                name = _constant(method)
                line = f"{name} = {self._endpoint(method.endpoint)}"
                if lines.setdefault(name, line) != line:
                    raise NotUnderstoodError(self._module.name, f"{name} differs between its two classes")
        return list(lines.values())

    def _endpoint(self, endpoint: Endpoint) -> str:
        parts = [repr(endpoint.method), repr(endpoint.path)]
        parts += [
            f"{name}={value!r}"
            for name, value in vars(endpoint).items()
            if name not in {"method", "path"} and value not in (None, False, (), {})
        ]
        return f"{self._runtime.use(f'{decisions.RESOURCE}:Endpoint')}({', '.join(parts)})"

    def _resource_lines(self, resource: ResourceClass) -> list[str]:
        base = "AsyncAPIResource" if resource.is_async else "SyncAPIResource"
        bases = [self._runtime.use(resource.mixin)] if resource.mixin else []
        bases.append(self._runtime.use(f"{decisions.RESOURCE}:{base}"))
        lines = [f"class {resource.name}({', '.join(bases)}):"]
        for subresource in resource.subresources:
            lines += self._subresource_lines(subresource, "self._client")
        for answers in self._module.answers:
            if answers.owner == resource.name:
                kind = "streaming" if answers.streamed else "raw"
                lines += [
                    f"    @{self._runtime.use(f'{decisions.RESOURCE}:cached_property')}",
                    f"    def with_{kind}_response(self) -> {answers.name}:",
                    f"        return {answers.name}(self)",
                    "",
                ]
        for method in resource.methods:
            lines += self._method_lines(method)
        for mixin_method in resource.mixin_methods:
            lines += self._mixin_method_lines(mixin_method)
        if resource.connect is not None:
            lines += self._connections.connect_lines(resource.connect, is_async=resource.is_async)
        return lines

    def _subresource_lines(self, subresource: SubResource, argument: str) -> list[str]:
        home = f"{decisions.TARGET}.{subresource.home.module}"
        self._checked.use(f"{home}:{subresource.class_name}")
        return [
            f"    @{self._runtime.use(f'{decisions.RESOURCE}:cached_property')}",
            f"    def {subresource.name}(self) -> {subresource.class_name}:",
            f"        from {home} import {subresource.class_name}",
            "",
            f"        return {subresource.class_name}({argument})",
            "",
        ]

    def _method_lines(self, method: Method) -> list[str]:
        lines: list[str] = []
        streams = method.streams
        start = f"    {'async ' if method.is_async else ''}def {method.name}"
        for overload in method.overloads:
            lines.append(f"    @{self._runtime.use('typing:overload')}")
            lines += self._deprecation(method, overload)
            lines.append(f"{start}{self._signature(overload, streams)}: ...")
        lines += [
            *self._deprecation(method, method.signature),
            f"{start}{self._signature(method.signature, streams)}:",
        ]
        return lines + (self._sending(method) if method.helper is None else _helping(method, method.helper))

    def _sending(self, method: Method) -> list[str]:
        """Return the body of a method that sends one request."""
        headers = "extra_headers"
        if method.listed_header is not None:
            header, parameter = method.listed_header
            headers = f"{self._runtime.use(decisions.WITH_HEADER)}(extra_headers, {header!r}, {parameter})"
        arguments = [
            _constant(method),
            _dict(method.body),
            _dict(method.query),
            f"({', '.join(method.path)}{',' if len(method.path) == 1 else ''})",
            *(headers, *_OF_EVERY_METHOD[1:]),
            *(["allow_incomplete"] if method.streams else []),
        ]
        call = f"self._sender.{'page' if method.endpoint.page else 'send'}({', '.join(arguments)})"
        return [
            f'        """{method.endpoint.method} {method.endpoint.path}"""',
            f"        return {'await ' if method.is_async else ''}{call}",
            "",
        ]

    def _mixin_method_lines(self, method: MixinMethod) -> list[str]:
        lines: list[str] = []
        start = f"    {'async ' if method.is_async else ''}def {method.name}"
        for overload in method.overloads:
            lines.append(f"    @{self._runtime.use('typing:overload')}")
            lines += self._deprecation(method, overload)
            lines.append(f"{start}{self._mixin_signature(overload, method.work)}: ...")
        doc = doc_of(method.work, is_async="Async" in ast.unparse(method.signature.returns) or method.is_async)
        lines += [
            *self._deprecation(method, method.signature),
            f"{start}{self._mixin_signature(method.signature, method.work)}:",
            *_doc_lines(doc),
        ]
        given = ", ".join(f"{parameter.name!r}: {parameter.name}" for parameter in method.signature.parameters)
        ours = ["deadline", "abort", *_ours(method.work)]
        call = f"self._{method.name}({{{given}}}, {', '.join(ours)})"
        return [*lines, f"        return {'await ' if method.is_async else ''}{call}", ""]

    def _mixin_signature(self, signature: Signature, work: MixinWork) -> str:
        parts = ["self"]
        starred = False
        for parameter in signature.parameters:
            if parameter.by_name and not starred:
                parts.append("*")
                starred = True
            if parameter.name == "timeout":
                timeout = (
                    f"{self._checked.use(decisions.TIMEOUT)} | {self._checked.use('aigpt.openai._types:NotGiven')}"
                )
                parts.append(f"timeout: {timeout} = {self._runtime.use('aigpt.openai._types:not_given')}")
            else:
                parts.append(self._parameter(parameter))
        if not starred:
            parts.append("*")
        not_given = self._runtime.use("aigpt.openai._types:not_given")
        parts += [
            f"deadline: float | None | {self._checked.use('aigpt.openai._types:NotGiven')} = {not_given}",
            f"abort: {self._checked.use(decisions.ABORT)} | None = None",
        ]
        if work.progress is not None:
            kind = " | ".join(self._checked.use(home) for home in work.progress)
            called = f"{self._checked.use('collections.abc:Callable')}[[{', '.join([kind] * work.arguments)}], object]"
            parts.append(f"on_progress: {called} | None = None")
        if work.streams:
            parts.append(_STREAMED)
        return f"({', '.join(parts)}) -> {self._type(signature.returns)}"

    def _deprecation(self, method: Method | MixinMethod, signature: Signature) -> list[str]:
        if not signature.is_deprecated:
            return []
        name = f"{self._module.name}.{method.name}"
        reason = next(reason for start, reason in decisions.DEPRECATIONS.items() if name.startswith(start))
        what = f"{method.name}()"
        if isinstance(method, Method):
            what = f"{method.endpoint.method} {method.endpoint.path}"
        message = f"{what}: {reason}"
        category = "" if signature.warns else ", category=None"
        return [f"    @{self._runtime.use(decisions.DEPRECATED)}({message!r}{category})"]

    def _signature(self, signature: Signature, streams: bool) -> str:  # noqa: FBT001
        parts = ["self"]
        starred = False
        for parameter in signature.parameters:
            if parameter.by_name and not starred:
                parts.append("*")
                starred = True
            parts.append(self._parameter(parameter))
        if not starred:
            parts.append("*")
        for name in ("Headers", "Query", "Body", "NotGiven"):
            self._checked.use(f"aigpt.openai._types:{name}")
        self._runtime.use("aigpt.openai._types:not_given")
        parts += [
            "extra_headers: Headers | None = None",
            "extra_query: Query | None = None",
            "extra_body: Body | None = None",
            f"timeout: {self._checked.use(decisions.TIMEOUT)} | NotGiven = not_given",
            "deadline: float | None | NotGiven = not_given",
            f"abort: {self._checked.use(decisions.ABORT)} | None = None",
        ]
        if streams:
            parts.append(_STREAMED)
        return f"({', '.join(parts)}) -> {self._type(signature.returns)}"

    def _parameter(self, parameter: Parameter) -> str:
        match parameter.default:
            case None:
                default = ""
            case ast.List(elts=[]):  # a default is not to be changed
                default = " = ()"
            case _:
                default = f" = {self._runtime.text(parameter.default)}"
        return f"{parameter.name}: {self._type(parameter.annotation)}{default}"

    def _type(self, annotation: ast.expr) -> str:
        return self._checked.text(annotation, unquoted=True)

    def _answer_lines(self, answers: AnswerClass) -> list[str]:
        owner = self._by_name[answers.owner]
        methods = {method.name for method in owner.methods}
        by_hand = decisions.HAND_WRITTEN_METHODS.get(self._module.name, frozenset())
        given = answers.owner_parameter
        lines = [
            f"class {answers.name}:",
            f"    def __init__(self, {given}: {answers.owner}) -> None:",
            f"        self._{given} = {given}",
        ]
        if answers.methods:
            kind = "streamed" if answers.streamed else "raw"
            lines.append(f"        {kind} = {given}._{kind}()")
            for name in answers.methods:
                if name not in methods | by_hand:
                    raise NotUnderstoodError(f"{self._module.name}.{answers.name}", name)
                wrapper = self._runtime.use(
                    f"{decisions.RESOURCE}:{'async_' if owner.is_async else ''}to_{kind}_response"
                )
                final = self._checked.use("typing:Final")  # without it, the type would count as guessed
                lines.append(f"        self.{name}: {final} = {wrapper}({kind}.{name})")
        lines.append("")
        for subresource in answers.subresources:
            lines += self._subresource_lines(subresource, f"self._{given}.{subresource.name}")
        return lines


def _ours(work: MixinWork) -> list[str]:
    """Return the parameters of ours that not every method has."""
    return [
        *(["on_progress"] if work.progress is not None else []),
        *(["allow_incomplete"] if work.streams else []),
    ]


def _doc_lines(doc: str) -> list[str]:
    """Return a docstring as lines of a method."""
    lines = [f"        {line}".rstrip() for line in f'"""{doc}'.splitlines()]
    return [*lines[:-1], f'{lines[-1]}"""'] if len(lines) == 1 else [*lines, '        """']


def _helping(method: Method, helper: Helper) -> list[str]:
    """Return the body of a method that hands all it is given to a hand-written function."""
    home, _, function = helper.home.partition(":")
    names = [parameter.name for parameter in method.signature.parameters]
    names += [*_OF_EVERY_METHOD, *(["allow_incomplete"] if helper.streams else [])]
    given = _dict({name: name for name in names})
    return [
        f'        """{helper.says}"""',
        f"        from {home} import {function}",
        "",
        f"        return {'await ' if method.is_async else ''}{function}(self, {given})",
        "",
    ]


def _constant(method: Method) -> str:
    return f"_{method.name.upper()}"


def _dict(pairs: dict[str, str] | None) -> str:
    if pairs is None:
        return "None"
    return "{" + ", ".join(f"{key!r}: {parameter}" for key, parameter in pairs.items()) + "}"

"""Reads a method that sends one request: its parameters, its route, and what goes where."""

from __future__ import annotations

import ast
import re

from generate_openai.decisions import Helper
from generate_openai.errors import NotUnderstoodError
from generate_openai.model import Endpoint, Method, Parameter, ResourceModule, Signature
from generate_openai.source import Origin

Function = ast.FunctionDef | ast.AsyncFunctionDef

# Parameters that every method of the source ends with; ours are written by write_resources.
_COMMON = ["extra_headers", "extra_query", "extra_body", "timeout"]
_VERBS = {"_get": "GET", "_post": "POST", "_put": "PUT", "_patch": "PATCH", "_delete": "DELETE"}
_PLAIN_ARGUMENTS = {
    ("stream", "stream or False"),
    ("files", "files"),
    ("files", "extracted_files"),
    ("files", "multipart_files"),
    ("content", "multipart_content"),
}
_PLAIN_OPTIONS = {
    *((name, name) for name in _COMMON),
    ("security", "{'bearer_auth': True}"),
    ("post_parser", "_runtime_context.post_parser"),
}
_PLAIN_RESULTS = {"str": "str", "object": "object", "NoneType": "None"}
_MULTIPART = "multipart/form-data"
_LISTED_HEADER = re.compile(
    r"\{\*\*strip_not_given\(\{'(?P<header>[\w-]+)': ','\.join\(\(?str\(e\) for e in (?P<parameter>\w+)\)?\)"
    r" if is_given\((?P<given>\w+)\) else not_given\}\), \*\*\(extra_headers or \{\}\)\}"
)
_SDP_PARTS = "{'sdp': ('application/sdp', False), 'session': ('application/json', True)}, 'sdp', None)"
_FORMAT_OF_ANSWER = "_create_response_format_type(response_format, "


def read_method(module: ResourceModule, where: str, functions: list[Function]) -> Method:
    """Return the method whose overloads and body are *functions*."""
    *overloads, body = functions
    if any("overload" not in decorators_of(overload) for overload in overloads) or "overload" in decorators_of(body):
        raise NotUnderstoodError(where, body)
    signature = _read_signature(where, body)
    _check_required(where, body, signature)
    reader = _BodyReader(module, where, {parameter.name for parameter in signature.parameters})
    for statement in body.body:
        reader.read(statement)
    reader.check()
    return Method(
        name=body.name,
        is_async=isinstance(body, ast.AsyncFunctionDef),
        signature=signature,
        overloads=[_read_signature(where, overload) for overload in overloads],
        endpoint=reader.endpoint,
        path=reader.path,
        body=reader.body,
        query=reader.query,
        listed_header=reader.listed_header,
    )


def read_helper(where: str, functions: list[Function], helper: Helper) -> Method:
    """Return the method whose overloads and signature are those of *functions*, and that calls *helper*."""
    *overloads, body = functions
    return Method(
        name=body.name,
        is_async=isinstance(body, ast.AsyncFunctionDef),
        signature=_read_signature(where, body),
        overloads=[_read_signature(where, overload) for overload in overloads],
        endpoint=Endpoint(method="", path=""),
        path=[],
        helper=helper,
    )


def decorators_of(function: Function) -> dict[str, ast.expr]:
    """Return the decorators of *function* by their names."""
    found: dict[str, ast.expr] = {}
    for decorator in function.decorator_list:
        name = ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator)
        found[name.removeprefix("typing_extensions.")] = decorator
    return found


def _read_signature(where: str, function: Function) -> Signature:
    decorators = decorators_of(function)
    if decorators.keys() - {"overload", "deprecated", "required_args"} or function.returns is None:
        raise NotUnderstoodError(where, function)
    arguments = function.args
    if arguments.vararg or arguments.kwarg or arguments.posonlyargs or arguments.defaults:
        raise NotUnderstoodError(where, function)
    named = [argument.arg for argument in arguments.kwonlyargs]
    if named[-len(_COMMON) :] != _COMMON:
        raise NotUnderstoodError(where, function)
    by_place = [(argument, None, False) for argument in arguments.args[1:]]
    by_name = [(a, d, True) for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)][: -len(_COMMON)]
    parameters: list[Parameter] = []
    for argument, default, is_by_name in [*by_place, *by_name]:
        if argument.annotation is None:
            raise NotUnderstoodError(where, function)
        parameters.append(Parameter(argument.arg, argument.annotation, default, is_by_name))
    deprecated = decorators.get("deprecated")
    is_silent = isinstance(deprecated, ast.Call) and any(keyword.arg == "category" for keyword in deprecated.keywords)
    return Signature(parameters, function.returns, deprecated is not None, warns=not is_silent)


def _check_required(where: str, function: Function, signature: Signature) -> None:
    """`required_args` names the parameters an overload needs; here the parameters themselves must say it."""
    decorator = decorators_of(function).get("required_args")
    if isinstance(decorator, ast.Call):
        variants: list[list[str]] = [ast.literal_eval(variant) for variant in decorator.args]
        optional = {parameter.name for parameter in signature.parameters if parameter.default is not None}
        if any(all(name in variant for variant in variants) for name in optional):
            raise NotUnderstoodError(where, decorator)


class _BodyReader:
    """Reads the statements of one method, in their order."""

    def __init__(self, module: ResourceModule, where: str, parameters: set[str]) -> None:
        self._module = module
        self._where = where
        self._parameters = parameters
        self._local: dict[str, dict[str, str]] = {}
        self.endpoint = Endpoint(method="", path="")
        self.path: list[str] = []
        self.body: dict[str, str] | None = None
        self.query: dict[str, str] | None = None
        self.listed_header: tuple[str, str] | None = None

    def read(self, statement: ast.stmt) -> None:
        match statement:
            case ast.Expr(value=ast.Constant()):
                pass
            case ast.Expr(value=ast.Call(func=ast.Name(id="validate_response_format"))):
                self._special("response_format")
            case ast.If(test=ast.UnaryOp(op=ast.Not(), operand=ast.Name(id=name)), body=[ast.Raise()], orelse=[]) if (
                name in self._parameters
            ):
                pass  # a part of the path that is empty: the sender says so
            case ast.If(test=ast.Name(id="files" | "extracted_files"), body=[ast.Assign() as inner], orelse=[]):
                self._read_headers(inner)
                if self.endpoint.multipart != "always":
                    raise NotUnderstoodError(self._where, statement)
                self.endpoint.multipart = "with files"
            case ast.Assign():
                self._read_assignment(statement)
            case ast.Return(value=ast.expr() as value):
                self._read_call(_sent(value))
            case _:
                raise NotUnderstoodError(self._where, statement)

    def check(self) -> None:
        """Raise an error unless the method sends something, and all it is given."""
        sent = {*self.path, *(self.body or {}).values(), *(self.query or {}).values(), *(self.listed_header or ())[1:]}
        if not self.endpoint.path or sent != self._parameters:
            raise NotUnderstoodError(self._where, f"not sent: {self._parameters - sent}")

    def _read_assignment(self, statement: ast.Assign) -> None:
        match statement:
            case ast.Assign(targets=[ast.Name(id="extra_headers" | "extra_body")]) if self.endpoint.special == "sdp":
                pass
            case ast.Assign(targets=[ast.Name(id="extra_headers")], value=value) if (
                listed := _LISTED_HEADER.fullmatch(ast.unparse(value))
            ) and listed["parameter"] == listed["given"]:
                self.listed_header = listed["header"], listed["parameter"]
            case ast.Assign(targets=[ast.Name(id="extra_headers")]):
                self._read_headers(statement)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if (pairs := self._pairs(value)) is not None:
                self._local[name] = pairs
            case ast.Assign(value=ast.Call(func=ast.Name(id="extract_files"), keywords=[paths])):
                self.endpoint.files = tuple(tuple(path) for path in ast.literal_eval(paths.value))
            case ast.Assign(
                value=ast.Call(func=ast.Name(id="prepare_embedding_request"), args=[_, ast.Dict() as given])
            ):
                self._local["_runtime_context.body"] = self._dict_pairs(given)
                self._special("embeddings")
            case ast.Assign(value=ast.Call(func=ast.Name(id="encode_multipart")) as call) if ast.unparse(call).endswith(
                _SDP_PARTS
            ):
                self._special("sdp")
            case _:
                raise NotUnderstoodError(self._where, statement)

    def _special(self, special: str) -> None:
        if self.endpoint.special:
            raise NotUnderstoodError(self._where, f"both {self.endpoint.special} and {special}")
        self.endpoint.special = special

    def _read_headers(self, statement: ast.Assign) -> None:
        match statement:
            case ast.Assign(
                targets=[ast.Name(id="extra_headers")], value=ast.Dict(keys=[*names, None], values=[*values, given])
            ) if ast.unparse(given) == "extra_headers or {}":
                headers = {ast.literal_eval(n): ast.literal_eval(v) for n, v in zip(names, values, strict=True) if n}
            case _:
                raise NotUnderstoodError(self._where, statement)
        for name, value in headers.items():
            if (name, value) == ("Content-Type", _MULTIPART):
                self.endpoint.multipart = "always"
            else:
                self.endpoint.headers[name] = value

    def _read_call(self, call: ast.expr) -> None:
        match call:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=verb), args=[route], keywords=keywords):
                self._read_route(route)
            case _:
                raise NotUnderstoodError(self._where, call)
        given = {keyword.arg or "**": keyword.value for keyword in keywords}
        if verb == "_get_api_list":
            self.endpoint.method = ast.literal_eval(given.pop("method", ast.Constant("get"))).upper()
        elif verb in _VERBS:
            self.endpoint.method = _VERBS[verb]
        else:
            raise NotUnderstoodError(self._where, call)
        for name, value in given.items():
            self._read_argument(name, value)

    def _read_argument(self, name: str, value: ast.expr) -> None:
        match name, value:
            case "body", _:
                self.body = self._pairs(value)
                if self.body is None:
                    raise NotUnderstoodError(self._where, value)
            case "options", ast.Call(keywords=options):
                for option in options:
                    self._read_option(option)
            case (("cast_to" | "model"), _):
                self._read_result(value)
            case "page", ast.Subscript(value=ast.Name(id=page)):
                self.endpoint.page = re.sub("^(Sync|Async)", "", page)
            case "stream_cls", ast.Subscript(value=ast.Name(), slice=ast.Name(id=item)):
                self.endpoint.chunk = self._reference(item)
            case _ if (name, ast.unparse(value)) in _PLAIN_ARGUMENTS:
                pass
            case _:
                raise NotUnderstoodError(self._where, f"{name}={ast.unparse(value)}")

    def _read_option(self, option: ast.keyword) -> None:
        match option:
            case ast.keyword(arg="query"):
                self.query = self._pairs(option.value)
                if self.query is None:
                    raise NotUnderstoodError(self._where, option.value)
            case ast.keyword(arg="synthesize_event_and_data", value=ast.Constant(value=True)):
                self.endpoint.named_events = True
            case ast.keyword(arg=name, value=value) if (name, ast.unparse(value)) in _PLAIN_OPTIONS:
                pass
            case _:
                raise NotUnderstoodError(self._where, ast.unparse(option.value))

    def _read_route(self, route: ast.expr) -> None:
        match route:
            case ast.Constant(value=str() as path):
                self.endpoint.path = path
            case ast.Call(func=ast.Name(id="path_template"), args=[ast.Constant(value=str() as path)], keywords=given):
                self.endpoint.path = path
                names = {keyword.arg: ast.unparse(keyword.value) for keyword in given}
                self.path = [names[name] for name in re.findall(r"\{(\w+)\}", path)]
                if len(names) != len(self.path) or not self._parameters.issuperset(self.path):
                    raise NotUnderstoodError(self._where, route)
            case _:
                raise NotUnderstoodError(self._where, route)

    def _read_result(self, value: ast.expr) -> None:
        text = ast.unparse(_uncast(value))
        if text == "_legacy_response.HttpxBinaryResponseContent":
            self.endpoint.binary = True
        elif text.startswith(_FORMAT_OF_ANSWER):
            kind = self.endpoint.path.rpartition("/")[2].removesuffix("s")
            self._special(kind)
            self.endpoint.result = self._reference(kind.capitalize())
        elif text in _PLAIN_RESULTS:
            self.endpoint.result = _PLAIN_RESULTS[text]
        else:
            self.endpoint.result = self._reference(text)

    def _reference(self, name: str) -> str:
        origin = self._module.imports.get(name)
        if origin is None or not origin.module.startswith("types.") or origin.name is None:
            raise NotUnderstoodError(self._where, name)
        return str(Origin(origin.module.removeprefix("types."), origin.name))

    def _pairs(self, value: ast.expr) -> dict[str, str] | None:
        """Return what a dict of parameters holds, however it is wrapped; None where it is none."""
        match value:
            case ast.Await(value=inner):
                return self._pairs(inner)
            case ast.Call(func=ast.Name(id="maybe_transform" | "async_maybe_transform" | "deepcopy_with_paths")):
                return self._pairs(value.args[0])
            case ast.Dict():
                return self._dict_pairs(value)
            case ast.Name() | ast.Attribute():
                return self._local.get(ast.unparse(value))
            case _:
                return None

    def _dict_pairs(self, value: ast.Dict) -> dict[str, str]:
        pairs: dict[str, str] = {}
        for key, given in zip(value.keys, value.values, strict=True):
            match key, given:
                case ast.Constant(value=str() as name), ast.Name(id=parameter) if parameter in self._parameters:
                    pairs[name] = parameter
                case _:
                    raise NotUnderstoodError(self._where, value)
        return pairs


def _sent(value: ast.expr) -> ast.expr:
    """Return the call in `await cast(…, await self._get(…))`."""
    inner = _uncast(value.value if isinstance(value, ast.Await) else value)
    return inner.value if isinstance(inner, ast.Await) else inner


def _uncast(value: ast.expr) -> ast.expr:
    match value:
        case ast.Call(func=ast.Name(id="cast"), args=[_, inner]):
            return inner
        case _:
            return value

"""What a run says at its end: how much was written, and what was left out by which table."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from generate_openai.model import Alias, ResourceModule, TypeClass, TypesModule
from generate_openai.source import Origin
from generate_openai.written_files import Scope


def summary(
    version: str,
    scope: Scope,
    types: Sequence[TypesModule],
    resources: Sequence[ResourceModule],
    left_out: Mapping[str, Sequence[str]],
) -> str:
    """Return the lines that are printed."""
    classes = {Origin(module.name, item.name): (module, item) for module in types for item in module.items}
    kinds = [_root(module, item, classes) for module, item in classes.values() if isinstance(item, TypeClass)]
    namespaces = [resource for module in resources for resource in module.resources if resource.is_async]
    methods = sum(len(resource.methods) for resource in namespaces)
    files = sum(name.startswith("resources.") for name in scope.left_out)
    lines = [
        f"openai {version}: wrote {len(scope.written) + len(scope.packages)} files",
        f"  {len(namespaces)} resources with {methods} methods, each twice: asynchronous and blocking",
        f"  {kinds.count('BaseModel')} model classes, {kinds.count('TypedDict')} params types",
        "left out:",
        f"  OUT_OF_SCOPE: {files} files of resources, {len(scope.left_out) - files} of types",
    ]
    for table, names in sorted(left_out.items()):
        lines.append(f"  {table}: {len(names)}")
        lines += [f"    {name}" for name in names]
    return "\n".join([*lines, ""])


def _root(module: TypesModule, node: TypeClass, classes: Mapping[Origin, tuple[TypesModule, TypeClass | Alias]]) -> str:
    """Return what *node* descends from outside of the files of types."""
    base = ast.unparse(node.bases[0]) if node.bases else "object"
    found = classes.get(module.imports.get(base, Origin(module.name, base)))
    if found is None:
        return base
    above, item = found
    return _root(above, item, classes) if isinstance(item, TypeClass) else ast.unparse(item.value).partition("(")[0]

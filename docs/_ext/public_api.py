"""The reference, made from what the packages make public: the names in ``__all__``, wherever they are defined.

``.. public:: aigpt`` describes the public names of a package that match the patterns in its content (all, where there
are none) and are not on the page yet. A name that several packages hand on is described in the first of `PACKAGES`
that has it; the others link there. Text in single backticks links to the public name it means, and is code where it
means none.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module
from typing import Any, ClassVar

from describe import Describer, analyzed, source_files
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode
from sphinx.util.typing import ExtensionMetadata

PACKAGES = (
    *("aigpt.errors", "aigpt.bulk", "aigpt.ray", "aigpt.bots", "aigpt.testing", "aigpt.local", "aigpt.mcp", "aigpt"),
    *("aigpt.types", "aigpt.openai", "aigpt.openai.pagination"),
)
TYPES = "aigpt.openai.types"
_INSIDE = "Behind it:"  # begins the part of a package's docstring that is for its developers


def public_names(package: str) -> list[str]:
    """Return the public names of *package*; without ``__all__`` its classes and documented variables."""
    module = import_module(package)
    if hasattr(module, "__all__"):
        return list(module.__all__)
    own = {name for name, value in vars(module).items() if inspect.isclass(value) and value.__module__ == package}
    source = analyzed(package)
    own |= {name for owner, name in source.attr_docs if not owner}
    return sorted((name for name in own if not name.startswith("_")), key=lambda name: source.tagorder[name])


@cache
def packages_below(package: str) -> list[str]:
    """Return the name of *package* and of those in it."""
    path = import_module(package).__path__
    return [package, *(info.name for info in pkgutil.walk_packages(path, f"{package}.") if info.ispkg)]


@cache
def homes() -> tuple[dict[str, str], dict[int, str]]:
    """Return for each public name the one that its object is described under; and the latter by identity."""
    by_name: dict[str, str] = {}
    by_identity: dict[int, str] = {}
    for package in (*PACKAGES, *packages_below(TYPES)):
        values = {name: getattr(import_module(package), name) for name in public_names(package)}
        # A second name of a class comes after its own.
        for name, value in sorted(values.items(), key=lambda item: getattr(item[1], "__name__", item[0]) != item[0]):
            full = f"{package}.{name}"
            is_foreign = inspect.isclass(value) and not value.__module__.startswith("aigpt")
            is_shared = isinstance(value, str | int) or is_foreign  # with what means something else
            by_name[full] = full if is_shared else by_identity.setdefault(id(value), full)
    return by_name, by_identity


class Public(SphinxDirective):
    """``.. public:: package``, with patterns of names."""

    required_arguments: ClassVar[int] = 1
    has_content: ClassVar[bool] = True

    def run(self) -> list[nodes.Node]:
        """Return the descriptions of the names."""
        package = self.arguments[0]
        module = import_module(package)
        by_name, by_identity = homes()
        describer = Describer(by_identity)
        is_first = package not in self.env.domains.python_domain.modules
        introduction = (inspect.getdoc(module) or "").partition(_INSIDE)[0]
        parts = [f".. py:module:: {package}\n\n{introduction}" if is_first else f".. py:currentmodule:: {package}"]
        elsewhere: list[str] = []
        for name in self._chosen(package):
            home = by_name[f"{package}.{name}"]
            if home == f"{package}.{name}":
                parts.append(describer.describe(name, getattr(module, name)))
            else:
                elsewhere.append(f"`{name} <{home}>`" + ("" if home.endswith(f".{name}") else f" (= `{home}`)"))
        for file in source_files():
            self.env.note_dependency(file)
        if elsewhere:
            parts.append(f"Also here: {', '.join(elsewhere)}.")
        return self.parse_text_to_nodes(StringList("\n\n".join(parts).splitlines(), source=f"reference of {package}"))

    def _chosen(self, package: str) -> Iterable[str]:
        """Give the names that match and are not on the page yet."""
        seen: Any = self.env.current_document.setdefault("public_names", set())
        for pattern in " ".join(self.content).split() or ["*"]:
            for name in public_names(package):
                if name not in seen and fnmatchcase(name, pattern):
                    seen.add(name)
                    yield name


class NameRole(XRefRole):
    """What single backticks mean."""

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: nodes.Element,
        has_explicit_title: bool,  # noqa: FBT001 (Sphinx gives it by position)
        title: str,
        target: str,
    ) -> tuple[str, str]:
        """Note where the name stands, and keep what is code as it is written."""
        refnode["py:module"] = env.ref_context.get("py:module")
        refnode["py:class"] = env.ref_context.get("py:class")
        return title if has_explicit_title else self.rawtext.strip("`"), target


def find_name(env: BuildEnvironment, target: str, module: str | None, owner: str | None) -> str | None:
    """Return the full name of what *target* means where it stands: in a class, its package, or anywhere if just one."""
    objects = env.domains.python_domain.objects
    target = target.removesuffix("()")
    for scope in (f"{module}.{owner}.", f"{module}.", "aigpt.", ""):
        if scope + target in objects:
            return scope + target
    near = [name for name in objects if _side(name) == _side(module or "")]
    for found in (
        [name for name in near if name.startswith(f"{module}.") and name.endswith(f".{target}")],
        [name for name in near if name.endswith(f".{target}")],
        # `recall.run` is a method of `Recall`
        [name for name in near if "." in target and name.lower().endswith(f".{target}".lower())],
    ):
        places = {(objects[name].docname, objects[name].node_id): name for name in found}
        if len(places) == 1:
            return places.popitem()[1]
    return None


def _side(name: str) -> str:
    """Return which part of the reference *name* belongs to: where it is not given in full, it means that part's own."""
    return next(
        (part for part in (f"{TYPES}.", "aigpt.openai.resources.", "aigpt.openai") if name.startswith(part)), ""
    )


def resolve(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement) -> Any:
    """Link a name; give it as it is where it is nobody's, as in a signature that names a class of aiohttp."""
    if node["reftype"] != "name":
        # A type in a signature may be another library's; a role, such as :py:class:, must be right.
        is_foreign = node.get("refdomain") == "py" and node["reftarget"] not in homes()[0]
        return contnode if is_foreign and not isinstance(contnode, nodes.literal) else None
    name = find_name(env, node["reftarget"], node.get("py:module"), node.get("py:class"))
    if name is None:
        return contnode
    entry = env.domains.python_domain.objects[name]
    return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, contnode, name)


def note_second_names(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the other names of an object lead to it, in links and in the inventory."""
    objects = env.domains.python_domain.objects
    for name, home in homes()[0].items():
        if name != home and home in objects:
            objects[name] = objects[home]._replace(aliased=True)
    return []


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive, the role and what resolves them."""
    app.add_directive("public", Public)
    app.add_role("name", NameRole())
    app.connect("missing-reference", resolve)
    app.connect("env-updated", note_second_names)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

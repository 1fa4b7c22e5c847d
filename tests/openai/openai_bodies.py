"""JSON bodies made of the types of models: such as fit, sloppy ones, and ones with tags nobody knows."""

import inspect
import pkgutil
import random
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import aigpt.openai.types
from aigpt.openai._fields import fields_of
from aigpt.openai._models import BaseModel

UNHEARD = "unheard.of"
_DEEPEST = 6


def type_modules() -> list[ModuleType]:
    """Return all modules of `aigpt.openai.types`."""
    package = aigpt.openai.types
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [import_module(module.name) for module in found]


def models_in(module: ModuleType) -> Iterator[type[BaseModel]]:
    """Yield the models that *module* defines."""
    for value in vars(module).values():
        if inspect.isclass(value) and issubclass(value, BaseModel) and value.__module__ == module.__name__:
            yield value


class Bodies:
    """Makes bodies of types. A part of *sloppiness* (0 to 1) of all values is wrong or missing, or *tags* unknown."""

    def __init__(self, seed: str, *, sloppiness: float = 0, tags: bool = False) -> None:
        self._random = random.Random(seed)  # noqa: S311 (the same bodies each time)
        self._sloppiness = sloppiness
        self._tags = tags
        self._depth = 0

    def value(self, form: Any) -> Any:  # noqa: PLR0911 (one kind of type after the other)
        """Return a value for the type *form*."""
        if self._random.random() < self._sloppiness:
            return self._wrong()
        origin, parts = get_origin(form), get_args(form)
        if origin is Annotated:
            return self.value(parts[0])
        if origin in {Union, UnionType}:
            return self.value(self._random.choice(parts))
        if origin is Literal:
            return self._random.choice(parts)
        if origin is list:
            return [self.value(parts[0]) for _ in range(self._length())]
        if origin is dict:
            return {f"key {index}": self.value(parts[1]) for index in range(self._length())}
        model = origin or form
        if inspect.isclass(model) and issubclass(model, BaseModel):
            return self.model(model)
        return self._random.choice(_PLAIN.get(form, [None, "text", 1, [1], {"a": {"b": 1}}]))

    def model(self, model: type[BaseModel]) -> dict[str, Any]:
        """Return a body for *model*."""
        self._depth += 1
        body: dict[str, Any] = {}
        for field in fields_of(model).values():
            left_out = self._sloppiness / 2 if field.is_required() else 0.4 if self._depth < _DEEPEST else 1
            if self._random.random() < left_out:
                continue
            body[field.wire_name] = self.value(field.annotation)
        if self._tags and "type" in body and self._random.random() < 1 / 2:
            body["type"] = UNHEARD
        if self._random.random() < 1 / 5:
            body[self._random.choice(["reasoning_content", "to_dict", "x-y"])] = self._random.choice(
                [1, None, {"x": 1}]
            )
        self._depth -= 1
        return body

    def _length(self) -> int:
        return self._random.choice([0, 1, 1, 2]) if self._depth < _DEEPEST else 0

    def _wrong(self) -> Any:
        # Nothing that pydantic would make something else of: it takes "1" for a number, and 1 for true.
        return self._random.choice(
            ["x y", 7.5, None, {}, ["q"], {"what": "is"}, [{"a": "b"}], {"type": UNHEARD, "x": "y"}, {"type": ["list"]}]
        )


_PLAIN: dict[Any, list[Any]] = {
    type(None): [None],
    str: ["text", "", "Grüße 🙂"],
    int: [0, 7, 10**12],
    float: [0.5, 1.0, 3, 2.25],
    bool: [True, False],
}

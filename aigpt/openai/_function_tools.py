"""Tools made of pydantic models: the model's arguments are the fields, and its class makes an instance of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from aigpt.openai._strict_schema import strict_schema
from aigpt.openai._types import Omit, omit

if TYPE_CHECKING:
    import pydantic

    from aigpt.openai.types.chat.chat_completion_function_tool_param import ChatCompletionFunctionToolParam
    from aigpt.openai.types.responses.function_tool_param import FunctionToolParam
    from aigpt.openai.types.shared_params.function_definition import FunctionDefinition


class ModelFunction(dict[str, Any]):
    """A function as it is sent, which knows the class that makes an instance of its arguments."""

    def __init__(self, fields: dict[str, Any], model: type[pydantic.BaseModel]) -> None:
        super().__init__(fields)
        self.model = model


def pydantic_function_tool(
    model: type[pydantic.BaseModel], *, name: str | None = None, description: str | None = None
) -> ChatCompletionFunctionToolParam:
    """Return *model* as one of the `tools` of a chat completion, in strict mode.

    *name* and *description*: default the class's name and docstring.
    """
    function = ModelFunction(_function(model, name, description), model)
    return {"type": "function", "function": cast("FunctionDefinition", function)}


def pydantic_responses_function_tool(
    model: type[pydantic.BaseModel],
    *,
    name: str | None = None,
    description: str | None = None,
    defer_loading: bool | Omit = omit,
) -> FunctionToolParam:
    """Return *model* as one of the `tools` of a response, in strict mode.

    *name* and *description*: default the class's name and docstring. *defer_loading*: whether the tool is found by a
    search for tools only.
    """
    fields = {"type": "function", **_function(model, name, description)}
    if not isinstance(defer_loading, Omit):
        fields["defer_loading"] = defer_loading
    return cast("FunctionToolParam", ModelFunction(fields, model))


def _function(model: Any, name: str | None, description: str | None) -> dict[str, Any]:
    make_schema = getattr(model, "model_json_schema", None)
    if not isinstance(model, type) or make_schema is None:
        raise TypeError(f"a tool is made of a class of pydantic's BaseModel, not of {model!r}")
    fields = {"name": name or model.__name__, "strict": True, "parameters": strict_schema(make_schema())}
    # Not inspect.getdoc, which would find pydantic's.
    description = model.__doc__ if description is None else description
    return fields if description is None else {**fields, "description": description}

"""What type checkers are promised of `aigpt.openai`'s objects and exceptions. Never run: mypy and pyright read it."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from collections.abc import Mapping
from typing import Any, Literal, Self, assert_type

from aigpt import errors, openai
from aigpt.openai import (
    APIConnectionError,
    APIError,
    APIStatusError,
    BaseModel,
    ContentFilterFinishReasonError,
    IncompleteStreamError,
    LengthFinishReasonError,
    OpenAIError,
    RateLimitError,
)
from aigpt.openai.resources.chat.completions.completions import AsyncCompletions
from aigpt.openai.types import (
    CompletionUsage,
    CreateEmbeddingResponse,
    FileObject,
    Moderation,
    ModerationCreateResponse,
)
from aigpt.openai.types.chat import (
    ChatCompletion,
    ChatCompletionMessage,
    ChatCompletionMessageFunctionToolCall,
    ChatCompletionToolParam,
)
from aigpt.openai.types.chat.chat_completion import Choice, ChoiceLogprobs
from aigpt.openai.types.chat.completion_create_params import CompletionCreateParamsNonStreaming, ResponseFormat
from aigpt.openai.types.responses import Response, ResponseOutputMessage, ResponseOutputText
from aigpt.openai.types.shared_params import FunctionDefinition


def fields(completion: ChatCompletion, moderation: ModerationCreateResponse) -> None:
    assert_type(completion.id, str)
    assert_type(completion.created, int)
    assert_type(completion.usage, CompletionUsage | None)
    assert_type(completion.choices, list[Choice])
    choice = completion.choices[0]
    assert_type(choice.finish_reason, Literal["stop", "length", "tool_calls", "content_filter", "function_call"])
    assert_type(choice.logprobs, ChoiceLogprobs | None)
    assert_type(choice.message, ChatCompletionMessage)
    for call in choice.message.tool_calls or []:
        if call.type == "function":
            assert_type(call, ChatCompletionMessageFunctionToolCall)
            assert_type(call.function.arguments, str)
    if completion.usage and completion.usage.prompt_tokens_details:
        assert_type(completion.usage.prompt_tokens_details.cached_tokens, int | None)
    assert_type(moderation.results[0], Moderation)
    assert_type(moderation.results[0].categories.self_harm, bool)
    completion.identity  # type: ignore[attr-defined]  # noqa: B018 (that it is refused is the point)


def packages() -> None:
    assert_type(openai.types.chat.ChatCompletion, type[ChatCompletion])
    assert_type(openai.types.chat.chat_completion.Choice, type[Choice])
    assert_type(openai.types.responses.Response, type[Response])
    assert_type(openai.resources.chat.AsyncCompletions, type[AsyncCompletions])
    openai.types.chat.Nonsense  # type: ignore[attr-defined]  # noqa: B018 (that it is refused is the point)


def response(answer: Response) -> None:
    assert_type(answer.output_text, str)
    for item in answer.output:
        if item.type == "message":
            assert_type(item, ResponseOutputMessage)
            for part in item.content:
                if isinstance(part, ResponseOutputText):
                    assert_type(part.text, str)


def methods(completion: ChatCompletion) -> None:
    assert_type(completion.to_dict(), dict[str, object])
    assert_type(completion.to_json(indent=None), str)
    assert_type(completion.model_dump(mode="json", exclude_none=True, by_alias=True), dict[str, Any])
    assert_type(completion.model_dump_json(indent=2, exclude_unset=True), str)
    assert_type(completion.model_fields_set, set[str])
    assert_type(completion.model_extra, dict[str, Any])
    assert_type(completion.model_copy(update={"id": "x"}, deep=True), ChatCompletion)
    assert_type(ChatCompletion.model_validate({}), ChatCompletion)
    assert_type(ChatCompletion.model_validate_json(b"{}", strict=True), ChatCompletion)
    assert_type(ChatCompletion.construct(id="x"), ChatCompletion)
    assert_type(ChatCompletion.model_construct({"id"}, id="x"), ChatCompletion)
    assert_type(completion._request_id, str | None)  # pyright: ignore[reportPrivateUsage]  (as in openai)
    completion.model_dump(exclude_nones=True)  # type: ignore[call-arg]


def constructors() -> None:
    message = ChatCompletionMessage(role="assistant", content="Hi.")
    choice = Choice(finish_reason="stop", index=0, message=message)
    assert_type(
        ChatCompletion(id="x", choices=[choice], created=1, model="m", object="chat.completion"), ChatCompletion
    )
    assert_type(CompletionUsage(completion_tokens=1, prompt_tokens=2, total_tokens=3), CompletionUsage)
    ChatCompletionMessage(role="user")  # type: ignore[arg-type]
    CompletionUsage(completion_tokens=1)  # type: ignore[call-arg]
    CreateEmbeddingResponse([], "m", "list")  # type: ignore[call-arg]


class _Tagged(BaseModel):
    tag: str
    count: int | None = None

    def doubled(self) -> Self:
        return self.model_copy(update={"count": (self.count or 0) * 2})


def own_models(file: FileObject) -> None:
    assert_type(_Tagged(tag="x").doubled().count, int | None)
    assert_type(file.status, Literal["uploaded", "processed", "error"])
    _Tagged(tags="x")  # type: ignore[call-arg]


def params() -> None:
    function: FunctionDefinition = {"name": "weather", "parameters": {"type": "object", "properties": {}}}
    tool: ChatCompletionToolParam = {"type": "function", "function": function}
    form: ResponseFormat = {"type": "json_schema", "json_schema": {"name": "x", "schema": {"type": "object"}}}
    given: CompletionCreateParamsNonStreaming = {"messages": [], "model": "m", "tools": [tool], "response_format": form}
    assert_type(given.get("temperature"), float | None)
    wrong: ChatCompletionToolParam = {"type": "function", "functions": function}  # type: ignore[typeddict-item]
    del wrong


def exceptions(problem: Exception) -> None:
    if isinstance(problem, RateLimitError):
        assert_type(problem.status_code, int)
        assert_type(problem.retry_after, float | None)
    if isinstance(problem, APIStatusError):
        assert_type(problem.response.headers, Mapping[str, str])
        assert_type(problem.request_id, str | None)
    if isinstance(problem, APIError):
        assert_type(problem.message, str)
        assert_type(problem.code, str | None)
        assert_type(problem.param, str | None)
        assert_type(problem.type, str | None)
        assert_type(problem.body, object | None)
    if isinstance(problem, IncompleteStreamError):
        assert_type(problem.received, int)
    if isinstance(problem, LengthFinishReasonError):
        assert_type(problem.completion, ChatCompletion)
    if isinstance(problem, ContentFilterFinishReasonError):
        assert_type(problem.completion, ChatCompletion | None)


def families(status: RateLimitError, connection: APIConnectionError) -> tuple[OpenAIError, APIError, errors.APIError]:
    assert_type(RateLimitError("slow down", response=Any, body=None), RateLimitError)
    assert_type(APIConnectionError(request=object()), APIConnectionError)
    return status, connection, status

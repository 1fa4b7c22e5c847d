"""Lists in pages: the page that a call gives, and how the next one is asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from typing import Any, Generic, List, Optional, Protocol, Self, TypeVar, cast  # noqa: UP035 (for get_type_hints)

from yarl import URL

from aigpt._blocking.portal import BlockingPortal
from aigpt.openai._call import Extras, OpenAICall, prepare
from aigpt.openai._endpoint import Endpoint
from aigpt.openai._errors import OpenAIError
from aigpt.openai._models import BaseModel
from aigpt.openai._options import OpenAIOptions

_T = TypeVar("_T")
_PageT = TypeVar("_PageT")

__all__ = [
    "AsyncConversationCursorPage",
    "AsyncCursorPage",
    "AsyncNextCursorPage",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncTokenPage",
    "PageInfo",
    "SyncConversationCursorPage",
    "SyncCursorPage",
    "SyncNextCursorPage",
    "SyncPage",
    "SyncTokenPage",
]


class PageInfo:
    """How the next page is asked for: by parameters of the query, or by a URL."""

    def __init__(self, *, params: Mapping[str, Any] | None = None, url: URL | str | None = None) -> None:
        self.params = params
        self.url: URL | None = None if url is None else URL(url)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageInfo) and (self.params, self.url) == (other.params, other.url)

    def __hash__(self) -> int:
        return hash((tuple(sorted(self.params or {})), self.url))

    def __repr__(self) -> str:
        return f"PageInfo(params={self.params})" if self.url is None else f"PageInfo(url={self.url})"


class PageSender(Protocol):
    """What sends the request of a page."""

    portal: BlockingPortal | None

    @property
    def options(self) -> OpenAIOptions:
        """What it is sent with."""
        ...

    @property
    def plain(self) -> PageSender:
        """What sends it so that the answer is a page, and not a response that holds one."""
        ...

    def perform(self, call: OpenAICall) -> Any:
        """Return what gives the answer of *call*."""
        ...


class PageRequest:
    """The request of a page, from which that of the next one is made."""

    def __init__(
        self,
        sender: PageSender,
        endpoint: Endpoint,
        body: dict[str, Any] | None,
        query: dict[str, Any] | None,
        path: tuple[Any, ...],
        extras: Extras,
        page: type[BasePage[Any]] | None = None,
        wrap: Callable[[Any], Any] | None = None,
    ) -> None:
        self.sender = sender
        self.endpoint = endpoint
        self.body = body
        self.query = query
        self.path = path
        self.extras = extras
        self._page = page
        self._wrap = wrap or endpoint.wrap

    def call(self) -> OpenAICall:
        """Return the call that gives the page."""
        call = prepare(self.sender.options, self.endpoint, self.body, self.query, self.path, self.extras)
        call.wrap = self.make
        call.is_page = True
        return call

    def send(self) -> Any:
        """Return what gives the page, or all items with ``async for``; in blocking clients the page itself."""
        if self.sender.portal is not None:
            return self.sender.perform(self.call())
        paginator: AsyncPaginator[Any, Any] = AsyncPaginator(self)
        return paginator

    def make(self, value: Any) -> Any:
        """Return the page that *value*, the JSON of an answer, is. Raises ValueError where it is none."""
        # Some servers send their models as a bare list.
        fields = cast("dict[str, Any]", {"data": value} if type(value) is list else value)
        items = fields.get("data") if type(fields) is dict else fields
        if type(items) is list:
            fields["data"] = list(map(self._wrap, cast("list[object]", items)))
        elif type(fields) is not dict or items is not None:
            raise ValueError("it is no list")
        name = f"{'Async' if self.sender.portal is None else 'Sync'}{self.endpoint.page}"
        kind = self._page or cast("type[BasePage[Any]]", globals()[name])
        page = kind.__new__(kind)
        page.__dict__ = fields
        page._request = self  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (the page is made here)
        return page

    def following(self, info: PageInfo) -> PageRequest:
        """Return the request of the page that *info* leads to."""
        query = {**(self.query or {}), **(info.params or {})}
        if info.url is not None:
            query = {**query, **info.url.query}
        extras = self.extras
        if extras.query is not None:  # which goes before the query
            extras = extras._replace(query={**extras.query, **query})
        sender = self.sender.plain
        return PageRequest(sender, self.endpoint, self.body, query, self.path, extras, self._page, self._wrap)


class BasePage(BaseModel, Generic[_T]):
    """A page of a list."""

    __slots__ = ("_request",)
    _request: PageRequest

    data: List[_T]  # noqa: UP006
    """The items."""

    def _get_page_items(self) -> list[_T]:
        return self.data or []

    def next_page_info(self) -> PageInfo | None:
        """Return how the next page is asked for; None where there is none."""
        raise NotImplementedError

    def has_next_page(self) -> bool:
        """Return whether there is a next page."""
        return bool(self._get_page_items()) and self.next_page_info() is not None

    def _next(self) -> PageRequest:
        info = self.next_page_info()
        if info is None:
            raise RuntimeError("this is the last page: ask has_next_page() first")
        following = self._request.following(info)
        if (following.query, following.extras.query) == (self._request.query, self._request.extras.query):
            raise OpenAIError(
                f"the server gives the same page again: it does not go on after {info.params or info.url}"
            )
        return following


class BaseSyncPage(BasePage[_T], Generic[_T]):
    """A page of a list, in a blocking client."""

    def __iter__(self) -> Iterator[_T]:  # type: ignore[override]
        for page in self.iter_pages():
            yield from page._get_page_items()  # noqa: SLF001 (another of the same class)

    def iter_pages(self) -> Iterator[Self]:
        """Yield this page, and all that follow it."""
        page = self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = page.get_next_page()

    def get_next_page(self) -> Self:
        """Return the next page. Raises RuntimeError where there is none."""
        return cast("Self", self._next().send())


class BaseAsyncPage(BasePage[_T], Generic[_T]):
    """A page of a list, in an async client."""

    async def __aiter__(self) -> AsyncIterator[_T]:
        async for page in self.iter_pages():
            for item in page._get_page_items():  # noqa: SLF001 (another of the same class)
                yield item

    async def iter_pages(self) -> AsyncIterator[Self]:
        """Yield this page, and all that follow it."""
        page = self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = await page.get_next_page()

    async def get_next_page(self) -> Self:
        """Return the next page. Raises RuntimeError where there is none."""
        return cast("Self", await self._next().send())


class AsyncPaginator(Generic[_T, _PageT]):
    """A list that is awaited for its first page, or gone through with ``async for``, page after page."""

    def __init__(self, request: PageRequest) -> None:
        self._request = request

    def __await__(self) -> Generator[Any, None, _PageT]:
        awaiting: Generator[Any, None, _PageT] = self._perform().__await__()
        return awaiting

    def _perform(self) -> Any:
        return self._request.sender.perform(self._request.call())

    async def __aiter__(self) -> AsyncIterator[_T]:
        page: Any = await self
        async for item in page:
            yield item


def _given(**params: Any) -> PageInfo | None:
    return PageInfo(params=params) if all(params.values()) else None


class _PageFields(BasePage[_T], Generic[_T]):
    """A list that comes whole."""

    object: str
    """What the server calls it: ``"list"``."""

    def next_page_info(self) -> None:
        """Return None: there is no next page."""
        return


class _CursorFields(BasePage[_T], Generic[_T]):
    """A list that goes on after the id of the last item."""

    has_more: Optional[bool] = None  # noqa: UP045
    """Whether there are more pages, where the server says so."""

    def has_next_page(self) -> bool:
        """Return whether there is a next page."""
        return self.has_more is not False and super().has_next_page()

    def next_page_info(self) -> PageInfo | None:
        """Return the id of the last item, after which the next page begins."""
        items = self._get_page_items()
        return _given(after=getattr(items[-1], "id", None)) if items else None


class _ConversationCursorFields(BasePage[_T], Generic[_T]):
    """A list that goes on after its `last_id`."""

    has_more: Optional[bool] = None  # noqa: UP045
    """Whether there are more pages, where the server says so."""
    last_id: Optional[str] = None  # noqa: UP045
    """What the next page begins after."""

    def has_next_page(self) -> bool:
        """Return whether there is a next page."""
        return self.has_more is not False and super().has_next_page()

    def next_page_info(self) -> PageInfo | None:
        """Return the `last_id`, after which the next page begins."""
        return _given(after=self.last_id)


class _NextCursorFields(BasePage[_T], Generic[_T]):
    """A list that says what comes `next`, as the parameter `after`."""

    has_more: Optional[bool] = None  # noqa: UP045
    """Whether there are more pages, where the server says so."""
    next: Optional[str] = None  # noqa: UP045
    """What asks for the next page."""

    def has_next_page(self) -> bool:
        """Return whether there is a next page."""
        return self.has_more is not False and super().has_next_page()

    def next_page_info(self) -> PageInfo | None:
        """Return what comes next."""
        return _given(after=self.next)


class _TokenFields(BasePage[_T], Generic[_T]):
    """A list that says what comes `next`, as the parameter `page`."""

    has_more: Optional[bool] = None  # noqa: UP045
    """Whether there are more pages, where the server says so."""
    next: Optional[str] = None  # noqa: UP045
    """What asks for the next page."""

    def has_next_page(self) -> bool:
        """Return whether there is a next page."""
        return self.has_more is not False and super().has_next_page()

    def next_page_info(self) -> PageInfo | None:
        """Return what comes next."""
        return _given(page=self.next)


class SyncPage(BaseSyncPage[_T], _PageFields[_T], Generic[_T]):
    """A list that comes whole."""


class AsyncPage(BaseAsyncPage[_T], _PageFields[_T], Generic[_T]):
    """A list that comes whole."""


class SyncCursorPage(BaseSyncPage[_T], _CursorFields[_T], Generic[_T]):
    """A list that goes on after the id of the last item."""


class AsyncCursorPage(BaseAsyncPage[_T], _CursorFields[_T], Generic[_T]):
    """A list that goes on after the id of the last item."""


class SyncConversationCursorPage(BaseSyncPage[_T], _ConversationCursorFields[_T], Generic[_T]):
    """A list that goes on after its `last_id`."""


class AsyncConversationCursorPage(BaseAsyncPage[_T], _ConversationCursorFields[_T], Generic[_T]):
    """A list that goes on after its `last_id`."""


class SyncNextCursorPage(BaseSyncPage[_T], _NextCursorFields[_T], Generic[_T]):
    """A list that says what comes `next`, as the parameter `after`."""


class AsyncNextCursorPage(BaseAsyncPage[_T], _NextCursorFields[_T], Generic[_T]):
    """A list that says what comes `next`, as the parameter `after`."""


class SyncTokenPage(BaseSyncPage[_T], _TokenFields[_T], Generic[_T]):
    """A list that says what comes `next`, as the parameter `page`."""


class AsyncTokenPage(BaseAsyncPage[_T], _TokenFields[_T], Generic[_T]):
    """A list that says what comes `next`, as the parameter `page`."""

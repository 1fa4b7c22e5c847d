"""One request: who sends it, in whose name, and its body; errors become replies."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler
from yarl import URL

from aigpt.local.openai_api.backend import Access, NoteFault
from aigpt.local.openai_api.errors import ApiError, fault, invalid, not_done
from aigpt.local.openai_api.fields import Json, read_json
from aigpt.local.openai_api.streaming import reply
from aigpt.local.params import has_control_characters
from aigpt.local.readers.errors import ReaderError

__all__ = ["MAX_JSON_BYTES", "Call", "Gate", "Route"]

MAX_JSON_BYTES = 8 << 20
"""The maximum size of a body in JSON; a long conversation has some hundred KiB."""


_BAD_ENCODING = ApiError(
    400, "the body is not as the headers Content-Encoding and Transfer-Encoding say; send it as they say"
)


@dataclass(frozen=True, slots=True)
class Call:
    """A request that was let through."""

    request: web.Request
    user: str
    """Whose data it is about."""
    body: Json
    """Its JSON object; {} if it has another body, or none."""

    def of(self, name: str) -> str:
        """Return a part of the path."""
        return self.request.match_info[name]


Route: TypeAlias = Callable[[Call], Awaitable[web.StreamResponse]]


class Gate:
    """Lets requests through that have a key and name no other user than the key's.

    Without a user, a request is about the data of the key's user, or else of *user*. Exceptions are logged by
    *note_fault*. *origin_for* returns the origin of links for the host that a request names.
    """

    def __init__(
        self, access: Access, user: str, note_fault: NoteFault, origin_for: Callable[[str], str] = "http://{}".format
    ) -> None:
        self._access = access
        self._user = user
        self._note_fault = note_fault
        self._origin_for = origin_for

    def handler(self, route: Route, *, body: bool = False, link: bool = False) -> Handler:
        """Return the handler of *route*. *body*: its requests have a JSON object.

        *link*: people follow links to it in a browser, which sends no key; where any will do, none is needed.
        """

        async def handle(request: web.Request) -> web.StreamResponse:
            try:
                if not (link and self._access.any_will_do):
                    self.check_key(request)
                found = read_json(await _read(request)) if body else {}
                asked = found.get("user") if found.get("user") is not None else request.query.get("user")
                return await route(Call(request, self.check_user(request, asked), found))
            except ApiError as error:
                return reply(error.to_json(), error.status)
            except ReaderError as error:
                return reply(not_done(error), error.status)
            except web.HTTPRequestEntityTooLarge:
                return reply(_too_large().to_json(), 413)
            except web.RequestPayloadError:
                return reply(_BAD_ENCODING.to_json(), 400)
            except (web.HTTPException, ConnectionError):
                raise
            except Exception as error:  # noqa: BLE001 (no traceback may be sent)
                self._note_fault(request, error)
                return reply(fault(), 500)

        return handle

    def check_key(self, request: web.Request) -> None:
        """Raise `ApiError` if the request has no key that is accepted."""
        problem = self._access.problem(request.headers.get(hdrs.AUTHORIZATION, ""))
        if problem:
            raise ApiError(401, problem, code="invalid_api_key")

    def check_user(self, request: web.Request, asked: object) -> str:
        """Return whose data a request is about that names *asked* as its user, or nobody. Raises `ApiError`."""
        bound = self._access.user_of(request.headers.get(hdrs.AUTHORIZATION, ""))
        if asked is None:
            return bound or self._user
        if not isinstance(asked, str) or not asked.strip():
            raise invalid("user", "user must be a string that is not blank, or left out")
        if has_control_characters(asked):
            raise invalid("user", "user must be a name without control characters")
        if bound is not None and asked != bound:
            raise ApiError(403, "the API key is that of another user; leave user out", param="user")
        return asked

    def link(self, call: Call, path: str) -> str:
        """Return the URL of *path* below /v1 for the user of *call*."""
        query = {} if call.user == self._user else {"user": call.user}
        return str(URL(f"{self._origin_for(call.request.host)}/v1/{path}").with_query(query))


def _too_large() -> ApiError:
    return ApiError(413, f"the body is larger than {MAX_JSON_BYTES >> 20} MiB; send less", code="request_too_large")


async def _read(request: web.Request) -> bytes:
    """Read the body, by a limit of its own: the application's is for the other routes."""
    if (request.content_length or 0) > MAX_JSON_BYTES:
        raise _too_large()
    data = bytearray()
    async for piece in request.content.iter_chunked(1 << 16):
        data += piece
        if len(data) > MAX_JSON_BYTES:
            raise _too_large()
    return bytes(data)

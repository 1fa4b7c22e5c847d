"""The `websocket_connection_options` of a WebSocket, as its transport has them. Pure: no I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from aigpt._http.checks import check_seconds, check_whole
from aigpt._http.websocket import SocketOptions
from aigpt.openai._compat import TypedDict
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._options import own_errors

if TYPE_CHECKING:
    from aigpt.openai.types.websocket_connection_options import (
        SyncWebSocketConnectionOptions,
        WebSocketConnectionOptions,
    )

_OPEN_SECONDS = 10.0
_LARGEST_WINDOW = 15
_AS_IN_CLIENT = object()

_REFUSED: Mapping[str, str] = {
    "extensions": "compression='deflate' asks for the one extension that there is",
    "proxy": "the client's option proxy is that of its WebSockets too",
    "ssl": "the client's option ssl is that of its WebSockets too",
    "additional_headers": "pass them as extra_headers",
    "extra_headers": "pass them as extra_headers to connect() itself",
    "user_agent_header": "pass it as extra_headers={'User-Agent': …}",
}


class OwnConnectionOptions(TypedDict, total=False):
    """Options beside those of openai."""

    heartbeat: float | None
    """Seconds without a byte from the server after which it is pinged; 20 by default, None for never."""
    ping_interval: float | None
    """The same, as it is called in websockets."""
    ping_timeout: float | None
    """Seconds that the answer to a ping may take; 20 by default, None for any time."""
    open_timeout: float | None
    """Seconds that the handshake may take; None for any time. Default: the client's `timeout`, or 10."""
    close_timeout: float
    """Seconds that the closing may take; 10 by default."""
    max_msg_size: int | None
    """`max_size`, as it is called in aiohttp."""


class AllConnectionOptions(OwnConnectionOptions, total=False):
    """Everything that `websocket_connection_options` may say."""

    subprotocols: Sequence[str] | None
    compression: str | None
    max_size: int | None
    max_queue: int | tuple[int | None, int | None] | None
    write_limit: int | tuple[int, int | None]


ConnectionOptions: TypeAlias = "AllConnectionOptions | WebSocketConnectionOptions"
SyncConnectionOptions: TypeAlias = "AllConnectionOptions | SyncWebSocketConnectionOptions"

_KNOWN = frozenset(AllConnectionOptions.__annotations__) | frozenset(OwnConnectionOptions.__annotations__)


class CheckedOptions(NamedTuple):
    """Checked options of a WebSocket."""

    socket: SocketOptions
    open_seconds: float | None
    """How long an attempt to open it may take; None for any time."""
    follows_client: bool
    """Whether it is the client's `timeout` that says so, where it has one."""


@own_errors()
def check_options(given: object) -> CheckedOptions:
    """Return the options *given*. Raises ConfigurationError naming the option and the remedy."""
    if given is None:
        given = {}
    if not isinstance(given, Mapping):
        raise ConfigurationError("websocket_connection_options must be a mapping of names to values")
    options = cast("Mapping[str, Any]", given)
    for name in options:
        _check_name(name)
    found: dict[str, Any] = {}
    for name, read in _READERS.items():
        if name in options:
            found.update(read(name, options[name]))
    opening = options.get("open_timeout", _AS_IN_CLIENT)
    follows = opening is _AS_IN_CLIENT
    seconds = _OPEN_SECONDS if follows else _seconds("open_timeout", opening)
    return CheckedOptions(SocketOptions(**found), seconds, follows)


def _check_name(name: object) -> None:
    if name in _KNOWN:
        return
    if isinstance(name, str) and name in _REFUSED:
        raise ConfigurationError(f"websocket_connection_options takes no {name}: {_REFUSED[name]}")
    raise ConfigurationError(
        f"websocket_connection_options knows no {name!r:.60}; it knows {', '.join(sorted(_KNOWN))}"
    )


def _protocols(name: str, given: Any) -> dict[str, Any]:
    if given is None:
        return {}
    names: list[object] = (
        [] if isinstance(given, str) or not isinstance(given, Sequence) else list(cast("Sequence[object]", given))
    )
    if not names or not all(isinstance(one, str) and one.isascii() and one.isprintable() and one for one in names):
        raise ConfigurationError(f"{name} must be a list of names, each of printable ASCII")
    return {"protocols": tuple(names)}


def _compression(name: str, given: Any) -> dict[str, Any]:
    if given not in {None, "deflate"}:
        raise ConfigurationError(f"{name} must be 'deflate', or None for none")
    return {"window_bits": 0 if given is None else _LARGEST_WINDOW}


def _size(name: str, given: Any) -> dict[str, Any]:
    return {"message_bytes": 0 if given is None else check_whole(name, given, 1)}


def _queue(name: str, given: Any) -> dict[str, Any]:
    """Return how many messages are kept: the most, or that and with how many reading goes on."""
    high, low = _pair(name, given)
    if high is None:
        return {"kept_messages": None}
    return {"kept_messages": max(1, high), "kept_messages_low": high // 4 if low is None else low}


def _write_limit(name: str, given: Any) -> dict[str, Any]:
    return {"write_limits": _pair(name, given)}


def _pair(name: str, given: Any) -> tuple[int | None, int | None]:
    pair: Any = given
    if not isinstance(given, tuple):
        pair = (given, None)
    if len(pair) != 2:  # noqa: PLR2004 (a pair)
        raise ConfigurationError(f"{name} must be a whole number, or a pair of a higher and a lower one")
    high, low = (None if one is None else check_whole(name, one, 0) for one in pair)
    if high is not None and low is not None and low > high:
        raise ConfigurationError(f"{name} must be a pair of a higher and a lower number")
    return high, low


def _heartbeat(name: str, given: Any) -> dict[str, Any]:
    return {"heartbeat": _seconds(name, given)}


def _pong(name: str, given: Any) -> dict[str, Any]:
    return {"pong_seconds": _seconds(name, given)}


def _closing(name: str, given: Any) -> dict[str, Any]:
    return {"close_seconds": check_seconds(name, given)}


def _seconds(name: str, given: object) -> float | None:
    return None if given is None else check_seconds(name, given)


_READERS: Mapping[str, Callable[[str, Any], dict[str, Any]]] = {
    "subprotocols": _protocols,
    "compression": _compression,
    "max_size": _size,
    "max_msg_size": _size,
    "max_queue": _queue,
    "write_limit": _write_limit,
    "heartbeat": _heartbeat,
    "ping_interval": _heartbeat,
    "ping_timeout": _pong,
    "close_timeout": _closing,
}

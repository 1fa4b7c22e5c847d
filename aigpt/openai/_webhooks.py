"""Webhooks: whether a payload is what its sender signed, and the event in it."""

from __future__ import annotations

import hmac
import time
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from aigpt._http.json_codec import parse_json
from aigpt.openai._errors import InvalidWebhookSignatureError

if TYPE_CHECKING:
    from aigpt.openai.types.webhooks import UnwrapWebhookEvent


class _Headers(Protocol):
    """What the headers of every web framework have."""

    def get(self, key: str, /) -> str | None: ...


HeadersLike: TypeAlias = Mapping[str, str] | _Headers | Iterable[tuple[str | bytes, str | bytes]]
"""The headers of a request, as its web framework has them."""

_ENCODED_SECRET = "whsec_"  # noqa: S105 (what secrets begin with)
_VERSION = b"v1,"


class WebhookVerification:
    """What `client.webhooks` does without a request."""

    _client: Any

    def unwrap(self, payload: str | bytes, headers: HeadersLike, *, secret: str | None = None) -> UnwrapWebhookEvent:
        """Return the event in *payload*, the body of a request as it was received.

        Raises what `verify_signature` raises, and ValueError where the payload is not JSON.
        """
        self.verify_signature(payload, headers, secret=secret)
        from aigpt.openai._models import wrapper_of  # noqa: PLC0415 (on first use, as the types themselves)
        from aigpt.openai.types.webhooks import UnwrapWebhookEvent  # noqa: PLC0415 (likewise)

        try:
            event = parse_json(_as_bytes(payload))
        except (ValueError, RecursionError):
            raise ValueError("the payload of the webhook is signed, but it is not JSON") from None
        return cast("UnwrapWebhookEvent", wrapper_of(UnwrapWebhookEvent)(event))

    def verify_signature(
        self, payload: str | bytes, headers: HeadersLike, *, secret: str | None = None, tolerance: int = 300
    ) -> None:
        """Check that *payload*, the body of a request as it was received, is what the holder of the secret signed.

        *headers* are those of the request, in whatever form the web framework has them. *secret* is the client's
        `webhook_secret` by default. The request must not be older or newer than *tolerance* seconds.

        Raises InvalidWebhookSignatureError; ValueError without a usable secret; TypeError for other kinds of payload.
        """
        body = _as_bytes(payload)
        key = _key(self._client.webhook_secret if secret is None else secret)
        signatures = _header(headers, "webhook-signature")
        timestamp = _header(headers, "webhook-timestamp")
        identifier = _header(headers, "webhook-id")
        _check_age(timestamp, tolerance)
        expected = b64encode(hmac.digest(key, b".".join((_encoded(identifier), _encoded(timestamp), body)), "sha256"))
        given = _encoded(signatures).split()
        if not any(hmac.compare_digest(expected, one.removeprefix(_VERSION)) for one in given):
            raise InvalidWebhookSignatureError(
                "no signature of the webhook fits its payload: the secret is another one, or the payload was changed "
                "(it must be the body as it was received)"
            )


def _as_bytes(payload: object) -> bytes:
    if isinstance(payload, str):
        return _encoded(payload)
    if isinstance(payload, bytes):
        return payload
    raise TypeError(f"the payload must be the body as it was received, str or bytes, not {type(payload).__name__}")


def _encoded(text: str) -> bytes:
    return text.encode(errors="replace")  # what is no text was not signed either


def _key(secret: object) -> bytes:
    """Return the key that *secret* stands for. Raises ValueError, without a word of it."""
    if not isinstance(secret, str) or not secret:
        raise ValueError(
            "no webhook secret is known: set OPENAI_WEBHOOK_SECRET, give webhook_secret=… to the client, "
            "or secret=… to this method"
        )
    if not secret.startswith(_ENCODED_SECRET):
        return secret.encode()
    encoded = secret.removeprefix(_ENCODED_SECRET)
    try:
        key = b64decode(encoded + "=" * (-len(encoded) % 4))
    except ValueError:
        key = b""
    if not key:
        raise ValueError("the webhook secret is not usable: what follows whsec_ must be base64")
    return key


def _header(headers: HeadersLike, name: str) -> str:
    """Return a header of the request; its name may be written in capitals, as text or as bytes."""
    value: object = None
    if hasattr(headers, "get") and not isinstance(headers, Mapping):
        value = cast("_Headers", headers).get(name)
    else:
        pairs: Any = cast("Mapping[str, str]", headers).items() if isinstance(headers, Mapping) else headers
        value = next((value for key, value in pairs if _text(key).lower() == name), None)
    if not value:
        raise InvalidWebhookSignatureError(f"the request has no {name} header: it is not a signed webhook")
    return _text(value)


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _check_age(timestamp: str, tolerance: float) -> None:
    try:
        age = int(time.time()) - int(timestamp)
    except ValueError:
        raise InvalidWebhookSignatureError("the webhook-timestamp header is not a number of seconds") from None
    if abs(age) > tolerance:
        problem = "older" if age > 0 else "newer"
        raise InvalidWebhookSignatureError(
            f"the webhook is {problem} than {tolerance} seconds: it may be a replay, or a clock is wrong"
        )

"""Webhooks: only what the holder of the secret signed a moment ago is taken for an event."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from multidict import CIMultiDict

from aigpt.openai._errors import InvalidWebhookSignatureError
from aigpt.openai._webhooks import WebhookVerification
from aigpt.openai.types.webhooks import ResponseCompletedWebhookEvent

KEY = b"a secret of many bytes"
SECRET = "whsec_" + base64.b64encode(KEY).decode()
PAYLOAD = json.dumps(
    {"id": "evt_1", "object": "event", "type": "response.completed", "created_at": 1, "data": {"id": "resp_é"}},
    ensure_ascii=False,
)
NOW = 1_750_000_000


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: NOW + 0.5)


def webhooks(secret: str | None = SECRET) -> WebhookVerification:
    made = WebhookVerification()
    made._client = SimpleNamespace(webhook_secret=secret)
    return made


def signature(payload: str | bytes = PAYLOAD, at: object = NOW, key: bytes = KEY) -> str:
    body = payload.encode() if isinstance(payload, str) else payload
    signed = f"wh_1.{at}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def headers(payload: str | bytes = PAYLOAD, at: object = NOW, key: bytes = KEY) -> dict[str, str]:
    return {
        "Webhook-Id": "wh_1",
        "Webhook-Timestamp": str(at),
        "Webhook-Signature": signature(payload, at, key),
    }


class _Getter:
    """Headers that can only be asked for by name, such as werkzeug's."""

    def get(self, key: str, /) -> str | None:
        return {name.lower(): value for name, value in headers().items()}.get(key.lower())


@pytest.mark.parametrize("payload", [PAYLOAD, PAYLOAD.encode()])
def test_a_signed_payload_is_an_event(payload: str | bytes) -> None:
    event = webhooks().unwrap(payload, headers())
    assert isinstance(event, ResponseCompletedWebhookEvent)
    assert event.data.id == "resp_é"


@pytest.mark.parametrize(
    "form",
    [
        dict,
        lambda given: {name.lower(): value for name, value in given.items()},
        CIMultiDict,
        lambda given: list(given.items()),
        lambda given: [(name.lower().encode(), value.encode()) for name, value in given.items()],
        lambda _: _Getter(),
    ],
    ids=["dict", "lower case", "aiohttp", "pairs", "ASGI", "get"],
)
def test_headers_come_in_the_form_of_any_framework(form: Callable[[dict[str, str]], Any]) -> None:
    webhooks().verify_signature(PAYLOAD, form(headers()))


@pytest.mark.parametrize(
    "signatures",
    [
        signature(),
        signature().removeprefix("v1,"),
        f"v1,{base64.b64encode(bytes(32)).decode()} {signature()}",
        f"v1a,é {signature()} v2,x",
    ],
)
def test_one_signature_of_several_has_to_fit(signatures: str) -> None:
    webhooks().verify_signature(PAYLOAD, {**headers(), "Webhook-Signature": signatures})


def test_secrets_are_the_clients_or_given_and_need_no_prefix() -> None:
    webhooks(None).verify_signature(PAYLOAD, headers(), secret=SECRET)
    webhooks(None).verify_signature(PAYLOAD, headers(), secret=SECRET.rstrip("="))
    webhooks("plain text").verify_signature(PAYLOAD, headers(key=b"plain text"))


def test_bytes_need_not_be_text() -> None:
    webhooks().verify_signature(b"\xff\xfe", headers(b"\xff\xfe"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"Webhook-Signature": signature(PAYLOAD + " ")}, "no signature"),
        ({"Webhook-Signature": signature(key=b"another")}, "no signature"),
        ({"Webhook-Signature": signature().upper()}, "no signature"),
        ({"Webhook-Signature": "v1,"}, "no signature"),
        ({"Webhook-Signature": "v1,\udce9"}, "no signature"),
        ({"Webhook-Id": "wh_2"}, "no signature"),
        ({"Webhook-Id": "\udce9"}, "no signature"),
        ({"Webhook-Timestamp": str(NOW - 1)}, "no signature"),
        ({"Webhook-Timestamp": "yesterday"}, "not a number"),
        ({"Webhook-Timestamp": "9" * 5000}, "not a number"),
        ({"Webhook-Timestamp": "9" * 400}, "newer"),
        ({"Webhook-Signature": ""}, "no webhook-signature header"),
    ],
)
def test_what_was_changed_is_refused(change: dict[str, str], says: str) -> None:
    for call in (webhooks().verify_signature, webhooks().unwrap):
        with pytest.raises(InvalidWebhookSignatureError, match=says) as error:
            call(PAYLOAD, {**headers(), **change})
        assert SECRET not in str(error.value)
        assert signature() not in str(error.value)


@pytest.mark.parametrize("missing", ["Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"])
def test_each_header_is_needed(missing: str) -> None:
    given = headers()
    del given[missing]
    with pytest.raises(InvalidWebhookSignatureError, match=f"no {missing.lower()} header"):
        webhooks().verify_signature(PAYLOAD, given)


def test_a_changed_payload_is_refused() -> None:
    with pytest.raises(InvalidWebhookSignatureError, match="no signature"):
        webhooks().unwrap(PAYLOAD.replace("evt_1", "evt_2"), headers())


@pytest.mark.parametrize(("seconds", "problem"), [(-301, "older"), (301, "newer")])
def test_what_is_too_old_or_too_new_is_refused(seconds: int, problem: str) -> None:
    at = NOW + seconds
    with pytest.raises(InvalidWebhookSignatureError, match=f"{problem} than 300 seconds"):
        webhooks().verify_signature(PAYLOAD, headers(at=at))
    webhooks().verify_signature(PAYLOAD, headers(at=at), tolerance=301)
    webhooks().verify_signature(PAYLOAD, headers(at=at - seconds // 301))


@pytest.mark.parametrize("secret", [None, ""])
def test_without_a_secret_nothing_is_verified(secret: str | None) -> None:
    with pytest.raises(ValueError, match="OPENAI_WEBHOOK_SECRET") as error:
        webhooks(secret).unwrap(PAYLOAD, headers(key=b""))
    assert not isinstance(error.value, InvalidWebhookSignatureError)


@pytest.mark.parametrize("secret", ["whsec_", "whsec_a", "whsec_é"])
def test_a_secret_that_is_cut_off_is_named_and_not_shown(secret: str) -> None:
    with pytest.raises(ValueError, match="must be base64") as error:
        webhooks().verify_signature(PAYLOAD, headers(key=b""), secret=secret)
    assert "é" not in str(error.value)


def test_a_payload_that_was_parsed_already_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="as it was received, str or bytes, not dict"):
        webhooks().unwrap(json.loads(PAYLOAD), headers())


def test_a_signed_payload_that_is_no_json_is_an_error() -> None:
    with pytest.raises(ValueError, match="not JSON"):
        webhooks().unwrap("{", headers("{"))


def test_an_event_of_a_new_kind_is_an_object_all_the_same() -> None:
    payload = json.dumps({"id": "evt_1", "type": "moon.landed", "data": {"crew": 3}})
    event: Any = webhooks().unwrap(payload, headers(payload))
    assert (event.id, event.type) == ("evt_1", "moon.landed")


def test_openai_verifies_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = pytest.importorskip("openai._client", reason="the pinned openai is not installed").OpenAI(
        api_key="k", webhook_secret=SECRET
    )
    for secret, key in ((SECRET, KEY), ("plain text", b"plain text")):
        for verify in (theirs.webhooks.verify_signature, webhooks().verify_signature):
            verify(PAYLOAD, headers(key=key), secret=secret)
            with pytest.raises(ValueError, match="signature"):
                verify(PAYLOAD, headers(PAYLOAD + " ", key=key), secret=secret)

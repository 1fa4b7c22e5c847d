# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import List, Literal, Optional, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

__all__ = ["LiveTransportIncomingWebhookEvent", "Data", "DataSipHeader"]


class DataSipHeader(BaseModel):
    name: str
    value: str


class Data(BaseModel):
    session_id: str
    sip_headers: List[DataSipHeader]
    type: Literal["sip"]
    sip_media_security: Union[Literal["rtp", "srtp"], str, None] = None


class LiveTransportIncomingWebhookEvent(BaseModel):
    id: str
    created_at: int
    data: Data
    type: Literal["live.transport.incoming"]
    object: Optional[Literal["event"]] = None


postpone(__name__)

"""What the answers of a route are, where a parameter of the request decides that; and what it must not be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aigpt._http.log import logger
from aigpt.openai._options import is_omitted

_RESULTS: Mapping[str, Mapping[str, str]] = {
    "transcription": {
        "json": "audio.transcription:Transcription",
        "verbose_json": "audio.transcription_verbose:TranscriptionVerbose",
        "diarized_json": "audio.transcription_diarized:TranscriptionDiarized",
    },
    "translation": {
        "json": "audio.translation:Translation",
        "verbose_json": "audio.translation_verbose:TranslationVerbose",
    },
}
_TEXTS = frozenset({"text", "srt", "vtt"})


def result_of(body: Mapping[str, Any], route: str) -> str:
    """Return the type of what a *route* ("transcription", "translation") answers to *body*, as an `Endpoint` has it."""
    asked = body.get("response_format")
    results = _RESULTS[route]
    if asked is None or is_omitted(asked):
        return results["json"]
    if isinstance(asked, str):
        if asked in _TEXTS:
            return "str"
        if asked in results:
            return results[asked]
    logger.warning("the answer is taken for JSON: this version does not know response_format=%r", asked)
    return results["json"]


def check_response_format(response_format: object) -> None:
    """Raise TypeError for a class: `parse` takes those."""
    if isinstance(response_format, type):
        raise TypeError(
            f"response_format is the class {response_format.__name__}, which create() does not take: use parse() or "
            "stream(), which make an instance of it, or give its JSON schema as a dict"
        )

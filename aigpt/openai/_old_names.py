"""The names of openai before its version 1, for an error that says what to write today."""

from __future__ import annotations

from typing import Never

INSTEAD = {
    "Audio": "audio.transcriptions.create",
    "ChatCompletion": "chat.completions.create",
    "Completion": "completions.create",
    "Customer": None,
    "Deployment": None,
    "Edit": None,
    "Embedding": "embeddings.create",
    "Engine": "models.list",
    "ErrorObject": None,
    "File": "files.create",
    "FineTune": "fine_tuning.jobs.create",
    "FineTuningJob": "fine_tuning.jobs.create",
    "Image": "images.generate",
    "Model": "models.list",
    "Moderation": "moderations.create",
}
"""What stands for each old name today, where something does."""


def __getattr__(name: str) -> Never:
    instead = INSTEAD.get(name)
    remedy = f"; write client.{instead}(…), or {instead}(…) of the module itself" if instead else ""
    raise AttributeError(f"module 'aigpt.openai' has no attribute {name!r}: openai 1.0 removed it{remedy}")

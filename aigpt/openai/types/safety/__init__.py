# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.safety import safety_alert as safety_alert
    from aigpt.openai.types.safety import safety_case as safety_case
    from aigpt.openai.types.safety.safety_alert import SafetyAlert
    from aigpt.openai.types.safety.safety_case import SafetyCase

__all__ = ["SafetyAlert", "SafetyCase"]

_HOMES = {
    "SafetyAlert": "aigpt.openai.types.safety.safety_alert",
    "SafetyCase": "aigpt.openai.types.safety.safety_case",
}
_SUBMODULES: tuple[str, ...] = ("safety_alert", "safety_case")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

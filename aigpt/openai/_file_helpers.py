"""Files: waited for until they are processed."""

from __future__ import annotations

from typing import Any

from aigpt.openai._polling import Polling, check_number

_FINAL = frozenset({"processed", "error", "deleted"})


class FileHelpers:
    """What the methods of `client.files` do that send several requests."""

    def _wait_for_processing(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        interval = check_number("poll_interval", given["poll_interval"]) or 0.0
        max_seconds = check_number("max_wait_seconds", given["max_wait_seconds"])
        in_milliseconds = {"poll_interval_ms": interval * 1000}
        polling = Polling(self, "files.wait_for_processing", in_milliseconds, deadline, abort, on_progress)
        return polling.run(
            lambda: polling.poll(
                lambda: polling.request(self, "retrieve", file_id=given["id"]),
                lambda file: file.status in _FINAL,
                max_seconds=max_seconds,
                asks_once=True,
            )
        )

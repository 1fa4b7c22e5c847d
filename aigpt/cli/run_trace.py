"""`aigpt run --trace`: a run as a tree of turns, reasoning, tool calls, the answer and its usage, as they arrive.

Lines are only added, never overwritten, so that a trace can be piped and scrolled back. The last line of a part has
its duration.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any, cast

from rich.text import Text

from aigpt.cli import colours
from aigpt.cli.console import make_console
from aigpt.cli.listings import format_source
from aigpt.cli.safe_text import amount, one_line, to_json
from aigpt.cli.word_wrap import WordWrapper

_MIN_TEXT_WIDTH = 20  # columns, however deep in the tree
_MAX_ARGUMENTS = 300
_BOX_LINES = ("├─ ", "└─ ", "│  ")
_ASCII_LINES = ("+- ", "`- ", "|  ")

Object = Mapping[str, Any]


class TreePrinter:
    """Prints the lines of a tree to stdout, wrapped on a terminal. A depth of 0 is directly below the root."""

    def __init__(self) -> None:
        self._console = make_console()
        self._branch, self._last, self._pass = _BOX_LINES if _can_print_box_lines() else _ASCII_LINES
        self._text: WordWrapper | None = None

    def line(self, depth: int | None, text: Text, *, last: bool = False) -> None:
        """Print a node; the root has the depth None."""
        margin = "" if depth is None else self._pass * depth
        mark = "" if depth is None else self._last if last else self._branch
        rest = "" if depth is None else " " * len(mark) if last else self._pass
        self._print(margin + mark, text, margin + rest)

    def below(self, depth: int, text: Text, indent: str = "") -> None:
        """Print text below a node at *depth*; its second and later lines are indented by *indent*."""
        margin = self._pass * (depth + 1)
        self._print(margin, text, margin + indent)

    def write(self, depth: int, text: str) -> None:
        """Print the next piece of a text below a node at *depth*."""
        if self._text is None:
            margin = self._pass * (depth + 1)
            width = max(self._console.width, len(margin) + _MIN_TEXT_WIDTH)
            self._text = WordWrapper(sys.stdout, width if self._console.is_terminal else None, margin)
        self._text.write(text)

    def end_text(self) -> None:
        """End the last line of the text, if there is one."""
        if self._text is not None:
            self._text.finish()
            self._text = None

    def _print(self, margin: str, text: Text, further: str) -> None:
        self.end_text()
        lines = [text]
        if self._console.is_terminal:
            width = self._console.width - max(len(margin), len(further))
            lines = list(text.wrap(self._console, max(width, _MIN_TEXT_WIDTH)))
        for line in lines:
            line.rstrip()
            self._console.print(Text.assemble((margin, colours.SECONDARY), line), soft_wrap=True)
            margin = further


class RunTrace:
    """Prints the events of a run as they arrive. *clock* is monotonic, in seconds."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._tree = TreePrinter()
        self._depth = 0
        self._began: dict[str, float] = {}
        self._explained = self._answered = False
        self.begun: bool = False
        self._show: dict[str, Callable[[Object], None]] = {
            "run.start": self._run,
            "run.turn.start": self._turn,
            "run.turn.done": self._turn_done,
            "run.reasoning_item.start": self._reasoning,
            "run.reasoning_summary_part.start": lambda _: None,  # has no text yet
            "run.reasoning_summary_part.done": self._reason,
            "run.reasoning_item.done": self._reasoning_done,
            "run.tool_call_item": self._call,
            "run.tool_call_output_item": self._call_output,
            "run.output_item.start": self._answer,
            "run.output_text.delta": self._delta,
            "run.output_item.done": self._answer_done,
            "run.done": self._done,
        }

    def show(self, event: object) -> None:
        """Print *event*; of an unknown type, only its name."""
        if not isinstance(event, Mapping) or "type" not in event:  # such as the error chunk of a broken stream
            return
        known = cast("Object", event)
        kind = one_line(known["type"])
        self.begun = True
        show = self._show.get(kind)
        if show is None:
            self._tree.line(self._depth, Text(kind, colours.SECONDARY))
        else:
            show(known)

    def finish(self, *, complete: bool) -> None:
        """End the last line, and mark a run that is not *complete*."""
        self._tree.end_text()
        if self.begun and not complete:
            self._tree.line(0, Text("broken off", colours.FAILURE), last=True)

    # ── one method per type of event ──────────────────────────────────────────────────────────────────────────────────

    def _run(self, event: Object) -> None:
        context = _object(event, "context")
        sources: object = context.get("datasources")
        parts = [f"run {one_line(event.get('id'))}".rstrip(), one_line(context.get("quality"))]
        if isinstance(sources, list):
            parts.append(amount(len(cast("list[object]", sources)), "datasource"))
        if context.get("indexed") is False:
            parts.append("still indexing")
        self._tree.line(None, Text(", ".join(filter(None, parts)), colours.HEADING))
        self._begin("run")

    def _turn(self, event: Object) -> None:
        self._tree.line(0, Text(f"turn {one_line(event.get('turn'))}".rstrip(), colours.HEADING))
        self._depth = 1
        self._begin("turn")

    def _turn_done(self, _: Object) -> None:
        self._depth = 0
        self._took("turn")

    def _reasoning(self, _: Object) -> None:
        self._tree.line(self._depth, Text("reasoning", colours.REASONING))
        self._begin("reasoning")
        self._explained = False

    def _reason(self, event: Object) -> None:
        self._explained = True
        self._tree.below(self._depth, Text(one_line(event.get("text")), colours.SECONDARY))

    def _reasoning_done(self, event: Object) -> None:
        summary: object = _object(event, "item").get("summary")
        if not self._explained and isinstance(summary, list):  # its parts have not been sent as events
            for part in cast("list[object]", summary):
                self._reason(cast("Object", part) if isinstance(part, Mapping) else {"text": part})
        self._took("reasoning")

    def _call(self, event: Object) -> None:
        item = _object(event, "item")
        call = Text(one_line(item.get("name")) or "a tool", colours.TOOL_CALL)
        self._tree.line(self._depth, call.append(f"({_arguments(item.get('arguments'))})", "default"))
        self._begin(f"call {item.get('callId')}")

    def _call_output(self, event: Object) -> None:
        item = _object(event, "item")
        sources = _sources(item)
        name = one_line(item.get("name")) or "a tool"
        gave = Text(f"{name} gave {amount(len(sources), 'source')}", colours.TOOL_CALL)
        took = self._elapsed(f"call {item.get('callId')}")
        self._tree.line(self._depth, gave if took is None else gave.append(f" after {_seconds(took)}", "default"))
        self._list(sources)

    def _answer(self, _: Object) -> None:
        self._tree.line(self._depth, Text("answer", colours.ANSWER))
        self._begin("answer")

    def _delta(self, event: Object) -> None:
        self._answered = True
        self._tree.write(self._depth, str(event.get("delta") or ""))

    def _answer_done(self, _: Object) -> None:
        self._took("answer")

    def _done(self, event: Object) -> None:
        self._depth = 0
        output = event.get("output")
        if output is not None and not self._answered:  # else it has been printed as it arrived
            self._tree.line(0, Text("answer", colours.ANSWER))
            self._tree.write(0, output if isinstance(output, str) else to_json(output, indent=2))
        sources = _sources(event)
        if sources:
            self._tree.line(0, Text("sources", colours.HEADING))
            self._list(sources)
        milliseconds = event.get("duration")
        seconds = milliseconds / 1000 if isinstance(milliseconds, int | float) else self._elapsed("run")
        parts = [f"done in {_seconds(seconds)}" if seconds is not None else "done", _usage(_object(event, "usage"))]
        self._tree.line(0, Text("; ".join(filter(None, parts)), colours.HEADING), last=True)

    def _list(self, sources: list[Object]) -> None:
        for number, source in enumerate(sources, 1):
            self._tree.below(self._depth, format_source(number, source), indent=" " * 4)

    # ── times ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _begin(self, what: str) -> None:
        self._began[what] = self._clock()

    def _elapsed(self, what: str) -> float | None:
        began = self._began.pop(what, None)
        return None if began is None else self._clock() - began

    def _took(self, what: str) -> None:
        """Print the duration of *what*, the node above."""
        took = self._elapsed(what)
        if took is not None:
            self._tree.line(self._depth + 1, Text(_seconds(took), colours.SECONDARY), last=True)


def _object(of: Object, key: str) -> Object:
    value = of.get(key)
    return cast("Object", value) if isinstance(value, Mapping) else {}


def _sources(of: Object) -> list[Object]:
    found: object = _object(of, "metadata").get("sources")
    listed = cast("list[object]", found) if isinstance(found, list) else []
    return [cast("Object", source) for source in listed if isinstance(source, Mapping)]


def _arguments(text: object) -> str:
    """Return the arguments of a call, sent as a JSON object in a string, as keyword arguments."""
    try:
        value: object = json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        value = text
    if isinstance(value, Mapping):
        named = cast("Mapping[str, Any]", value)
        shown = ", ".join(f"{one_line(name)}={to_json(argument)}" for name, argument in named.items())
    else:
        shown = one_line(value)
    return shown if len(shown) <= _MAX_ARGUMENTS else f"{shown[: _MAX_ARGUMENTS - 2]} …"


def _usage(usage: Object) -> str:
    names = {"input_tokens": "in", "output_tokens": "out", "total_tokens": "in total"}
    parts = [f"{usage[key]:,} {name}" for key, name in names.items() if isinstance(usage.get(key), int)]
    return f"tokens: {', '.join(parts)}" if parts else ""


def _seconds(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def _can_print_box_lines() -> bool:
    """Return whether the encoding of stdout has the box-drawing characters."""
    try:
        "".join(_BOX_LINES).encode(sys.stdout.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True

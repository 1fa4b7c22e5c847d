"""`aigpt run --trace`: a run as a tree, each part as it comes: turns, reasoning, tool calls, the answer, what it cost.

Lines are only ever added, never drawn over: so a trace can be piped, scrolled back, and longer than the screen. A part
says on its last line how long it took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any, cast

from rich.text import Text

from aigpt.cli.console import console, source_line
from aigpt.cli.safe_text import one_line, to_json
from aigpt.cli.word_wrap import Folded

_LEAST_ROOM = 20  # columns for what is said, however deep in the tree
_LONGEST_ARGUMENTS = 300
_DRAWN = ("├─ ", "└─ ", "│  ")
_PLAIN = ("+- ", "`- ", "|  ")

Object = Mapping[str, Any]


class Tree:
    """Prints the lines of a tree on stdout, on a terminal folded. A depth of 0 is right below the root."""

    def __init__(self) -> None:
        self._out = console()
        self._branch, self._last, self._pass = _DRAWN if _can_draw() else _PLAIN
        self._open: Folded | None = None

    def line(self, depth: int | None, text: Text, *, last: bool = False) -> None:
        """Print a node; None is the depth of the root."""
        margin = "" if depth is None else self._pass * depth
        mark = "" if depth is None else self._last if last else self._branch
        rest = "" if depth is None else " " * len(mark) if last else self._pass
        self._print(margin + mark, text, margin + rest)

    def below(self, depth: int, text: Text, indent: str = "") -> None:
        """Print what belongs to the node above, which is *depth* deep; its further lines behind *indent*."""
        margin = self._pass * (depth + 1)
        self._print(margin, text, margin + indent)

    def write(self, depth: int, text: str) -> None:
        """Print the next piece of a text that belongs to the node above."""
        if self._open is None:
            margin = self._pass * (depth + 1)
            width = max(self._out.width, len(margin) + _LEAST_ROOM)
            self._open = Folded(sys.stdout, width if self._out.is_terminal else None, margin)
        self._open.write(text)

    def end_text(self) -> None:
        """End the last line of a text, if one is open."""
        if self._open is not None:
            self._open.finish()
            self._open = None

    def _print(self, margin: str, text: Text, further: str) -> None:
        self.end_text()
        folded = [text]
        if self._out.is_terminal:
            folded = list(text.wrap(self._out, max(self._out.width - max(len(margin), len(further)), _LEAST_ROOM)))
        for line in folded:
            line.rstrip()
            self._out.print(Text.assemble((margin, "dim"), line), soft_wrap=True)
            margin = further


class Trace:
    """Prints a run's events as they come. *clock* gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._tree = Tree()
        self._depth = 0
        self._began: dict[str, float] = {}
        self._explained = self._answered = False
        self.begun = False
        self._show: dict[str, Callable[[Object], None]] = {
            "run.start": self._run,
            "run.turn.start": self._turn,
            "run.turn.done": self._turn_done,
            "run.reasoning_item.start": self._reasoning,
            "run.reasoning_summary_part.start": lambda _: None,  # says nothing yet
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
        """Print what *event* says. One of a kind that is not known here is named."""
        if not isinstance(event, Mapping) or "type" not in event:  # such as the chunk that says that the stream broke
            return
        known = cast("Object", event)
        kind = one_line(known["type"])
        self.begun = True
        show = self._show.get(kind)
        if show is None:
            self._tree.line(self._depth, Text(kind, "dim"))
        else:
            show(known)

    def finish(self, *, whole: bool) -> None:
        """End the last line; say so if the run did not come to its end."""
        self._tree.end_text()
        if self.begun and not whole:
            self._tree.line(0, Text("broken off", "red"), last=True)

    # ── event by event ──────────────────────────────────────────────────────────────────────────────────────────

    def _run(self, event: Object) -> None:
        context = _object(event, "context")
        sources: object = context.get("datasources")
        parts = [f"run {one_line(event.get('id'))}".rstrip(), one_line(context.get("quality"))]
        if isinstance(sources, list):
            parts.append(_count(len(cast("list[object]", sources)), "datasource"))
        if context.get("indexed") is False:
            parts.append("still indexing")
        self._tree.line(None, Text(", ".join(filter(None, parts)), "bold"))
        self._begin("run")

    def _turn(self, event: Object) -> None:
        self._tree.line(0, Text(f"turn {one_line(event.get('turn'))}".rstrip(), "bold"))
        self._depth = 1
        self._begin("turn")

    def _turn_done(self, _: Object) -> None:
        self._depth = 0
        self._took("turn")

    def _reasoning(self, _: Object) -> None:
        self._tree.line(self._depth, Text("reasoning", "magenta"))
        self._begin("reasoning")
        self._explained = False

    def _reason(self, event: Object) -> None:
        self._explained = True
        self._tree.below(self._depth, Text(one_line(event.get("text")), "dim"))

    def _reasoning_done(self, event: Object) -> None:
        summary: object = _object(event, "item").get("summary")
        if not self._explained and isinstance(summary, list):  # nothing was said of it before
            for part in cast("list[object]", summary):
                self._reason(cast("Object", part) if isinstance(part, Mapping) else {"text": part})
        self._took("reasoning")

    def _call(self, event: Object) -> None:
        item = _object(event, "item")
        call = Text(one_line(item.get("name")) or "a tool", "cyan")
        self._tree.line(self._depth, call.append(f"({_arguments(item.get('arguments'))})", "default"))
        self._begin(f"call {item.get('callId')}")

    def _call_output(self, event: Object) -> None:
        item = _object(event, "item")
        sources = _sources(item)
        gave = Text(f"{one_line(item.get('name')) or 'a tool'} gave {_count(len(sources), 'source')}", "cyan")
        took = self._elapsed(f"call {item.get('callId')}")
        self._tree.line(self._depth, gave if took is None else gave.append(f" after {_seconds(took)}", "default"))
        self._list(sources)

    def _answer(self, _: Object) -> None:
        self._tree.line(self._depth, Text("answer", "green"))
        self._begin("answer")

    def _delta(self, event: Object) -> None:
        self._answered = True
        self._tree.write(self._depth, str(event.get("delta") or ""))

    def _answer_done(self, _: Object) -> None:
        self._took("answer")

    def _done(self, event: Object) -> None:
        self._depth = 0
        output = event.get("output")
        if output is not None and not self._answered:  # else it was to be seen as it was made
            self._tree.line(0, Text("answer", "green"))
            self._tree.write(0, output if isinstance(output, str) else to_json(output, indent=2))
        sources = _sources(event)
        if sources:
            self._tree.line(0, Text("sources", "bold"))
            self._list(sources)
        milliseconds = event.get("duration")
        seconds = milliseconds / 1000 if isinstance(milliseconds, int | float) else self._elapsed("run")
        parts = [f"done in {_seconds(seconds)}" if seconds is not None else "done", _usage(_object(event, "usage"))]
        self._tree.line(0, Text("; ".join(filter(None, parts)), "bold"), last=True)

    def _list(self, sources: list[Object]) -> None:
        for number, source in enumerate(sources, 1):
            self._tree.below(self._depth, source_line(number, source), indent=" " * 4)

    # ── times ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _begin(self, what: str) -> None:
        self._began[what] = self._clock()

    def _elapsed(self, what: str) -> float | None:
        began = self._began.pop(what, None)
        return None if began is None else self._clock() - began

    def _took(self, what: str) -> None:
        """Print how long *what*, the node above, took."""
        took = self._elapsed(what)
        if took is not None:
            self._tree.line(self._depth + 1, Text(_seconds(took), "dim"), last=True)


def _object(of: Object, key: str) -> Object:
    value = of.get(key)
    return cast("Object", value) if isinstance(value, Mapping) else {}


def _sources(of: Object) -> list[Object]:
    found: object = _object(of, "metadata").get("sources")
    listed = cast("list[object]", found) if isinstance(found, list) else []
    return [cast("Object", source) for source in listed if isinstance(source, Mapping)]


def _arguments(text: object) -> str:
    """Return a call's arguments, which come as the text of a JSON object, as Python would write them."""
    try:
        value: object = json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        value = text
    if isinstance(value, Mapping):
        named = cast("Mapping[str, Any]", value)
        shown = ", ".join(f"{one_line(name)}={to_json(argument)}" for name, argument in named.items())
    else:
        shown = one_line(value)
    return shown if len(shown) <= _LONGEST_ARGUMENTS else f"{shown[: _LONGEST_ARGUMENTS - 2]} …"


def _usage(usage: Object) -> str:
    names = {"input_tokens": "in", "output_tokens": "out", "total_tokens": "in all"}
    parts = [f"{usage[key]:,} {name}" for key, name in names.items() if isinstance(usage.get(key), int)]
    return f"tokens: {', '.join(parts)}" if parts else ""


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _seconds(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def _can_draw() -> bool:
    """Return whether stdout takes the lines that trees are drawn with."""
    try:
        "".join(_DRAWN).encode(sys.stdout.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True

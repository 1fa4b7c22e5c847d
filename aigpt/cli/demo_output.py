"""Where `aigpt demo` performs: code, in colours that suit dark and light terminals, and its output below."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, redirect_stdout
from typing import Any, TextIO, cast

from rich.console import Console
from rich.style import Style
from rich.syntax import ANSISyntaxTheme, Syntax
from rich.text import Text

from aigpt.cli.word_wrap import Folded

_WIDTH = 80
_MARGIN = "  │ "
# From the terminal's own palette, and none of the colours that vanish on white or on black.
_THEME = ANSISyntaxTheme(
    {
        (): Style(),
        ("Comment",): Style(dim=True),
        ("Keyword",): Style(bold=True),
        ("Operator", "Word"): Style(bold=True),
        ("Literal", "String"): Style(color="green"),
        ("Literal", "String", "Doc"): Style(color="cyan"),
        ("Literal", "Number"): Style(color="magenta"),
    }
)


class Stage:
    """Prints the demo to *console*: folded to at most 80 columns on a terminal, whole lines elsewhere."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = min(_WIDTH, console.width) if console.is_terminal else None

    def say(self, text: str) -> None:
        """Print a sentence of the demo's own."""
        self._console.print(Text(text, "bold"), width=self._width)

    def code(self, function: Callable[..., Any]) -> None:
        """Print the source of *function*, between empty lines."""
        syntax = Syntax(inspect.getsource(function).rstrip(), "python", theme=_THEME, background_color="default")
        self._console.print()
        self._console.print(syntax.highlight(syntax.code), end="", soft_wrap=True)
        self._console.print()

    @contextmanager
    def output(self) -> Generator[None]:
        """Show what the block prints with a margin, and folded."""
        folded = Folded(sys.stdout, self._width, _MARGIN)
        with redirect_stdout(cast("TextIO", folded)):
            yield
        folded.finish()
        self._console.print()

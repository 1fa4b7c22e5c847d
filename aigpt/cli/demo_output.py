"""What `aigpt demo` prints: sentences, code with syntax highlighting, and the output of the code."""

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

from aigpt.cli import colours
from aigpt.cli.word_wrap import WordWrapper

_WIDTH = 80
_MARGIN = "  │ "
_THEME = ANSISyntaxTheme(
    {(): Style(), **{tuple(token.split(".")): Style.parse(style) for token, style in colours.CODE.items()}}
)


class DemoPrinter:
    """Prints the demo to *console*: wrapped at 80 columns or less on a terminal, whole lines elsewhere."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = min(_WIDTH, console.width) if console.is_terminal else None

    def say(self, text: str) -> None:
        """Print a sentence of the demo."""
        self._console.print(Text(text, colours.HEADING), width=self._width)

    def code(self, function: Callable[..., Any]) -> None:
        """Print the source of *function*, between empty lines."""
        syntax = Syntax(inspect.getsource(function).rstrip(), "python", theme=_THEME, background_color="default")
        self._console.print()
        self._console.print(syntax.highlight(syntax.code), end="", soft_wrap=True)
        self._console.print()

    @contextmanager
    def output(self) -> Generator[None]:
        """Print what the block prints, wrapped and after a margin."""
        wrapper = WordWrapper(sys.stdout, self._width, _MARGIN)
        with redirect_stdout(cast("TextIO", wrapper)):
            yield
        wrapper.finish()
        self._console.print()

"""The colours and styles of terminal output. All are of the terminal's own palette, none vanish on white or black."""

from __future__ import annotations

HEADING = "bold"
SECONDARY = "dim"
DATE = "cyan"
REASONING = "magenta"
TOOL_CALL = "cyan"
ANSWER = "green"
FAILURE = "red"

CODE = {
    "Comment": "dim",
    "Keyword": "bold",
    "Operator.Word": "bold",
    "Literal.String": "green",
    "Literal.String.Doc": "cyan",
    "Literal.Number": "magenta",
}
"""Styles of the tokens of Python code, by their names in Pygments."""

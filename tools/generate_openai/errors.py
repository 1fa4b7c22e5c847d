"""What stops the generator."""

import ast


class NotUnderstoodError(Exception):
    """Something in the source that no reader knows and no table names."""

    def __init__(self, where: str, node: ast.AST | str) -> None:
        what = node if isinstance(node, str) else ast.unparse(node)
        super().__init__(f"{where}: not understood: {what[:300]}")

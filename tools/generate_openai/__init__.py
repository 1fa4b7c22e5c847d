"""Writes `aigpt/openai/types/` and `aigpt/openai/resources/` from the source of the installed openai package.

`make generate` runs it. The package is read as text (`source`, `read_types`, `read_resources`), never imported; what
was read (`model`) is written again in our own form (`write_types`, `write_resources`, `write_packages`). What is left
out, what is written by hand, and where our own names live is decided in `decisions` alone. No comment, docstring or
message of the source is carried over.
"""

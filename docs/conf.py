"""Configuration of the documentation's site; ``make docs`` builds it to ``site/``."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE / "_ext")]

from aigpt import __version__ as release  # noqa: E402 (the package of this checkout, whatever is installed)

project = "aigpt"
version = release
language = "en"
extensions = ["myst_parser", "public_api", "openai_pages", "commands"]
default_role = "name"  # single backticks in docstrings; see _ext/public_api.py

add_module_names = False
python_maximum_signature_line_length = 88
toc_object_entries_show_parents = "hide"

myst_heading_anchors = 3

html_theme = "furo"
html_title = f"aigpt {release}"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_search_scorer = str(HERE / "_ext" / "scorer.js")
html_show_copyright = False

"""The `aigpt` command; `main` runs it.

Each command has a file: `ask_and_run` (with `run_trace`), `search`, `datasources`, `chat` (with `chat_client`), `bulk`
(with `bulk_progress`, `bulk_signals`), `report`, `serve` (with `serve_settings`, `serve_progress`, `serve_model`),
`mcp`, `doctor` (with `doctor_checks`, `doctor_network`, `doctor_server`, `doctor_findings`) and `demo` (with
`demo_steps`, `demo_output`); `app` lists them. They share `options`, `client` and `openai_client` (made from the
options), `errors` (messages and remedies), `exit_codes`, `console`, `listings`, `colours`, `word_wrap` and
`safe_text`. `entry_point` turns exceptions into exit codes; `completion` answers shells.
"""

from aigpt.cli.entry_point import main

__all__ = ["main"]

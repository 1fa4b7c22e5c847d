"""The HTTP server: its start and end, its routes, who may use it, and the playground page."""

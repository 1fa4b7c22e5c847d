"""Mutated byte streams against the stream decoder and the response path: ``make fuzz SECONDS=3600``.

`shapes` are real bytes, `cases` mutates them, `decoder` and `response` say what must hold, `http_meaning` says what a
server's bytes mean, and `seeds` keeps what once failed, which ``tests/test_fuzz_seeds.py`` replays.
"""

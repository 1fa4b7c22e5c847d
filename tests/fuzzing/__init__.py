"""Mutated bytes against the stream decoder, the response path and the reader of mail: ``make fuzz SECONDS=3600``.

`shapes` and `mail_shapes` are real bytes, `cases` mutates them, `decoder`, `response` and `mail` say what must hold,
`http_meaning` says what a server's bytes mean, and `seeds` keeps what once failed, which
``tests/test_fuzz_seeds.py`` replays.
"""

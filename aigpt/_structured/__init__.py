"""Answers as instances of a type: JSON Schemas, decoding, partial JSON."""

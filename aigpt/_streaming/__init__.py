"""From the bytes of a response to a stream of values. Knows no API."""

"""One call on aiohttp: session, attempts, retries, timeouts, cancellation. Knows no API."""

"""Many calls at once: concurrency, retries, pacing, outcomes."""

"""The iGPT API: clients, routes, replies, streams, and what its statuses, bodies and events mean."""

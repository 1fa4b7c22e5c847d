"""What observes a call, and the OpenTelemetry behind it."""

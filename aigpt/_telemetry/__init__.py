"""What a span is to a call, and the OpenTelemetry behind it."""

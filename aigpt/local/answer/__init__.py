"""From passages to an answer: quoted sentences, or what a language model writes."""

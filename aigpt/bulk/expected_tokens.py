"""What calls under way are likely to use, learned from those that have ended. Pure."""

from __future__ import annotations


class Estimated:
    """A call, as far as it is known before it is sent."""

    __slots__ = ("input_tokens", "model", "output_tokens")

    def __init__(self, model: str, input_tokens: int, output_tokens: int | None) -> None:
        self.model: str = model
        self.input_tokens: int = input_tokens
        """A quarter of the bytes of its texts."""
        self.output_tokens: int | None = output_tokens
        """The most that it allows for; None where it sets no bound."""


class ExpectedTokens:
    """The tokens of calls that have not ended: by their estimates, and by how far those were exceeded before.

    Not the mean but the most of what was seen, so that many calls at once do not exceed a limit together.
    """

    def __init__(self) -> None:
        self._answers = self._ended = 0
        self._input_factor = 1.0
        self._more_input = 0
        self._longest = self._longest_beyond = 0

    def is_known(self, call: Estimated) -> bool:
        """Return whether a call like *call* has ended, so that its tokens are more than a guess."""
        return bool(self._answers if call.output_tokens is None else self._ended)

    def of(self, call: Estimated) -> tuple[float, float]:
        """Return the tokens of the input and the output of *call*."""
        # Templates add to each input, other languages multiply it: the lesser of the two is enough for what was seen.
        given = min(call.input_tokens * self._input_factor, call.input_tokens + self._more_input)
        bound = call.output_tokens
        return given, self._longest if bound is None else max(bound, self._longest_beyond)

    def learn(self, call: Estimated, input_tokens: float, output_tokens: int) -> bool:
        """Note what *call* has used. Return whether more is expected of others than before."""
        before = self._expectations()
        self._answers += 1
        self._input_factor = max(self._input_factor, input_tokens / max(call.input_tokens, 1))
        self._more_input = max(self._more_input, int(input_tokens) - call.input_tokens)
        self._longest = max(self._longest, output_tokens)
        if call.output_tokens is not None and output_tokens > call.output_tokens:  # a server that minds no bound
            self._longest_beyond = max(self._longest_beyond, output_tokens)
        return self._expectations() != before

    def _expectations(self) -> tuple[float, ...]:
        return self._input_factor, self._more_input, self._longest, self._longest_beyond

    def end(self) -> None:
        """Note that a call has ended, answered or not."""
        self._ended += 1

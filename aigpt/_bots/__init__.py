"""The parts of `aigpt.bots`."""

"""An event loop on a thread, and what all blocking clients share."""

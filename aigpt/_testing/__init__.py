"""What stands behind `aigpt.testing`; import from there."""

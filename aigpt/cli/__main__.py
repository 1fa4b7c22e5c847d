"""Run the command line as ``python -m aigpt.cli``."""

from aigpt.cli import main

main()

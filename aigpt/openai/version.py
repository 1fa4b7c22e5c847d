"""The version, as code for openai looks for it."""

from typing import Final

from aigpt._version import __version__

VERSION: Final[str] = __version__

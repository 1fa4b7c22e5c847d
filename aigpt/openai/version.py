"""The version, as code for openai looks for it."""

from aigpt._version import __version__

VERSION = __version__

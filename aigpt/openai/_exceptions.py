"""The exceptions where openai has them: programs import them from here, though the name is private."""

from aigpt.openai._errors import *  # noqa: F403
from aigpt.openai._errors import __all__  # noqa: F401

"""Azure's clients, where openai has them."""

from aigpt.openai._azure import (
    AsyncAzureADTokenProvider,
    AsyncAzureOpenAI,
    AzureADTokenProvider,
    AzureOpenAI,
    MutuallyExclusiveAuthError,
)
from aigpt.openai._azure import AzureClient as BaseAzureClient

__all__ = [
    "AsyncAzureADTokenProvider",
    "AsyncAzureOpenAI",
    "AzureADTokenProvider",
    "AzureOpenAI",
    "BaseAzureClient",
    "MutuallyExclusiveAuthError",
]

"""The module as a client: ``openai.chat.completions.create(…)``, with the options that are set on the module.

It is made when a namespace is first used. When an option of the module changes, calls are sent with the new one; where
that asks for other connections (`http_client`, Azure), another client is made.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._namespaces import NAMES
from aigpt.openai._options import OpenAIOptions
from aigpt.openai._sender import BlockingSender
from aigpt.openai._types import NOT_GIVEN

OPTIONS = (
    "api_key",
    "organization",
    "project",
    "webhook_secret",
    "base_url",
    "timeout",
    "max_retries",
    "default_headers",
    "default_query",
    "http_client",
)
OPTIONS_OF_AZURE = ("api_version", "azure_endpoint", "azure_ad_token", "azure_ad_token_provider")
_ALL_OPTIONS = ("api_type", *OPTIONS, *OPTIONS_OF_AZURE)
_SIGNS_OF_AZURE = ("azure_endpoint", "azure_ad_token", "azure_ad_token_provider")
_VARIABLES_OF_AZURE = ("AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_AD_TOKEN", "AZURE_OPENAI_API_KEY")


class _Kind(NamedTuple):
    """What a client cannot change."""

    is_azure: bool
    http_client: object


class ModuleClients:
    """Has the client that fits the options of a module."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options = options
        self._lock = threading.Lock()
        self._environment: Mapping[str, str] | None = None
        self._client: ModuleClient | None = None
        self._kind: _Kind | None = None
        self._seen: list[object] | None = None

    def current(self) -> ModuleClient:
        """Return the client, with the options of this moment. Raises ConfigurationError where they do not fit."""
        options = self._options
        now = [options.get(name, NOT_GIVEN if name == "timeout" else None) for name in _ALL_OPTIONS]
        client = self._client
        if client is None or now != self._seen:
            with self._lock:
                client = self._client = self._fitting(dict(zip(_ALL_OPTIONS, now, strict=True)))
                # Copies, since mappings may be changed in place.
                self._seen = [dict(cast("Any", one)) if isinstance(one, Mapping) else one for one in now]
        return client

    def reset(self) -> None:
        """Forget the client and what it took from the environment. Calls under way go on."""
        with self._lock:
            self._client = self._environment = self._seen = None

    def _fitting(self, given: dict[str, Any]) -> ModuleClient:
        """Return the client with the options *given*: the one there is, or another one."""
        if self._environment is None:
            self._environment = dict(os.environ)
        try:
            kind = _Kind(_is_azure(given, self._environment), given["http_client"])
            names = (*OPTIONS, *OPTIONS_OF_AZURE) if kind.is_azure else OPTIONS
            options = {name: given[name] for name in names if given[name] is not None or name == "timeout"}
            client = self._client
            if client is not None and kind == self._kind:
                client.take(options, self._environment)
            else:
                client = _class_of(kind)(self, options, self._environment)
        except ConfigurationError as exc:
            exc.add_note("The options of the module's client are attributes of the module: aigpt.openai.api_key = …")
            raise
        self._kind = kind
        return client


def _is_azure(given: Mapping[str, Any], environment: Mapping[str, str]) -> bool:
    kind = given["api_type"] or environment.get("OPENAI_API_TYPE")
    if kind is not None:
        if kind not in {"openai", "azure"}:
            raise ConfigurationError("api_type (or $OPENAI_API_TYPE) must be 'openai' or 'azure'")
        return kind == "azure"
    found = [name for name in _SIGNS_OF_AZURE if given[name] is not None]
    found += [name for name in _VARIABLES_OF_AZURE if name in environment]
    if found and "OPENAI_API_KEY" in environment:
        raise ConfigurationError(
            f"both OPENAI_API_KEY and {found[0]} are set: set api_type (or $OPENAI_API_TYPE) to 'openai' or 'azure'"
        )
    return bool(found)


class ModuleSender(BlockingSender):
    """Sends calls with the options that the module has when they are made."""

    def __init__(self, clients: ModuleClients, sender: BlockingSender) -> None:
        super().__init__(sender.options, sender.transport, sender.running_portal)
        self._clients = clients

    @property
    def options(self) -> OpenAIOptions:
        """What calls are sent with: the options of the module now, or the last ones before it got another client."""
        self._clients.current()
        return self._options


class ModuleClient(OpenAI):
    """The client of the module."""

    def __init__(self, clients: ModuleClients, options: Mapping[str, Any], environment: Mapping[str, str]) -> None:
        self._clients = clients
        self._begin(options, environment)

    def _set_up(self, options: OpenAIOptions) -> None:
        super()._set_up(options)
        self._sender = ModuleSender(self._clients, cast("BlockingSender", self._sender))

    def take(self, options: Mapping[str, Any], environment: Mapping[str, str]) -> None:
        """Send with other *options* from now on. Raises ConfigurationError."""
        settings, _ = self._settings_of(options)
        self._sender.change(self._make_options(settings, environment))


def _class_of(kind: _Kind) -> type[ModuleClient]:
    if not kind.is_azure:
        return ModuleClient
    from aigpt.openai._azure import AzureOpenAI  # noqa: PLC0415 (few need it)

    class AzureModuleClient(ModuleClient, AzureOpenAI):
        """The client of a module that is set up for Azure."""

    return AzureModuleClient


class ModuleNamespace:
    """A namespace of the module's client, looked up each time it is used."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # asked for by what looks at everything there is, and has no key
        return getattr(getattr(CLIENTS.current(), self._name), name)

    def __repr__(self) -> str:
        return f"<aigpt.openai.{self._name}>"


CLIENTS = ModuleClients(vars(sys.modules[__name__.rpartition(".")[0]]))


def __getattr__(name: str) -> ModuleNamespace:
    if name not in NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return ModuleNamespace(name)

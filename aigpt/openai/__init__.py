"""The OpenAI protocol: clients for OpenAI, SeekGPT, Azure and every compatible server, on aigpt's transport.

Not affiliated with OpenAI. Change ``from openai import AsyncOpenAI`` into ``from aigpt.openai import AsyncOpenAI``.

Behind it: `_client` and `_blocking_client` (options, views), `resources` and `types` (generated: one method for each
route, one class for each object), `_call` (prepares a call), `_sender` (sends it), `_protocol` (what a status and a
body mean), `_stream_protocols` (where a stream ends), `_models` (objects), `pagination`, `_files`, `_raw_response`,
`_streamed_response`, `_errors`, `_options`. Names are imported on first use.
"""

from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._client import AsyncOpenAI
from aigpt.openai._errors import *
from aigpt.openai._types import NOT_GIVEN, Timeout, not_given, omit

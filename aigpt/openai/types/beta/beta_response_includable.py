# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, TypeAlias

from aigpt.openai._type_modules import postpone

__all__ = ["BetaResponseIncludable"]

BetaResponseIncludable: TypeAlias = """
Literal['file_search_call.results', 'web_search_call.results', 'web_search_call.action.sources',
'message.input_image.image_url', 'computer_call_output.output.image_url',
'code_interpreter_call.outputs', 'reasoning.encrypted_content', 'message.output_text.logprobs']
"""
postpone(__name__, aliases={"BetaResponseIncludable": {}})

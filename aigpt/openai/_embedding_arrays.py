"""What embeddings asked for with ``encoding_format="numpy"`` are to type checkers: rows of an array in place of lists.

At run time they are of the classes that these derive from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from aigpt.openai.types.create_embedding_response import CreateEmbeddingResponse
    from aigpt.openai.types.embedding import Embedding

    class EmbeddingArray(Embedding):
        """An embedding as a row of an array that cannot be changed."""

        embedding: NDArray[np.float32]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]

    class CreateEmbeddingArraysResponse(CreateEmbeddingResponse):
        """Embeddings as the rows of one array."""

        data: list[EmbeddingArray]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]

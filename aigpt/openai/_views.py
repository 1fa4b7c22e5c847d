"""The namespaces of a client whose methods return raw or open responses. What they are is the resources' own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aigpt.openai.resources.audio.audio import (
        AsyncAudioWithRawResponse,
        AsyncAudioWithStreamingResponse,
        AudioWithRawResponse,
        AudioWithStreamingResponse,
    )
    from aigpt.openai.resources.batches import (
        AsyncBatchesWithRawResponse,
        AsyncBatchesWithStreamingResponse,
        BatchesWithRawResponse,
        BatchesWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.beta import (
        AsyncBetaWithRawResponse,
        AsyncBetaWithStreamingResponse,
        BetaWithRawResponse,
        BetaWithStreamingResponse,
    )
    from aigpt.openai.resources.chat.chat import (
        AsyncChatWithRawResponse,
        AsyncChatWithStreamingResponse,
        ChatWithRawResponse,
        ChatWithStreamingResponse,
    )
    from aigpt.openai.resources.completions import (
        AsyncCompletionsWithRawResponse,
        AsyncCompletionsWithStreamingResponse,
        CompletionsWithRawResponse,
        CompletionsWithStreamingResponse,
    )
    from aigpt.openai.resources.containers.containers import (
        AsyncContainersWithRawResponse,
        AsyncContainersWithStreamingResponse,
        ContainersWithRawResponse,
        ContainersWithStreamingResponse,
    )
    from aigpt.openai.resources.content_provenance_checks import (
        AsyncContentProvenanceChecksWithRawResponse,
        AsyncContentProvenanceChecksWithStreamingResponse,
        ContentProvenanceChecksWithRawResponse,
        ContentProvenanceChecksWithStreamingResponse,
    )
    from aigpt.openai.resources.conversations.conversations import (
        AsyncConversationsWithRawResponse,
        AsyncConversationsWithStreamingResponse,
        ConversationsWithRawResponse,
        ConversationsWithStreamingResponse,
    )
    from aigpt.openai.resources.decisions import (
        AsyncDecisionsWithRawResponse,
        AsyncDecisionsWithStreamingResponse,
        DecisionsWithRawResponse,
        DecisionsWithStreamingResponse,
    )
    from aigpt.openai.resources.embeddings import (
        AsyncEmbeddingsWithRawResponse,
        AsyncEmbeddingsWithStreamingResponse,
        EmbeddingsWithRawResponse,
        EmbeddingsWithStreamingResponse,
    )
    from aigpt.openai.resources.evals.evals import (
        AsyncEvalsWithRawResponse,
        AsyncEvalsWithStreamingResponse,
        EvalsWithRawResponse,
        EvalsWithStreamingResponse,
    )
    from aigpt.openai.resources.files import (
        AsyncFilesWithRawResponse,
        AsyncFilesWithStreamingResponse,
        FilesWithRawResponse,
        FilesWithStreamingResponse,
    )
    from aigpt.openai.resources.fine_tuning.fine_tuning import (
        AsyncFineTuningWithRawResponse,
        AsyncFineTuningWithStreamingResponse,
        FineTuningWithRawResponse,
        FineTuningWithStreamingResponse,
    )
    from aigpt.openai.resources.images import (
        AsyncImagesWithRawResponse,
        AsyncImagesWithStreamingResponse,
        ImagesWithRawResponse,
        ImagesWithStreamingResponse,
    )
    from aigpt.openai.resources.models import (
        AsyncModelsWithRawResponse,
        AsyncModelsWithStreamingResponse,
        ModelsWithRawResponse,
        ModelsWithStreamingResponse,
    )
    from aigpt.openai.resources.moderations import (
        AsyncModerationsWithRawResponse,
        AsyncModerationsWithStreamingResponse,
        ModerationsWithRawResponse,
        ModerationsWithStreamingResponse,
    )
    from aigpt.openai.resources.realtime.realtime import (
        AsyncRealtimeWithRawResponse,
        AsyncRealtimeWithStreamingResponse,
        RealtimeWithRawResponse,
        RealtimeWithStreamingResponse,
    )
    from aigpt.openai.resources.responses.responses import (
        AsyncResponsesWithRawResponse,
        AsyncResponsesWithStreamingResponse,
        ResponsesWithRawResponse,
        ResponsesWithStreamingResponse,
    )
    from aigpt.openai.resources.safety.safety import (
        AsyncSafetyWithRawResponse,
        AsyncSafetyWithStreamingResponse,
        SafetyWithRawResponse,
        SafetyWithStreamingResponse,
    )
    from aigpt.openai.resources.skills.skills import (
        AsyncSkillsWithRawResponse,
        AsyncSkillsWithStreamingResponse,
        SkillsWithRawResponse,
        SkillsWithStreamingResponse,
    )
    from aigpt.openai.resources.uploads.uploads import (
        AsyncUploadsWithRawResponse,
        AsyncUploadsWithStreamingResponse,
        UploadsWithRawResponse,
        UploadsWithStreamingResponse,
    )
    from aigpt.openai.resources.vector_stores.vector_stores import (
        AsyncVectorStoresWithRawResponse,
        AsyncVectorStoresWithStreamingResponse,
        VectorStoresWithRawResponse,
        VectorStoresWithStreamingResponse,
    )
    from aigpt.openai.resources.videos import (
        AsyncVideosWithRawResponse,
        AsyncVideosWithStreamingResponse,
        VideosWithRawResponse,
        VideosWithStreamingResponse,
    )
    from aigpt.openai.resources.webhooks.webhooks import (
        AsyncWebhooksWithRawResponse,
        AsyncWebhooksWithStreamingResponse,
        WebhooksWithRawResponse,
        WebhooksWithStreamingResponse,
    )


class AsyncRawClient:
    """The namespaces of a client, with methods that return raw responses."""

    def __init__(self, client: object) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name).with_raw_response

    if TYPE_CHECKING:
        chat: AsyncChatWithRawResponse
        completions: AsyncCompletionsWithRawResponse
        responses: AsyncResponsesWithRawResponse
        conversations: AsyncConversationsWithRawResponse
        embeddings: AsyncEmbeddingsWithRawResponse
        models: AsyncModelsWithRawResponse
        moderations: AsyncModerationsWithRawResponse
        files: AsyncFilesWithRawResponse
        uploads: AsyncUploadsWithRawResponse
        images: AsyncImagesWithRawResponse
        audio: AsyncAudioWithRawResponse
        videos: AsyncVideosWithRawResponse
        batches: AsyncBatchesWithRawResponse
        fine_tuning: AsyncFineTuningWithRawResponse
        vector_stores: AsyncVectorStoresWithRawResponse
        containers: AsyncContainersWithRawResponse
        evals: AsyncEvalsWithRawResponse
        skills: AsyncSkillsWithRawResponse
        webhooks: AsyncWebhooksWithRawResponse
        realtime: AsyncRealtimeWithRawResponse
        safety: AsyncSafetyWithRawResponse
        decisions: AsyncDecisionsWithRawResponse
        content_provenance_checks: AsyncContentProvenanceChecksWithRawResponse
        beta: AsyncBetaWithRawResponse


class AsyncStreamedClient:
    """The namespaces of a client, with methods that return open responses."""

    def __init__(self, client: object) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name).with_streaming_response

    if TYPE_CHECKING:
        chat: AsyncChatWithStreamingResponse
        completions: AsyncCompletionsWithStreamingResponse
        responses: AsyncResponsesWithStreamingResponse
        conversations: AsyncConversationsWithStreamingResponse
        embeddings: AsyncEmbeddingsWithStreamingResponse
        models: AsyncModelsWithStreamingResponse
        moderations: AsyncModerationsWithStreamingResponse
        files: AsyncFilesWithStreamingResponse
        uploads: AsyncUploadsWithStreamingResponse
        images: AsyncImagesWithStreamingResponse
        audio: AsyncAudioWithStreamingResponse
        videos: AsyncVideosWithStreamingResponse
        batches: AsyncBatchesWithStreamingResponse
        fine_tuning: AsyncFineTuningWithStreamingResponse
        vector_stores: AsyncVectorStoresWithStreamingResponse
        containers: AsyncContainersWithStreamingResponse
        evals: AsyncEvalsWithStreamingResponse
        skills: AsyncSkillsWithStreamingResponse
        webhooks: AsyncWebhooksWithStreamingResponse
        realtime: AsyncRealtimeWithStreamingResponse
        safety: AsyncSafetyWithStreamingResponse
        decisions: AsyncDecisionsWithStreamingResponse
        content_provenance_checks: AsyncContentProvenanceChecksWithStreamingResponse
        beta: AsyncBetaWithStreamingResponse


class RawClient:
    """The namespaces of a client, with methods that return raw responses."""

    def __init__(self, client: object) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name).with_raw_response

    if TYPE_CHECKING:
        chat: ChatWithRawResponse
        completions: CompletionsWithRawResponse
        responses: ResponsesWithRawResponse
        conversations: ConversationsWithRawResponse
        embeddings: EmbeddingsWithRawResponse
        models: ModelsWithRawResponse
        moderations: ModerationsWithRawResponse
        files: FilesWithRawResponse
        uploads: UploadsWithRawResponse
        images: ImagesWithRawResponse
        audio: AudioWithRawResponse
        videos: VideosWithRawResponse
        batches: BatchesWithRawResponse
        fine_tuning: FineTuningWithRawResponse
        vector_stores: VectorStoresWithRawResponse
        containers: ContainersWithRawResponse
        evals: EvalsWithRawResponse
        skills: SkillsWithRawResponse
        webhooks: WebhooksWithRawResponse
        realtime: RealtimeWithRawResponse
        safety: SafetyWithRawResponse
        decisions: DecisionsWithRawResponse
        content_provenance_checks: ContentProvenanceChecksWithRawResponse
        beta: BetaWithRawResponse


class StreamedClient:
    """The namespaces of a client, with methods that return open responses."""

    def __init__(self, client: object) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name).with_streaming_response

    if TYPE_CHECKING:
        chat: ChatWithStreamingResponse
        completions: CompletionsWithStreamingResponse
        responses: ResponsesWithStreamingResponse
        conversations: ConversationsWithStreamingResponse
        embeddings: EmbeddingsWithStreamingResponse
        models: ModelsWithStreamingResponse
        moderations: ModerationsWithStreamingResponse
        files: FilesWithStreamingResponse
        uploads: UploadsWithStreamingResponse
        images: ImagesWithStreamingResponse
        audio: AudioWithStreamingResponse
        videos: VideosWithStreamingResponse
        batches: BatchesWithStreamingResponse
        fine_tuning: FineTuningWithStreamingResponse
        vector_stores: VectorStoresWithStreamingResponse
        containers: ContainersWithStreamingResponse
        evals: EvalsWithStreamingResponse
        skills: SkillsWithStreamingResponse
        webhooks: WebhooksWithStreamingResponse
        realtime: RealtimeWithStreamingResponse
        safety: SafetyWithStreamingResponse
        decisions: DecisionsWithStreamingResponse
        content_provenance_checks: ContentProvenanceChecksWithStreamingResponse
        beta: BetaWithStreamingResponse

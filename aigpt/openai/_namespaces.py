"""The namespaces of the clients, each imported when it is first touched."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aigpt.openai.resources.audio.audio import AsyncAudio, Audio
    from aigpt.openai.resources.batches import AsyncBatches, Batches
    from aigpt.openai.resources.beta.beta import AsyncBeta, Beta
    from aigpt.openai.resources.chat.chat import AsyncChat, Chat
    from aigpt.openai.resources.completions import AsyncCompletions, Completions
    from aigpt.openai.resources.containers.containers import AsyncContainers, Containers
    from aigpt.openai.resources.content_provenance_checks import AsyncContentProvenanceChecks, ContentProvenanceChecks
    from aigpt.openai.resources.conversations.conversations import AsyncConversations, Conversations
    from aigpt.openai.resources.decisions import AsyncDecisions, Decisions
    from aigpt.openai.resources.embeddings import AsyncEmbeddings, Embeddings
    from aigpt.openai.resources.evals.evals import AsyncEvals, Evals
    from aigpt.openai.resources.files import AsyncFiles, Files
    from aigpt.openai.resources.fine_tuning.fine_tuning import AsyncFineTuning, FineTuning
    from aigpt.openai.resources.images import AsyncImages, Images
    from aigpt.openai.resources.models import AsyncModels, Models
    from aigpt.openai.resources.moderations import AsyncModerations, Moderations
    from aigpt.openai.resources.realtime.realtime import AsyncRealtime, Realtime
    from aigpt.openai.resources.responses.responses import AsyncResponses, Responses
    from aigpt.openai.resources.safety.safety import AsyncSafety, Safety
    from aigpt.openai.resources.skills.skills import AsyncSkills, Skills
    from aigpt.openai.resources.uploads.uploads import AsyncUploads, Uploads
    from aigpt.openai.resources.vector_stores.vector_stores import AsyncVectorStores, VectorStores
    from aigpt.openai.resources.videos import AsyncVideos, Videos
    from aigpt.openai.resources.webhooks.webhooks import AsyncWebhooks, Webhooks

NAMES = (
    "chat",
    "completions",
    "responses",
    "conversations",
    "embeddings",
    "models",
    "moderations",
    "files",
    "uploads",
    "images",
    "audio",
    "videos",
    "batches",
    "fine_tuning",
    "vector_stores",
    "containers",
    "evals",
    "skills",
    "webhooks",
    "realtime",
    "safety",
    "decisions",
    "content_provenance_checks",
    "beta",
)
"""The names of all namespaces."""


class AsyncNamespaces:
    """The namespaces of an async client."""

    @cached_property
    def chat(self) -> AsyncChat:
        """Chat completions."""
        from aigpt.openai.resources.chat.chat import AsyncChat  # noqa: PLC0415 (on first touch)

        return AsyncChat(self)

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Text completions."""
        from aigpt.openai.resources.completions import AsyncCompletions  # noqa: PLC0415 (on first touch)

        return AsyncCompletions(self)

    @cached_property
    def responses(self) -> AsyncResponses:
        """Responses: answers with tools and state."""
        from aigpt.openai.resources.responses.responses import AsyncResponses  # noqa: PLC0415 (on first touch)

        return AsyncResponses(self)

    @cached_property
    def conversations(self) -> AsyncConversations:
        """Conversations: the state of responses."""
        from aigpt.openai.resources.conversations.conversations import AsyncConversations  # noqa: PLC0415 (on first touch)

        return AsyncConversations(self)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """Embeddings."""
        from aigpt.openai.resources.embeddings import AsyncEmbeddings  # noqa: PLC0415 (on first touch)

        return AsyncEmbeddings(self)

    @cached_property
    def models(self) -> AsyncModels:
        """Models."""
        from aigpt.openai.resources.models import AsyncModels  # noqa: PLC0415 (on first touch)

        return AsyncModels(self)

    @cached_property
    def moderations(self) -> AsyncModerations:
        """Moderations."""
        from aigpt.openai.resources.moderations import AsyncModerations  # noqa: PLC0415 (on first touch)

        return AsyncModerations(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """Files."""
        from aigpt.openai.resources.files import AsyncFiles  # noqa: PLC0415 (on first touch)

        return AsyncFiles(self)

    @cached_property
    def uploads(self) -> AsyncUploads:
        """Uploads of large files in parts."""
        from aigpt.openai.resources.uploads.uploads import AsyncUploads  # noqa: PLC0415 (on first touch)

        return AsyncUploads(self)

    @cached_property
    def images(self) -> AsyncImages:
        """Images."""
        from aigpt.openai.resources.images import AsyncImages  # noqa: PLC0415 (on first touch)

        return AsyncImages(self)

    @cached_property
    def audio(self) -> AsyncAudio:
        """Speech, transcriptions and translations."""
        from aigpt.openai.resources.audio.audio import AsyncAudio  # noqa: PLC0415 (on first touch)

        return AsyncAudio(self)

    @cached_property
    def videos(self) -> AsyncVideos:
        """Videos."""
        from aigpt.openai.resources.videos import AsyncVideos  # noqa: PLC0415 (on first touch)

        return AsyncVideos(self)

    @cached_property
    def batches(self) -> AsyncBatches:
        """Batches."""
        from aigpt.openai.resources.batches import AsyncBatches  # noqa: PLC0415 (on first touch)

        return AsyncBatches(self)

    @cached_property
    def fine_tuning(self) -> AsyncFineTuning:
        """Fine-tuning."""
        from aigpt.openai.resources.fine_tuning.fine_tuning import AsyncFineTuning  # noqa: PLC0415 (on first touch)

        return AsyncFineTuning(self)

    @cached_property
    def vector_stores(self) -> AsyncVectorStores:
        """Vector stores."""
        from aigpt.openai.resources.vector_stores.vector_stores import AsyncVectorStores  # noqa: PLC0415 (on first touch)

        return AsyncVectorStores(self)

    @cached_property
    def containers(self) -> AsyncContainers:
        """Containers."""
        from aigpt.openai.resources.containers.containers import AsyncContainers  # noqa: PLC0415 (on first touch)

        return AsyncContainers(self)

    @cached_property
    def evals(self) -> AsyncEvals:
        """Evaluations."""
        from aigpt.openai.resources.evals.evals import AsyncEvals  # noqa: PLC0415 (on first touch)

        return AsyncEvals(self)

    @cached_property
    def skills(self) -> AsyncSkills:
        """Skills."""
        from aigpt.openai.resources.skills.skills import AsyncSkills  # noqa: PLC0415 (on first touch)

        return AsyncSkills(self)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """Webhooks."""
        from aigpt.openai.resources.webhooks.webhooks import AsyncWebhooks  # noqa: PLC0415 (on first touch)

        return AsyncWebhooks(self)

    @cached_property
    def realtime(self) -> AsyncRealtime:
        """Realtime sessions."""
        from aigpt.openai.resources.realtime.realtime import AsyncRealtime  # noqa: PLC0415 (on first touch)

        return AsyncRealtime(self)

    @cached_property
    def safety(self) -> AsyncSafety:
        """Safety."""
        from aigpt.openai.resources.safety.safety import AsyncSafety  # noqa: PLC0415 (on first touch)

        return AsyncSafety(self)

    @cached_property
    def decisions(self) -> AsyncDecisions:
        """Decisions."""
        from aigpt.openai.resources.decisions import AsyncDecisions  # noqa: PLC0415 (on first touch)

        return AsyncDecisions(self)

    @cached_property
    def content_provenance_checks(self) -> AsyncContentProvenanceChecks:
        """Checks of where content comes from."""
        from aigpt.openai.resources.content_provenance_checks import AsyncContentProvenanceChecks  # noqa: PLC0415 (on first touch)

        return AsyncContentProvenanceChecks(self)

    @cached_property
    def beta(self) -> AsyncBeta:
        """Assistants, threads and ChatKit."""
        from aigpt.openai.resources.beta.beta import AsyncBeta  # noqa: PLC0415 (on first touch)

        return AsyncBeta(self)


class Namespaces:
    """The namespaces of a blocking client."""

    @cached_property
    def chat(self) -> Chat:
        """Chat completions."""
        from aigpt.openai.resources.chat.chat import Chat  # noqa: PLC0415 (on first touch)

        return Chat(self)

    @cached_property
    def completions(self) -> Completions:
        """Text completions."""
        from aigpt.openai.resources.completions import Completions  # noqa: PLC0415 (on first touch)

        return Completions(self)

    @cached_property
    def responses(self) -> Responses:
        """Responses: answers with tools and state."""
        from aigpt.openai.resources.responses.responses import Responses  # noqa: PLC0415 (on first touch)

        return Responses(self)

    @cached_property
    def conversations(self) -> Conversations:
        """Conversations: the state of responses."""
        from aigpt.openai.resources.conversations.conversations import Conversations  # noqa: PLC0415 (on first touch)

        return Conversations(self)

    @cached_property
    def embeddings(self) -> Embeddings:
        """Embeddings."""
        from aigpt.openai.resources.embeddings import Embeddings  # noqa: PLC0415 (on first touch)

        return Embeddings(self)

    @cached_property
    def models(self) -> Models:
        """Models."""
        from aigpt.openai.resources.models import Models  # noqa: PLC0415 (on first touch)

        return Models(self)

    @cached_property
    def moderations(self) -> Moderations:
        """Moderations."""
        from aigpt.openai.resources.moderations import Moderations  # noqa: PLC0415 (on first touch)

        return Moderations(self)

    @cached_property
    def files(self) -> Files:
        """Files."""
        from aigpt.openai.resources.files import Files  # noqa: PLC0415 (on first touch)

        return Files(self)

    @cached_property
    def uploads(self) -> Uploads:
        """Uploads of large files in parts."""
        from aigpt.openai.resources.uploads.uploads import Uploads  # noqa: PLC0415 (on first touch)

        return Uploads(self)

    @cached_property
    def images(self) -> Images:
        """Images."""
        from aigpt.openai.resources.images import Images  # noqa: PLC0415 (on first touch)

        return Images(self)

    @cached_property
    def audio(self) -> Audio:
        """Speech, transcriptions and translations."""
        from aigpt.openai.resources.audio.audio import Audio  # noqa: PLC0415 (on first touch)

        return Audio(self)

    @cached_property
    def videos(self) -> Videos:
        """Videos."""
        from aigpt.openai.resources.videos import Videos  # noqa: PLC0415 (on first touch)

        return Videos(self)

    @cached_property
    def batches(self) -> Batches:
        """Batches."""
        from aigpt.openai.resources.batches import Batches  # noqa: PLC0415 (on first touch)

        return Batches(self)

    @cached_property
    def fine_tuning(self) -> FineTuning:
        """Fine-tuning."""
        from aigpt.openai.resources.fine_tuning.fine_tuning import FineTuning  # noqa: PLC0415 (on first touch)

        return FineTuning(self)

    @cached_property
    def vector_stores(self) -> VectorStores:
        """Vector stores."""
        from aigpt.openai.resources.vector_stores.vector_stores import VectorStores  # noqa: PLC0415 (on first touch)

        return VectorStores(self)

    @cached_property
    def containers(self) -> Containers:
        """Containers."""
        from aigpt.openai.resources.containers.containers import Containers  # noqa: PLC0415 (on first touch)

        return Containers(self)

    @cached_property
    def evals(self) -> Evals:
        """Evaluations."""
        from aigpt.openai.resources.evals.evals import Evals  # noqa: PLC0415 (on first touch)

        return Evals(self)

    @cached_property
    def skills(self) -> Skills:
        """Skills."""
        from aigpt.openai.resources.skills.skills import Skills  # noqa: PLC0415 (on first touch)

        return Skills(self)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Webhooks."""
        from aigpt.openai.resources.webhooks.webhooks import Webhooks  # noqa: PLC0415 (on first touch)

        return Webhooks(self)

    @cached_property
    def realtime(self) -> Realtime:
        """Realtime sessions."""
        from aigpt.openai.resources.realtime.realtime import Realtime  # noqa: PLC0415 (on first touch)

        return Realtime(self)

    @cached_property
    def safety(self) -> Safety:
        """Safety."""
        from aigpt.openai.resources.safety.safety import Safety  # noqa: PLC0415 (on first touch)

        return Safety(self)

    @cached_property
    def decisions(self) -> Decisions:
        """Decisions."""
        from aigpt.openai.resources.decisions import Decisions  # noqa: PLC0415 (on first touch)

        return Decisions(self)

    @cached_property
    def content_provenance_checks(self) -> ContentProvenanceChecks:
        """Checks of where content comes from."""
        from aigpt.openai.resources.content_provenance_checks import ContentProvenanceChecks  # noqa: PLC0415 (on first touch)

        return ContentProvenanceChecks(self)

    @cached_property
    def beta(self) -> Beta:
        """Assistants, threads and ChatKit."""
        from aigpt.openai.resources.beta.beta import Beta  # noqa: PLC0415 (on first touch)

        return Beta(self)

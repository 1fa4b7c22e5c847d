# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.webhooks.agent_environment_expired_webhook_event import AgentEnvironmentExpiredWebhookEvent
    from aigpt.openai.types.webhooks.agent_environment_failed_webhook_event import AgentEnvironmentFailedWebhookEvent
    from aigpt.openai.types.webhooks.agent_environment_ready_webhook_event import AgentEnvironmentReadyWebhookEvent
    from aigpt.openai.types.webhooks.agent_environment_suspended_webhook_event import (
        AgentEnvironmentSuspendedWebhookEvent,
    )
    from aigpt.openai.types.webhooks.agent_session_action_required_webhook_event import (
        AgentSessionActionRequiredWebhookEvent,
    )
    from aigpt.openai.types.webhooks.agent_session_created_webhook_event import AgentSessionCreatedWebhookEvent
    from aigpt.openai.types.webhooks.agent_session_failed_webhook_event import AgentSessionFailedWebhookEvent
    from aigpt.openai.types.webhooks.agent_session_idle_webhook_event import AgentSessionIdleWebhookEvent
    from aigpt.openai.types.webhooks.agent_session_in_progress_webhook_event import AgentSessionInProgressWebhookEvent
    from aigpt.openai.types.webhooks.batch_cancelled_webhook_event import BatchCancelledWebhookEvent
    from aigpt.openai.types.webhooks.batch_completed_webhook_event import BatchCompletedWebhookEvent
    from aigpt.openai.types.webhooks.batch_expired_webhook_event import BatchExpiredWebhookEvent
    from aigpt.openai.types.webhooks.batch_failed_webhook_event import BatchFailedWebhookEvent
    from aigpt.openai.types.webhooks.eval_run_canceled_webhook_event import EvalRunCanceledWebhookEvent
    from aigpt.openai.types.webhooks.eval_run_failed_webhook_event import EvalRunFailedWebhookEvent
    from aigpt.openai.types.webhooks.eval_run_succeeded_webhook_event import EvalRunSucceededWebhookEvent
    from aigpt.openai.types.webhooks.fine_tuning_job_cancelled_webhook_event import FineTuningJobCancelledWebhookEvent
    from aigpt.openai.types.webhooks.fine_tuning_job_failed_webhook_event import FineTuningJobFailedWebhookEvent
    from aigpt.openai.types.webhooks.fine_tuning_job_succeeded_webhook_event import FineTuningJobSucceededWebhookEvent
    from aigpt.openai.types.webhooks.live_call_incoming_webhook_event import LiveCallIncomingWebhookEvent
    from aigpt.openai.types.webhooks.live_transport_connected_webhook_event import LiveTransportConnectedWebhookEvent
    from aigpt.openai.types.webhooks.live_transport_incoming_webhook_event import LiveTransportIncomingWebhookEvent
    from aigpt.openai.types.webhooks.realtime_call_incoming_webhook_event import RealtimeCallIncomingWebhookEvent
    from aigpt.openai.types.webhooks.response_cancelled_webhook_event import ResponseCancelledWebhookEvent
    from aigpt.openai.types.webhooks.response_completed_webhook_event import ResponseCompletedWebhookEvent
    from aigpt.openai.types.webhooks.response_failed_webhook_event import ResponseFailedWebhookEvent
    from aigpt.openai.types.webhooks.response_incomplete_webhook_event import ResponseIncompleteWebhookEvent
    from aigpt.openai.types.webhooks.safety_alert_created_webhook_event import SafetyAlertCreatedWebhookEvent
    from aigpt.openai.types.webhooks.safety_deactivation_issued_webhook_event import (
        SafetyDeactivationIssuedWebhookEvent,
    )
    from aigpt.openai.types.webhooks.safety_org_alert_created_webhook_event import SafetyOrgAlertCreatedWebhookEvent
    from aigpt.openai.types.webhooks.safety_warning_issued_webhook_event import SafetyWarningIssuedWebhookEvent

__all__ = ["UnwrapWebhookEvent"]

UnwrapWebhookEvent: TypeAlias = """
Annotated[Union[AgentEnvironmentExpiredWebhookEvent, AgentEnvironmentFailedWebhookEvent,
AgentEnvironmentReadyWebhookEvent, AgentEnvironmentSuspendedWebhookEvent,
AgentSessionActionRequiredWebhookEvent, AgentSessionCreatedWebhookEvent,
AgentSessionFailedWebhookEvent, AgentSessionIdleWebhookEvent, AgentSessionInProgressWebhookEvent,
BatchCancelledWebhookEvent, BatchCompletedWebhookEvent, BatchExpiredWebhookEvent,
BatchFailedWebhookEvent, EvalRunCanceledWebhookEvent, EvalRunFailedWebhookEvent,
EvalRunSucceededWebhookEvent, FineTuningJobCancelledWebhookEvent, FineTuningJobFailedWebhookEvent,
FineTuningJobSucceededWebhookEvent, LiveCallIncomingWebhookEvent,
LiveTransportConnectedWebhookEvent, LiveTransportIncomingWebhookEvent,
RealtimeCallIncomingWebhookEvent, ResponseCancelledWebhookEvent, ResponseCompletedWebhookEvent,
ResponseFailedWebhookEvent, ResponseIncompleteWebhookEvent, SafetyAlertCreatedWebhookEvent,
SafetyDeactivationIssuedWebhookEvent, SafetyOrgAlertCreatedWebhookEvent,
SafetyWarningIssuedWebhookEvent], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "AgentEnvironmentExpiredWebhookEvent": "webhooks.agent_environment_expired_webhook_event",
        "AgentEnvironmentFailedWebhookEvent": "webhooks.agent_environment_failed_webhook_event",
        "AgentEnvironmentReadyWebhookEvent": "webhooks.agent_environment_ready_webhook_event",
        "AgentEnvironmentSuspendedWebhookEvent": "webhooks.agent_environment_suspended_webhook_event",
        "AgentSessionActionRequiredWebhookEvent": "webhooks.agent_session_action_required_webhook_event",
        "AgentSessionCreatedWebhookEvent": "webhooks.agent_session_created_webhook_event",
        "AgentSessionFailedWebhookEvent": "webhooks.agent_session_failed_webhook_event",
        "AgentSessionIdleWebhookEvent": "webhooks.agent_session_idle_webhook_event",
        "AgentSessionInProgressWebhookEvent": "webhooks.agent_session_in_progress_webhook_event",
        "BatchCancelledWebhookEvent": "webhooks.batch_cancelled_webhook_event",
        "BatchCompletedWebhookEvent": "webhooks.batch_completed_webhook_event",
        "BatchExpiredWebhookEvent": "webhooks.batch_expired_webhook_event",
        "BatchFailedWebhookEvent": "webhooks.batch_failed_webhook_event",
        "EvalRunCanceledWebhookEvent": "webhooks.eval_run_canceled_webhook_event",
        "EvalRunFailedWebhookEvent": "webhooks.eval_run_failed_webhook_event",
        "EvalRunSucceededWebhookEvent": "webhooks.eval_run_succeeded_webhook_event",
        "FineTuningJobCancelledWebhookEvent": "webhooks.fine_tuning_job_cancelled_webhook_event",
        "FineTuningJobFailedWebhookEvent": "webhooks.fine_tuning_job_failed_webhook_event",
        "FineTuningJobSucceededWebhookEvent": "webhooks.fine_tuning_job_succeeded_webhook_event",
        "LiveCallIncomingWebhookEvent": "webhooks.live_call_incoming_webhook_event",
        "LiveTransportConnectedWebhookEvent": "webhooks.live_transport_connected_webhook_event",
        "LiveTransportIncomingWebhookEvent": "webhooks.live_transport_incoming_webhook_event",
        "RealtimeCallIncomingWebhookEvent": "webhooks.realtime_call_incoming_webhook_event",
        "ResponseCancelledWebhookEvent": "webhooks.response_cancelled_webhook_event",
        "ResponseCompletedWebhookEvent": "webhooks.response_completed_webhook_event",
        "ResponseFailedWebhookEvent": "webhooks.response_failed_webhook_event",
        "ResponseIncompleteWebhookEvent": "webhooks.response_incomplete_webhook_event",
        "SafetyAlertCreatedWebhookEvent": "webhooks.safety_alert_created_webhook_event",
        "SafetyDeactivationIssuedWebhookEvent": "webhooks.safety_deactivation_issued_webhook_event",
        "SafetyOrgAlertCreatedWebhookEvent": "webhooks.safety_org_alert_created_webhook_event",
        "SafetyWarningIssuedWebhookEvent": "webhooks.safety_warning_issued_webhook_event",
    },
    aliases={
        "UnwrapWebhookEvent": {
            "agent.environment.expired": "AgentEnvironmentExpiredWebhookEvent",
            "agent.environment.failed": "AgentEnvironmentFailedWebhookEvent",
            "agent.environment.ready": "AgentEnvironmentReadyWebhookEvent",
            "agent.environment.suspended": "AgentEnvironmentSuspendedWebhookEvent",
            "agent.session.action_required": "AgentSessionActionRequiredWebhookEvent",
            "agent.session.created": "AgentSessionCreatedWebhookEvent",
            "agent.session.failed": "AgentSessionFailedWebhookEvent",
            "agent.session.idle": "AgentSessionIdleWebhookEvent",
            "agent.session.in_progress": "AgentSessionInProgressWebhookEvent",
            "batch.cancelled": "BatchCancelledWebhookEvent",
            "batch.completed": "BatchCompletedWebhookEvent",
            "batch.expired": "BatchExpiredWebhookEvent",
            "batch.failed": "BatchFailedWebhookEvent",
            "eval.run.canceled": "EvalRunCanceledWebhookEvent",
            "eval.run.failed": "EvalRunFailedWebhookEvent",
            "eval.run.succeeded": "EvalRunSucceededWebhookEvent",
            "fine_tuning.job.cancelled": "FineTuningJobCancelledWebhookEvent",
            "fine_tuning.job.failed": "FineTuningJobFailedWebhookEvent",
            "fine_tuning.job.succeeded": "FineTuningJobSucceededWebhookEvent",
            "live.call.incoming": "LiveCallIncomingWebhookEvent",
            "live.transport.connected": "LiveTransportConnectedWebhookEvent",
            "live.transport.incoming": "LiveTransportIncomingWebhookEvent",
            "realtime.call.incoming": "RealtimeCallIncomingWebhookEvent",
            "response.cancelled": "ResponseCancelledWebhookEvent",
            "response.completed": "ResponseCompletedWebhookEvent",
            "response.failed": "ResponseFailedWebhookEvent",
            "response.incomplete": "ResponseIncompleteWebhookEvent",
            "safety.alert.created": "SafetyAlertCreatedWebhookEvent",
            "safety.deactivation_issued": "SafetyDeactivationIssuedWebhookEvent",
            "safety.org_alert.created": "SafetyOrgAlertCreatedWebhookEvent",
            "safety.warning_issued": "SafetyWarningIssuedWebhookEvent",
        }
    },
)

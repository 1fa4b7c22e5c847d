# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.webhooks import (
        agent_environment_expired_webhook_event as agent_environment_expired_webhook_event,
    )
    from aigpt.openai.types.webhooks import (
        agent_environment_failed_webhook_event as agent_environment_failed_webhook_event,
    )
    from aigpt.openai.types.webhooks import (
        agent_environment_ready_webhook_event as agent_environment_ready_webhook_event,
    )
    from aigpt.openai.types.webhooks import (
        agent_environment_suspended_webhook_event as agent_environment_suspended_webhook_event,
    )
    from aigpt.openai.types.webhooks import (
        agent_session_action_required_webhook_event as agent_session_action_required_webhook_event,
    )
    from aigpt.openai.types.webhooks import agent_session_created_webhook_event as agent_session_created_webhook_event
    from aigpt.openai.types.webhooks import agent_session_failed_webhook_event as agent_session_failed_webhook_event
    from aigpt.openai.types.webhooks import agent_session_idle_webhook_event as agent_session_idle_webhook_event
    from aigpt.openai.types.webhooks import (
        agent_session_in_progress_webhook_event as agent_session_in_progress_webhook_event,
    )
    from aigpt.openai.types.webhooks import batch_cancelled_webhook_event as batch_cancelled_webhook_event
    from aigpt.openai.types.webhooks import batch_completed_webhook_event as batch_completed_webhook_event
    from aigpt.openai.types.webhooks import batch_expired_webhook_event as batch_expired_webhook_event
    from aigpt.openai.types.webhooks import batch_failed_webhook_event as batch_failed_webhook_event
    from aigpt.openai.types.webhooks import deleted_webhook_endpoint as deleted_webhook_endpoint
    from aigpt.openai.types.webhooks import eval_run_canceled_webhook_event as eval_run_canceled_webhook_event
    from aigpt.openai.types.webhooks import eval_run_failed_webhook_event as eval_run_failed_webhook_event
    from aigpt.openai.types.webhooks import eval_run_succeeded_webhook_event as eval_run_succeeded_webhook_event
    from aigpt.openai.types.webhooks import (
        fine_tuning_job_cancelled_webhook_event as fine_tuning_job_cancelled_webhook_event,
    )
    from aigpt.openai.types.webhooks import fine_tuning_job_failed_webhook_event as fine_tuning_job_failed_webhook_event
    from aigpt.openai.types.webhooks import (
        fine_tuning_job_succeeded_webhook_event as fine_tuning_job_succeeded_webhook_event,
    )
    from aigpt.openai.types.webhooks import live_call_incoming_webhook_event as live_call_incoming_webhook_event
    from aigpt.openai.types.webhooks import (
        live_transport_connected_webhook_event as live_transport_connected_webhook_event,
    )
    from aigpt.openai.types.webhooks import (
        live_transport_incoming_webhook_event as live_transport_incoming_webhook_event,
    )
    from aigpt.openai.types.webhooks import realtime_call_incoming_webhook_event as realtime_call_incoming_webhook_event
    from aigpt.openai.types.webhooks import response_cancelled_webhook_event as response_cancelled_webhook_event
    from aigpt.openai.types.webhooks import response_completed_webhook_event as response_completed_webhook_event
    from aigpt.openai.types.webhooks import response_failed_webhook_event as response_failed_webhook_event
    from aigpt.openai.types.webhooks import response_incomplete_webhook_event as response_incomplete_webhook_event
    from aigpt.openai.types.webhooks import safety_alert_created_webhook_event as safety_alert_created_webhook_event
    from aigpt.openai.types.webhooks import (
        safety_deactivation_issued_webhook_event as safety_deactivation_issued_webhook_event,
    )
    from aigpt.openai.types.webhooks import (
        safety_identifier_blocked_webhook_event as safety_identifier_blocked_webhook_event,
    )
    from aigpt.openai.types.webhooks import (
        safety_org_alert_created_webhook_event as safety_org_alert_created_webhook_event,
    )
    from aigpt.openai.types.webhooks import safety_warning_issued_webhook_event as safety_warning_issued_webhook_event
    from aigpt.openai.types.webhooks import unwrap_webhook_event as unwrap_webhook_event
    from aigpt.openai.types.webhooks import webhook_create_params as webhook_create_params
    from aigpt.openai.types.webhooks import webhook_endpoint as webhook_endpoint
    from aigpt.openai.types.webhooks import webhook_endpoint_list as webhook_endpoint_list
    from aigpt.openai.types.webhooks import webhook_endpoint_test_result as webhook_endpoint_test_result
    from aigpt.openai.types.webhooks import webhook_endpoint_with_secret as webhook_endpoint_with_secret
    from aigpt.openai.types.webhooks import webhook_event_type_list as webhook_event_type_list
    from aigpt.openai.types.webhooks import webhook_list_params as webhook_list_params
    from aigpt.openai.types.webhooks import webhook_rotate_secret_params as webhook_rotate_secret_params
    from aigpt.openai.types.webhooks import webhook_test_params as webhook_test_params
    from aigpt.openai.types.webhooks import webhook_update_params as webhook_update_params
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
    from aigpt.openai.types.webhooks.deleted_webhook_endpoint import DeletedWebhookEndpoint
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
    from aigpt.openai.types.webhooks.safety_identifier_blocked_webhook_event import SafetyIdentifierBlockedWebhookEvent
    from aigpt.openai.types.webhooks.safety_org_alert_created_webhook_event import SafetyOrgAlertCreatedWebhookEvent
    from aigpt.openai.types.webhooks.safety_warning_issued_webhook_event import SafetyWarningIssuedWebhookEvent
    from aigpt.openai.types.webhooks.unwrap_webhook_event import UnwrapWebhookEvent
    from aigpt.openai.types.webhooks.webhook_create_params import WebhookCreateParams
    from aigpt.openai.types.webhooks.webhook_endpoint import WebhookEndpoint
    from aigpt.openai.types.webhooks.webhook_endpoint_list import WebhookEndpointList
    from aigpt.openai.types.webhooks.webhook_endpoint_test_result import WebhookEndpointTestResult
    from aigpt.openai.types.webhooks.webhook_endpoint_with_secret import WebhookEndpointWithSecret
    from aigpt.openai.types.webhooks.webhook_event_type_list import WebhookEventTypeList
    from aigpt.openai.types.webhooks.webhook_list_params import WebhookListParams
    from aigpt.openai.types.webhooks.webhook_rotate_secret_params import WebhookRotateSecretParams
    from aigpt.openai.types.webhooks.webhook_test_params import WebhookTestParams
    from aigpt.openai.types.webhooks.webhook_update_params import WebhookUpdateParams

__all__ = [
    "AgentEnvironmentExpiredWebhookEvent",
    "AgentEnvironmentFailedWebhookEvent",
    "AgentEnvironmentReadyWebhookEvent",
    "AgentEnvironmentSuspendedWebhookEvent",
    "AgentSessionActionRequiredWebhookEvent",
    "AgentSessionCreatedWebhookEvent",
    "AgentSessionFailedWebhookEvent",
    "AgentSessionIdleWebhookEvent",
    "AgentSessionInProgressWebhookEvent",
    "BatchCancelledWebhookEvent",
    "BatchCompletedWebhookEvent",
    "BatchExpiredWebhookEvent",
    "BatchFailedWebhookEvent",
    "DeletedWebhookEndpoint",
    "EvalRunCanceledWebhookEvent",
    "EvalRunFailedWebhookEvent",
    "EvalRunSucceededWebhookEvent",
    "FineTuningJobCancelledWebhookEvent",
    "FineTuningJobFailedWebhookEvent",
    "FineTuningJobSucceededWebhookEvent",
    "LiveCallIncomingWebhookEvent",
    "LiveTransportConnectedWebhookEvent",
    "LiveTransportIncomingWebhookEvent",
    "RealtimeCallIncomingWebhookEvent",
    "ResponseCancelledWebhookEvent",
    "ResponseCompletedWebhookEvent",
    "ResponseFailedWebhookEvent",
    "ResponseIncompleteWebhookEvent",
    "SafetyAlertCreatedWebhookEvent",
    "SafetyDeactivationIssuedWebhookEvent",
    "SafetyIdentifierBlockedWebhookEvent",
    "SafetyOrgAlertCreatedWebhookEvent",
    "SafetyWarningIssuedWebhookEvent",
    "UnwrapWebhookEvent",
    "WebhookCreateParams",
    "WebhookEndpoint",
    "WebhookEndpointList",
    "WebhookEndpointTestResult",
    "WebhookEndpointWithSecret",
    "WebhookEventTypeList",
    "WebhookListParams",
    "WebhookRotateSecretParams",
    "WebhookTestParams",
    "WebhookUpdateParams",
]

_HOMES = {
    "AgentEnvironmentExpiredWebhookEvent": "aigpt.openai.types.webhooks.agent_environment_expired_webhook_event",
    "AgentEnvironmentFailedWebhookEvent": "aigpt.openai.types.webhooks.agent_environment_failed_webhook_event",
    "AgentEnvironmentReadyWebhookEvent": "aigpt.openai.types.webhooks.agent_environment_ready_webhook_event",
    "AgentEnvironmentSuspendedWebhookEvent": "aigpt.openai.types.webhooks.agent_environment_suspended_webhook_event",
    "AgentSessionActionRequiredWebhookEvent": "aigpt.openai.types.webhooks.agent_session_action_required_webhook_event",
    "AgentSessionCreatedWebhookEvent": "aigpt.openai.types.webhooks.agent_session_created_webhook_event",
    "AgentSessionFailedWebhookEvent": "aigpt.openai.types.webhooks.agent_session_failed_webhook_event",
    "AgentSessionIdleWebhookEvent": "aigpt.openai.types.webhooks.agent_session_idle_webhook_event",
    "AgentSessionInProgressWebhookEvent": "aigpt.openai.types.webhooks.agent_session_in_progress_webhook_event",
    "BatchCancelledWebhookEvent": "aigpt.openai.types.webhooks.batch_cancelled_webhook_event",
    "BatchCompletedWebhookEvent": "aigpt.openai.types.webhooks.batch_completed_webhook_event",
    "BatchExpiredWebhookEvent": "aigpt.openai.types.webhooks.batch_expired_webhook_event",
    "BatchFailedWebhookEvent": "aigpt.openai.types.webhooks.batch_failed_webhook_event",
    "DeletedWebhookEndpoint": "aigpt.openai.types.webhooks.deleted_webhook_endpoint",
    "EvalRunCanceledWebhookEvent": "aigpt.openai.types.webhooks.eval_run_canceled_webhook_event",
    "EvalRunFailedWebhookEvent": "aigpt.openai.types.webhooks.eval_run_failed_webhook_event",
    "EvalRunSucceededWebhookEvent": "aigpt.openai.types.webhooks.eval_run_succeeded_webhook_event",
    "FineTuningJobCancelledWebhookEvent": "aigpt.openai.types.webhooks.fine_tuning_job_cancelled_webhook_event",
    "FineTuningJobFailedWebhookEvent": "aigpt.openai.types.webhooks.fine_tuning_job_failed_webhook_event",
    "FineTuningJobSucceededWebhookEvent": "aigpt.openai.types.webhooks.fine_tuning_job_succeeded_webhook_event",
    "LiveCallIncomingWebhookEvent": "aigpt.openai.types.webhooks.live_call_incoming_webhook_event",
    "LiveTransportConnectedWebhookEvent": "aigpt.openai.types.webhooks.live_transport_connected_webhook_event",
    "LiveTransportIncomingWebhookEvent": "aigpt.openai.types.webhooks.live_transport_incoming_webhook_event",
    "RealtimeCallIncomingWebhookEvent": "aigpt.openai.types.webhooks.realtime_call_incoming_webhook_event",
    "ResponseCancelledWebhookEvent": "aigpt.openai.types.webhooks.response_cancelled_webhook_event",
    "ResponseCompletedWebhookEvent": "aigpt.openai.types.webhooks.response_completed_webhook_event",
    "ResponseFailedWebhookEvent": "aigpt.openai.types.webhooks.response_failed_webhook_event",
    "ResponseIncompleteWebhookEvent": "aigpt.openai.types.webhooks.response_incomplete_webhook_event",
    "SafetyAlertCreatedWebhookEvent": "aigpt.openai.types.webhooks.safety_alert_created_webhook_event",
    "SafetyDeactivationIssuedWebhookEvent": "aigpt.openai.types.webhooks.safety_deactivation_issued_webhook_event",
    "SafetyIdentifierBlockedWebhookEvent": "aigpt.openai.types.webhooks.safety_identifier_blocked_webhook_event",
    "SafetyOrgAlertCreatedWebhookEvent": "aigpt.openai.types.webhooks.safety_org_alert_created_webhook_event",
    "SafetyWarningIssuedWebhookEvent": "aigpt.openai.types.webhooks.safety_warning_issued_webhook_event",
    "UnwrapWebhookEvent": "aigpt.openai.types.webhooks.unwrap_webhook_event",
    "WebhookCreateParams": "aigpt.openai.types.webhooks.webhook_create_params",
    "WebhookEndpoint": "aigpt.openai.types.webhooks.webhook_endpoint",
    "WebhookEndpointList": "aigpt.openai.types.webhooks.webhook_endpoint_list",
    "WebhookEndpointTestResult": "aigpt.openai.types.webhooks.webhook_endpoint_test_result",
    "WebhookEndpointWithSecret": "aigpt.openai.types.webhooks.webhook_endpoint_with_secret",
    "WebhookEventTypeList": "aigpt.openai.types.webhooks.webhook_event_type_list",
    "WebhookListParams": "aigpt.openai.types.webhooks.webhook_list_params",
    "WebhookRotateSecretParams": "aigpt.openai.types.webhooks.webhook_rotate_secret_params",
    "WebhookTestParams": "aigpt.openai.types.webhooks.webhook_test_params",
    "WebhookUpdateParams": "aigpt.openai.types.webhooks.webhook_update_params",
}
_SUBMODULES: tuple[str, ...] = (
    "agent_environment_expired_webhook_event",
    "agent_environment_failed_webhook_event",
    "agent_environment_ready_webhook_event",
    "agent_environment_suspended_webhook_event",
    "agent_session_action_required_webhook_event",
    "agent_session_created_webhook_event",
    "agent_session_failed_webhook_event",
    "agent_session_idle_webhook_event",
    "agent_session_in_progress_webhook_event",
    "batch_cancelled_webhook_event",
    "batch_completed_webhook_event",
    "batch_expired_webhook_event",
    "batch_failed_webhook_event",
    "deleted_webhook_endpoint",
    "eval_run_canceled_webhook_event",
    "eval_run_failed_webhook_event",
    "eval_run_succeeded_webhook_event",
    "fine_tuning_job_cancelled_webhook_event",
    "fine_tuning_job_failed_webhook_event",
    "fine_tuning_job_succeeded_webhook_event",
    "live_call_incoming_webhook_event",
    "live_transport_connected_webhook_event",
    "live_transport_incoming_webhook_event",
    "realtime_call_incoming_webhook_event",
    "response_cancelled_webhook_event",
    "response_completed_webhook_event",
    "response_failed_webhook_event",
    "response_incomplete_webhook_event",
    "safety_alert_created_webhook_event",
    "safety_deactivation_issued_webhook_event",
    "safety_identifier_blocked_webhook_event",
    "safety_org_alert_created_webhook_event",
    "safety_warning_issued_webhook_event",
    "unwrap_webhook_event",
    "webhook_create_params",
    "webhook_endpoint",
    "webhook_endpoint_list",
    "webhook_endpoint_test_result",
    "webhook_endpoint_with_secret",
    "webhook_event_type_list",
    "webhook_list_params",
    "webhook_rotate_secret_params",
    "webhook_test_params",
    "webhook_update_params",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)

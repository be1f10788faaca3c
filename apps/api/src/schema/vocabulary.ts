import {
  alertRules,
  attemptOutcomes,
  auditDecisions,
  breakerStates,
  captureStates,
  driftReasons,
  driftReleaseModes,
  finalQualityPolicies,
  offerDecisions,
  qualityFlaws,
  qualityHints,
  type Role,
  recaptureEndings,
  recaptureReasons,
  verdicts,
} from '@gondola/db';
import { builder } from '../builder.ts';

export const CaptureStateEnum = builder.enumType('CaptureState', { values: captureStates });
export const VerdictEnum = builder.enumType('Verdict', { values: verdicts });
export const QualityFlawEnum = builder.enumType('QualityFlaw', { values: qualityFlaws });
export const QualityHintEnum = builder.enumType('QualityHint', { values: qualityHints });
export const RecaptureReasonEnum = builder.enumType('RecaptureReason', { values: recaptureReasons });
export const RecaptureEndingEnum = builder.enumType('RecaptureEnding', { values: recaptureEndings });
export const FinalQualityPolicyEnum = builder.enumType('FinalQualityPolicy', {
  values: finalQualityPolicies,
});
export const AlertRuleEnum = builder.enumType('AlertRule', { values: alertRules });
export const BreakerStateEnum = builder.enumType('BreakerState', { values: breakerStates });
export const AttemptOutcomeEnum = builder.enumType('AttemptOutcome', { values: attemptOutcomes });
export const AuditDecisionEnum = builder.enumType('BreakerAuditDecision', { values: auditDecisions });
export const OfferDecisionEnum = builder.enumType('RescoreOfferDecision', { values: offerDecisions });
export const DriftReasonEnum = builder.enumType('DriftReason', { values: driftReasons });
export const DriftReleaseModeEnum = builder.enumType('DriftReleaseMode', { values: driftReleaseModes });

const roleNames = {
  ANALYST: { value: 'analyst' },
  CATEGORY_MANAGER: { value: 'category_manager' },
  OPERATOR: { value: 'operator' },
  ADMIN: { value: 'admin' },
} as const satisfies Record<Uppercase<Role>, { value: Role }>;
export const RoleEnum = builder.enumType('Role', { values: roleNames });

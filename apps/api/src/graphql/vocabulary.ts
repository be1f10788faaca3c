import {
  activationStates,
  alertRules,
  attemptOutcomes,
  auditDecisions,
  batchStates,
  breakerStates,
  captureStates,
  driftReasons,
  driftReleaseModes,
  finalQualityPolicies,
  itemStates,
  mappingKinds,
  offerDecisions,
  qualityFlaws,
  qualityHints,
  type Role,
  recaptureEndings,
  recaptureReasons,
  reprocessModes,
  scoreOrigins,
  verdicts,
  versionChoices,
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
export const ScoreOriginEnum = builder.enumType('ScoreOrigin', { values: scoreOrigins });
export const BatchStateEnum = builder.enumType('ReprocessBatchState', { values: batchStates });
export const BatchItemStateEnum = builder.enumType('ReprocessItemState', { values: itemStates });
export const ReprocessModeEnum = builder.enumType('ReprocessMode', {
  description:
    'RELEASE sends captures on that wait for a version; RESCORE uses the detections that are there; REINFER lets the tiers look at the photo again.',
  values: reprocessModes,
});
export const VersionChoiceEnum = builder.enumType('VersionChoice', {
  description:
    'The planogram version a capture is scored against. PINNED: the one it has; GIVEN: one for all of them; MAPPED: the active one, with positions mapped from the version the shelf was laid by.',
  values: versionChoices,
});
export const ActivationStateEnum = builder.enumType('ActivationState', { values: activationStates });
export const MappingKindEnum = builder.enumType('MappingKind', {
  description:
    'What became of a position from one planogram version to another; ALIAS is about products: the old one counts as the new one for a while.',
  values: mappingKinds,
});

const roleNames = {
  ANALYST: { value: 'analyst' },
  CATEGORY_MANAGER: { value: 'category_manager' },
  OPERATOR: { value: 'operator' },
  ADMIN: { value: 'admin' },
} as const satisfies Record<Uppercase<Role>, { value: Role }>;
export const RoleEnum = builder.enumType('Role', { values: roleNames });

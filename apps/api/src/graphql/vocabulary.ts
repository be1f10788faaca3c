import {
  activationStates,
  alertRules,
  attemptOutcomes,
  auditDecisions,
  batchStates,
  breakerStates,
  captureStates,
  captureTimeSources,
  clockErrorSources,
  type DeadLetterStage,
  deadLetterReasons,
  driftReasons,
  driftReleaseModes,
  finalQualityPolicies,
  itemStates,
  mappingKinds,
  masterDataErrorCodes,
  masterDataKinds,
  masterDataOutcomes,
  masterDataSources,
  metadataFlaws,
  offerDecisions,
  placementProblems,
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
import { builder } from './builder.ts';

export const CaptureStateEnum = builder.enumType('CaptureState', { values: captureStates });
export const VerdictEnum = builder.enumType('Verdict', { values: verdicts });
export const QualityFlawEnum = builder.enumType('QualityFlaw', { values: qualityFlaws });
export const QualityHintEnum = builder.enumType('QualityHint', { values: qualityHints });
export const PlacementProblemEnum = builder.enumType('PlacementProblem', { values: placementProblems });
export const MetadataFlawEnum = builder.enumType('MetadataFlaw', { values: metadataFlaws });
export const CaptureTimeSourceEnum = builder.enumType('CaptureTimeSource', { values: captureTimeSources });
export const ClockErrorSourceEnum = builder.enumType('ClockErrorSource', { values: clockErrorSources });
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
export const DeadLetterReasonEnum = builder.enumType('DeadLetterReason', { values: deadLetterReasons });

const stageNames = {
  INTAKE: { value: 'intake' },
  PREPROCESS: { value: 'preprocess' },
  INFER: { value: 'infer' },
  SCORE: { value: 'score' },
} as const satisfies Record<Uppercase<DeadLetterStage>, { value: DeadLetterStage }>;
export const DeadLetterStageEnum = builder.enumType('DeadLetterStage', { values: stageNames });

export const DriftReasonEnum = builder.enumType('DriftReason', { values: driftReasons });
export const DriftReleaseModeEnum = builder.enumType('DriftReleaseMode', { values: driftReleaseModes });
export const ScoreOriginEnum = builder.enumType('ScoreOrigin', { values: scoreOrigins });
export const BatchStateEnum = builder.enumType('ReprocessBatchState', { values: batchStates });
export const BatchItemStateEnum = builder.enumType('ReprocessItemState', { values: itemStates });
export const ReprocessModeEnum = builder.enumType('ReprocessMode', {
  description: 'What a batch does with each capture.',
  values: reprocessModes,
});
export const VersionChoiceEnum = builder.enumType('VersionChoice', {
  description: 'How the planogram version that a capture is scored against is chosen.',
  values: versionChoices,
});
export const ActivationStateEnum = builder.enumType('ActivationState', { values: activationStates });
export const MappingKindEnum = builder.enumType('MappingKind', {
  description: 'What became of a position or, for ALIAS, of a product from one planogram version to another.',
  values: mappingKinds,
});

const roleNames = {
  ANALYST: { value: 'analyst' },
  CATEGORY_MANAGER: { value: 'category_manager' },
  OPERATOR: { value: 'operator' },
  ADMIN: { value: 'admin' },
} as const satisfies Record<Uppercase<Role>, { value: Role }>;
export const RoleEnum = builder.enumType('Role', { values: roleNames });

export const MasterDataKindEnum = builder.enumType('MasterDataKind', { values: masterDataKinds });
export const MasterDataSourceEnum = builder.enumType('MasterDataSource', { values: masterDataSources });
export const MasterDataOutcomeEnum = builder.enumType('MasterDataOutcome', { values: masterDataOutcomes });
export const MasterDataErrorCodeEnum = builder.enumType('MasterDataErrorCode', {
  values: masterDataErrorCodes,
});

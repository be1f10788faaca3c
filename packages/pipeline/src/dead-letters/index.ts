/** Entry point for dead letters of the schema gate: patches of payloads, and rechecks. */

export { applyPatch } from './apply-patch.ts';
export type { OperationProblem } from './check-operations.ts';
export {
  type PatchPreview,
  type PatchRequest,
  type PreviewedDeadLetter,
  previewPayloadPatch,
} from './preview-payload-patch.ts';
export { findPassing } from './recheck-dead-letters.ts';
export { type RecheckRequest, recheckForPerson } from './recheck-for-person.ts';
export {
  type RecheckCounts,
  type RecordedPatch,
  recordPayloadPatch,
} from './record-payload-patch.ts';
export type { DeadLetterFilterProblem, DeadLetterFilterRequest } from './resolve-dead-letter-filter.ts';

/** The light door to what was set aside at the entrance: patches over payloads, and the gate asked again. */
export type { OperationProblem } from './check-operations.ts';
export type { GroupProblem, GroupRequest } from './find-group.ts';
export { layPatch } from './lay-patch.ts';
export {
  type PatchPreview,
  type PatchRequest,
  type PreviewedLetter,
  previewPayloadPatch,
} from './preview-payload-patch.ts';
export { findPassing, recheckDeadLetters } from './recheck-dead-letters.ts';
export {
  type LettersRechecked,
  layRecordedPatch,
  type RecordedPatch,
  recordPayloadPatch,
} from './record-payload-patch.ts';

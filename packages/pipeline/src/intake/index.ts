/** Entry point for intake: accepts captures and photos. */

export { canonicalAisle } from '../aisle.ts';
export { acceptCaptures } from './accept/accept-captures.ts';
export {
  type Pressure,
  type PressureLimits,
  type ReadPressure,
  watchPressure,
} from './accept/backpressure.ts';
export { BatchQueueFull, batchConcurrentCalls } from './accept/batch-concurrent-calls.ts';
export { type AcceptCaptures, groupCommit } from './accept/group-commit.ts';
export type { IntakeResult, TryLater } from './accept/intake-result.ts';
export type { IntakeTools, SubmittingDevice } from './accept/intake-tools.ts';
export { openPrefix } from './conflicts/compare-photos.ts';
export type { Payload } from './payload.ts';
export { type Declared, readDeclared } from './payload-declared.ts';
export { pointerOf } from './payload-path.ts';
export { maxPhotoBytes, unfinishedBytesPerStore } from './photo-limits.ts';
export { type PhotoMimeType, photoMimeTypes } from './photo-mime-types.ts';
export type { Problem } from './problem.ts';
export { completeUpload, type UploadCompletion } from './uploads/complete-upload.ts';
export { createUpload, type UploadProblem } from './uploads/create-upload.ts';
export { type AnnouncedBytes, findMismatch } from './uploads/find-mismatch.ts';

/** Intake's light door: what the API needs to take captures and photos in. */

export { namedQuery } from '../store/named-query.ts';
export {
  acceptCaptures,
  type IntakeResult,
  type IntakeTools,
  type SubmittingDevice,
  type TryLater,
} from './accept-captures.ts';
export { openPrefix } from './compare-photos.ts';
export {
  type AnnouncedBytes,
  completeUpload,
  findMismatch,
  type UploadCompletion,
} from './complete-upload.ts';
export { createUpload, type UploadProblem } from './create-upload.ts';
export { GatherFull, gather } from './gather.ts';
export { type AcceptTogether, groupCommit } from './group-commit.ts';
export { canonicalAisle } from './idempotency-key.ts';
export type { Payload } from './payload.ts';
export { type Declared, readDeclared } from './payload-declared.ts';
export { pointerOf } from './payload-path.ts';
export { maxPhotoBytes, unfinishedBytesPerStore } from './photo-limits.ts';
export { type PhotoMimeType, photoMimeTypes } from './photo-mime-types.ts';
export type { Problem } from './problem.ts';
export { type PressureLimits, type ReadPressure, watchPressure } from './watch-pressure.ts';

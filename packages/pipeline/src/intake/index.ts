/** Intake's light door: what the API needs to take captures and photos in. */
export {
  acceptCaptures,
  type IntakeResult,
  type IntakeTools,
  type SubmittingDevice,
} from './accept-captures.ts';
export { completeUpload, type UploadCompletion } from './complete-upload.ts';
export { createUpload } from './create-upload.ts';
export { canonicalAisle } from './idempotency-key.ts';
export { maxPhotoBytes } from './photo-limits.ts';
export { type PhotoMimeType, photoMimeTypes } from './photo-mime-types.ts';
export type { Problem } from './problem.ts';

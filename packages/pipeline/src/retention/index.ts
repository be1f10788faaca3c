/** Entry point for retention: the policy, its runs, held photos and the integrity check. */
export { announceExpiry, type RetentionRunRow } from './announce-expiry.ts';
export { type AnnouncedPhoto, readAnnouncedPhotos } from './announced-photos.ts';
export { archiveDue } from './archive-due.ts';
export { checkIntegrity, type IntegrityReportRow } from './check-integrity.ts';
export { checkObjects, type ObjectCheck } from './check-objects.ts';
export { countHeldBy, countHeldPhotos, type HeldCount, readHeldPhotos } from './held-photos.ts';
export { holdPhoto } from './hold-photo.ts';
export { type Holding, holdings } from './hold-reason.ts';
export { type PhotoRange, type RetainedPhoto, readCapturesOfPhotos } from './photo-pages.ts';
export { releasePhoto } from './release-photo.ts';
export { requestIntegrityCheck } from './request-integrity-check.ts';
export {
  builtInPolicy,
  type RetentionPolicy,
  readPolicyOf,
  readRetentionPolicy,
} from './retention-policy.ts';
export { runDryRun } from './run-dry-run.ts';
export { runExpiry } from './run-expiry.ts';
export { type RetentionResult, type RetentionTools, runRetention } from './run-retention.ts';
export { setRetentionPolicy } from './set-retention-policy.ts';

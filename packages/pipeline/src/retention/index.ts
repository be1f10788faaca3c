/** The light door to the archive: what is kept, for how long, and whether it is all there. */
export { announceExpiry, type RetentionRunRow } from './announce-expiry.ts';
export { type AnnouncedPhoto, readAnnouncedPhotos } from './announced-photos.ts';
export { archiveDue } from './archive-due.ts';
export { checkObjects, type ObjectCheck } from './check-objects.ts';
export { type Holding, holdings } from './held-because.ts';
export { countHeldBy, countHeldPhotos, type HeldCount, readHeldPhotos } from './held-photos.ts';
export { type ArchiveRound, type ArchiveTools, keepArchive } from './keep-archive.ts';
export { type IntegrityReportRow, keepIntegrity, requestIntegrityCheck } from './keep-integrity.ts';
export { keepPhoto, releaseKeptPhoto } from './keep-photo.ts';
export { type PhotoRange, type RetainedPhoto, readCapturesOfPhotos } from './photo-pages.ts';
export {
  builtInPolicy,
  type RetentionPolicy,
  readPolicyOf,
  readRetentionPolicy,
} from './retention-policy.ts';
export { runExpiry } from './run-expiry.ts';

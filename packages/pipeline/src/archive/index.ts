/** The light door to the archive: what is kept, for how long, and whether it is all there. */
export { announceExpiry, type RetentionRunRow } from './announce-expiry.ts';
export { archiveDue } from './archive-due.ts';
export { checkObjects, type ObjectCheck } from './check-objects.ts';
export { type ArchiveRound, type ArchiveTools, keepArchive } from './keep-archive.ts';
export { type IntegrityReportRow, keepIntegrity, requestIntegrityCheck } from './keep-integrity.ts';
export { keepPhoto, releaseKeptPhoto } from './keep-photo.ts';
export { builtInPolicy, type RetentionPolicy, readRetentionPolicy } from './retention-policy.ts';
export { runExpiry } from './run-expiry.ts';

import type { upload } from '@gondola/db';
import type { StoredObject } from '../../objects/object-store.ts';
import type { Problem } from '../problem.ts';

/** The declared facts of an upload, and its hash once it is complete. */
export type AnnouncedBytes = Pick<
  typeof upload.$inferSelect,
  'sha256' | 'expectedSha256' | 'expectedByteLength'
>;

/**
 * Compares stored bytes with the declaration of their upload; returns null when they match. Called also during the
 * transfer, before an object gets its final name.
 */
export function findMismatch(row: AnnouncedBytes, stored: StoredObject): Problem | null {
  if (row.sha256 !== null && row.sha256 !== stored.sha256)
    return problem('HASH_MISMATCH', 'The upload already holds another photo; create a new one.');
  if (row.expectedByteLength !== null && row.expectedByteLength !== stored.byteLength)
    return problem(
      'HASH_MISMATCH',
      `${stored.byteLength} of ${row.expectedByteLength} bytes arrived; send the photo again.`,
    );
  if (row.expectedSha256 !== null && row.expectedSha256 !== stored.sha256)
    return problem('HASH_MISMATCH', 'The bytes are not those of the declared SHA-256; send the photo again.');
  return null;
}

const problem = (code: Problem['code'], message: string): Problem => ({ path: '$', code, message });

import { type Database, type Transaction, versionMapping } from '@gondola/db';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { SavedEntry } from './mapping-entry.ts';

/** Reads the mapping in force from one version to another, aliases included; empty when none is saved. */
export function readMapping(
  db: Database | Transaction,
  fromVersionId: string,
  toVersionId: string,
): Promise<SavedEntry[]> {
  return db
    .select(columns)
    .from(versionMapping)
    .where(
      and(
        eq(versionMapping.fromVersionId, fromVersionId),
        eq(versionMapping.toVersionId, toVersionId),
        isNull(versionMapping.revokedAt),
      ),
    )
    .orderBy(asc(versionMapping.id));
}

const columns = {
  kind: versionMapping.kind,
  fromPositionId: versionMapping.fromPositionId,
  toPositionId: versionMapping.toPositionId,
  fromProductId: versionMapping.fromProductId,
  toProductId: versionMapping.toProductId,
  graceUntil: versionMapping.graceUntil,
  savedBy: versionMapping.createdBy,
  savedAt: versionMapping.createdAt,
};

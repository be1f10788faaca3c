import { type Transaction, versionMapping } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Planogram } from '../../planogram/model.ts';
import { readPlanogram } from '../read-planogram.ts';
import { checkMapping, type MappingProblem } from './check-mapping.ts';
import type { MappingEntry } from './mapping-entry.ts';

export type SavedMapping = { saved: number; revoked: number } | { problems: MappingProblem[] };

/** Rows of one statement: Postgres accepts 65,535 parameters, and an entry has 9. */
const entriesPerStatement = 5000;

/**
 * Replaces the mapping from one version to another. No entries remove the mapping. Earlier rows are revoked, not
 * deleted. Writes nothing when there is a problem.
 */
export async function saveMapping(
  tx: Transaction,
  mapping: { fromVersionId: string; toVersionId: string; entries: readonly MappingEntry[]; actor: string },
): Promise<SavedMapping> {
  const { fromVersionId, toVersionId, entries, actor } = mapping;
  const from = await readPlanogram(tx, fromVersionId);
  const to = await readPlanogram(tx, toVersionId);
  const problems = checkMapping(entries, from, to);
  if (problems.length > 0) return { problems };
  // One save of a pair at a time: two at once would leave the entries of both.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('version-mapping'), hashtext(${`${fromVersionId} ${toVersionId}`}))`,
  );
  const revoked = await tx
    .update(versionMapping)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(versionMapping.fromVersionId, fromVersionId),
        eq(versionMapping.toVersionId, toVersionId),
        isNull(versionMapping.revokedAt),
      ),
    )
    .returning({ id: versionMapping.id });
  const rows = entries.map((entry) => ({
    ...withProducts(entry, from, to),
    fromVersionId,
    toVersionId,
    createdBy: actor,
  }));
  for (let at = 0; at < rows.length; at += entriesPerStatement)
    await tx.insert(versionMapping).values(rows.slice(at, at + entriesPerStatement));
  return { saved: rows.length, revoked: revoked.length };
}

/** Returns the products of the named positions, regardless of the products in the entry. */
function withProducts(entry: MappingEntry, from: Planogram, to: Planogram): MappingEntry {
  if (entry.kind === 'ALIAS') return entry;
  const productAt = (planogram: Planogram, id: string | null) =>
    planogram.positions.find((position) => position.id === id)?.productId ?? null;
  return {
    ...entry,
    fromProductId: productAt(from, entry.fromPositionId),
    toProductId: productAt(to, entry.toPositionId),
  };
}

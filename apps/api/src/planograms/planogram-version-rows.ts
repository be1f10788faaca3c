import {
  type Database,
  planogram,
  planogramPosition,
  planogramVersion,
  product,
  type Transaction,
} from '@gondola/db';
import type { Suggested } from '@gondola/pipeline/planogram';
import { readPlanogram } from '@gondola/pipeline/planogram-versions';
import { asc, eq, inArray } from 'drizzle-orm';
import type { PlanogramVersionRow } from './planogram-rows.ts';

export type PositionRow = typeof planogramPosition.$inferSelect;

/** Reads the positions of versions, shelf by shelf. */
export const positionsOf = (db: Database, versionIds: string[]): Promise<PositionRow[]> =>
  db
    .select()
    .from(planogramPosition)
    .where(inArray(planogramPosition.versionId, versionIds))
    .orderBy(asc(planogramPosition.shelfNumber), asc(planogramPosition.sequence));

export async function findVersion(db: Database, label: string): Promise<PlanogramVersionRow | null> {
  const [version] = await db.select().from(planogramVersion).where(eq(planogramVersion.label, label));
  return version ?? null;
}

/**
 * Reads a version with everything that an exported file contains, in one snapshot: a concurrent import may rename
 * products.
 */
export const readWholeVersion = (db: Database, version: PlanogramVersionRow) =>
  db.transaction(
    async (tx) => {
      const content = await readPlanogram(tx, version.id);
      const firstProductId = content.products[0]?.id ?? null;
      return { content, identity: await identify(tx, version, firstProductId) };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );

/** All products of a version come from one file, and so from one catalog. */
async function identify(
  tx: Transaction,
  version: PlanogramVersionRow,
  productId: string | null,
): Promise<Suggested> {
  const [plan] = await tx.select().from(planogram).where(eq(planogram.id, version.planogramId));
  const [row] = productId
    ? await tx.select({ catalog: product.catalog }).from(product).where(eq(product.id, productId))
    : [];
  const { label, effectiveFrom, effectiveTo } = version;
  return {
    label,
    ...(plan ? { code: plan.code, name: plan.name } : {}),
    ...(row ? { catalog: row.catalog } : {}),
    ...(effectiveFrom ? { effectiveFrom: effectiveFrom.toISOString() } : {}),
    ...(effectiveTo ? { effectiveTo: effectiveTo.toISOString() } : {}),
  };
}

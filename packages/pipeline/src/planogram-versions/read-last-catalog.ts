import { planogram, planogramPosition, planogramVersion, product, type Transaction } from '@gondola/db';
import { desc, eq } from 'drizzle-orm';

/** Reads the catalogue of the last imported version of a planogram; null for a planogram without versions. */
export async function readLastCatalog(tx: Transaction, code: string): Promise<string | null> {
  const [row] = await tx
    .select({ catalog: product.catalog })
    .from(planogramVersion)
    .innerJoin(planogram, eq(planogram.id, planogramVersion.planogramId))
    .innerJoin(planogramPosition, eq(planogramPosition.versionId, planogramVersion.id))
    .innerJoin(product, eq(product.id, planogramPosition.productId))
    .where(eq(planogram.code, code))
    .orderBy(desc(planogramVersion.createdAt), desc(planogramVersion.id))
    .limit(1);
  return row?.catalog ?? null;
}

import { type Database, planogramPosition, planogramVersion, product } from '@gondola/db';
import { actorNamed } from '@gondola/pipeline/audit';
import type { Planogram } from '@gondola/pipeline/planogram';
import { importPlanogram } from '@gondola/pipeline/planogram-versions';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';

/** A version that photos of a simulated month may name. */
export interface PlannedVersion {
  id: string;
  positions: { positionId: string; productId: string }[];
}

/** One shelf of products that only this version knows. `category`: of all of them. */
export function oneShelf(label: string, category: string, positions: number): Planogram {
  const size = { widthMm: 90, heightMm: 200 };
  const ids = Array.from({ length: positions }, (_, i) => `p${i}`);
  return {
    widthMm: 100 * positions,
    heightMm: 2000,
    shelves: [{ id: 's1', number: 1, xMm: 0, yMm: 1000, widthMm: 100 * positions, heightMm: 40 }],
    products: ids.map((id) => ({
      ...size,
      id,
      sku: `${label}-${id}`,
      gtin: null,
      name: id,
      brand: null,
      category,
      depthMm: null,
    })),
    positions: ids.map((id, i) => ({
      ...size,
      id,
      productId: id,
      shelfNumber: 1,
      sequence: i + 1,
      xMm: 100 * i,
      yMm: 800,
      facings: { horizontal: 1, vertical: 1, depth: 1 },
      orientation: 'front',
    })),
  };
}

/** Writes a version with the rows of an import at an earlier instant, which an import cannot choose. */
export async function insertVersion(
  db: Database,
  planogram: Planogram,
  version: { planogramId: string; label: string; catalog: string; createdAt: Date },
): Promise<PlannedVersion> {
  const { catalog, ...columns } = version;
  const { widthMm, heightMm, shelves } = planogram;
  const id = v7();
  await db.insert(planogramVersion).values({
    ...columns,
    id,
    widthMm,
    heightMm,
    shelves,
    sourceFormat: 'gondola',
    sourceSha256: version.label.padEnd(64, '0'),
  });
  const productIds = new Map(planogram.products.map((each) => [each.id, v7()]));
  const productIdOf = (of: string) => productIds.get(of) ?? '';
  await db
    .insert(product)
    .values(planogram.products.map((each) => ({ ...each, id: productIdOf(each.id), catalog })));
  await db.insert(planogramPosition).values(
    planogram.positions.map(({ id: positionId, productId, facings, ...place }) => ({
      ...place,
      positionId,
      productId: productIdOf(productId),
      versionId: id,
      facingsHorizontal: facings.horizontal,
      facingsVertical: facings.vertical,
      facingsDepth: facings.depth,
    })),
  );
  return readVersion(db, id);
}

/** Imports a version as a person does, at this moment. */
export async function importNow(
  db: Database,
  planogram: Planogram,
  version: { code: string; name: string; label: string; catalog: string },
): Promise<PlannedVersion> {
  const imported = await importPlanogram(db, actorNamed('manager'), {
    ...version,
    planogram,
    effectiveFrom: null,
    effectiveTo: null,
    sourceFormat: 'gondola',
    sourceSha256: version.label.padEnd(64, '0'),
  });
  if ('problem' in imported) throw new Error(imported.problem);
  return readVersion(db, imported.versionId);
}

async function readVersion(db: Database, id: string): Promise<PlannedVersion> {
  const positions = await db
    .select({ positionId: planogramPosition.positionId, productId: planogramPosition.productId })
    .from(planogramPosition)
    .where(eq(planogramPosition.versionId, id))
    .orderBy(planogramPosition.sequence);
  return { id, positions };
}

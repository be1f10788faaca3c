import { type Database, planogramPosition, planogramVersion, product, type Transaction } from '@gondola/db';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Planogram } from '../planogram/model.ts';

/** Reads a planogram version for the pipeline; product ids are the database's. */
export async function readPlanogram(db: Database | Transaction, versionId: string): Promise<Planogram> {
  const [version] = await db.select().from(planogramVersion).where(eq(planogramVersion.id, versionId));
  if (!version) throw new Error(`invariant: no planogram version ${versionId}`);
  const positions = await db
    .select()
    .from(planogramPosition)
    .where(eq(planogramPosition.versionId, versionId))
    .orderBy(
      asc(planogramPosition.shelfNumber),
      asc(planogramPosition.sequence),
      asc(planogramPosition.positionId),
    );
  const productIds = [...new Set(positions.map((p) => p.productId))];
  const products =
    productIds.length === 0
      ? []
      : await db.select().from(product).where(inArray(product.id, productIds)).orderBy(asc(product.sku));
  return {
    widthMm: version.widthMm,
    heightMm: version.heightMm,
    shelves: [...version.shelves].sort((a, b) => a.number - b.number),
    positions: positions.map((p) => ({
      id: p.positionId,
      productId: p.productId,
      shelfNumber: p.shelfNumber,
      sequence: p.sequence,
      xMm: p.xMm,
      yMm: p.yMm,
      widthMm: p.widthMm,
      heightMm: p.heightMm,
      facings: { horizontal: p.facingsHorizontal, vertical: p.facingsVertical, depth: p.facingsDepth },
      orientation: p.orientation,
    })),
    products: products.map(({ id, sku, gtin, name, brand, category, widthMm, heightMm, depthMm }) => ({
      id,
      sku,
      gtin,
      name,
      brand,
      category,
      widthMm,
      heightMm,
      depthMm,
    })),
  };
}

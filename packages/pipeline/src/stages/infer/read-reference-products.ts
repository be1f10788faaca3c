import { type Database, product, versionMapping } from '@gondola/db';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Planogram, Product } from '../../planogram/model.ts';
import { readNeighbours } from '../../planogram-versions/read-neighbours.ts';
import { recallPlanogram } from '../../planogram-versions/recall-planogram.ts';

/** The bay and the time of a photo, and the version that the shelf should follow. */
export interface ShelfAtTime {
  bayId: string;
  takenAt: Date;
  versionId: string;
}

/**
 * Returns the planogram as tiers get it: with its own products and others that may stand on the shelf, so that tiers
 * can identify them. These are products that still count as planned ones, and products of versions that the shelf may
 * follow instead.
 */
export async function readReferenceProducts(db: Database, at: ShelfAtTime): Promise<Planogram> {
  const planogram = await recallPlanogram(db, at.versionId);
  const [neighbours, aliased] = await Promise.all([readNeighbours(db, at), readAliased(db, at)]);
  const own = new Set(planogram.products.map(({ id }) => id));
  const others = [...neighbours.flatMap((neighbour) => neighbour.planogram.products), ...aliased];
  const added = new Map(others.filter(({ id }) => !own.has(id)).map((one) => [one.id, one]));
  return added.size === 0 ? planogram : withProducts(planogram, added);
}

const readAliased = async (db: Database, { versionId, takenAt }: ShelfAtTime): Promise<Product[]> => {
  const rows = await db
    .select({ product })
    .from(versionMapping)
    .innerJoin(product, eq(product.id, versionMapping.fromProductId))
    .where(
      and(
        eq(versionMapping.toVersionId, versionId),
        eq(versionMapping.kind, 'ALIAS'),
        gt(versionMapping.graceUntil, takenAt),
        isNull(versionMapping.revokedAt),
      ),
    );
  return rows.map(({ product: { id, sku, gtin, name, brand, category, widthMm, heightMm, depthMm } }) => ({
    id,
    sku,
    gtin,
    name,
    brand,
    category,
    widthMm,
    heightMm,
    depthMm,
  }));
};

/** Cached by planogram and added ids: tiers reuse their preparation as long as the planogram is the same object. */
const cache = new WeakMap<Planogram, Map<string, Planogram>>();

function withProducts(planogram: Planogram, added: ReadonlyMap<string, Product>): Planogram {
  const byIds = cache.get(planogram) ?? new Map<string, Planogram>();
  cache.set(planogram, byIds);
  const ids = [...added.keys()].sort();
  const key = ids.join();
  const known = byIds.get(key);
  if (known) return known;
  const products = [...planogram.products, ...ids.map((id) => added.get(id) as Product)];
  const extended = { ...planogram, products };
  byIds.set(key, extended);
  return extended;
}

import { type Database, product, versionMapping } from '@gondola/db';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Planogram, Product } from '../planogram/model.ts';
import { readNeighbours } from './read-neighbours.ts';
import { recallPlanogram } from './recall-planogram.ts';

/** Where and when a shelf is looked at, and the version that it should follow. */
export interface LookedAt {
  bayId: string;
  takenAt: Date;
  versionId: string;
}

/**
 * The planogram as tiers are shown it: its positions, and beside its own products those that may stand there all the
 * same, so that they are named and not just "unknown": products that still count as planned ones, and those of the
 * versions that the shelf may follow instead.
 */
export async function readOffered(db: Database, at: LookedAt): Promise<Planogram> {
  const planogram = await recallPlanogram(db, at.versionId);
  const [neighbours, aliased] = await Promise.all([readNeighbours(db, at), readAliased(db, at)]);
  const own = new Set(planogram.products.map(({ id }) => id));
  const others = [...neighbours.flatMap((neighbour) => neighbour.planogram.products), ...aliased];
  const offered = new Map(others.filter(({ id }) => !own.has(id)).map((one) => [one.id, one]));
  return offered.size === 0 ? planogram : withProducts(planogram, offered);
}

const readAliased = async (db: Database, { versionId, takenAt }: LookedAt): Promise<Product[]> => {
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

/** By planogram and added ids: tiers keep what they prepared for a planogram as long as it is the same object. */
const made = new WeakMap<Planogram, Map<string, Planogram>>();

function withProducts(planogram: Planogram, offered: ReadonlyMap<string, Product>): Planogram {
  const byIds = made.get(planogram) ?? new Map<string, Planogram>();
  made.set(planogram, byIds);
  const ids = [...offered.keys()].sort();
  const key = ids.join();
  const known = byIds.get(key);
  if (known) return known;
  const products = [...planogram.products, ...ids.map((id) => offered.get(id) as Product)];
  const shown = { ...planogram, products };
  byIds.set(key, shown);
  return shown;
}

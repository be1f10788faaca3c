import { type Database, productImage } from '@gondola/db';
import { asc, inArray } from 'drizzle-orm';
import { readReferenceProducts, type ShelfAtTime } from './read-reference-products.ts';

/** Reads what a tier gets besides the photo: the planogram, and the hashes of the reference images of its products. */
export async function readMaterial(db: Database, at: ShelfAtTime) {
  const planogram = await readReferenceProducts(db, at);
  const references = await readReferences(
    db,
    planogram.products.map(({ id }) => id),
  );
  return { planogram, references };
}

async function readReferences(db: Database, productIds: string[]): Promise<Map<string, string[]>> {
  if (productIds.length === 0) return new Map();
  const rows = await db
    .select({ productId: productImage.productId, sha256: productImage.sha256 })
    .from(productImage)
    .where(inArray(productImage.productId, productIds))
    .orderBy(asc(productImage.productId), asc(productImage.sha256));
  const groups = Map.groupBy(rows, (row) => row.productId);
  return new Map([...groups].map(([id, images]) => [id, images.map(({ sha256 }) => sha256)]));
}

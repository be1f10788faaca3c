import { type Database, product, productImage, type Transaction } from '@gondola/db';
import { and, asc, eq, or } from 'drizzle-orm';
import type { StoredObject } from '../objects/object-store.ts';
import { registerImage } from '../objects/register-image.ts';
import { readGtin } from '../planogram/gtin.ts';

/** Finds the product of a catalog whose SKU, GTIN or name is `key`, in that order of preference. */
export async function findProduct(db: Database | Transaction, catalog: string, key: string) {
  const reading = readGtin(key);
  const gtin = 'gtin' in reading ? reading.gtin : null;
  const rows = await db
    .select({ id: product.id, sku: product.sku, gtin: product.gtin, name: product.name })
    .from(product)
    .where(
      and(
        eq(product.catalog, catalog),
        or(eq(product.sku, key), eq(product.name, key), ...(gtin ? [eq(product.gtin, gtin)] : [])),
      ),
    )
    .orderBy(asc(product.sku));
  return (
    rows.find((row) => row.sku === key) ?? rows.find((row) => row.gtin === gtin && gtin !== null) ?? rows[0]
  );
}

/** Adds a stored object as a reference image of a product. Adding the same image again changes nothing. */
export async function addReferenceImage(
  tx: Transaction,
  productId: string,
  stored: StoredObject,
  mimeType: string,
): Promise<void> {
  await registerImage(tx, stored, mimeType);
  await tx.insert(productImage).values({ productId, sha256: stored.sha256 }).onConflictDoNothing();
}

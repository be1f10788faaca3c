import { category, product, type Transaction } from '@gondola/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { readCode } from '../planogram/formats/product-code.ts';
import type { Planogram, Product } from '../planogram/model.ts';

interface ProductSource {
  planogram: Planogram;
  sourceFormat: string;
}

/**
 * Adds new products and updates the others with what the file states. A product that is named like its SKU has no name in the
 * file, and PTS states no sizes: what is known stays. Returns the database's ids by the file's ids.
 */
export async function upsertProducts(
  tx: Transaction,
  catalog: string,
  { planogram: { products: inFile }, sourceFormat }: ProductSource,
): Promise<Map<string, string>> {
  if (inFile.length === 0) return new Map();
  const products = await useKnownSkus(tx, catalog, inFile);
  const bySku = products.toSorted((a, b) => a.sku.localeCompare(b.sku));
  const size = (column: 'width_mm' | 'height_mm') =>
    sourceFormat === 'pts' ? sql.raw(`product.${column}`) : sql.raw(`excluded.${column}`);
  await createCategories(tx, bySku);
  await tx
    .insert(product)
    .values(bySku.map(({ id: _, ...columns }) => ({ catalog, ...columns })))
    .onConflictDoUpdate({
      target: [product.catalog, product.sku],
      set: {
        name: sql`case when excluded.name in (excluded.sku, excluded.gtin) then ${product.name} else excluded.name end`,
        gtin: sql`coalesce(excluded.gtin, ${product.gtin})`,
        brand: sql`coalesce(excluded.brand, ${product.brand})`,
        category: sql`coalesce(excluded.category, ${product.category})`,
        widthMm: size('width_mm'),
        heightMm: size('height_mm'),
        depthMm: sql`coalesce(excluded.depth_mm, ${product.depthMm})`,
      },
    });
  const rows = await tx
    .select({ id: product.id, sku: product.sku })
    .from(product)
    .where(
      and(
        eq(product.catalog, catalog),
        inArray(
          product.sku,
          bySku.map(({ sku }) => sku),
        ),
      ),
    );
  const idBySku = new Map(rows.map(({ id, sku }) => [sku, id]));
  return new Map(products.map(({ id, sku }) => [id, idBySku.get(sku) ?? missing(sku)]));
}

/** Gives products that the file names by their GTIN alone the SKU under which the catalogue has this GTIN. */
async function useKnownSkus(
  tx: Transaction,
  catalog: string,
  products: readonly Product[],
): Promise<Product[]> {
  const byCode = products.filter(isNamedByCode);
  if (byCode.length === 0) return [...products];
  const known = await tx
    .select({ sku: product.sku, gtin: product.gtin })
    .from(product)
    .where(
      and(
        eq(product.catalog, catalog),
        inArray(
          product.gtin,
          byCode.flatMap(({ gtin }) => gtin ?? []),
        ),
      ),
    );
  const skusOfGtin = Map.groupBy(known, ({ gtin }) => gtin);
  const inFile = new Set(products.map(({ sku }) => sku));
  return products.map((one) => {
    const [found, another] = isNamedByCode(one) ? (skusOfGtin.get(one.gtin) ?? []) : [];
    if (found === undefined || another !== undefined || inFile.has(found.sku)) return one;
    return { ...one, sku: found.sku, name: one.name === one.sku ? found.sku : one.name };
  });
}

function isNamedByCode({ sku, gtin }: Product): boolean {
  if (gtin === null) return false;
  const code = readCode(sku);
  return 'gtin' in code && code.gtin === gtin;
}

function missing(sku: string): never {
  throw new Error(`invariant: product ${sku} was not written`);
}

/** Creates the categories that the products name and no row has. Their name is the file's text until somebody renames them. */
async function createCategories(tx: Transaction, products: readonly Product[]): Promise<void> {
  const codes = [...new Set(products.flatMap((one) => one.category ?? []))].toSorted();
  if (codes.length === 0) return;
  await tx
    .insert(category)
    .values(codes.map((code) => ({ code, name: code })))
    .onConflictDoNothing();
}

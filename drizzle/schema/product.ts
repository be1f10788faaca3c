import { doublePrecision, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns.ts';

/** An article. `catalog` separates the codes of one source from those of another, since files number products freely. */
export const product = pgTable(
  'product',
  {
    id: id(),
    catalog: text('catalog').notNull(),
    sku: text('sku').notNull(),
    /** GTIN-14 with a valid check digit, as text. */
    gtin: text('gtin'),
    name: text('name').notNull(),
    brand: text('brand'),
    /** The code of a category. Imports create its row. */
    category: text('category'),
    widthMm: doublePrecision('width_mm').notNull(),
    heightMm: doublePrecision('height_mm').notNull(),
    depthMm: doublePrecision('depth_mm'),
    createdAt: createdAt(),
  },
  (t) => [unique('product_catalog_sku').on(t.catalog, t.sku)],
);

import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt } from './columns.ts';
import { image } from './image.ts';
import { product } from './product.ts';

/** A reference image (packshot) of a product; a product may have several. */
export const productImage = pgTable(
  'product_image',
  {
    productId: uuid('product_id')
      .notNull()
      .references(() => product.id),
    sha256: text('sha256')
      .notNull()
      .references(() => image.sha256),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.sha256] })],
);

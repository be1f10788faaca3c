import { doublePrecision, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { planogramVersion } from './planogram-version.ts';
import { product } from './product.ts';

/** The location of one product on a shelf. `positionId` is the id in the imported file, unique within the version. */
export const planogramPosition = pgTable(
  'planogram_position',
  {
    versionId: uuid('version_id')
      .notNull()
      .references(() => planogramVersion.id),
    positionId: text('position_id').notNull(),
    productId: uuid('product_id')
      .notNull()
      .references(() => product.id),
    /** 1 = bottom, as usual in the trade. */
    shelfNumber: integer('shelf_number').notNull(),
    /** 1 = leftmost of its shelf. */
    sequence: integer('sequence').notNull(),
    /** The block of all facings of the position: its top-left corner and size. */
    xMm: doublePrecision('x_mm').notNull(),
    yMm: doublePrecision('y_mm').notNull(),
    widthMm: doublePrecision('width_mm').notNull(),
    heightMm: doublePrecision('height_mm').notNull(),
    facingsHorizontal: integer('facings_horizontal').notNull(),
    facingsVertical: integer('facings_vertical').notNull(),
    facingsDepth: integer('facings_depth').notNull(),
    orientation: text('orientation').notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.positionId] })],
);

import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { planogramVersion } from './planogram-version.ts';
import { product } from './product.ts';
import type { MappingKind } from './vocabulary.ts';

/** The change of a position (or, for ALIAS, of a product) from one planogram version to another. */
export const versionMapping = pgTable(
  'version_mapping',
  {
    id: id(),
    fromVersionId: uuid('from_version_id')
      .notNull()
      .references(() => planogramVersion.id),
    toVersionId: uuid('to_version_id')
      .notNull()
      .references(() => planogramVersion.id),
    kind: text('kind').$type<MappingKind>().notNull(),
    /** Null for NEW. */
    fromPositionId: text('from_position_id'),
    /** Null for DELISTED. */
    toPositionId: text('to_position_id'),
    fromProductId: uuid('from_product_id').references(() => product.id),
    toProductId: uuid('to_product_id').references(() => product.id),
    /** End of the period in which the old product counts as the new one; null where the kind has no such period. */
    graceUntil: instant('grace_until'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    /** Time when a person replaced this mapping. */
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('version_mapping_pair').on(t.fromVersionId, t.toVersionId),
    index('version_mapping_to').on(t.toVersionId, t.graceUntil),
  ],
);

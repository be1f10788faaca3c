import { doublePrecision, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { planogram } from './planogram.ts';

export interface ShelfRow {
  id: string;
  number: number;
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

/** One immutable edition (the database refuses UPDATE and DELETE). Millimetres, origin top-left, y down. */
export const planogramVersion = pgTable(
  'planogram_version',
  {
    id: id(),
    planogramId: uuid('planogram_id')
      .notNull()
      .references(() => planogram.id),
    /** The name that devices send in `planogram_version`. Unique over all planograms, since devices send nothing else. */
    label: text('label').notNull().unique(),
    widthMm: doublePrecision('width_mm').notNull(),
    heightMm: doublePrecision('height_mm').notNull(),
    shelves: jsonb('shelves').$type<ShelfRow[]>().notNull(),
    effectiveFrom: instant('effective_from'),
    effectiveTo: instant('effective_to'),
    sourceFormat: text('source_format').notNull(),
    /** SHA-256 of the imported file: the same file under the same label is the same version. */
    sourceSha256: text('source_sha256').notNull(),
    createdBy: text('created_by'),
    createdAt: createdAt(),
  },
  (t) => [index('planogram_version_planogram').on(t.planogramId, t.createdAt, t.id)],
);

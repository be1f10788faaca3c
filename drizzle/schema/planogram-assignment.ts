import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bay } from './bay.ts';
import { createdAt, id, instant } from './columns.ts';
import { plannedActivation } from './planned-activation.ts';
import { planogramVersion } from './planogram-version.ts';

/** The versions of a bay over time. The open row (no `deactivatedAt`) is the active one: at most one a bay. */
export const planogramAssignment = pgTable(
  'planogram_assignment',
  {
    id: id(),
    bayId: uuid('bay_id')
      .notNull()
      .references(() => bay.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => planogramVersion.id),
    activatedAt: instant('activated_at').notNull().defaultNow(),
    deactivatedAt: instant('deactivated_at'),
    activatedBy: text('activated_by'),
    /** The planned activation that created this row. */
    activationId: uuid('activation_id').references(() => plannedActivation.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('planogram_assignment_active').on(t.bayId).where(sql`deactivated_at is null`),
    index('planogram_assignment_bay').on(t.bayId, t.activatedAt),
    index('planogram_assignment_version').on(t.versionId).where(sql`deactivated_at is null`),
    index('planogram_assignment_activation').on(t.activationId).where(sql`activation_id is not null`),
  ],
);

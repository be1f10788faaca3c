import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { planogramVersion } from './planogram-version.ts';
import type { ActivationState } from './vocabulary.ts';

/** The bays that a version shall be active in, as a person named them. */
export interface ActivationScope {
  aisle: string;
  storeIds: string[];
  groupIds: string[];
}

/** A version that becomes the active one of bays at an instant; at once, or when it is due. */
export const plannedActivation = pgTable(
  'planned_activation',
  {
    id: id(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => planogramVersion.id),
    scope: jsonb('scope').$type<ActivationScope>().notNull(),
    dueAt: instant('due_at').notNull(),
    state: text('state').$type<ActivationState>().notNull().default('PLANNED'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
    /** Counts of what it did: bays touched, captures released. */
    outcome: jsonb('outcome').$type<Record<string, unknown>>(),
  },
  (t) => [
    index('planned_activation_due').on(t.dueAt).where(sql`state = 'PLANNED'`),
    index('planned_activation_version').on(t.versionId, t.createdAt),
  ],
);

import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { planogramVersion } from './planogram-version.ts';
import type { ActivationState } from './vocabulary.ts';

/** The bays in which a version will be active, as a person selected them: one aisle of stores, or bays one by one. */
export interface ActivationScope {
  /** Empty when the bays are named one by one. */
  aisle: string;
  storeIds: string[];
  groupIds: string[];
  /** Bays that are named one by one, each with the aisle of its own store. */
  bayIds?: string[];
}

/** The activation of a version in bays, immediately or at a later time. */
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
    /** Counts of the result: bays changed, captures released. */
    outcome: jsonb('outcome').$type<Record<string, unknown>>(),
  },
  (t) => [
    index('planned_activation_due').on(t.dueAt).where(sql`state = 'PLANNED'`),
    index('planned_activation_created').on(t.createdAt, t.id),
    index('planned_activation_version').on(t.versionId, t.createdAt),
  ],
);

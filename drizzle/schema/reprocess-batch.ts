import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { planogramVersion } from './planogram-version.ts';
import { type BatchState, batchStates, type ReprocessMode, type VersionChoice } from './vocabulary.ts';

/** A durable batch of captures that are scored again for one reason. Its items are in reprocess_item. */
export const reprocessBatch = pgTable(
  'reprocess_batch',
  {
    id: id(),
    state: text('state').$type<BatchState>().notNull(),
    mode: text('mode').$type<ReprocessMode>().notNull(),
    /** The requested capture ids or filter. */
    scope: jsonb('scope').$type<Record<string, unknown>>().notNull(),
    /** How the planogram version of each item is chosen. */
    versionChoice: text('version_choice').$type<VersionChoice>().notNull(),
    /** For GIVEN. */
    versionId: uuid('version_id').references(() => planogramVersion.id),
    /** True publishes each result immediately; false publishes all of them together, when a person decides. */
    publishesAtOnce: boolean('publishes_at_once').notNull(),
    reason: text('reason').notNull(),
    /** The last capture that was listed while EXPANDING. */
    expandedTo: uuid('expanded_to'),
    /** Number of listed captures, fixed once the batch is RUNNING. */
    total: integer('total').notNull().default(0),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    stateChangedAt: instant('state_changed_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
    publishedAt: instant('published_at'),
    rolledBackAt: instant('rolled_back_at'),
  },
  (t) => [
    check('reprocess_batch_state', sql.raw(`state in (${batchStates.map((s) => `'${s}'`).join(', ')})`)),
    index('reprocess_batch_created').on(t.createdAt, t.id),
    index('reprocess_batch_open')
      .on(t.state)
      .where(sql`state in ('EXPANDING', 'RUNNING', 'PUBLISHING', 'ROLLING_BACK')`),
  ],
);

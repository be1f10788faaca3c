import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { capture } from './capture.ts';
import { instant } from './columns.ts';
import { reprocessBatch } from './reprocess-batch.ts';
import { score } from './score.ts';
import { type ItemState, itemStates } from './vocabulary.ts';

/** One capture of a batch. */
export const reprocessItem = pgTable(
  'reprocess_item',
  {
    batchId: uuid('batch_id')
      .notNull()
      .references(() => reprocessBatch.id),
    captureId: uuid('capture_id')
      .notNull()
      .references(() => capture.id),
    state: text('state').$type<ItemState>().notNull().default('WAITING'),
    /** End of a worker's claim, by the database's clock. */
    claimedUntil: instant('claimed_until'),
    attempts: integer('attempts').notNull().default(0),
    scoreBeforeId: uuid('score_before_id').references(() => score.id),
    scoreAfterId: uuid('score_after_id').references(() => score.id),
    /** Machine-readable reason for FAILED, SKIPPED and OUTDATED; `message` is the sentence for people. */
    failure: text('failure'),
    message: text('message'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.captureId] }),
    check('reprocess_item_state', sql.raw(`state in (${itemStates.map((s) => `'${s}'`).join(', ')})`)),
    index('reprocess_item_standing').on(t.batchId, t.state, t.captureId),
    index('reprocess_item_ended').on(t.batchId, t.endedAt),
    index('reprocess_item_capture').on(t.captureId),
  ],
);

import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { alert } from './alert.ts';
import { id, instant } from './columns.ts';
import {
  type DeviationEnding,
  type DeviationMeasure,
  type DeviationScope,
  deviationEndings,
  deviationMeasures,
  deviationScopes,
} from './vocabulary.ts';

const oneOf = (column: string, words: readonly string[]) =>
  sql.raw(`${column} in (${words.map((word) => `'${word}'`).join(', ')})`);

/**
 * A level that left the band around its own baseline. It lasts until the level is back, whether or not a person closes
 * the alert meanwhile: a closed alert is not raised again for the same fall.
 */
export const deviation = pgTable(
  'deviation',
  {
    id: id(),
    scope: text('scope').$type<DeviationScope>().notNull(),
    /** The id of a bay, store or planogram, a category, or a camera model with its firmware. */
    subject: text('subject').notNull(),
    measure: text('measure').$type<DeviationMeasure>().notNull(),
    alertId: uuid('alert_id')
      .notNull()
      .references(() => alert.id),
    /** The baseline is that of the 28 days before this day, also later: else a long fall becomes its own baseline. */
    baselineBefore: date('baseline_before').notNull(),
    /** Number of bays that were measured when it opened. */
    bays: integer('bays').notNull(),
    /** The bays that fell. */
    fallenBayIds: uuid('fallen_bay_ids').array().notNull(),
    openedAt: instant('opened_at').notNull(),
    endedAt: instant('ended_at'),
    ending: text('ending').$type<DeviationEnding>(),
  },
  (t) => [
    uniqueIndex('deviation_open').on(t.scope, t.subject, t.measure).where(sql`ended_at is null`),
    index('deviation_alert').on(t.alertId),
    check('deviation_scope', oneOf('scope', deviationScopes)),
    check('deviation_measure', oneOf('measure', deviationMeasures)),
    check('deviation_ending', oneOf('ending', deviationEndings)),
    check('deviation_end', sql`(ended_at is null) = (ending is null)`),
  ],
);

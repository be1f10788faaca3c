import { sql } from 'drizzle-orm';
import { check, json, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { score } from './score.ts';
import type { Verdict } from './vocabulary.ts';

/**
 * The findings of a score in one value, which needs a tenth of the space of one row a finding. Immutable, like its score.
 * SQL reads the findings as rows of the view `position_verdict`.
 */
export const scoreFindings = pgTable(
  'score_findings',
  {
    scoreId: uuid('score_id')
      .primaryKey()
      .references(() => score.id),
    /** Count of each verdict; verdicts that do not occur are left out. */
    verdictCounts: jsonb('verdict_counts').$type<Partial<Record<Verdict, number>>>().notNull(),
    /** As in compliance/finding, one per position in planogram order, then the EXTRA ones. */
    findings: json('findings').$type<readonly object[]>().notNull(),
  },
  () => [check('score_findings_list', sql`json_typeof(findings) = 'array'`)],
);

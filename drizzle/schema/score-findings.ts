import { sql } from 'drizzle-orm';
import { check, json, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { score } from './score.ts';
import type { Verdict } from './vocabulary.ts';

/**
 * What scoring found, all of a score in one value, which packs to a tenth of what a row a finding took. Immutable, as its
 * score. SQL reads them as rows of the view `position_verdict`.
 */
export const scoreFindings = pgTable(
  'score_findings',
  {
    scoreId: uuid('score_id')
      .primaryKey()
      .references(() => score.id),
    /** How often each verdict was given; those never given are left out. */
    verdictCounts: jsonb('verdict_counts').$type<Partial<Record<Verdict, number>>>().notNull(),
    /** As in compliance/finding, one per position in planogram order, then the EXTRA ones. */
    findings: json('findings').$type<readonly object[]>().notNull(),
  },
  () => [check('score_findings_list', sql`json_typeof(findings) = 'array'`)],
);

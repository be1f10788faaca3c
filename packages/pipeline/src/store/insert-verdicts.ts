import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Finding } from '../compliance/finding.ts';

/** A message to Postgres is at most a gigabyte, and memory is dearer: some 4 MB a statement. */
const findingsPerStatement = 5000;

/**
 * Writes findings as one JSON parameter: as a parameter for each of their columns they would cost more time than
 * everything else that is done for a capture.
 */
export async function insertVerdicts(
  tx: Transaction,
  scores: readonly { scoreId: string; findings: readonly Finding[] }[],
): Promise<void> {
  const rows = scores.flatMap(({ scoreId, findings }) =>
    findings.map((finding, ordinal) => ({ ...finding, id: v7(), scoreId, ordinal })),
  );
  for (let from = 0; from < rows.length; from += findingsPerStatement)
    await tx.execute(insertAll(JSON.stringify(rows.slice(from, from + findingsPerStatement))));
}

const insertAll = (rows: string) => sql`
  insert into position_verdict (id, score_id, ordinal, position_id, verdict, expected_product_id, seen_product_id,
    facings_planned, facings_seen, confidence, credit, box, evidence, reason, overrule_id, waiver_id)
  select id, "scoreId", ordinal, "positionId", verdict, "expectedProductId", "seenProductId",
    "facingsPlanned", "facingsSeen", confidence, credit, nullif(box, 'null'), evidence, reason, "overruleId", "waiverId"
  from jsonb_to_recordset(${rows}::jsonb) as finding (
    id uuid, "scoreId" uuid, ordinal int, "positionId" text, verdict text, "expectedProductId" uuid,
    "seenProductId" uuid, "facingsPlanned" int, "facingsSeen" int, confidence float8, credit float8, box jsonb,
    evidence jsonb, reason text, "overruleId" uuid, "waiverId" uuid)`;

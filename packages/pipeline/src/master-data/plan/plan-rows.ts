import type { MasterDataErrorCode, MasterDataErrorRow, MasterDataOutcome } from '@gondola/db';
import type { NewBayAssignment } from '../../planogram-versions/assignments/index.ts';
import type { ReadRow, Values } from '../tables/column.ts';
import { rowError } from '../tables/read-row.ts';

/** What the database says about a row: whether it exists, its present values, and a reference that leads nowhere. */
export interface RowFacts {
  line: number;
  exists: boolean;
  present: Values;
  problem: { code: MasterDataErrorCode; field: string } | null;
}

export interface FieldChange {
  field: string;
  from: string | number | null;
  to: string | number;
}

export interface PlannedRow {
  line: number;
  outcome: Exclude<MasterDataOutcome, 'FAILED'>;
  /** The values after the import. */
  values: Values;
  changes: FieldChange[];
  /** What an assignment row writes. */
  assignment?: NewBayAssignment;
}

/** The rules of a kind that planning needs. */
export interface PlanRules {
  /** Fields that a new row cannot do without. */
  neededForNew: readonly string[];
  /** Values of a new row for empty cells. */
  defaults: (values: Values) => Values;
}

/** Compares rows with what is there. An empty cell changes nothing, and rows that the file does not name stay. */
export const planRows = (
  rows: readonly ReadRow[],
  facts: readonly RowFacts[],
  rules: PlanRules,
): (PlannedRow | MasterDataErrorRow)[] => {
  const byLine = new Map(facts.map((fact) => [fact.line, fact]));
  return rows.map((row) => planRow(row, byLine.get(row.line), rules));
};

function planRow(
  { line, values }: ReadRow,
  fact: RowFacts | undefined,
  { neededForNew, defaults }: PlanRules,
): PlannedRow | MasterDataErrorRow {
  if (fact === undefined) throw new Error(`invariant: no facts of line ${line}`);
  const { problem, exists, present } = fact;
  if (problem !== null) return rowError(line, problem.code, problem.field, values[problem.field] ?? null);
  const changes = changesOf(values, exists ? present : {});
  if (exists) {
    const outcome = changes.length > 0 ? 'CHANGED' : 'UNCHANGED';
    return { line, outcome, values: merge(present, values), changes };
  }
  const missing = neededForNew.find((field) => (values[field] ?? null) === null);
  if (missing !== undefined) return rowError(line, 'FIELD_MISSING', missing, '');
  return { line, outcome: 'CREATED', values: merge(defaults(values), values), changes };
}

const changesOf = (values: Values, present: Values): FieldChange[] =>
  Object.entries(values).flatMap(([field, to]): FieldChange[] => {
    const from = present[field] ?? null;
    return to === null || to === from ? [] : [{ field, from, to }];
  });

const merge = (under: Values, over: Values): Values => ({
  ...under,
  ...Object.fromEntries(Object.entries(over).filter(([, value]) => value !== null)),
});

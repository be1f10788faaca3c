import type { MasterDataErrorRow, MasterDataOutcome } from '@gondola/db';
import type { FieldChange, PlannedRow } from '../plan/plan-rows.ts';
import type { Values } from '../tables/column.ts';

/** A row that an import creates or changes. */
export interface RowDifference {
  line: number;
  outcome: MasterDataOutcome;
  /** The identifying values, joined. */
  key: string;
  changes: FieldChange[];
}

/** What an import does. Counts are of all rows; errors and differences are the first ones, in the order of lines. */
export interface ImportReport {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  failed: number;
  errors: MasterDataErrorRow[];
  differences: RowDifference[];
}

/** Errors that a report keeps: a file with more is wrong as a whole. */
export const maxErrors = 10_000;
/** Differences that a preview lists: a person looks through no more. */
const maxDifferences = 200;

const counters = { CREATED: 'created', CHANGED: 'changed', UNCHANGED: 'unchanged' } as const;

export const newReport = (): ImportReport => ({
  rows: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  failed: 0,
  errors: [],
  differences: [],
});

/** Adds the outcomes of rows to a report. */
export function addToReport(
  report: ImportReport,
  outcomes: readonly (PlannedRow | MasterDataErrorRow)[],
  key: readonly string[],
): void {
  report.rows += outcomes.length;
  for (const outcome of outcomes) {
    if ('code' in outcome) {
      report.failed += 1;
      if (report.errors.length < maxErrors) report.errors.push(outcome);
      continue;
    }
    report[counters[outcome.outcome]] += 1;
    if (outcome.outcome !== 'UNCHANGED' && report.differences.length < maxDifferences)
      report.differences.push(differenceOf(outcome, key));
  }
}

const differenceOf = (
  { line, outcome, values, changes }: PlannedRow,
  key: readonly string[],
): RowDifference => ({
  line,
  outcome,
  key: keyText(values, key),
  changes,
});

const keyText = (values: Values, key: readonly string[]): string =>
  key.flatMap((field) => (values[field] === '' ? [] : String(values[field]))).join(' · ');

import { readDate } from '../text/read-date.ts';
import type { CsvReader } from './read-rows.ts';

export interface Period {
  effectiveFrom?: string;
  effectiveTo?: string;
  notes: string[];
}

/** Reads the period in which the planogram is in force. */
export function readPeriod(rows: readonly CsvReader[]): Period {
  const notes = new Set<string>();
  const from = readBound(rows, 'effective_from', notes);
  const to = readBound(rows, 'effective_to', notes);
  if (from !== null && to !== null && Date.parse(to.iso) <= Date.parse(from.iso)) {
    to.row.fault(
      'effective_to',
      'PERIOD_INVALID',
      `(${to.iso}) has to be later than the beginning (${from.iso})`,
    );
  }
  return {
    ...(from === null ? {} : { effectiveFrom: from.iso }),
    ...(to === null ? {} : { effectiveTo: to.iso }),
    notes: [...notes],
  };
}

function readBound(
  rows: readonly CsvReader[],
  column: 'effective_from' | 'effective_to',
  notes: Set<string>,
): { iso: string; row: CsvReader } | null {
  let bound: { iso: string; row: CsvReader } | null = null;
  for (const row of rows) {
    const reading = readDate(row.raw(column));
    if ('none' in reading) continue;
    if ('unreadable' in reading) {
      row.fault(
        column,
        'FIELD_INVALID',
        `has to be a date such as 2026-11-23, not “${row.raw(column).slice(0, 40)}”`,
      );
      continue;
    }
    if (bound === null) bound = { iso: reading.iso, row };
    else if (bound.iso !== reading.iso) {
      row.fault(
        column,
        'ROWS_DISAGREE',
        `is “${row.raw(column)}”, but line ${bound.row.line} says otherwise`,
      );
    }
    if (reading.assumed === 'midnight') notes.add('Dates without a time are taken as midnight UTC.');
    if (reading.assumed === 'day order') {
      notes.add(`“${row.raw(column)}” is read with the month first.`);
    }
  }
  return bound;
}

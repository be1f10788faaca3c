import { planogramLimits } from '../limits.ts';
import type { Suggested } from '../planogram-format.ts';
import { readDate } from '../text/read-date.ts';
import type { RowReader } from '../text/row-reader.ts';
import type { PsaColumn } from './columns.ts';

/** Reads the identity in a Planogram record. Unreadable dates are noted: the import may give them instead. */
export function readIdentity(fields: RowReader<PsaColumn<'Planogram'>>): {
  suggested: Suggested;
  notes: string[];
} {
  const suggested: Suggested = {};
  const notes: string[] = [];
  const name = fields.text('name', planogramLimits.nameLength);
  if (name !== null) suggested.name = name;
  const code = fields.text('id') ?? (name !== null && name.length <= planogramLimits.idLength ? name : null);
  if (code !== null) suggested.code = code;
  for (const [column, field] of [
    ['effective', 'effectiveFrom'],
    ['finished', 'effectiveTo'],
  ] as const) {
    const reading = readDate(fields.raw(column));
    if ('iso' in reading) {
      suggested[field] = reading.iso;
      if (reading.assumed === 'day order')
        notes.push(`“${fields.raw(column)}” is read with the month first.`);
    }
    if ('unreadable' in reading) {
      notes.push(
        `${fields.label(column)} is “${fields.raw(column).slice(0, 40)}”, which is no date; left out.`,
      );
    }
  }
  const { effectiveFrom, effectiveTo } = suggested;
  if (
    effectiveFrom !== undefined &&
    effectiveTo !== undefined &&
    Date.parse(effectiveTo) <= Date.parse(effectiveFrom)
  ) {
    fields.fault(
      'finished',
      'PERIOD_INVALID',
      `(${effectiveTo}) has to be later than the effective date (${effectiveFrom})`,
    );
  }
  return { suggested, notes };
}

import { planogramLimits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import type { RowReader } from '../text/row-reader.ts';
import type { PsaColumn } from './columns.ts';
import { type Orientation, readOrientation } from './orientation.ts';
import { type PsaRecord, readFields } from './read-records.ts';

/** A Position record in the file's unit, y up from the floor. */
export interface PsaPosition {
  line: number;
  fields: RowReader<PsaColumn<'Position'>>;
  upc: string;
  id: string;
  key: string;
  /** Left edge and bottom of the block of all facings. */
  x: number;
  /** Null: it stands on its fixture. */
  y: number | null;
  /** Null: the product's size times its facings. */
  width: number | null;
  height: number | null;
  facings: { horizontal: number; vertical: number; depth: number };
  orientation: Orientation;
  /** −1: as its fixture says. */
  merchStyle: number;
  hasCaps: boolean;
}

/** Null when the record names no product or place; the problems say so. */
export function readPosition(record: PsaRecord<'Position'>, problems: Problem[]): PsaPosition | null {
  const fields = readFields(record, problems);
  const upc = fields.text('upc') ?? '';
  const id = fields.text('id') ?? '';
  if (upc === '' && id === '') {
    fields.fault('upc', 'FIELD_MISSING', 'and “ID” are both empty, so that nobody knows the product');
  }
  const x = fields.lacks('x') ? null : fields.number('x');
  const count = (column: 'hFacings' | 'vFacings' | 'dFacings', max: number) => fields.whole(column, max) ?? 1;
  const position = {
    line: record.line,
    fields,
    upc,
    id,
    key: fields.text('key') ?? '',
    y: fields.number('y'),
    width: lengthOrNull(fields, 'width'),
    height: lengthOrNull(fields, 'height'),
    facings: {
      horizontal: count('hFacings', planogramLimits.facingsHorizontal),
      vertical: count('vFacings', planogramLimits.facingsVertical),
      depth: count('dFacings', planogramLimits.facingsDepth),
    },
    orientation: readOrientation(fields),
    merchStyle: fields.whole('merchStyle', 6, -1) ?? -1,
    hasCaps: (['xCap', 'yCap', 'zCap'] as const).some((cap) => (fields.number(cap) ?? 0) > 0),
  };
  return x === null || (upc === '' && id === '') ? null : { ...position, x };
}

/** The program writes 0 for a size that nobody measured. */
export function lengthOrNull<Column extends string>(
  fields: RowReader<Column>,
  column: Column,
): number | null {
  const length = fields.number(column);
  if (length === null || length > 0) return length;
  if (length < 0) fields.fault(column, 'FIELD_INVALID', `has to be at least 0, not ${length}`);
  return null;
}

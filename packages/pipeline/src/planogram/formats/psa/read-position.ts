import { planogramLimits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import type { RowReader } from '../text/row-reader.ts';
import type { PsaColumn } from './columns.ts';
import { type Orientation, readOrientation } from './read-orientation.ts';
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
  /** Null: the block stands on its fixture. */
  y: number | null;
  /** Null: the product's size times its facings. */
  width: number | null;
  height: number | null;
  /** Distance from the back and depth; null: unknown. */
  z: number | null;
  depth: number | null;
  facings: { horizontal: number; vertical: number; depth: number };
  orientation: Orientation;
  /** −1: the fixture's value applies. */
  merchStyle: number;
  hasCaps: boolean;
}

/** Reads a position; returns null with a problem when the record has no product or location. */
export function readPosition(record: PsaRecord<'Position'>, problems: Problem[]): PsaPosition | null {
  const fields = readFields(record, problems);
  const upc = fields.text('upc') ?? '';
  const id = fields.text('id') ?? '';
  if (upc === '' && id === '') {
    fields.fault('upc', 'FIELD_MISSING', 'and “ID” are both empty, so that the product is unknown');
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
    z: fields.number('z'),
    depth: lengthOrNull(fields, 'depth'),
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

/** Reads a length; the program writes 0 for an unknown length, which is null. */
export function lengthOrNull<Column extends string>(
  fields: RowReader<Column>,
  column: Column,
): number | null {
  const length = fields.number(column);
  if (length === null || length > 0) return length;
  if (length < 0) fields.fault(column, 'FIELD_INVALID', `has to be at least 0, not ${length}`);
  return null;
}

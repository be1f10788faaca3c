import type { MasterDataErrorCode } from '@gondola/db';
import { canonicalAisle } from '../../aisle.ts';
import { readCode } from '../../planogram/formats/product-code.ts';
import { readNumber } from '../../planogram/formats/text/read-number.ts';

export type CellReading = { value: string | number } | { code: MasterDataErrorCode };
/** Reads a cell that is not empty. */
export type CellReader = (cell: string) => CellReading;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no name has
const control = /[\u0000-\u001f\u007f]/;

/** Reads a code or name on one line, of at most so many characters. */
export const textOf =
  (maxLength: number): CellReader =>
  (cell) => {
    const value = cell.trim().replace(/\s+/g, ' ');
    if (control.test(value)) return { code: 'TEXT_INVALID' };
    return value.length > maxLength ? { code: 'FIELD_TOO_LONG' } : { value };
  };

/** Reads an aisle coordinate in its canonical form. */
export const readAisle: CellReader = (cell) => {
  const reading = textOf(64)(cell);
  return 'value' in reading ? { value: canonicalAisle(String(reading.value)) } : reading;
};

/** Reads a GTIN-8, -12, -13 or -14 or a GS1 digital link as 14 digits. */
export const readGtin14: CellReader = (cell) => {
  const reading = readCode(cell);
  return 'gtin' in reading ? { value: reading.gtin } : { code: 'GTIN_INVALID' };
};

/** Ten metres: no pack is larger. */
const maxPackMm = 10_000;

/** Reads a length in a unit as millimetres, to a thousandth. */
export const lengthOf =
  (unitMm: number): CellReader =>
  (cell) => {
    const value = readNumber(cell);
    const mm = value === null ? 0 : Math.round(value * unitMm * 1_000) / 1_000;
    return mm > 0 && mm <= maxPackMm ? { value: mm } : { code: 'NUMBER_INVALID' };
  };

/** Reads the IANA name of a time zone. */
export const readTimeZone: CellReader = (cell) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: cell.trim() });
    return { value: cell.trim() };
  } catch {
    return { code: 'TIME_ZONE_UNKNOWN' };
  }
};

const isoTime =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,6})?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * Reads a day or a time in ISO 8601. Without an offset it is on the clock of the store, and stays as written. Other notations
 * are refused: their order of day and month is a guess.
 */
export const readTime: CellReader = (cell) => {
  const value = cell.trim();
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = isoTime.exec(value) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const read = new Date(iso);
  const isReal = !Number.isNaN(read.getTime()) && read.toISOString() === iso;
  return isReal ? { value } : { code: 'TIME_INVALID' };
};

/** Returns whether a time that `readTime` accepted says its offset. */
export const hasOffset = (time: string): boolean => /(Z|[T ].*[+-]\d\d:?\d\d)$/i.test(time);

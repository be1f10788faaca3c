import { checkDigitOf, expandUpcE, isRestricted, readGtin } from '../gtin.ts';
import { type CheckDigitForm, isShortUpc } from './check-digit-form.ts';
import { cleanCode, isRounded } from './clean-code.ts';

export interface CodeReading {
  gtin: string;
  /** The conversion of the written code. */
  how: 'as written' | 'check digit added' | 'UPC-E expanded' | 'zeros restored';
}

/**
 * Reads the code of a GTIN column: GTIN-8, -12, -13 or -14, a GS1 digital link, with hyphens, an apostrophe or decimals.
 * Eight digits that are a valid UPC-E are read as UPC-E: as GTIN-8 they would begin with 0 or 1. Spreadsheets remove leading
 * zeros: 9 to 11 digits get them back when the check digit is then right. `form` is what all codes of the file say together
 * (`checkDigitFormOf`); with it, such a code gets its check digit where the file has none, and is a problem where it is unclear.
 */
export function readCode(text: string, form?: CheckDigitForm): CodeReading | { problem: string } {
  const digits = cleanCode(text);
  if (isRounded(digits)) {
    return { problem: 'a spreadsheet has rounded it; format the column as text and export again' };
  }
  const upcA = expandUpcE(digits);
  if (upcA !== null) return { gtin: upcA.padStart(14, '0'), how: 'UPC-E expanded' };
  if (isShortUpc(digits)) {
    if (form === 'without check digit') return addCheckDigit(digits);
    const restored = readGtin(digits.padStart(12, '0'));
    if ('gtin' in restored && form === 'unclear') {
      return { problem: 'it may lack its first zero or its check digit, and the file does not say which' };
    }
    if ('gtin' in restored) return { gtin: restored.gtin, how: 'zeros restored' };
  }
  const reading = readGtin(digits);
  if ('gtin' in reading) return { gtin: reading.gtin, how: 'as written' };
  const several = text.split(/[\s;,/|]+/).filter((part) => 'gtin' in readGtin(part));
  return several.length > 1 ? { problem: `it holds several codes: ${several.join(' and ')}` } : reading;
}

/**
 * Returns the GTIN of a ProSpace product; null when UPC and ID are both a retailer's own numbers. The UPC column often lacks
 * the check digit (and then leading zeros), and the ID column may contain the whole GTIN instead. `form` is that of all UPCs
 * of the file.
 */
export function gtinOfUpc(upc: string, id: string, form: CheckDigitForm): CodeReading | null {
  for (const text of [upc, id].map(cleanCode)) {
    // Eight digits are ambiguous: one own number in ten passes the check. A UPC-E has to match its pattern too.
    const whole = /^\d{12,14}$/.test(text) || expandUpcE(text) !== null ? readCode(text) : null;
    if (whole !== null && 'gtin' in whole) return whole;
  }
  const digits = cleanCode(upc);
  // A retailer's own numbers are short: nine digits are a UPC only where the whole file has lost its zeros.
  if (!isShortUpc(digits) || (digits.length < 10 && form !== 'with check digit')) return null;
  const reading = readCode(digits, form);
  return 'gtin' in reading ? reading : null;
}

function addCheckDigit(digits: string): CodeReading {
  const body = digits.padStart(11, '0');
  return { gtin: (body + checkDigitOf(body)).padStart(14, '0'), how: 'check digit added' };
}

const done = {
  'check digit added': 'had no check digit; it was computed',
  'UPC-E expanded': 'was a UPC-E; it was expanded to the UPC-A it stands for',
  'zeros restored': 'had lost its leading zeros; they were put back',
} as const;

/** Returns notes on converted codes and on codes with a meaning inside one company only. */
export function noteCodes(readings: readonly CodeReading[]): string[] {
  const notes = Object.entries(done).flatMap(([how, sentence]) => {
    const gtins = readings.filter((reading) => reading.how === how).map(({ gtin }) => gtin);
    return gtins.length === 0 ? [] : [`${counted(gtins)} ${sentence}.`];
  });
  const own = readings.map(({ gtin }) => gtin).filter(isRestricted);
  if (own.length > 0) {
    notes.push(
      `${counted(own)} is of a number range for use inside one company (such as goods weighed in the shop): another retailer may use it for something else.`,
    );
  }
  return notes;
}

function counted([first, ...others]: string[]): string {
  return others.length === 0 ? `The GTIN ${first}` : `The GTIN ${first} (and ${others.length} more)`;
}

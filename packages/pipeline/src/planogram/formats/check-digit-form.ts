import { readGtin } from '../gtin.ts';
import { cleanCode } from './clean-code.ts';

/** Whether the short UPCs of a file have their check digit. */
export type CheckDigitForm = 'with check digit' | 'without check digit' | 'unclear';

/**
 * How much likelier one code makes a file with check digits, as a natural logarithm. A file of short UPCs with check digits has
 * one wrong in twenty; digits that are no check digit agree by chance in one of ten.
 */
const agrees = Math.log(0.95 / 0.1);
const disagrees = Math.log(0.05 / 0.9);
/** Odds of about twelve to one: one code that disagrees proves its file, one that agrees does not. */
const proof = 2.5;

/** Returns whether a code is a UPC that is shorter than twelve digits. */
export const isShortUpc = (code: string): boolean => /^\d{9,11}$/.test(code) && !/^0+$/.test(code);

/**
 * Judges from all codes of a file whether its UPCs of 9 to 11 digits lost zeros in front of a whole code, or lack their check
 * digit. A file that keeps a zero in front of eleven digits has lost no zeros.
 */
export function checkDigitFormOf(texts: Iterable<string>): CheckDigitForm {
  const codes = new Set([...texts].map(cleanCode).filter(isShortUpc));
  if ([...codes].some((code) => code.length === 11 && code.startsWith('0'))) return 'without check digit';
  let evidence = 0;
  for (const code of codes) evidence += 'gtin' in readGtin(code.padStart(12, '0')) ? agrees : disagrees;
  if (Math.abs(evidence) < proof) return 'unclear';
  return evidence > 0 ? 'with check digit' : 'without check digit';
}

/**
 * The result of reading a GTIN. All GTINs are stored and compared as 14 digits of text, zero-padded.
 * Check digit after the GS1 General Specifications, 7.9: from the right, weights 3, 1, 3, 1, ...
 */
export type GtinReading = { gtin: string } | { problem: string };

const lengths = [8, 12, 13, 14];

/** Reads a GTIN-8, -12 (UPC-A), -13 or -14. A UPC-E must be expanded by `expandUpcE` first. */
export function readGtin(text: string): GtinReading {
  const digits = text.trim();
  if (!/^[0-9]+$/.test(digits)) return { problem: 'a GTIN is made of digits only' };
  if (!lengths.includes(digits.length)) {
    return { problem: `a GTIN has 8, 12, 13 or 14 digits, this one has ${digits.length}` };
  }
  if (/^0+$/.test(digits)) return { problem: 'all zeros is a placeholder, not a GTIN' };
  const expected = checkDigitOf(digits.slice(0, -1));
  const actual = digits.slice(-1);
  if (actual !== expected) {
    return { problem: `the check digit is ${actual}, but the other digits call for ${expected}` };
  }
  return { gtin: digits.padStart(14, '0') };
}

/** Computes the check digit for a code that lacks it. */
export function checkDigitOf(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/**
 * Expands an eight-digit UPC-E (number system 0 or 1, six digits, check digit) to its UPC-A; null for other codes. The sixth
 * digit gives the location of the omitted zeros (GS1 General Specifications, 5.2.2.4.2).
 */
export function expandUpcE(text: string): string | null {
  const match = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)(\d)$/.exec(text.trim());
  if (match === null) return null;
  const [, system = '', a = '', b = '', c = '', d = '', e = '', rule = '', check = ''] = match;
  const body = upcBody(a, b, c, d, e, rule);
  return checkDigitOf(system + body) === check ? system + body + check : null;
}

function upcBody(a: string, b: string, c: string, d: string, e: string, rule: string): string {
  if (rule <= '2') return `${a}${b}${rule}0000${c}${d}${e}`;
  if (rule === '3') return `${a}${b}${c}00000${d}${e}`;
  if (rule === '4') return `${a}${b}${c}${d}00000${e}`;
  return `${a}${b}${c}${d}${e}0000${rule}`;
}

/**
 * Returns whether a GTIN-14 is of a number range for use inside a company: GTIN-13 prefixes 02, 04 and 20 to 29 (a UPC-A of
 * number system 2 or 4 is one of 02 or 04), GTIN-8 prefixes 0 and 2. Two retailers may use such a number for different
 * articles.
 */
export function isRestricted(gtin: string): boolean {
  return /^(02|002|004|000000[02])/.test(gtin);
}

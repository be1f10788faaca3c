/**
 * GTINs in the one form everything stores and compares: 14 digits as text, zero-padded.
 * Check digit after the GS1 General Specifications, 7.9: from the right, weights 3, 1, 3, 1, ...
 */
export type GtinReading = { gtin: string } | { problem: string };

const lengths = [8, 12, 13, 14];

/** Reads a GTIN-8, -12 (UPC-A), -13 or -14. UPC-E has to be expanded to UPC-A by whoever writes the file. */
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

/** The check digit for a code that lacks it. */
export function checkDigitOf(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

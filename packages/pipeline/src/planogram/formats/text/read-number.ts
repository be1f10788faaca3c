/**
 * Reads a decimal number with a point or a comma, full-width digits included; returns null for other texts. A single comma or
 * point is the decimal sign, since lengths on a shelf have no thousands separators.
 */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

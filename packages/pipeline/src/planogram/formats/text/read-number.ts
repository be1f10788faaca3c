/**
 * A decimal number with a point or a comma, full-width digits included; null of anything else. One comma or point is the
 * decimal sign: no length on a shelf is written with thousands.
 */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

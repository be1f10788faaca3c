/** GS1 reserves prefix 952 for demonstrations: no article on sale has it. */
const demonstrationPrefix = '952';

/** Computes the check digit of 13 digits: weights 3 and 1 in turn from the right (GS1 General Specifications 7.9). */
export function gtinCheckDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** Returns the GTIN-14 of the `item`-th article of a category. */
export function demonstrationGtin(categoryCode: string, item: number): string {
  const digits = `0${demonstrationPrefix}${categoryCode}${String(item).padStart(7, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}

/** Returns 0..1 as whole percent; a dash for an unknown value, which is not zero. Never rounds up to 100 %. */
export function percent(rate: number | null | undefined): string {
  if (rate === null || rate === undefined) return '–';
  const rounded = Math.round(rate * 100);
  return `${rounded === 100 && rate < 1 ? 99 : rounded} %`;
}

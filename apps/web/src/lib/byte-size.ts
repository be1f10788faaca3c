const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Returns a size in powers of 1000 with up to one decimal, such as "1.4 GB" or "12 kB". */
export function byteSize(bytes: number): string {
  let value = bytes;
  let at = 0;
  // 999.95 would be written as "1000.0".
  while (value >= 999.95 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  const digits = at === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[at]}`;
}

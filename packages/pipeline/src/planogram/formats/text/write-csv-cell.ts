/**
 * Writes a text as one cell of a CSV file. A spreadsheet executes text that begins with `=`, `+`, `-` or `@`: it gets an
 * apostrophe, which readers remove again.
 */
export function writeCsvCell(value: string): string {
  const safe = /^'*[=+\-@]|^''/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

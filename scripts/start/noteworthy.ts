/** pino writes its levels as numbers or, where told so, as words. */
const wordOfLevel: Record<string, string> = {
  warn: 'warning',
  error: 'error',
  fatal: 'error',
  40: 'warning',
  50: 'error',
  60: 'error',
};

/** What of a child's line belongs on the screen: warnings and errors of its JSON log, or nothing. */
export function noteworthy(line: string): string | undefined {
  if (!line.startsWith('{')) return /\b(error|warning|fatal)\b/i.test(line) ? line.trim() : undefined;
  try {
    const entry = JSON.parse(line) as {
      level?: string | number;
      msg?: string;
      err?: { message?: string };
    };
    const word = wordOfLevel[entry.level ?? ''];
    return word && `${word}: ${[entry.msg, entry.err?.message].filter(Boolean).join(': ')}`;
  } catch {
    return undefined;
  }
}

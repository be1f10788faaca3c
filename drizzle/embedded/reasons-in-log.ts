import { open } from 'node:fs/promises';

/** Lines that an operator needs; a server that cannot start writes one or two. */
const maxLines = 6;

/** Returns the reasons that a server gave for its end: the grave lines of its log since a position, without their times. */
export async function reasonsInLog(file: string, position: number): Promise<string> {
  const lines = await linesSince(file, position);
  const grave = lines.filter((line) => /\b(FATAL|PANIC|ERROR|HINT|DETAIL)\b|error while loading/.test(line));
  const shown = (grave.length > 0 ? grave : lines).slice(0, maxLines);
  return (
    shown.map((line) => line.replace(/^\d{4}-\S+ \S+ \S+ \[\d+\] /, '')).join('\n') || 'it gave no reason.'
  );
}

async function linesSince(file: string, position: number): Promise<string[]> {
  const log = await open(file).catch(() => undefined);
  if (log === undefined) return [];
  try {
    const bytes = Buffer.alloc(64 * 1024);
    const { bytesRead } = await log.read(bytes, 0, bytes.length, position);
    return bytes.toString('utf8', 0, bytesRead).split('\n').filter(Boolean);
  } finally {
    await log.close();
  }
}

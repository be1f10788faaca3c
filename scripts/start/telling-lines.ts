import { readFile } from 'node:fs/promises';

/** Lines that an operator reads without scrolling. */
const maxLines = 15;
const grave =
  /\b(error|fatal|panic)\b|ENOSPC|no space left|out of memory|cannot |could not |EACCES|EROFS|EADDR/i;

/** Returns the lines of a log that tell why its process ended: the first grave ones, and the last ones. */
export async function tellingLines(file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).trimEnd().split('\n');
  const last = lines.slice(-maxLines);
  const earlier = lines.slice(0, -maxLines);
  // The first of them: what follows is often only its consequence.
  const first = earlier.findIndex((line) => grave.test(line));
  if (first < 0) return last.join('\n');
  return [...earlier.slice(first, first + 3), '...', ...last.slice(-(maxLines - 4))].join('\n');
}

import { z } from 'zod';
import { id, name } from '../fields.ts';
import type { Suggested } from '../planogram-format.ts';

/** Begins the comment in which our own files keep what the format has no field for. Other programs skip comments. */
const start = '; Gondola ';

const schema = z.object({ code: id(), label: id(), name: name(), catalog: id() }).partial();

/** Writes the identity as a comment line. */
export function writeIdentity({ code, label, name, catalog }: Suggested): string {
  return start + JSON.stringify({ code, label, name, catalog });
}

/** Reads the identity from the comment lines of a file; without such a comment, or with a changed one, nothing. */
export function readIdentityComment(lines: readonly string[]): Suggested {
  const line = lines.find((candidate) => candidate.startsWith(start));
  if (line === undefined) return {};
  try {
    const read = schema.safeParse(JSON.parse(line.slice(start.length)));
    return read.success
      ? (Object.fromEntries(Object.entries(read.data).filter(([, value]) => value != null)) as Suggested)
      : {};
  } catch {
    return {};
  }
}

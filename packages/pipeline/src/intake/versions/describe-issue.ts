import type { z } from 'zod';
import { nameOf, pathOf, type Segments } from '../payload-path.ts';
import type { Problem } from '../problem.ts';

/** Returns the location of an issue. Payloads come from JSON, so no segment is a symbol. */
export const segmentsOf = (issue: z.core.$ZodIssue): Segments =>
  issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));

/** Returns true when the payload has no value at this location. */
export const isMissing = (raw: object, segments: Segments): boolean => valueAt(raw, segments) === undefined;

/** Describes one issue as a problem with a message for people. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  raw: object,
  hints: ReadonlyMap<string, string>,
): Problem {
  const segments = segmentsOf(issue);
  const [path, name] = [pathOf(segments), nameOf(segments)];
  if (isMissing(raw, segments)) return missingField(segments, hints);
  const code = segments.at(-1) === 'mime_type' ? 'MIME_TYPE_REFUSED' : 'FIELD_INVALID';
  const value = valueAt(raw, segments);
  const what =
    issue.code === 'invalid_type' && kindOf(value) !== issue.expected && !isFraction(issue, value)
      ? `must be ${kinds[issue.expected] ?? issue.expected}, not ${kinds[kindOf(value)]}`
      : issue.message;
  return { path, code, message: `${name} ${what}.` };
}

export function missingField(segments: Segments, hints: ReadonlyMap<string, string>): Problem {
  const name = nameOf(segments);
  const hint = hints.get(name);
  return {
    path: pathOf(segments),
    code: 'FIELD_MISSING',
    message: hint === undefined ? `${name} is missing.` : `${name} is missing; ${hint}.`,
  };
}

const valueAt = (raw: object, segments: Segments): unknown =>
  segments.reduce<unknown>((level, key) => (level as Record<string, unknown> | null | undefined)?.[key], raw);

const isFraction = (issue: z.core.$ZodIssue, value: unknown): boolean =>
  issue.code === 'invalid_type' && typeof value === 'number' && String(issue.expected) === 'int';

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Describes a schema issue for the author of the file. The issue must contain the value (`reportInput`). */
export function describeIssue(issue: Issue): { code: ProblemCode; message: string } {
  const field = issue.path.findLast((step) => typeof step === 'string');
  const what = field === undefined ? 'The file' : `“${String(field)}”`;
  if (issue.code === 'unrecognized_keys') {
    return {
      code: 'FIELD_UNKNOWN',
      message: `${issue.keys.map((key) => `“${key}”`).join(', ')} is no field of this format; a misspelling would be lost silently.`,
    };
  }
  if (issue.code === 'custom') {
    const code = (issue.params?.code as ProblemCode | undefined) ?? 'FIELD_INVALID';
    return { code, message: `${what} ${issue.message}.` };
  }
  if (issue.input === undefined) return { code: 'FIELD_MISSING', message: `${what} is missing.` };
  return { code: codeOf(issue), message: `${what} ${complaint(issue)}.` };
}

function codeOf(issue: Issue): ProblemCode {
  return issue.code === 'too_big' && issue.origin === 'array' ? 'TOO_MANY' : 'FIELD_INVALID';
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'an object',
  array: 'a list',
};

function complaint(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type': {
      if (typeof issue.input === 'number' && !Number.isFinite(issue.input)) {
        return 'is larger than any number this can be';
      }
      return `has to be ${kinds[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`;
    }
    case 'too_small':
      if (issue.origin === 'string') return 'is empty';
      if (issue.origin === 'array') return 'is an empty list';
      return `has to be ${issue.inclusive === true ? 'at least' : 'greater than'} ${issue.minimum}, not ${String(issue.input)}`;
    case 'too_big':
      if (issue.origin === 'string') return `is longer than ${issue.maximum} characters`;
      if (issue.origin === 'array')
        return `has more than ${issue.maximum} entries, the maximum for an import`;
      return `has to be at most ${issue.maximum}, not ${String(issue.input)}`;
    case 'invalid_value':
      return `has to be ${issue.values.map((value) => `“${String(value)}”`).join(' or ')}, not ${JSON.stringify(issue.input)}`;
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'has to be a date and time with offset, such as 2026-11-23T06:00:00Z'
        : `is not a valid ${issue.format}`;
    default:
      return issue.message;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'a text' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

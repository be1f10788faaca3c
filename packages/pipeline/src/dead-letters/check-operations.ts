import type { PatchOperation } from '@gondola/db';
import { findTextProblems } from '../intake/schema-gate/find-text-problems.ts';
import { depthOf } from '../intake/schema-gate/payload-text.ts';

/** A problem of a patch; `operation` is its index, null when the problem concerns the whole patch. */
export interface OperationProblem {
  operation: number | null;
  message: string;
}

/** A handful of operations corrects a firmware drift; more than this is another payload. */
export const maxOperations = 50;

/** A patch applies to every dead letter of a filter, so it should be small. */
const maxPatchBytes = 64 * 1024;

const needsValue = ['add', 'replace', 'test'];
const needsFrom = ['move', 'copy'];
const allowed: readonly string[] = [...needsValue, ...needsFrom, 'remove'];

const maxPatchDepth = 32;

/** RFC 6901: empty, or tokens after slashes, with `~` written as `~0` and `/` as `~1`. */
const pointer = /^(?:\/(?:[^/~]|~[01])*)*$/;

/** Names that lead from an object into the runtime instead of its members. */
const dangerous = ['__proto__', 'constructor', 'prototype'];

/**
 * Validates a JSON Patch (RFC 6902) from outside. The whole payload (pointer "") may be tested, copied and replaced.
 */
export function checkOperations(
  given: unknown,
): { operations: PatchOperation[] } | { problems: OperationProblem[] } {
  if (!Array.isArray(given) || given.length === 0)
    return { problems: [{ operation: null, message: 'A patch is a list of operations.' }] };
  if (given.length > maxOperations)
    return {
      problems: [{ operation: null, message: `A patch has at most ${maxOperations} operations.` }],
    };
  if (depthOf(given, maxPatchDepth) > maxPatchDepth)
    return { problems: [{ operation: null, message: `A patch has at most ${maxPatchDepth} levels.` }] };
  if (Buffer.byteLength(JSON.stringify(given)) > maxPatchBytes)
    return { problems: [{ operation: null, message: `A patch has at most ${maxPatchBytes} bytes.` }] };
  const problems = given.flatMap((operation, i) =>
    problemsOf(operation).map((message) => ({ operation: i, message })),
  );
  return problems.length > 0 ? { problems } : { operations: given.map(withoutOtherMembers) };
}

function problemsOf(given: unknown): string[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return ['An operation is an object.'];
  const operation = given as Record<string, unknown>;
  const { op } = operation;
  if (typeof op !== 'string' || !allowed.includes(op)) return [`op must be one of ${allowed.join(', ')}.`];
  const problems = problemsOfPointer('path', operation.path);
  if (needsFrom.includes(op)) problems.push(...problemsOfPointer('from', operation.from));
  if (needsValue.includes(op) && !Object.hasOwn(operation, 'value')) problems.push(`${op} needs a value.`);
  if (op === 'remove' && operation.path === '') problems.push('The whole payload cannot be removed.');
  if (findTextProblems(operation).length > 0)
    problems.push('An operation must not hold a control character or half of a surrogate pair.');
  if (holdsDangerousName(operation.value))
    problems.push(`value must not have a member named ${dangerous.join(', ')}.`);
  return problems;
}

function problemsOfPointer(member: string, given: unknown): string[] {
  if (typeof given !== 'string') return [`${member} must be a JSON pointer, such as /device/mac.`];
  if (!pointer.test(given)) return [`${member} is no JSON pointer: ${JSON.stringify(given)}.`];
  const bad = tokensOf(given).find((token) => dangerous.includes(token));
  return bad === undefined ? [] : [`${member} must not lead through ${bad}.`];
}

function holdsDangerousName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => dangerous.includes(name) || holdsDangerousName(inner));
}

/** Returns the members on the path of a pointer. */
export const tokensOf = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Removes other members of an operation: RFC 6902 permits and ignores them, and they are not recorded. */
function withoutOtherMembers({ op, path, from, value }: PatchOperation): PatchOperation {
  if (op === 'move' || op === 'copy') return { op, path, ...(from === undefined ? {} : { from }) };
  return op === 'remove' ? { op, path } : { op, path, value };
}

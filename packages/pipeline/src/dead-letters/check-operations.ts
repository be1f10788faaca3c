import type { PatchOperation } from '@gondola/db';
import { findTextProblems } from '../intake/find-text-problems.ts';
import { depthOf } from '../intake/payload-text.ts';

/** What is wrong with a patch; `operation` is its place in the list, null when it is about the whole. */
export interface OperationProblem {
  operation: number | null;
  message: string;
}

/** A drift of firmware is mended with a handful; more than this is another payload. */
export const mostOperations = 50;

/** A patch is laid over every letter of a group: it should say little. */
const mostBytes = 64 * 1024;

const needsValue = ['add', 'replace', 'test'];
const needsFrom = ['move', 'copy'];
const allowed: readonly string[] = [...needsValue, ...needsFrom, 'remove'];

const mostDepth = 32;

/** RFC 6901: empty, or tokens behind slashes, with `~` written `~0` and `/` written `~1`. */
const pointer = /^(?:\/(?:[^/~]|~[01])*)*$/;

/** Names that reach from an object into the program instead of into its members. */
const dangerous = ['__proto__', 'constructor', 'prototype'];

/** Reads a JSON Patch (RFC 6902) that came from outside. The whole payload (pointer "") may be tested, copied and replaced. */
export function checkOperations(
  given: unknown,
): { operations: PatchOperation[] } | { problems: OperationProblem[] } {
  if (!Array.isArray(given) || given.length === 0)
    return { problems: [{ operation: null, message: 'A patch is a list of operations.' }] };
  if (given.length > mostOperations)
    return {
      problems: [{ operation: null, message: `A patch has at most ${mostOperations} operations.` }],
    };
  if (depthOf(given, mostDepth) > mostDepth)
    return { problems: [{ operation: null, message: `A patch has at most ${mostDepth} levels.` }] };
  if (Buffer.byteLength(JSON.stringify(given)) > mostBytes)
    return { problems: [{ operation: null, message: `A patch has at most ${mostBytes} bytes.` }] };
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

/** The members that a pointer leads through. */
export const tokensOf = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

/** RFC 6902 lets an operation hold other members and ignores them; they are not recorded. */
function withoutOtherMembers({ op, path, from, value }: PatchOperation): PatchOperation {
  if (op === 'move' || op === 'copy') return { op, path, ...(from === undefined ? {} : { from }) };
  return op === 'remove' ? { op, path } : { op, path, value };
}

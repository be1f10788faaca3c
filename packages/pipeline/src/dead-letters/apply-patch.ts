import type { PatchOperation } from '@gondola/db';
import { applyPatch as applyJsonPatch, type Operation } from 'rfc6902';
import { payloadText } from '../intake/schema-gate/payload-text.ts';
import { maxPayloadBytes } from '../intake/schema-gate/schema-gate.ts';
import { tokensOf } from './check-operations.ts';

export type AppliedPatch = { payload: unknown } | { failed: { operation: number; message: string } };

/**
 * Applies all operations of a patch to a copy of a raw payload, or none. The payload is parsed from its text, so that
 * NUL and lone surrogates survive.
 */
export function applyPatch(rawPayload: string, operations: readonly PatchOperation[]): AppliedPatch {
  // The library cannot replace a whole document, so the payload is a member of one.
  const document: { payload: unknown } = { payload: JSON.parse(rawPayload) };
  for (const [i, operation] of operations.entries()) {
    const message = findObstacle(document, operation) ?? applyOperation(document, operation);
    if (message !== null) return { failed: { operation: i, message } };
  }
  return { payload: document.payload };
}

function applyOperation(document: { payload: unknown }, operation: PatchOperation): string | null {
  const { op, path, from, value } = operation;
  const step = {
    op,
    path: `/payload${path}`,
    ...(from === undefined ? {} : { from: `/payload${from}` }),
    ...('value' in operation ? { value } : {}),
  } as Operation;
  try {
    const [error] = applyJsonPatch(document, [step]);
    if (error) return op === 'test' ? `${path} is not what the test expects.` : `${path} cannot be changed.`;
  } catch (error) {
    // The library traverses values recursively.
    if (error instanceof RangeError) return `${path} is nested too deep.`;
    throw error;
  }
  // A copy of the payload into itself doubles its size: fifty copies would exhaust the memory.
  const hasGrown = op === 'copy' && Buffer.byteLength(payloadText(document.payload)) > maxPayloadBytes;
  return hasGrown ? `The payload becomes larger than ${maxPayloadBytes} bytes.` : null;
}

/**
 * Returns why an operation cannot apply; null when it can. Checks own members only. The library would also find the
 * `length` of a text and inherited members.
 */
function findObstacle(document: object, { op, path, from }: PatchOperation): string | null {
  if (from !== undefined) {
    if (!exists(document, from)) return `There is no ${from}.`;
    if (op === 'move' && path.startsWith(`${from}/`)) return `${from} cannot be moved into itself.`;
  }
  if (op === 'remove' || op === 'replace' || op === 'test')
    return exists(document, path) ? null : `There is no ${path}.`;
  return canHold(document, path) ? null : `There is no place for ${path}.`;
}

const index = /^(?:0|[1-9]\d*)$/;

function memberOf(level: unknown, token: string): { value: unknown } | null {
  if (Array.isArray(level))
    return index.test(token) && Number(token) < level.length ? { value: level[Number(token)] } : null;
  if (typeof level !== 'object' || level === null || !Object.hasOwn(level, token)) return null;
  return { value: (level as Record<string, unknown>)[token] };
}

function valueAt(document: object, tokens: readonly string[]): { value: unknown } | null {
  return tokens.reduce<{ value: unknown } | null>((at, token) => at && memberOf(at.value, token), {
    value: document,
  });
}

const documentTokens = (path: string): string[] => ['payload', ...tokensOf(path)];

const exists = (document: object, path: string): boolean => valueAt(document, documentTokens(path)) !== null;

function canHold(document: object, path: string): boolean {
  const tokens = documentTokens(path);
  const last = tokens.pop() ?? '';
  const parent = valueAt(document, tokens)?.value;
  if (Array.isArray(parent)) return last === '-' || (index.test(last) && Number(last) <= parent.length);
  return typeof parent === 'object' && parent !== null;
}

import type { PatchOperation } from '@gondola/db';
import { applyPatch, type Operation } from 'rfc6902';
import { payloadText } from '../intake/payload-text.ts';
import { maxPayloadBytes } from '../intake/schema-gate.ts';
import { tokensOf } from './check-operations.ts';

export type LaidPatch = { payload: unknown } | { failed: { operation: number; message: string } };

/**
 * Lays a patch over a raw payload, which itself is not changed: all of its operations or none. The payload is read from its
 * text, so that NUL and lone surrogates come through.
 */
export function layPatch(rawPayload: string, operations: readonly PatchOperation[]): LaidPatch {
  // The library does not replace a whole document: it gets one that holds the payload as a member.
  const held: { payload: unknown } = { payload: JSON.parse(rawPayload) };
  for (const [i, operation] of operations.entries()) {
    const message = whyNot(held, operation) ?? perform(held, operation);
    if (message !== null) return { failed: { operation: i, message } };
  }
  return { payload: held.payload };
}

function perform(held: { payload: unknown }, operation: PatchOperation): string | null {
  const { op, path, from, value } = operation;
  const step = {
    op,
    path: `/payload${path}`,
    ...(from === undefined ? {} : { from: `/payload${from}` }),
    ...('value' in operation ? { value } : {}),
  } as Operation;
  try {
    const [error] = applyPatch(held, [step]);
    if (error) return op === 'test' ? `${path} is not what the test expects.` : `${path} cannot be changed.`;
  } catch (error) {
    // The library walks values by recursion.
    if (error instanceof RangeError) return `${path} is nested too deep.`;
    throw error;
  }
  // A copy into itself doubles a payload: fifty of them would fill the memory.
  const hasGrown = op === 'copy' && Buffer.byteLength(payloadText(held.payload)) > maxPayloadBytes;
  return hasGrown ? `The payload becomes larger than ${maxPayloadBytes} bytes.` : null;
}

/**
 * Why an operation has nothing to work on. Looks at own members only, where the library would also find the `length` of a
 * text or what every object inherits.
 */
function whyNot(held: object, { op, path, from }: PatchOperation): string | null {
  if (from !== undefined) {
    if (!exists(held, from)) return `There is no ${from}.`;
    if (op === 'move' && path.startsWith(`${from}/`)) return `${from} cannot be moved into itself.`;
  }
  if (op === 'remove' || op === 'replace' || op === 'test')
    return exists(held, path) ? null : `There is no ${path}.`;
  return canHold(held, path) ? null : `There is no place for ${path}.`;
}

const index = /^(?:0|[1-9]\d*)$/;

function memberOf(level: unknown, token: string): { value: unknown } | null {
  if (Array.isArray(level))
    return index.test(token) && Number(token) < level.length ? { value: level[Number(token)] } : null;
  if (typeof level !== 'object' || level === null || !Object.hasOwn(level, token)) return null;
  return { value: (level as Record<string, unknown>)[token] };
}

function valueAt(held: object, tokens: readonly string[]): { value: unknown } | null {
  return tokens.reduce<{ value: unknown } | null>((at, token) => at && memberOf(at.value, token), {
    value: held,
  });
}

const inHeld = (path: string): string[] => ['payload', ...tokensOf(path)];

const exists = (held: object, path: string): boolean => valueAt(held, inHeld(path)) !== null;

function canHold(held: object, path: string): boolean {
  const tokens = inHeld(path);
  const last = tokens.pop() ?? '';
  const parent = valueAt(held, tokens)?.value;
  if (Array.isArray(parent)) return last === '-' || (index.test(last) && Number(last) <= parent.length);
  return typeof parent === 'object' && parent !== null;
}

import type { PatchOperation } from '@gondola/db';
import { expect, test } from 'vitest';
import { applyPatch } from './apply-patch.ts';
import { checkOperations } from './check-operations.ts';

const patch = (raw: unknown, ...operations: PatchOperation[]) => applyPatch(JSON.stringify(raw), operations);

test.each<[string, unknown, PatchOperation[], unknown]>([
  [
    'renames',
    { plano: 'x' },
    [{ op: 'move', from: '/plano', path: '/planogram_version' }],
    { planogram_version: 'x' },
  ],
  [
    'adds',
    {},
    [
      { op: 'add', path: '/a', value: [1] },
      { op: 'add', path: '/a/-', value: 2 },
    ],
    { a: [1, 2] },
  ],
  ['replaces', { a: { b: 1 } }, [{ op: 'replace', path: '/a/b', value: null }], { a: { b: null } }],
  ['removes', { a: [1, 2, 3] }, [{ op: 'remove', path: '/a/1' }], { a: [1, 3] }],
  ['copies', { a: { b: 1 } }, [{ op: 'copy', from: '/a', path: '/c' }], { a: { b: 1 }, c: { b: 1 } }],
  ['tests', { a: 1 }, [{ op: 'test', path: '/a', value: 1 }], { a: 1 }],
  [
    'reads escaped names',
    { 'a/b': 1, '~': 2 },
    [
      { op: 'remove', path: '/a~1b' },
      { op: 'remove', path: '/~0' },
    ],
    {},
  ],
  ['takes a payload out of its wrapping', [{ a: 1 }], [{ op: 'move', from: '/0', path: '' }], { a: 1 }],
])('%s', (_, raw, operations, after) => {
  expect(checkOperations(operations)).toEqual({ operations });
  expect(patch(raw, ...operations)).toEqual({ payload: after });
});

test.each<[string, unknown, PatchOperation]>([
  ['removing what is not there', {}, { op: 'remove', path: '/a' }],
  ['replacing what is not there', {}, { op: 'replace', path: '/a', value: 1 }],
  ['replacing what is only inherited', {}, { op: 'replace', path: '/toString', value: 1 }],
  ['moving what is not there', {}, { op: 'move', from: '/a', path: '/b' }],
  ['adding below nothing', {}, { op: 'add', path: '/a/b', value: 1 }],
  ['adding below a text', { a: 'x' }, { op: 'add', path: '/a/b', value: 1 }],
  ['adding far behind the end of a list', { a: [] }, { op: 'add', path: '/a/7', value: 1 }],
  ['stretching a list by its length', { a: [] }, { op: 'replace', path: '/a/length', value: 4_000_000_000 }],
  ['replacing behind the end of a list', { a: [1] }, { op: 'replace', path: '/a/-', value: 1 }],
  ['copying a character out of a text', { a: 'xyz' }, { op: 'copy', from: '/a/0', path: '/b' }],
  ['moving an object into itself', { a: { b: {} } }, { op: 'move', from: '/a', path: '/a/b/c' }],
  ['a test that does not hold', { a: 1 }, { op: 'test', path: '/a', value: '1' }],
  ['changing a payload that is a text', 'x', { op: 'add', path: '/a', value: 1 }],
])('%s does not apply and says why', (_, raw, operation) => {
  expect(patch(raw, { op: 'test', path: '', value: raw }, operation)).toEqual({
    failed: { operation: 1, message: expect.stringMatching(/^\S.*\.$/) },
  });
});

test('text that the database cannot store survives a patch', () => {
  const raw = String.raw`{"a":"x\u0000y","b":"\ud800"}`;
  const patched = applyPatch(raw, [{ op: 'move', from: '/a', path: '/c' }]);
  expect('payload' in patched && JSON.stringify(patched.payload)).toBe(
    String.raw`{"b":"\ud800","c":"x\u0000y"}`,
  );
});

test('copies into themselves stop at the size limit', () => {
  const copies = Array.from(
    { length: 50 },
    (_, i): PatchOperation => ({ op: 'copy', from: '', path: i % 2 === 0 ? '/x' : '/y' }),
  );
  expect(patch({ a: 'y'.repeat(1000) }, ...copies)).toEqual({
    failed: { operation: expect.any(Number), message: 'The payload becomes larger than 65536 bytes.' },
  });
});

test.each<[string, unknown, string]>([
  ['no list', { op: 'remove', path: '/a' }, 'list of operations'],
  ['an empty list', [], 'list of operations'],
  ['51 operations', Array(51).fill({ op: 'remove', path: '/a' }), 'at most 50'],
  ['a text', ['remove'], 'is an object'],
  ['an unknown operation', [{ op: 'merge', path: '/a' }], 'op must be one of'],
  ['an inherited member as operation', [{ op: 'toString', path: '/a' }], 'op must be one of'],
  ['no path', [{ op: 'remove' }], 'path must be a JSON pointer'],
  ['a path without a slash', [{ op: 'remove', path: 'a' }], 'is no JSON pointer'],
  ['a bare tilde', [{ op: 'remove', path: '/a~b' }], 'is no JSON pointer'],
  ['no from', [{ op: 'move', path: '/a' }], 'from must be a JSON pointer'],
  ['no value', [{ op: 'add', path: '/a' }], 'add needs a value'],
  ['the removal of the whole payload', [{ op: 'remove', path: '' }], 'cannot be removed'],
  ['__proto__', [{ op: 'add', path: '/__proto__/polluted', value: 1 }], 'must not lead through __proto__'],
  [
    'constructor',
    [{ op: 'copy', from: '/constructor/prototype', path: '/a' }],
    'must not lead through constructor',
  ],
  [
    '__proto__ inside a value',
    [{ op: 'add', path: '/a', value: JSON.parse('{"b":{"__proto__":1}}') }],
    'value must not',
  ],
  ['NUL', [{ op: 'add', path: '/a', value: 'x\u0000' }], 'control character'],
  ['half a surrogate pair', [{ op: 'remove', path: '/\ud800' }], 'surrogate pair'],
  [
    'endless nesting',
    [{ op: 'add', path: '/a', value: JSON.parse(`${'['.repeat(9000)}${']'.repeat(9000)}`) }],
    'at most 32 levels',
  ],
  ['too many bytes', [{ op: 'add', path: '/a', value: 'x'.repeat(70_000) }], 'at most 65536 bytes'],
])('a patch with %s is rejected', (_, operations, words) => {
  expect(checkOperations(operations)).toMatchObject({
    problems: [{ message: expect.stringContaining(words) }],
  });
});

test('no patch reaches the prototypes of the runtime, checked or not', () => {
  patch({}, { op: 'add', path: '/__proto__/polluted', value: 1 });
  patch({}, { op: 'add', path: '/constructor/prototype/polluted', value: 1 });
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

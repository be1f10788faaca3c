import fc from 'fast-check';
import { expect, test } from 'vitest';
import { depthOf, payloadText } from './payload-text.ts';

test('a payload that is nested too deep for JSON.stringify is serialised', () => {
  for (const text of [
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    `${'{"a":[1,"\\u0000",null,{}],"b":'.repeat(10_000)}"\\ud800"${'}'.repeat(10_000)}`,
  ])
    expect(payloadText(JSON.parse(text))).toBe(text);
});

test('depth counts objects and lists, up to the limit', () => {
  expect(depthOf('x', 9)).toBe(0);
  expect(depthOf({ a: 1, b: [{}] }, 9)).toBe(3);
  expect(depthOf(JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), 32)).toBe(33);
});

test('any other payload is serialised as JSON.stringify does it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(payloadText(value)).toBe(JSON.stringify(value));
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf, pointerOf } from './payload-path.ts';

test.each([
  [[], '$', ''],
  [['device', 'mac'], '$.device.mac', '/device/mac'],
  [['tags', 3], '$.tags[3]', '/tags/3'],
  [['a.b'], '$["a.b"]', '/a.b'],
  [['a/b', 'm~n'], '$["a/b"]["m~n"]', '/a~1b/m~0n'],
  [['"]["'], '$["\\"][\\""]', '/"]["'],
  [[''], '$[""]', '/'],
])('%j is %s for people and %j for patches', (segments, path, pointer) => {
  expect(pathOf(segments)).toBe(path);
  expect(pointerOf(path)).toBe(pointer);
});

test('different locations have different paths, and the pointer leads to the same location', () => {
  const segment = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('.', '[0]', '"', '/', '~1', '$'));
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      const tokens = pointerOf(pathOf(segments))
        .split('/')
        .slice(1)
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
      expect(tokens).toEqual(segments);
    }),
  );
});

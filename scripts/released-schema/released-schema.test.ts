import { expect, test } from 'vitest';
import { findBreakingChanges } from './find-breaking-changes.ts';
import { judgeChanges } from './judge-changes.ts';

const released = 'type Query { store(code: String!): String, bays: [String!]! } enum Tier { CLOUD EDGE }';
const removed = '- Breaking: Field `bays` was removed from object type `Query` (`Query.bays`)';

test('a removed field breaks clients, what is added does not', async () => {
  expect(
    await findBreakingChanges(
      released,
      'type Query { store(code: String!, aisle: String): String, shelves: Int } enum Tier { CLOUD EDGE HEURISTIC }',
    ),
  ).toEqual([removed]);
  expect(await findBreakingChanges(released, released)).toEqual([]);
});

test('a new required argument, another type and a removed enum value break clients', async () => {
  const breaking = await findBreakingChanges(
    released,
    'type Query { store(code: String!, aisle: String!): Int, bays: [String!]! } enum Tier { CLOUD }',
  );
  expect(breaking).toHaveLength(3);
  expect(breaking.join('\n')).toMatch(/aisle[\s\S]*EDGE[\s\S]*store/);
});

test('before version 1.0.0 a breaking change must be listed, and the line to add is printed', () => {
  expect(judgeChanges([removed], '0.4.0', '# Changelog\n\n## Unreleased\n\n- More.\n')).toEqual([
    'The schema breaks clients of the released one. Add to CHANGELOG.md, under "Unreleased":',
    removed,
  ]);
  expect(
    judgeChanges([removed], '0.4.0', `# Changelog\n\n## Unreleased\n\n${removed}\n\n## 0.3.0\n`),
  ).toEqual([]);
});

test('a line under an earlier release does not count', () => {
  expect(judgeChanges([removed], '0.4.0', `## Unreleased\n\n## 0.3.0\n\n${removed}\n`)).toHaveLength(2);
});

test('from version 1.0.0 a breaking change is refused, listed or not', () => {
  expect(judgeChanges([removed], '1.0.0', `## Unreleased\n\n${removed}\n`)[1]).toBe(removed);
  expect(judgeChanges([], '1.0.0', '')).toEqual([]);
});

import { expect, test } from 'vitest';
import type { ReprocessItemState } from '../../generated/graphql.ts';
import { consequenceOf } from './act-words.ts';

const batch = (counts: Partial<Record<ReprocessItemState, number>>, changes = {}) => ({
  state: 'RUNNING' as const,
  mode: 'RESCORE' as const,
  publishesAtOnce: false,
  progress: {
    ratePerSecond: null,
    counts: Object.entries(counts).map(([state, count]) => ({ state: state as ReprocessItemState, count })),
  },
  ...changes,
});

test('publishing says how many captures get another current score, and that it can be undone', () => {
  const told = consequenceOf('PUBLISH', batch({ DONE: 12, FAILED: 1 }, { state: 'DONE' }));
  expect(told).toContain('current one of 12 captures');
  expect(told).toContain('can be rolled back');
});

test('a cancelled batch tells what becomes of results that nobody has seen', () => {
  expect(consequenceOf('CANCEL', batch({ DONE: 3, WAITING: 7 }))).toBe(
    'What waits for its turn stays as it is: 7 captures. The new scores of 3 captures never count. A cancelled batch cannot be resumed.',
  );
});

test('one that publishes as it goes keeps what it has published', () => {
  expect(consequenceOf('CANCEL', batch({ PUBLISHED: 1, WAITING: 1 }, { publishesAtOnce: true }))).toContain(
    'New scores of 1 capture stay the current ones',
  );
});

test('a cancelled release leaves the rest in the drift queue', () => {
  expect(
    consequenceOf('CANCEL', batch({ WAITING: 2 }, { mode: 'RELEASE', publishesAtOnce: true })),
  ).toContain('stays in the drift queue');
});

test('what can be taken back at once asks for no confirmation', () => {
  expect(consequenceOf('PAUSE', batch({}))).toBeNull();
  expect(consequenceOf('RETRY_FAILED', batch({ FAILED: 1 }))).toBeNull();
});

import { expect, test } from 'vitest';
import type { ReprocessItemState } from '../../generated/graphql.ts';
import { consequenceOf } from './action-labels.ts';

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

test('the consequence of publishing states how many captures get another current score, and that a rollback is possible', () => {
  const consequence = consequenceOf('PUBLISH', batch({ DONE: 12, FAILED: 1 }, { state: 'DONE' }));
  expect(consequence).toContain('current one of 12 captures');
  expect(consequence).toContain('can be rolled back');
});

test('the consequence of cancelling states what happens to unpublished results', () => {
  expect(consequenceOf('CANCEL', batch({ DONE: 3, WAITING: 7 }))).toBe(
    'Waiting captures stay unchanged: 7 captures. The new scores of 3 captures never count. A cancelled batch cannot be resumed.',
  );
});

test('a cancelled batch that publishes at once keeps its published scores', () => {
  expect(consequenceOf('CANCEL', batch({ PUBLISHED: 1, WAITING: 1 }, { publishesAtOnce: true }))).toContain(
    'New scores of 1 capture stay the current ones',
  );
});

test('a cancelled release leaves the remaining captures in the drift queue', () => {
  expect(
    consequenceOf('CANCEL', batch({ WAITING: 2 }, { mode: 'RELEASE', publishesAtOnce: true })),
  ).toContain('stay in the drift queue');
});

test('an action that can be undone at once needs no confirmation', () => {
  expect(consequenceOf('PAUSE', batch({}))).toBeNull();
  expect(consequenceOf('RETRY_FAILED', batch({ FAILED: 1 }))).toBeNull();
});

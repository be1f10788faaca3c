import { expect, test } from 'vitest';
import type { BatchSummary } from '../../lib/batches/batch-summary.ts';
import { releaseOf, rescoreOf, shownBatches } from './drift-batches.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const bay = { id: 'bay-1', aisle: 'A-07', store: { code: '4102', name: 'North', timeZone: 'UTC' } };
const batch = (id: string, changes: Partial<BatchSummary>): BatchSummary => ({
  id,
  state: 'RUNNING',
  mode: 'RELEASE',
  versionChoice: 'TAGGED',
  version: null,
  scope: { kind: 'DRIFT_GROUP', bayId: 'bay-1', taggedVersion: 'v1' },
  bay,
  publishesAtOnce: true,
  reason: 'r',
  createdBy: 'm',
  createdAt: '2026-11-24T11:00:00Z',
  startedAt: null,
  endedAt: null,
  total: 2,
  ended: 0,
  remainingSeconds: null,
  progress: { ratePerSecond: null, counts: [] },
  ...changes,
});

test('drift batches are shown while they run and shortly after, each once', () => {
  const running = batch('running', {});
  const shown = shownBatches(
    [
      running,
      running,
      batch('just ended', { state: 'PUBLISHED', endedAt: '2026-11-24T11:55:00Z' }),
      batch('long ended', { state: 'PUBLISHED', endedAt: '2026-11-24T10:00:00Z' }),
      batch('waits for review', { state: 'DONE', endedAt: '2026-11-24T10:00:00Z' }),
      batch('of a filter', { scope: { kind: 'FILTER', filter: {} } }),
    ],
    now,
  );
  expect(shown.map(({ id }) => id)).toEqual(['running', 'just ended', 'waits for review']);
});

test('a group finds the open batch that releases it, and no other', () => {
  const ended = batch('ended', { state: 'PUBLISHED', endedAt: '2026-11-24T11:55:00Z' });
  expect(releaseOf([ended, batch('open', {})], { bay, taggedVersion: 'v1' })?.id).toBe('open');
  expect(releaseOf([ended], { bay, taggedVersion: 'v1' })).toBeUndefined();
  expect(releaseOf([batch('open', {})], { bay, taggedVersion: 'v2' })).toBeUndefined();
});

test('silent drift has a batch until that batch is published', () => {
  const scope = { kind: 'SILENT_DRIFT', bayId: 'bay-1' };
  const ready = batch('ready', {
    scope,
    version: { label: 'v2' },
    state: 'DONE',
    endedAt: '2026-11-24T11:00:00Z',
  });
  expect(rescoreOf([ready], { bay, better: { label: 'v2' } })?.id).toBe('ready');
  expect(rescoreOf([{ ...ready, state: 'CANCELLED' }], { bay, better: { label: 'v2' } })).toBeUndefined();
});

import { expect, test } from 'vitest';
import { judgeOrder, type RaceEvent } from './judge-order.ts';

const active = (versionId: string, bayId = 'bay'): RaceEvent => ({
  kind: 'ACTIVE',
  bayId,
  versionId,
  captureId: null,
});
const pin = (captureId: string, versionId: string, bayId = 'bay'): RaceEvent => ({
  kind: 'PIN',
  bayId,
  versionId,
  captureId,
});

test('a pin to the version that was active at its commit is right, for each bay separately', () => {
  const events = [
    active('a'),
    active('b', 'other'),
    pin('1', 'a'),
    active('b'),
    pin('2', 'b'),
    pin('3', 'b', 'other'),
  ];
  expect(judgeOrder(events)).toEqual({ pins: 3, activations: 3, wrongPins: [], pinnedAgain: [] });
});

test('a pin that was committed after its version was replaced, or before it was active, is wrong', () => {
  expect(judgeOrder([active('a'), active('b'), pin('late', 'a')]).wrongPins).toEqual(['late']);
  expect(judgeOrder([active('a'), pin('early', 'b'), active('b')]).wrongPins).toEqual(['early']);
});

test('a capture that is pinned twice is reported', () => {
  expect(judgeOrder([active('a'), pin('1', 'a'), active('b'), pin('1', 'b')]).pinnedAgain).toEqual(['1']);
});

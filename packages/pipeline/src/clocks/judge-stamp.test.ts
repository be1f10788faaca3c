import { expect, test } from 'vitest';
import { judgeStamp, type Stamp } from './judge-stamp.ts';

const at = (text: string) => Date.parse(text);
const receivedAtMs = at('2026-11-24T10:00:00Z');
const minute = 60_000;
const hour = 60 * minute;

const judge = (changes: Partial<Stamp>) =>
  judgeStamp({
    takenAtMs: receivedAtMs - 2_000,
    sentAtMs: null,
    receivedAtMs,
    storeCreatedAtMs: at('2026-03-01T00:00:00Z'),
    clockErrorMs: null,
    ...changes,
  });
const asStamped = { timeSource: 'DEVICE_CLOCK', correctedTakenAtMs: null };
const asReceived = { timeSource: 'RECEIPT', correctedTakenAtMs: receivedAtMs };
const corrected = (correctedTakenAtMs: number) => ({ timeSource: 'CORRECTED_CLOCK', correctedTakenAtMs });

test.each([
  ['a stamp of just now', receivedAtMs - 2_000],
  ['a stamp of this morning: the payload is late', receivedAtMs - 4 * hour],
  ['a stamp of three weeks ago', receivedAtMs - 21 * 24 * hour],
  ['a stamp 5 minutes ahead', receivedAtMs + 5 * minute],
  ['a stamp from a week before the store was entered', at('2026-02-22T09:00:00Z')],
])('%s counts as it is', (_, takenAtMs) => {
  expect(judge({ takenAtMs })).toEqual(asStamped);
});

test.each([
  ['more than 5 minutes ahead', receivedAtMs + 5 * minute + 1],
  ['of 2081', at('2081-05-05T00:00:00Z')],
  ['of 1970', at('1970-01-01T00:04:11Z')],
  ['of 1900', at('1900-01-01T00:00:00Z')],
  ['of a year before the store', at('2025-02-27T00:00:00Z')],
])('without a known error, a stamp %s gives way to the time of receipt', (_, takenAtMs) => {
  expect(judge({ takenAtMs })).toEqual(asReceived);
});

test('the time of sending corrects a stamp of 1970 or 2081 to the second', () => {
  for (const bootedAt of [at('1970-01-01T00:00:00Z'), at('2081-05-05T00:00:00Z')])
    expect(judge({ takenAtMs: bootedAt + 10 * minute, sentAtMs: bootedAt + 3 * hour })).toEqual(
      corrected(receivedAtMs - 2 * hour - 50 * minute),
    );
});

test('a right time of sending leaves a late stamp alone, and shows that an impossible one is wrong', () => {
  expect(judge({ takenAtMs: receivedAtMs - 9 * hour, sentAtMs: receivedAtMs - 800 })).toEqual(asStamped);
  expect(judge({ takenAtMs: 0, sentAtMs: receivedAtMs - 800 })).toEqual(asReceived);
});

test('a known error corrects every stamp of the device, and none below a minute', () => {
  const takenAtMs = receivedAtMs - 2 * hour;
  expect(judge({ takenAtMs, clockErrorMs: -hour })).toEqual(corrected(receivedAtMs - hour));
  expect(judge({ takenAtMs: receivedAtMs + hour, clockErrorMs: 2 * hour })).toEqual(
    corrected(receivedAtMs - hour),
  );
  expect(judge({ takenAtMs, clockErrorMs: -minute })).toEqual(asStamped);
});

test('the time of sending counts before an error that was known', () => {
  expect(judge({ clockErrorMs: -hour, sentAtMs: receivedAtMs })).toEqual(asStamped);
});

test('a known error ends with the first stamp that it would move into the future: the clock was set', () => {
  expect(judge({ takenAtMs: receivedAtMs - minute, clockErrorMs: -hour })).toEqual(asStamped);
});

test('a correction never ends after the receipt', () => {
  const takenAtMs = receivedAtMs - hour;
  expect(judge({ takenAtMs, clockErrorMs: -hour - 4 * minute })).toEqual(corrected(receivedAtMs));
});

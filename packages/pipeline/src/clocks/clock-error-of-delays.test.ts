import { seededRandom } from '@gondola/testkit/seeded-random';
import { expect, test } from 'vitest';
import { type Arrival, clockErrorOfDelays } from './clock-error-of-delays.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const firstDay = Date.parse('2026-11-02T00:00:00Z');

interface Camera {
  days?: number;
  perDay?: number;
  /** Time between two photos of a day, which begin at 08:00. */
  everyMs?: number;
  /** The clock of the device minus true time. */
  errorMs: number;
  /** True delay from photo to receipt. */
  delayMs(takenMs: number, ordinal: number): number;
}

/** Returns the captures of a camera, newest first. */
function arrivalsOf({ days = 4, perDay = 20, everyMs = 30 * minute, errorMs, delayMs }: Camera): Arrival[] {
  const arrivals: Arrival[] = [];
  for (let i = 0; i < days * perDay; i += 1) {
    const takenMs = firstDay + Math.floor(i / perDay) * day + 8 * hour + (i % perDay) * everyMs;
    arrivals.push({ takenAtMs: takenMs + errorMs, receivedAtMs: takenMs + delayMs(takenMs, i) });
  }
  return arrivals.sort((a, b) => b.receivedAtMs - a.receivedAtMs);
}

const atOnce = () => 20_000;
/** Uploads at 02:00 of the next night. */
const atNight = (takenMs: number) => Math.floor(takenMs / day) * day + 26 * hour - takenMs;

test('a slow clock whose photos come at once is known to the smallest delay', () => {
  expect(clockErrorOfDelays(arrivalsOf({ errorMs: -25 * minute, delayMs: atOnce }))).toBe(
    -25 * minute - 20_000,
  );
});

test('a fast clock is known the same way', () => {
  expect(clockErrorOfDelays(arrivalsOf({ errorMs: 2 * hour, delayMs: atOnce }))).toBe(2 * hour - 20_000);
});

test('a fifth of the photos may be late', () => {
  const random = seededRandom(5);
  const delayMs = () => (random() < 0.15 ? 6 * hour * random() + hour : 20_000);
  expect(clockErrorOfDelays(arrivalsOf({ errorMs: -3 * hour, delayMs }))).toBe(-3 * hour - 20_000);
});

test.each<[string, Camera]>([
  ['a right clock', { errorMs: 0, delayMs: atOnce }],
  ['an error of 9 minutes', { errorMs: -9 * minute, delayMs: atOnce }],
  ['a camera that sends once a night', { errorMs: 0, delayMs: atNight }],
  [
    'a camera that sends a short burst once a night',
    { perDay: 20, everyMs: 10_000, errorMs: 0, delayMs: atNight },
  ],
  [
    'a camera that sends every half hour',
    { everyMs: 7 * minute, errorMs: 0, delayMs: (at) => 30 * minute - (at % (30 * minute)) + 11 * minute },
  ],
  ['49 captures', { days: 7, perDay: 7, errorMs: -hour, delayMs: atOnce }],
  ['two days', { days: 2, perDay: 30, errorMs: -hour, delayMs: atOnce }],
  [
    'a day without network before two right days',
    { days: 3, errorMs: 0, delayMs: (_, i) => (i < 20 ? 30 * hour : 20_000) },
  ],
])('%s shows no error', (_, camera) => {
  expect(clockErrorOfDelays(arrivalsOf(camera))).toBeNull();
});

test('an error ends with the first photo after the clock was set', () => {
  const wrong = arrivalsOf({ errorMs: -hour, delayMs: atOnce });
  const receivedAtMs = (wrong[0]?.receivedAtMs ?? 0) + hour;
  expect(clockErrorOfDelays([{ takenAtMs: receivedAtMs - 20_000, receivedAtMs }, ...wrong])).toBeNull();
});

test('an old right time does not hide an error that began three days ago', () => {
  const before = arrivalsOf({ days: 4, errorMs: 0, delayMs: atOnce });
  const after = arrivalsOf({ days: 3, errorMs: -hour, delayMs: atOnce }).map((arrival) => ({
    takenAtMs: arrival.takenAtMs + 4 * day,
    receivedAtMs: arrival.receivedAtMs + 4 * day,
  }));
  expect(clockErrorOfDelays([...after, ...before])).toBe(-hour - 20_000);
});

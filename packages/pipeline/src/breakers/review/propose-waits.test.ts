import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultBreakerPolicy } from '../model/breaker-policy.ts';
import { costOf, weigh } from './cost.ts';
import type { Episode } from './episode.ts';
import { findEpisodes } from './find-episodes.ts';
import { liveThrough, outagesOf } from './live-through.testing.ts';
import { proposeWaits } from './propose-waits.ts';
import { replay, type Waits } from './replay.ts';

const present: Waits = { baseSeconds: 5, factor: 2, capSeconds: 60 };

interface Length {
  failed: number;
  gap: number;
  asked: number | null;
}
const length = fc.record({
  failed: fc.double({ min: 0, max: 20_000, noNaN: true }),
  gap: fc.double({ min: 0, max: 300, noNaN: true }),
  asked: fc.option(fc.double({ min: 0, max: 600, noNaN: true })),
});
const history = (fewest: number, most: number) => fc.array(length, { minLength: fewest, maxLength: most });
const waitsInForce = fc.record({
  baseSeconds: fc.double({ min: 0.2, max: 90, noNaN: true }),
  factor: fc.double({ min: 1, max: 5, noNaN: true }),
  capSeconds: fc.double({ min: 90, max: 900, noNaN: true }),
});
const rate = fc.double({ min: 0, max: 50, noNaN: true });

const episodeOf = ({ failed, gap, asked }: Length, i: number): Episode => {
  const openedAt = i * 1e8;
  const lastFailedAt = openedAt + failed * 1000;
  const recoveredAt = lastFailedAt + gap * 1000;
  return {
    openedAt,
    lastFailedAt,
    recoveredAt,
    closedAt: recoveredAt + 1000,
    probes: 2,
    failedProbes: 1,
    relapses: 0,
    callsToOpen: 5,
    failuresToOpen: 5,
    retryAfterSeconds: asked,
    byPerson: false,
  };
};

test('a record of fewer than ten ended outages gives no proposal', () => {
  fc.assert(
    fc.property(history(0, 9), history(0, 9), waitsInForce, rate, (ended, others, waits, perSecond) => {
      const ongoing = others.map((each, i) => ({
        ...episodeOf(each, i),
        ...(i % 2 === 0 ? { closedAt: null, recoveredAt: null } : { byPerson: true }),
      }));
      const review = proposeWaits([...ended.map(episodeOf), ...ongoing], waits, weigh(perSecond));
      expect(review).toMatchObject({ proposal: null, reason: 'TOO_FEW_EPISODES' });
    }),
  );
});

test('a proposal stays within the limits and twofold steps, costs less, and is the same every time', () => {
  let proposals = 0;
  fc.assert(
    fc.property(history(10, 25), waitsInForce, rate, (lengths, waits, perSecond) => {
      const episodes = lengths.map(episodeOf);
      const weights = weigh(perSecond);
      const review = proposeWaits(episodes, waits, weights);
      expect(proposeWaits(structuredClone(episodes), { ...waits }, weights)).toEqual(review);
      const { proposal } = review;
      expect(review.reason === null).toBe(proposal !== null);
      if (proposal === null) return;
      proposals += 1;
      const { baseSeconds, factor, capSeconds } = proposal;
      expect(baseSeconds).toBeGreaterThanOrEqual(1);
      expect(baseSeconds).toBeLessThanOrEqual(30);
      expect(factor).toBeGreaterThanOrEqual(1.5);
      expect(factor).toBeLessThanOrEqual(3);
      expect(capSeconds).toBeGreaterThanOrEqual(30);
      expect(capSeconds).toBeLessThanOrEqual(300);
      for (const name of ['baseSeconds', 'factor', 'capSeconds'] as const) {
        expect(proposal[name]).toBeGreaterThanOrEqual(waits[name] / 2);
        expect(proposal[name]).toBeLessThanOrEqual(waits[name] * 2);
      }
      const asked = Math.max(0, ...lengths.map((each) => each.asked ?? 0));
      expect(baseSeconds).toBeGreaterThanOrEqual(Math.min(asked, 30, waits.baseSeconds * 2));
      expect(capSeconds).toBeGreaterThanOrEqual(Math.min(asked, 300, waits.capSeconds * 2));
      expect(costOf(episodes, proposal, weights).total).toBeLessThanOrEqual(
        costOf(episodes, waits, weights).total,
      );
    }),
    { numRuns: 300 },
  );
  expect(proposals).toBeGreaterThan(30);
});

test('longer outages never shorten the proposed cap', () => {
  let compared = 0;
  fc.assert(
    fc.property(
      history(10, 20),
      fc.array(fc.double({ min: 0, max: 5_000, noNaN: true }), { minLength: 20, maxLength: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (lengths, longer, perSecond) => {
        const stretched = lengths.map((each, i) => ({ ...each, failed: each.failed + (longer[i] ?? 0) }));
        const capOf = (of: Length[]) =>
          proposeWaits(of.map(episodeOf), present, weigh(perSecond)).proposal?.capSeconds ?? null;
        const [before, after] = [capOf(lengths), capOf(stretched)];
        if (before === null || after === null) return;
        compared += 1;
        expect(after).toBeGreaterThanOrEqual(before);
      },
    ),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(30);
});

test('outages of minutes give longer waits, short failures under load shorter ones', () => {
  const start = Date.UTC(2026, 9, 1);
  const away = findEpisodes(liveThrough(outagesOf(start, Array(12).fill(900))).record);
  expect(proposeWaits(away, present, weigh(0.1)).proposal).toMatchObject({ capSeconds: 120 });
  const lengths = Array.from({ length: 16 }, (_, i) => 20 + 5 * i);
  const blips = findEpisodes(liveThrough(outagesOf(start, lengths)).record);
  const { proposal } = proposeWaits(blips, present, weigh(5));
  expect(proposal).toMatchObject({ capSeconds: 30, factor: 1.5 });
  expect(proposal?.baseSeconds).toBeLessThanOrEqual(5);
});

test('the replay of the policy that was in force makes as many probes as the record holds, give or take one', () => {
  const outages = outagesOf(Date.UTC(2026, 9, 1), [15, 22, 40, 95, 180, 600, 3600]);
  const { baseSeconds, factor, capSeconds } = defaultBreakerPolicy;
  for (const episode of findEpisodes(liveThrough(outages).record)) {
    const { probes, lateSeconds } = replay(episode, { baseSeconds, factor, capSeconds });
    // The second good probe, which closes the breaker, is the same for all waits and left out.
    expect(Math.abs(probes - (episode.failedProbes + 1))).toBeLessThanOrEqual(1);
    expect(lateSeconds).toBeLessThanOrEqual(capSeconds);
  }
});

test('a continuing outage costs its probes so far, and one that a person ended costs nothing', () => {
  const long = episodeOf({ failed: 100, gap: 10, asked: null }, 0);
  expect(
    replay({ ...long, closedAt: null, recoveredAt: null }, { ...present, factor: 1, baseSeconds: 20 }),
  ).toEqual({
    probes: 5,
    lateSeconds: 0,
  });
  expect(replay({ ...long, byPerson: true }, present)).toEqual({ probes: 0, lateSeconds: 0 });
});

test('a record with a clock set back counts as outages without length', () => {
  const backwards = Array.from({ length: 10 }, (_, i) => ({
    ...episodeOf({ failed: -500, gap: -500, asked: null }, i),
  }));
  expect(proposeWaits(backwards, present, weigh(1)).present.cost).toEqual({
    probes: 10,
    lateSeconds: 50,
    total: 60,
  });
});

test('no wait of a replay is shorter than what the provider asked for', () => {
  const asked = episodeOf({ failed: 100, gap: 0, asked: 50 }, 0);
  expect(replay(asked, { ...present, capSeconds: 30 }).probes).toBe(2);
});

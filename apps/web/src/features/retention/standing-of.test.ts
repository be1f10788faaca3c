import { expect, test } from 'vitest';
import { standingOf } from './standing-of.ts';

const waiting = { expiredAt: null, keptBecause: null, heldBecause: null };

test('an announced photo goes, unless something holds it or another policy came into force', () => {
  expect(standingOf(waiting, true).word).toBe('Goes');
  expect(standingOf({ ...waiting, heldBecause: 'ALERT_OPEN' }, true).word).toBe('Stays: an alert is open');
  expect(standingOf(waiting, false).word).toBe('Stays: another policy is in force');
});

test('what the expiry did to a photo counts more than what holds it now', () => {
  expect(standingOf({ ...waiting, keptBecause: 'KEPT', heldBecause: 'POLICY' }, true).word).toBe(
    'Stayed: kept by a person',
  );
  expect(standingOf({ ...waiting, expiredAt: '2026-11-24T00:00:00Z' }, false).word).toBe('Gone');
});

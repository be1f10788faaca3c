import { expect, test } from 'vitest';
import { announcedPhotoStatus } from './announced-photo-status.ts';

const waiting = { expiredAt: null, keptBecause: null, heldBecause: null };

test('an announced photo will be removed, unless something holds it or another policy is in force', () => {
  expect(announcedPhotoStatus(waiting, true).label).toBe('Will be removed');
  expect(announcedPhotoStatus({ ...waiting, heldBecause: 'ALERT_OPEN' }, true).label).toBe(
    'Stays: an alert is open',
  );
  expect(announcedPhotoStatus(waiting, false).label).toBe('Stays: another policy is in force');
});

test('what the expiry did to a photo takes precedence over its current holds', () => {
  expect(announcedPhotoStatus({ ...waiting, keptBecause: 'KEPT', heldBecause: 'POLICY' }, true).label).toBe(
    'Stayed: on hold by a person',
  );
  expect(announcedPhotoStatus({ ...waiting, expiredAt: '2026-11-24T00:00:00Z' }, false).label).toBe(
    'Removed',
  );
});

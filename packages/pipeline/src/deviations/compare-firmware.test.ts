import { createTestDatabase } from '@gondola/db/testing';
import { simulateMonths } from '@gondola/testkit/simulated-months';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { compareFirmware } from './compare-firmware.ts';
import { startOf } from './start-of.ts';

const { db } = await createTestDatabase('firmware');
/** Five bays with a photo a day. The firmware of two pairs changes on day 28, that of the last bay is new from the start. */
const months = await simulateMonths(db, {
  seed: 31,
  firstDay: '2026-09-01',
  days: 56,
  stores: 1,
  planograms: ['coffee'],
  baysPerPlanogram: 5,
  positions: 2,
  change: (photo) => {
    if (photo.bay === 4) photo.firmware = '2.4.1';
    if (photo.day < 28 || photo.bay === 4) return;
    photo.firmware = photo.bay < 2 ? '2.4.1' : '2.4.2';
    photo.sharpness *= photo.bay < 2 ? 0.62 : 0.95;
  },
});
const comparedAfter = (day: number) =>
  db.transaction((tx) => compareFirmware(tx, startOf(months.dayOf(day))));

test('a firmware is compared from 50 photos on each side, in bays that have photos of both', async () => {
  // 24 photos of each of two bays.
  expect((await comparedAfter(52)).map(({ firmware }) => firmware)).toEqual([]);
  const [lessSharp, alike, ...others] = await comparedAfter(53);
  expect(others).toEqual([]);
  expect(lessSharp).toMatchObject({
    model: 'ShelfCam 3',
    firmware: '2.4.1',
    before: ['2.4.0'],
    bayIds: [months.bayId(0, 0), months.bayId(0, 1)].toSorted(),
    photosNow: 50,
    isBeyond: true,
  });
  expect(lessSharp?.less).toBeGreaterThan(0.28);
  expect(lessSharp?.less).toBeLessThan(0.48);
  expect(alike).toMatchObject({ firmware: '2.4.2', isBeyond: false });
});

test('a loss within three standard errors is no finding, however large', async () => {
  // Photos of one day are far sharper, those of the next far less, and all together less sharp than before.
  await db.execute(sql`
    update capture set sharpness = sharpness * exp(-0.5 + case when extract(day from created_at)::int % 2 = 0 then 3 else -3 end)
    where firmware = '2.4.2'`);
  const [, uneven] = await comparedAfter(53);
  expect(uneven?.less).toBeGreaterThan(0.3);
  expect(uneven).toMatchObject({ firmware: '2.4.2', isBeyond: false });
});

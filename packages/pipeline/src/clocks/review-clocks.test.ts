import { alert, capture, device } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptCaptures } from '../intake/accept/accept-captures.ts';
import { reviewClocks } from './review-clocks.ts';

const { db, url } = await createTestDatabase('review_clocks');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const minute = 60_000;
const hour = 60 * minute;
/** Returns the time of so many milliseconds ago. */
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
let ordinal = 0;

/** Submits a capture of one device and returns its row. */
async function submit(mac: string, timestamp: string, changes: object = {}) {
  ordinal += 1;
  const payload = buildPayload(ordinal, { aisle: `C${ordinal}`, device_mac: mac, timestamp, ...changes });
  const [result] = await acceptCaptures(world.intake, world.device, [payload]);
  if (result?.outcome !== 'ACCEPTED') throw new Error(JSON.stringify(result));
  const [row] = await db.select().from(capture).where(eq(capture.id, result.captureId));
  if (!row) throw new Error('no capture');
  return row;
}

const deviceOf = async (mac: string) => {
  const [row] = await db
    .select()
    .from(device)
    .where(eq(device.mac, mac.replaceAll(':', '').toLowerCase()));
  if (!row) throw new Error('no device');
  return row;
};
const alertsOf = async (mac: string) =>
  db
    .select({ closedBy: alert.closedBy, params: alert.params, occurrences: alert.occurrences })
    .from(alert)
    .where(eq(alert.subject, (await deviceOf(mac)).id))
    .orderBy(alert.createdAt);
/** Reviews again although ten minutes have not passed. */
const review = async () => {
  await db.execute(sql`update device set clock_reviewed_at = clock_reviewed_at - interval '11 minutes'`);
  return reviewClocks(db);
};

beforeAll(async () => {
  await db.execute(sql`update store set created_at = now() - interval '200 days'`);
});

test('a stamp in the future is judged by its receipt, alerted at once, and the alert closes with a right stamp', async () => {
  const mac = '3C:5A:B4:00:00:01';
  const wrong = await submit(mac, ago(-6 * minute));
  expect(wrong).toMatchObject({ timeSource: 'RECEIPT', correctedTakenAt: wrong.receivedAt });
  expect(wrong.takenAt.getTime()).toBeGreaterThan(wrong.receivedAt.getTime() + 5 * minute);
  expect(await review()).toBe(1);
  expect(await alertsOf(mac)).toMatchObject([
    { closedBy: null, params: { device: '3c5ab4000001', takenAt: wrong.takenAt.toISOString() } },
  ]);
  expect(await reviewClocks(db)).toBe(0);
  await submit(mac, ago(1_000));
  await review();
  expect(await alertsOf(mac)).toMatchObject([{ closedBy: 'clock review', occurrences: 1 }]);
});

test('the time of sending gives the error, which the device keeps for payloads without one', async () => {
  const mac = '3C:5A:B4:00:00:02';
  const exact = await submit(mac, ago(3 * hour), { sent_at: ago(2 * hour) });
  expect(exact.timeSource).toBe('CORRECTED_CLOCK');
  const correctedMs = exact.correctedTakenAt?.getTime() ?? 0;
  expect(Math.abs(correctedMs - (exact.receivedAt.getTime() - hour))).toBeLessThan(minute);
  await review();
  const known = await deviceOf(mac);
  expect(known.clockErrorSource).toBe('SENT_AT');
  expect(Math.abs((known.clockErrorMs ?? 0) + 2 * hour)).toBeLessThan(minute);
  expect(await alertsOf(mac)).toMatchObject([
    { closedBy: null, params: { clockErrorMs: known.clockErrorMs } },
  ]);

  const next = await submit(mac, ago(2 * hour + 30 * minute));
  expect(next.timeSource).toBe('CORRECTED_CLOCK');
  await submit(mac, ago(1_000), { sent_at: ago(500) });
  await review();
  expect(await deviceOf(mac)).toMatchObject({ clockErrorSource: 'SENT_AT' });
  expect(Math.abs((await deviceOf(mac)).clockErrorMs ?? hour)).toBeLessThan(minute);
  expect(await alertsOf(mac)).toMatchObject([{ closedBy: 'clock review' }]);
});

test('one stale time of sending among right ones is no wrong clock', async () => {
  const mac = '3C:5A:B4:00:00:03';
  await submit(mac, ago(2_000), { sent_at: ago(1_000) });
  await submit(mac, ago(5 * hour), { sent_at: ago(4 * hour) });
  await review();
  expect(await alertsOf(mac)).toEqual([]);
});

/** Submits captures of four days, received as `receivedAt` says. */
async function fourDays(mac: string, delayMs: (ordinal: number) => number, errorMs: number) {
  for (let day = 4; day >= 1; day -= 1)
    for (let i = 0; i < 15; i += 1) {
      const takenMs = Date.now() - day * 24 * hour + i * 20 * minute;
      const { id } = await submit(mac, new Date(takenMs + errorMs).toISOString());
      const receivedAt = new Date(takenMs + delayMs(i));
      await db.update(capture).set({ receivedAt }).where(eq(capture.id, id));
    }
}

test('a slow clock shows in the delays of 60 captures, and then corrects the next stamp', async () => {
  const mac = '3C:5A:B4:00:00:04';
  await fourDays(mac, () => 10_000, -40 * minute);
  await review();
  expect(await deviceOf(mac)).toMatchObject({
    clockErrorSource: 'DELAYS',
    clockErrorMs: -40 * minute - 10_000,
  });
  expect(await alertsOf(mac)).toMatchObject([{ closedBy: null }]);
  const next = await submit(mac, ago(50 * minute));
  expect(next.timeSource).toBe('CORRECTED_CLOCK');
});

test('a camera that sends once a night is late, not wrong', async () => {
  const mac = '3C:5A:B4:00:00:05';
  await fourDays(mac, (i) => 12 * hour - i * 20 * minute, 0);
  await review();
  expect(await deviceOf(mac)).toMatchObject({ clockErrorMs: null, clockErrorSource: null });
  expect(await alertsOf(mac)).toEqual([]);
  expect((await submit(mac, ago(9 * hour))).timeSource).toBe('DEVICE_CLOCK');
});

test('a stamp of 1970 is judged by its receipt, and its own time stays', async () => {
  const row = await submit('3C:5A:B4:00:00:06', '1970-01-01T00:03:00Z');
  expect(row).toMatchObject({ timeSource: 'RECEIPT', takenAt: new Date('1970-01-01T00:03:00Z') });
});

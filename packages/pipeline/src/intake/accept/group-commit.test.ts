import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { groupCommit } from './group-commit.ts';

const { db, url } = await createTestDatabase('group_commit');
const world = await tinyWorld(db, url);
const other = await tinyWorld(db, url, '0999');
afterAll(() => Promise.all([world.stop(), other.stop()]));

const stores = [world.device, other.device];
const payloadOf = (ordinal: number, changes = {}) =>
  buildPayload(ordinal, { store_id: stores[ordinal % 2]?.storeCode, ...changes });

/** Returns a trace that sorts like the ordinal. */
const traceOf = (ordinal: number) => `00-a${String(ordinal).padStart(31, '0')}-${'2'.repeat(16)}-01`;

/** Submits one payload per submission, all concurrently, alternating between devices of two stores. */
function submitAll(payloads: readonly unknown[], firstOrdinal: number) {
  const accept = groupCommit(world.intake);
  return Promise.allSettled(
    payloads.map((payload, i) => {
      const ordinal = firstOrdinal + i;
      const device = stores[ordinal % 2];
      if (!device) throw new Error('no device');
      return accept(device, [payload], traceOf(ordinal));
    }),
  );
}

async function rowsOf(firstOrdinal: number, count: number) {
  const traces = Array.from({ length: count }, (_, i) => traceOf(firstOrdinal + i));
  const { rows } = await db.execute<{
    id: string;
    store: string;
    device: string;
    trace: string;
    transaction: string;
  }>(sql`
    select id, store_id as store, device_key_id as device, trace_parent as trace, xmin::text as transaction
    from capture where trace_parent in ${traces} order by trace_parent`);
  return rows;
}

test('concurrent submissions share transactions, and each has its own device, store, trace and result', async () => {
  const payloads = Array.from({ length: 40 }, (_, i) => payloadOf(i));
  const answers = await submitAll(payloads, 0);
  const rows = await rowsOf(0, 40);
  expect(rows).toHaveLength(40);
  for (const [i, answer] of answers.entries()) {
    expect(answer).toMatchObject({ value: [{ outcome: 'ACCEPTED', captureId: rows[i]?.id }] });
    expect(rows[i]).toMatchObject({ store: stores[i % 2]?.storeId, device: stores[i % 2]?.deviceKeyId });
  }
  expect(new Set(rows.map(({ transaction }) => transaction)).size).toBeLessThanOrEqual(4);
});

test('one submission that cannot be written fails alone', async () => {
  await db.execute(sql`
    create function refuse_poison() returns trigger language plpgsql as $$
    begin
      if new.tagged_version = 'poison' then raise exception 'poison'; end if;
      return new;
    end $$`);
  await db.execute(
    sql`create trigger refuse_poison before insert on capture for each row execute function refuse_poison()`,
  );
  const payloads = Array.from({ length: 20 }, (_, i) =>
    payloadOf(100 + i, i === 11 ? { planogram_version: 'poison' } : {}),
  );
  const answers = await submitAll(payloads, 100);
  expect(answers[11]).toMatchObject({ status: 'rejected' });
  const rest = answers.filter((_, i) => i !== 11);
  for (const answer of rest) expect(answer).toMatchObject({ value: [{ outcome: 'ACCEPTED' }] });
  expect(await rowsOf(100, 20)).toHaveLength(19);
});

test('the results of bad payloads and resends in one group reach their own submissions', async () => {
  const payloads = [payloadOf(200), payloadOf(201), { nonsense: 1 }, payloadOf(203), { nonsense: 1 }];
  const [first] = await submitAll([payloads[0]], 200);
  const answers = await submitAll(payloads, 200);
  const outcomes = answers.map((answer) =>
    answer.status === 'fulfilled' ? answer.value[0]?.outcome : 'ERROR',
  );
  expect(outcomes).toEqual(['DUPLICATE', 'ACCEPTED', 'DEAD_LETTERED', 'ACCEPTED', 'DEAD_LETTERED']);
  const idOf = (answer: (typeof answers)[number] | undefined) =>
    answer?.status === 'fulfilled' && answer.value[0] && 'captureId' in answer.value[0]
      ? answer.value[0].captureId
      : null;
  expect(idOf(answers[0])).toBe(idOf(first));
});

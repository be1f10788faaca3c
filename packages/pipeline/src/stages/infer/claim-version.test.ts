import { createTestDatabase } from '@gondola/db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { activateVersion } from '../planogram-versions/activate-version.ts';
import { addPreprocessed, addVersion } from '../planogram-versions/version-world.testing.ts';
import { tinyWorld } from '../testing.ts';
import { passVersionGate } from './pass-version-gate.ts';

const { db, url } = await createTestDatabase('gate');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const spring = await addVersion(db, 'spring', ['A B']);
const summer = await addVersion(db, 'summer', ['B A']);
const { storeId } = world.device;
const activation = (label: string, aisle: string) => ({ label, storeId, aisle, actor: 'manager' });

/** Runs the gate while an activation of the other version is open, which commits once the gate waits for it. */
async function passDuringActivation(tag: string, aisle: string) {
  await db.transaction((tx) => activateVersion(tx, activation('spring', aisle)));
  const id = await addPreprocessed(world, tag, aisle);
  // In an object: a transaction would wait for the gate itself, which waits for the transaction.
  const { gate } = await db.transaction(async (tx) => {
    await activateVersion(tx, activation('summer', aisle));
    const passing = passVersionGate(db, id);
    await untilSomeoneWaits();
    return { gate: passing };
  });
  return gate;
}

async function untilSomeoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.n ?? 0) > 0) return;
  }
}

test('a capture that waited for an activation is pinned to the version that became active', async () => {
  expect(await passDuringActivation('summer', 'A1')).toMatchObject({ pinnedVersionId: summer });
});

test('a capture of the version that was replaced meanwhile drifts against its successor, not against nothing', async () => {
  expect(await passDuringActivation('spring', 'A2')).toMatchObject({
    drift: { reason: 'VERSION_NOT_ACTIVE', activeVersionId: summer },
  });
});

test('a bay without any version is told so', async () => {
  const id = await addPreprocessed(world, 'spring', 'A3');
  expect(await passVersionGate(db, id)).toMatchObject({
    drift: { reason: 'NO_ACTIVE_VERSION', activeVersionId: null },
  });
  await db.transaction((tx) => activateVersion(tx, activation('spring', 'A3')));
  expect(await passVersionGate(db, id)).toMatchObject({ pinnedVersionId: spring });
});

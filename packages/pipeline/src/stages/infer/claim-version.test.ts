import { createTestDatabase } from '@gondola/db/testing';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { activateVersion } from '../../planogram-versions/activate-version.ts';
import { addPreprocessed, addVersion } from '../../planogram-versions/version-world.testing.ts';
import { claimVersion } from './claim-version.ts';

const { db, url } = await createTestDatabase('gate');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const spring = await addVersion(db, 'spring', ['A B']);
const summer = await addVersion(db, 'summer', ['B A']);
const { storeId } = world.device;
const activation = (label: string, aisle: string) => ({ label, storeId, aisle, actor: 'manager' });

/**
 * Runs the gate while an activation of the other version is open. The activation commits once the gate waits for it.
 */
async function claimDuringActivation(tag: string, aisle: string) {
  await db.transaction((tx) => activateVersion(tx, activation('spring', aisle)));
  const id = await addPreprocessed(world, tag, aisle);
  // Returned in an object: otherwise the transaction would await the gate, which waits for the transaction.
  const { gate } = await db.transaction(async (tx) => {
    await activateVersion(tx, activation('summer', aisle));
    const claiming = claimVersion(db, id);
    await untilLockIsAwaited();
    return { gate: claiming };
  });
  return gate;
}

async function untilLockIsAwaited(): Promise<void> {
  for (;;) {
    const { rows } = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.n ?? 0) > 0) return;
  }
}

test('a capture that waited for an activation is pinned to the version that became active', async () => {
  expect(await claimDuringActivation('summer', 'A1')).toMatchObject({ pinnedVersionId: summer });
});

test('a capture of a version that was replaced meanwhile drifts against its successor', async () => {
  expect(await claimDuringActivation('spring', 'A2')).toMatchObject({
    drift: { reason: 'VERSION_NOT_ACTIVE', activeVersionId: summer },
  });
});

test('a capture of a bay without a version gets NO_ACTIVE_VERSION', async () => {
  const id = await addPreprocessed(world, 'spring', 'A3');
  expect(await claimVersion(db, id)).toMatchObject({
    drift: { reason: 'NO_ACTIVE_VERSION', activeVersionId: null },
  });
  await db.transaction((tx) => activateVersion(tx, activation('spring', 'A3')));
  expect(await claimVersion(db, id)).toMatchObject({ pinnedVersionId: spring });
});

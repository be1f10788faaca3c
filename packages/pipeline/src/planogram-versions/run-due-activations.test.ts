import {
  auditLog,
  driftItem,
  plannedActivation,
  planogramAssignment,
  storeGroup,
  storeGroupMember,
} from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, isNull, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { createLog } from '../telemetry/log.ts';
import { activateVersion } from './activate-version.ts';
import { carryOutChunk } from './activation/carry-out-chunk.ts';
import { cancelActivation, planActivation } from './activation/plan-activation.ts';
import { releaseNowActive } from './activation/release-now-active.ts';
import { runDueActivations } from './run-due-activations.ts';
import { activeLabels, addDrifted, addStore, addVersion, readCapture } from './version-world.testing.ts';

const { db, url } = await createTestDatabase('activations');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const tools = { db, queue: world.intake.queue, log: createLog({ name: 'test', level: 'silent' }) };
const { storeId } = world.device;

const spring = await addVersion(db, 'spring', ['A B C']);
const summer = await addVersion(db, 'summer', ['A C B']);
const autumn = await addVersion(db, 'autumn', ['C B A'], {
  effectiveFrom: new Date('2099-09-01T00:00:00Z'),
  effectiveTo: new Date('2099-12-01T00:00:00Z'),
});

const plan = (
  versionId: string,
  aisle: string,
  dueAt: Date | null,
  scope: { storeIds?: string[]; groupIds?: string[] } = {},
) =>
  db.transaction((tx) =>
    planActivation(tx, {
      versionId,
      scope: { aisle, storeIds: scope.storeIds ?? [storeId], groupIds: scope.groupIds ?? [] },
      dueAt,
      actor: 'manager',
    }),
  );
const activate = (label: string, aisle: string) =>
  db.transaction((tx) => activateVersion(tx, { label, storeId, aisle, actor: 'manager' }));
const stateOf = async (id: string) =>
  (await db.select().from(plannedActivation).where(eq(plannedActivation.id, id)))[0];
const minutesAgo = (minutes: number) => new Date(Date.now() - 60_000 * minutes);

test('a group’s bays follow the version when it is due, new bays are created, and the audit log records it', async () => {
  const stores = [await addStore(db, '1001'), await addStore(db, '1002')];
  const [group] = await db.insert(storeGroup).values({ code: 'north', name: 'North' }).returning();
  const groupId = group?.id ?? '';
  await db.insert(storeGroupMember).values(stores.map((id) => ({ groupId, storeId: id })));
  const later = await plan(spring, ' g1 ', new Date(Date.now() + 3_600_000), {
    storeIds: [],
    groupIds: [groupId],
  });
  const due = await plan(spring, ' g1 ', null, { storeIds: [storeId], groupIds: [groupId] });
  expect(await runDueActivations(tools)).toMatchObject({ ended: 1, activated: 3 });
  expect(await activeLabels(db)).toEqual({ '0421/G1': 'spring', '1001/G1': 'spring', '1002/G1': 'spring' });
  expect(await stateOf(later.id)).toMatchObject({ state: 'PLANNED' });
  expect(await stateOf(due.id)).toMatchObject({
    state: 'DONE',
    outcome: { bays: 3, activated: 3, unchanged: 0, overtaken: 0 },
  });
  const entries = await db.select().from(auditLog).where(eq(auditLog.action, 'planogramVersionActivated'));
  expect(entries.map(({ actor, object }) => [actor, object])).toEqual([
    ['manager', `planned-activation:${due.id}`],
  ]);
  expect(await runDueActivations(tools)).toEqual({
    ended: 0,
    activated: 0,
    released: 0,
    silentDriftsEnded: 0,
  });
});

test('a cancelled activation is never carried out, and one that ended cannot be cancelled', async () => {
  const planned = await plan(summer, 'c1', minutesAgo(1));
  const cancel = (id: string) => db.transaction((tx) => cancelActivation(tx, { id, actor: 'manager' }));
  expect(await cancel(planned.id)).toMatchObject({ state: 'CANCELLED', endedBy: 'manager' });
  await runDueActivations(tools);
  expect(await activeLabels(db)).not.toHaveProperty('0421/C1');
  const done = await plan(summer, 'c2', null);
  await runDueActivations(tools);
  expect(await cancel(done.id)).toBeNull();
});

test('concurrent runs of several workers carry out each activation once, and the later decision wins', async () => {
  for (const [version, minutes] of [
    [spring, 3],
    [autumn, 2],
    [summer, 1],
  ] as const)
    await plan(version, 'w1', minutesAgo(minutes));
  await Promise.all([1, 2, 3].map(() => runDueActivations(tools)));
  await runDueActivations(tools);
  expect((await activeLabels(db))['0421/W1']).toBe('summer');
});

test('a person’s activation after the due time is not undone by the planned one', async () => {
  const late = await plan(spring, 'p1', minutesAgo(5));
  await activate('summer', 'p1');
  await runDueActivations(tools);
  expect((await activeLabels(db))['0421/P1']).toBe('summer');
  expect(await stateOf(late.id)).toMatchObject({ outcome: { bays: 1, activated: 0, overtaken: 1 } });
});

test('an interrupted activation continues with the remaining bays', async () => {
  const stores = await Promise.all(
    Array.from({ length: 60 }, (_, i) => addStore(db, `20${String(i).padStart(2, '0')}`)),
  );
  const planned = await plan(spring, 'k1', null, { storeIds: stores });
  // Only the first chunk, as if the worker had died after it; then a worker that dies before its commit.
  expect(await db.transaction((tx) => carryOutChunk(tx, planned.id))).toEqual({
    activated: 50,
    isDone: false,
  });
  await expect(
    db.transaction(async (tx) => {
      await carryOutChunk(tx, planned.id);
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  expect(await runDueActivations(tools)).toMatchObject({ ended: 1, activated: 10 });
  expect(await stateOf(planned.id)).toMatchObject({ outcome: { bays: 60, activated: 60 } });
});

test('many activations of one bay at the same time run one after the other, and one version is active at the end', async () => {
  const labels = Array.from({ length: 12 }, (_, i) => ['spring', 'summer', 'autumn'][i % 3] ?? 'spring');
  const done = await Promise.all(labels.map((label) => activate(label, 's1')));
  expect(done.every((one) => 'bayId' in one)).toBe(true);
  const bayId = done.flatMap((one) => ('bayId' in one ? one.bayId : []))[0] ?? '';
  const rows = await db
    .select()
    .from(planogramAssignment)
    .where(eq(planogramAssignment.bayId, bayId))
    .orderBy(planogramAssignment.activatedAt);
  expect(rows.filter(({ deactivatedAt }) => deactivatedAt === null)).toHaveLength(1);
  // Their intervals adjoin without gap or overlap.
  for (const [i, row] of rows.slice(0, -1).entries())
    expect(row.deactivatedAt?.getTime()).toBe(rows[i + 1]?.activatedAt.getTime());
});

test('captures that waited for a version are pinned to it and continue when it becomes the active one', async () => {
  await activate('spring', 'r1');
  const ids = [await addDrifted(world, 'summer', 'r1'), await addDrifted(world, 'summer', 'r1')];
  const other = await addDrifted(world, 'autumn', 'r1');
  await plan(summer, 'r1', null);
  // The activating process died before it released any capture: another run finds them.
  const [next] = await db
    .select()
    .from(plannedActivation)
    .where(eq(plannedActivation.state, 'PLANNED'))
    .orderBy(plannedActivation.dueAt);
  await db.transaction((tx) => carryOutChunk(tx, next?.id ?? ''));
  expect(await readCapture(db, ids[0] ?? '')).toMatchObject({ state: 'VERSION_DRIFT' });
  expect(await runDueActivations(tools)).toMatchObject({ activated: 0, released: 2 });
  for (const id of ids)
    expect(await readCapture(db, id)).toEqual({
      state: 'PREPROCESSED',
      pinnedVersionId: summer,
      mappedFromVersionId: null,
    });
  expect(await readCapture(db, other)).toMatchObject({ state: 'VERSION_DRIFT' });
  const released = await db
    .select()
    .from(driftItem)
    .where(eq(driftItem.captureId, ids[0] ?? ''));
  expect(released).toMatchObject([{ releasedBy: 'activation', releaseMode: 'ACTIVE' }]);
  expect(await releaseNowActive(tools)).toBe(0);
});

test('several runs at once release each capture once', async () => {
  await activate('spring', 'r2');
  for (let i = 0; i < 12; i += 1) await addDrifted(world, 'summer', 'r2');
  await activate('summer', 'r2');
  const released = await Promise.all([1, 2, 3, 4].map(() => releaseNowActive(tools)));
  expect(released.reduce((sum, n) => sum + n, 0)).toBe(12);
});

test('after these tests the invariants hold', async () => {
  const broken = (await checkInvariants(db)).filter(({ violations }) => violations.length > 0);
  expect(broken).toEqual([]);
  const open = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(driftItem)
    .where(isNull(driftItem.releasedAt));
  expect(open).toEqual([{ n: 1 }]);
});

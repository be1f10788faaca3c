import { versionMapping } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { afterAll, expect, test } from 'vitest';
import { readProgress } from '../../batches/batch-progress.ts';
import { batchQueue } from '../../batches/batch-queue.ts';
import { expandBatch } from '../../batches/expand-batch.ts';
import { releaseItems } from '../../batches/release-items.ts';
import { startBatchWithin } from '../../batches/start-batch.ts';
import { listDriftGroups } from '../../drift/list-drift-groups.ts';
import { openQueue } from '../../queue/open-queue.ts';
import { claimVersion } from '../../stages/infer/claim-version.ts';
import { activateVersion } from '../activate-version.ts';
import { compareVersions } from '../compare-versions.ts';
import { readPlanogram } from '../read-planogram.ts';
import { addDrifted, addVersion, readCapture } from '../version-world.testing.ts';
import type { MappingEntry } from './mapping-entry.ts';
import { proposeMapping } from './propose-mapping.ts';
import { readMapping } from './read-mapping.ts';
import { saveMapping } from './save-mapping.ts';

const { db, url } = await createTestDatabase('mapping');
const world = await tinyWorld(db, url);
const { boss, queue, stop } = await openQueue(url, { role: 'send', onError: () => {} });
afterAll(async () => {
  await stop();
  await world.stop();
});
const spring = await addVersion(db, 'spring', ['A B C']);
const summer = await addVersion(db, 'summer', ['A X C']);
const proposed = proposeMapping(
  compareVersions(await readPlanogram(db, spring), await readPlanogram(db, summer)),
);
const save = (entries: readonly MappingEntry[]) =>
  db.transaction((tx) =>
    saveMapping(tx, { fromVersionId: spring, toVersionId: summer, entries, actor: 'manager' }),
  );
const alias = (): MappingEntry => ({
  kind: 'ALIAS',
  fromPositionId: null,
  toPositionId: null,
  fromProductId: proposed.find(({ kind }) => kind === 'SUBSTITUTED')?.fromProductId ?? '',
  toProductId: proposed.find(({ kind }) => kind === 'SUBSTITUTED')?.toProductId ?? '',
  graceUntil: new Date('2026-12-24T00:00:00Z'),
});
/** Releases the group of a bay by MAPPED. Returns the state of its captures in the batch. */
async function release(bayId: string, captureIds: string[]) {
  const batches = batchQueue(boss);
  const batch = await db.transaction((tx) =>
    startBatchWithin(tx, batches, {
      scope: { kind: 'DRIFT_GROUP', bayId, taggedVersion: 'spring' },
      mode: 'RELEASE',
      versionChoice: 'MAPPED',
      versionId: null,
      publishesAtOnce: true,
      reason: 'test',
      createdBy: 'manager',
    }),
  );
  await expandBatch(db, batches, batch.id);
  await releaseItems({ db, queue }, batch, captureIds);
  return (await readProgress(db, [batch.id])).get(batch.id)?.counts;
}

test('a release cannot map positions before a mapping is saved', async () => {
  const done = await db.transaction((tx) =>
    activateVersion(tx, { label: 'summer', storeId: world.device.storeId, aisle: 'M1', actor: 'manager' }),
  );
  const bayId = 'bayId' in done ? done.bayId : '';
  const id = await addDrifted(world, 'spring', 'M1');
  expect((await listDriftGroups(db))[0]?.modes).toEqual(['EFFECTIVE_AT_CAPTURE', 'ACTIVE', 'TAGGED']);
  expect(await save([alias()])).toEqual({ saved: 1, revoked: 0 });
  expect((await listDriftGroups(db))[0]?.modes).not.toContain('MAPPED');
  expect(await release(bayId, [id])).toMatchObject({ SKIPPED: 1, MOVED: 0 });

  expect(await save([...proposed, alias()])).toEqual({ saved: 4, revoked: 1 });
  expect((await listDriftGroups(db))[0]?.modes).toContain('MAPPED');
  expect(await release(bayId, [id])).toMatchObject({ SKIPPED: 0, MOVED: 1 });
  expect(await readCapture(db, id)).toEqual({
    state: 'PREPROCESSED',
    pinnedVersionId: summer,
    mappedFromVersionId: spring,
  });
  expect(await claimVersion(db, id)).toMatchObject({ pinnedVersionId: summer });
});

test('the last saved mapping is read, and the mapping that it replaced stays on record', async () => {
  const read = await readMapping(db, spring, summer);
  expect(read).toMatchObject([...proposed, alias()]);
  expect(new Set(read.map(({ savedBy }) => savedBy))).toEqual(new Set(['manager']));
  expect(new Set(read.map(({ savedAt }) => savedAt.getTime())).size).toBe(1);
  expect(await readMapping(db, summer, spring)).toEqual([]);
  expect(await db.$count(versionMapping)).toBe(5);
});

test('a mapping with a problem is not saved, and saving no entries removes the mapping', async () => {
  const broken = proposed.map((entry) => ({ ...entry, toPositionId: entry.toPositionId && 'nowhere' }));
  expect(await save(broken)).toMatchObject({ problems: [{ path: 'entries[0].toPositionId' }, {}, {}] });
  expect(await readMapping(db, spring, summer)).toHaveLength(4);
  expect(await save([])).toEqual({ saved: 0, revoked: 4 });
  expect(await readMapping(db, spring, summer)).toEqual([]);
});

test('two saves at the same time leave one mapping', async () => {
  await Promise.all([save(proposed), save(proposed), save(proposed)]);
  expect(await readMapping(db, spring, summer)).toHaveLength(3);
});

import { reprocessBatch, reprocessItem } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { archiveDue } from './archive-due.ts';
import { openArchiveWorld } from './archive-world.testing.ts';
import { runRetention } from './run-retention.ts';

const archive = await openArchiveWorld('archive_due', 8);
const { db, tools, ids } = archive;
const [old = '', young = '', inBatch = '', later = ''] = ids;

test('captures are archived when their review period is over, after 30 days under the built-in policy', async () => {
  await archive.scoredDaysAgo(old, 31);
  await archive.scoredDaysAgo(young, 29);
  expect(await archiveDue(tools)).toBe(1);
  const moved = await archive.captureOf(old);
  expect(moved).toMatchObject({ state: 'ARCHIVED', jobId: null, photoExpiredAt: null });
  expect(moved.archivedAt).not.toBeNull();
  expect((await archive.captureOf(young)).state).toBe('SCORED');
  expect(await archiveDue(tools)).toBe(0);
  expect((await checkInvariants(db)).filter(({ violations }) => violations.length > 0)).toEqual([]);
});

test('the newest policy applies', async () => {
  await archive.setPolicy({ reviewDays: 10, cleanPhotoDays: null, faultyPhotoDays: null });
  expect(await archiveDue(tools)).toBe(1);
  expect((await archive.captureOf(young)).state).toBe('ARCHIVED');
});

test('a capture of an unfinished batch is not archived', async () => {
  const [batch] = await db
    .insert(reprocessBatch)
    .values({
      state: 'RUNNING',
      mode: 'RESCORE',
      scope: {},
      versionChoice: 'PINNED',
      publishesAtOnce: false,
      reason: 'test',
      createdBy: 'test',
    })
    .returning();
  const batchId = batch?.id ?? '';
  await db.insert(reprocessItem).values({ batchId, captureId: inBatch });
  await archive.scoredDaysAgo(inBatch, 40);
  expect(await archiveDue(tools)).toBe(0);
  await db.update(reprocessItem).set({ state: 'SKIPPED', endedAt: new Date() });
  await db.update(reprocessBatch).set({ state: 'PUBLISHED' }).where(eq(reprocessBatch.id, batchId));
  expect(await archiveDue(tools)).toBe(1);
});

test('one worker at a time runs retention; the others find the lock taken', async () => {
  await archive.scoredDaysAgo(later, 40);
  const rounds = await Promise.all([runRetention(tools), runRetention(tools), runRetention(tools)]);
  const made = rounds.filter((round) => round !== null);
  expect(made.reduce((sum, { archived }) => sum + archived, 0)).toBe(1);
  expect((await archive.captureOf(later)).state).toBe('ARCHIVED');
  expect(made[0]).toMatchObject({ announced: null, marked: 0, removed: 0, integrity: null });
});

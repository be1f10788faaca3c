import { alert, alertCapture, auditLog, productImage, retentionItem, retentionRun } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { actorNamed } from '../audit/actor.ts';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { readPlanogram } from '../planogram-versions/read-planogram.ts';
import { announceExpiry } from './announce-expiry.ts';
import { archiveDue } from './archive-due.ts';
import { openArchiveWorld } from './archive-world.testing.ts';
import { holdPhoto } from './hold-photo.ts';
import { releasePhoto } from './release-photo.ts';
import { runExpiry } from './run-expiry.ts';

const archive = await openArchiveWorld('expiry', 28);
const { db, tools, objects, ids } = archive;
await archive.setPolicy();

/** Makes captures whose n-th shelf lacks n mod 7 products: numbers 0, 7, 14 and 21 have no fault. */
let next = 0;
async function archived(days: number, { clean = true } = {}) {
  next = clean ? Math.ceil(next / 7) * 7 : next;
  const id = ids[next] as string;
  next += 1;
  const photo = await archive.addPhoto(id);
  await archive.scoredDaysAgo(id, 500);
  await archiveDue(tools);
  await archive.archivedDaysAgo(id, days);
  return { id, ...photo };
}

const announce = async () => db.transaction((tx) => announceExpiry(tx, 'ann'));
const noticeOver = (runId: string | undefined) =>
  db
    .update(retentionRun)
    .set({ createdAt: sql`now() - interval '8 days'` })
    .where(eq(retentionRun.id, runId ?? ''));
const announced = async (runId: string | undefined) =>
  db
    .select()
    .from(retentionItem)
    .where(eq(retentionItem.runId, runId ?? ''));
const isThere = async (sha256: string) => (await objects.stat(sha256)) !== null;

beforeEach(async () => {
  await db.execute(sql`update capture set kept_at = now(), kept_by = 'test', kept_reason = 'of another test'
    where archived_at is not null and photo_expired_at is null`);
});

test('a photo is removed only after its dry run, its notice and a second check; its results stay', async () => {
  const clean = await archived(91);
  const faulty = await archived(91, { clean: false });
  const run = await announce();
  expect(run).toMatchObject({ kind: 'DRY_RUN', photos: 1, captures: 1, byteLength: 64, createdBy: 'ann' });
  expect((await announced(run?.id)).map(({ sha256 }) => sha256)).toEqual([clean.sha256]);

  expect(await runExpiry(tools)).toEqual({ marked: 0, removed: 0 });
  expect(await isThere(clean.sha256)).toBe(true);
  await noticeOver(run?.id);
  expect(await runExpiry(tools)).toEqual({ marked: 1, removed: 1 });

  const gone = [clean.sha256, clean.displaySha256, clean.thumbnailSha256];
  expect(await Promise.all(gone.map(isThere))).toEqual([false, false, false]);
  for (const sha256 of gone) expect((await archive.imageOf(sha256))?.expiredAt).not.toBeNull();
  const row = await archive.captureOf(clean.id);
  expect(row).toMatchObject({ state: 'ARCHIVED', score: 1, sha256: clean.sha256 });
  expect(row.photoExpiredAt).not.toBeNull();
  expect(await isThere(faulty.sha256)).toBe(true);
  expect((await announced(run?.id))[0]?.removedAt).not.toBeNull();
  const [expiry] = await db.select().from(retentionRun).where(eq(retentionRun.kind, 'EXPIRY'));
  expect(expiry).toMatchObject({ announcedById: run?.id, photos: 1, captures: 1, facts: { kept: {} } });
  expect(expiry?.endedAt).not.toBeNull();
  expect(await runExpiry(tools)).toEqual({ marked: 0, removed: 0 });
  expect((await checkInvariants(db)).filter(({ violations }) => violations.length > 0)).toEqual([]);
});

test('a photo that is held, reported or used again after its announcement stays, with the reason', async () => {
  const [kept, reported] = [await archived(400), await archived(400, { clean: false })];
  const shared = await archived(400, { clean: false });
  const example = await archived(400, { clean: false });
  const run = await announce();
  expect(run?.photos).toBe(4);
  await holdPhoto(db, actorNamed('ann'), { captureId: kept.id, reason: 'a dispute' });
  await db.insert(alert).values({ rule: 'CAPTURE_CONFLICT', subject: reported.id, captureId: reported.id });
  const [fallen] = await db.insert(alert).values({ rule: 'SCORE_FELL', subject: 'store:1' }).returning();
  await db.insert(alertCapture).values({ alertId: fallen?.id ?? '', captureId: example.id, ordinal: 0 });
  const user = ids[next] as string;
  next += 1;
  await archive.addPhoto(user, { sha256: shared.sha256 });
  await noticeOver(run?.id);
  expect(await runExpiry(tools)).toEqual({ marked: 0, removed: 0 });
  const why = new Map((await announced(run?.id)).map((item) => [item.sha256, item.keptBecause]));
  expect(why).toEqual(
    new Map([
      [kept.sha256, 'KEPT'],
      [reported.sha256, 'ALERT_OPEN'],
      [example.sha256, 'ALERT_OPEN'],
      [shared.sha256, 'NOT_ARCHIVED'],
    ]),
  );
  for (const { sha256 } of [kept, reported, shared, example]) expect(await isThere(sha256)).toBe(true);
  await db.update(alert).set({ closedAt: sql`now()`, closedBy: 'ann' });
});

test('a derivative that another capture shows stays, and a reference image is never removed', async () => {
  const [one, packshot] = [await archived(400), await archived(400, { clean: false })];
  const user = ids[next] as string;
  next += 1;
  await archive.addPhoto(user, { displaySha256: one.displaySha256 });
  const { pinnedVersionId } = await archive.captureOf(one.id);
  const [product] = (await readPlanogram(db, pinnedVersionId ?? '')).products;
  await db.insert(productImage).values({ productId: product?.id ?? '', sha256: packshot.sha256 });
  const run = await announce();
  expect((await announced(run?.id)).map(({ sha256 }) => sha256)).toEqual([one.sha256]);
  await noticeOver(run?.id);
  expect(await runExpiry(tools)).toEqual({ marked: 1, removed: 1 });
  expect(await isThere(one.sha256)).toBe(false);
  expect(await isThere(one.thumbnailSha256)).toBe(false);
  expect(await isThere(one.displaySha256)).toBe(true);
  expect((await archive.imageOf(one.displaySha256))?.expiredAt).toBeNull();
});

test('after an interruption between marking and removing, the next run removes; the rows show the expiry throughout', async () => {
  const one = await archived(400);
  const run = await announce();
  await noticeOver(run?.id);
  const dead = { ...objects, delete: () => Promise.reject(new Error('killed')) };
  await expect(runExpiry({ db, objects: dead })).rejects.toThrow('killed');
  expect((await archive.captureOf(one.id)).photoExpiredAt).not.toBeNull();
  expect(await isThere(one.sha256)).toBe(true);
  expect(await runExpiry(tools)).toEqual({ marked: 0, removed: 1 });
  expect(await isThere(one.sha256)).toBe(false);
});

test('bytes that arrive again between marking and removing stay, and their photo is stored again', async () => {
  const one = await archived(400, { clean: false });
  const run = await announce();
  await noticeOver(run?.id);
  const dead = { ...objects, delete: () => Promise.reject(new Error('killed')) };
  await expect(runExpiry({ db, objects: dead })).rejects.toThrow('killed');
  // Another capture brings the same photo: its bytes are stored, then its row names them.
  await objects.put((await objects.get(one.sha256)) ?? new Uint8Array(0));
  expect(await runExpiry(tools)).toEqual({ marked: 0, removed: 0 });
  const user = ids[next] as string;
  next += 1;
  await archive.addPhoto(user, { sha256: one.sha256 });
  await runExpiry(tools);
  expect(await isThere(one.sha256)).toBe(true);
  expect((await archive.imageOf(one.sha256))?.expiredAt).toBeNull();
});

test('a policy without expiry announces nothing, and stops what an earlier policy announced', async () => {
  const one = await archived(400, { clean: false });
  const run = await announce();
  expect(run?.photos).toBe(1);
  await noticeOver(run?.id);
  await archive.setPolicy({ cleanPhotoDays: null, faultyPhotoDays: null });
  expect(await announce()).toBeNull();
  expect(await runExpiry(tools)).toEqual({ marked: 0, removed: 0 });
  expect(await isThere(one.sha256)).toBe(true);
});

test('a photo is held with a reason and released again; an expired photo cannot be held', async () => {
  const id = ids[0] as string;
  const hold = (captureId: string) => holdPhoto(db, actorNamed('ann'), { captureId, reason: 'evidence' });
  expect(await hold(id)).toMatchObject({ problem: 'PHOTO_EXPIRED' });
  const other = ids[27] as string;
  expect(await hold(other)).toEqual({ captureId: other });
  expect(await archive.captureOf(other)).toMatchObject({ keptBy: 'ann', keptReason: 'evidence' });
  const release = () => releasePhoto(db, actorNamed('ann'), other);
  expect(await release()).toEqual({ captureId: other });
  expect(await release()).toEqual({ captureId: other });
  expect(await archive.captureOf(other)).toMatchObject({ keptAt: null, keptReason: null });
  const entries = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `capture:${other}`));
  expect(entries.map(({ action }) => action)).toEqual(['captureKeep', 'captureKeepRelease']);
});

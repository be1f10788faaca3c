import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { integrityReport } from '@gondola/db';
import { expect, test } from 'vitest';
import { openArchiveWorld } from './archive-world.testing.ts';
import { checkIntegrity, requestCheckWithin } from './check-integrity.ts';
import { checkObjects } from './check-objects.ts';

const archive = await openArchiveWorld('integrity', 1);
const { db, objects, root, tools } = archive;
const fileOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const whole = [await archive.addImage(), await archive.addImage(), await archive.addImage()];

test('a store in which every row has its object has no problem', async () => {
  const found = await checkObjects(tools, { verifyBytesShare: 1 });
  expect(found).toEqual({
    rows: 3,
    objects: 3,
    missing: 0,
    damaged: 0,
    orphaned: 0,
    samples: { missing: [], damaged: [], orphaned: [] },
  });
});

test('missing, truncated, damaged and orphaned objects are reported by name', async () => {
  const [lost, short, rotten] = [
    await archive.addImage(),
    await archive.addImage(),
    await archive.addImage(),
  ];
  await rm(fileOf(lost));
  await writeFile(fileOf(short), 'half');
  await writeFile(fileOf(rotten), Buffer.alloc(64));
  const left = await archive.addImage();
  await db.execute(`delete from image where sha256 = '${left}'`);
  const fresh = await objects.put(Buffer.from('about to be named by a row'));
  const found = await checkObjects(tools, { verifyBytesShare: 1 });
  expect(found).toMatchObject({ rows: 6, objects: 7, missing: 1, damaged: 2, orphaned: 1 });
  expect(found.samples).toEqual({ missing: [lost], damaged: [short, rotten].toSorted(), orphaned: [left] });
  expect(found.samples.orphaned).not.toContain(fresh.sha256);
  // Without reading bytes, only the length shows damage.
  expect(await checkObjects(tools, { verifyBytesShare: 0 })).toMatchObject({ damaged: 1, missing: 1 });
});

test('an expired photo is not missing, and its remaining bytes are an orphan', async () => {
  const [gone, stayed] = [await archive.addImage(), await archive.addImage()];
  await db.execute(`update image set expired_at = now() where sha256 in ('${gone}', '${stayed}')`);
  await rm(fileOf(gone));
  const found = await checkObjects(tools, { verifyBytesShare: 0 });
  expect(found.missing).toBe(1);
  expect(found.samples.orphaned).toContain(stayed);
});

test('the next run does a requested check once; an interrupted check runs again', async () => {
  const ask = () => db.transaction((tx) => requestCheckWithin(tx, 'ann'));
  const [first, second] = [await ask(), await ask()];
  expect(second.id).toBe(first.id);
  const dead = {
    ...objects,
    list: () => {
      throw new Error('killed');
    },
  };
  await expect(checkIntegrity({ db, objects: dead })).rejects.toThrow('killed');
  const done = await checkIntegrity(tools);
  expect(done).toMatchObject({ id: first.id, createdBy: 'ann', missing: 1 });
  expect(done?.endedAt).not.toBeNull();
  expect(await checkIntegrity(tools)).toBeNull();
  expect(await db.$count(integrityReport)).toBe(1);
});

test('a week after the last report the next one is due', async () => {
  await db.execute(`update integrity_report set created_at = now() - interval '8 days'`);
  expect(await checkIntegrity(tools)).toMatchObject({ createdBy: 'schedule', rows: whole.length + 5 });
  expect(await checkIntegrity(tools)).toBeNull();
});

import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { integrityReport } from '@gondola/db';
import { expect, test } from 'vitest';
import { openArchiveWorld } from './archive-world.testing.ts';
import { checkObjects } from './check-objects.ts';
import { keepIntegrity, requestIntegrityCheck } from './keep-integrity.ts';

const archive = await openArchiveWorld('integrity', 1);
const { db, objects, root, tools } = archive;
const fileOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const whole = [await archive.addImage(), await archive.addImage(), await archive.addImage()];

test('a store in which every row has its object is found whole', async () => {
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

test('what is lost, cut short, rotten or left behind is told by name', async () => {
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
  // Without reading bytes only the length tells.
  expect(await checkObjects(tools, { verifyBytesShare: 0 })).toMatchObject({ damaged: 1, missing: 1 });
});

test('an expired photo is no loss, and its bytes are rubbish when they stayed', async () => {
  const [gone, stayed] = [await archive.addImage(), await archive.addImage()];
  await db.execute(`update image set expired_at = now() where sha256 in ('${gone}', '${stayed}')`);
  await rm(fileOf(gone));
  const found = await checkObjects(tools, { verifyBytesShare: 0 });
  expect(found.missing).toBe(1);
  expect(found.samples.orphaned).toContain(stayed);
});

test('a check that is asked for is done by the next round, once; one that was cut off is done again', async () => {
  const ask = () => db.transaction((tx) => requestIntegrityCheck(tx, 'ann'));
  const [first, second] = [await ask(), await ask()];
  expect(second.id).toBe(first.id);
  const dead = {
    ...objects,
    list: () => {
      throw new Error('killed');
    },
  };
  await expect(keepIntegrity({ db, objects: dead })).rejects.toThrow('killed');
  const done = await keepIntegrity(tools);
  expect(done).toMatchObject({ id: first.id, createdBy: 'ann', missing: 1 });
  expect(done?.endedAt).not.toBeNull();
  expect(await keepIntegrity(tools)).toBeNull();
  expect(await db.$count(integrityReport)).toBe(1);
});

test('a week after the last report the next one is due', async () => {
  await db.execute(`update integrity_report set created_at = now() - interval '8 days'`);
  expect(await keepIntegrity(tools)).toMatchObject({ createdBy: 'schedule', rows: whole.length + 5 });
  expect(await keepIntegrity(tools)).toBeNull();
});

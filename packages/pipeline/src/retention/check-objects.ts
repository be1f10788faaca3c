import { type Database, image } from '@gondola/db';
import { asc, eq, gt } from 'drizzle-orm';
import { type ListedObject, ObjectDamaged, type ObjectStore } from '../objects/object-store.ts';

export interface ObjectCheck {
  rows: number;
  objects: number;
  missing: number;
  damaged: number;
  orphaned: number;
  samples: Record<'missing' | 'damaged' | 'orphaned', string[]>;
}

/**
 * Minimum age of an orphan: objects are stored before their rows, and the clocks of the two hosts may differ by
 * minutes.
 */
const orphanAfterMs = 60 * 60_000;
const rowsPerPage = 2_000;
const maxSamples = 20;

type ImageRow = Pick<typeof image.$inferSelect, 'sha256' | 'byteLength' | 'expiredAt'>;

/**
 * Compares the object store with the rows that name its objects. Reads both as streams in order of their names, so
 * memory stays constant for any store. `verifyBytesShare` (0..1) is the share of objects whose bytes are read and
 * hashed. Checks each missing object once more, because both sides change meanwhile.
 */
export async function checkObjects(
  { db, objects }: { db: Database; objects: ObjectStore },
  { verifyBytesShare, random = Math.random }: { verifyBytesShare: number; random?: () => number },
  signal?: AbortSignal,
): Promise<ObjectCheck> {
  const check: ObjectCheck = {
    rows: 0,
    objects: 0,
    missing: 0,
    damaged: 0,
    orphaned: 0,
    samples: { missing: [], damaged: [], orphaned: [] },
  };
  const note = (what: keyof ObjectCheck['samples'], sha256: string) => {
    check[what] += 1;
    if (check.samples[what].length < maxSamples) check.samples[what].push(sha256);
  };
  const without = async (row: ImageRow) => {
    if (row.expiredAt === null && (await isMissing(db, objects, row.sha256))) note('missing', row.sha256);
  };

  const rows = imageRows(db)[Symbol.asyncIterator]();
  let row = await rows.next();
  for await (const object of objects.list()) {
    signal?.throwIfAborted();
    check.objects += 1;
    while (!row.done && row.value.sha256 < object.sha256) {
      check.rows += 1;
      await without(row.value);
      row = await rows.next();
    }
    if (!row.done && row.value.sha256 === object.sha256) {
      check.rows += 1;
      if (row.value.expiredAt !== null) noteOrphan(object);
      else if (await isDamaged(objects, row.value, object, random() < verifyBytesShare))
        note('damaged', object.sha256);
      row = await rows.next();
    } else if (!(await isNamed(db, object.sha256))) noteOrphan(object);
  }
  for (; !row.done; row = await rows.next()) {
    signal?.throwIfAborted();
    check.rows += 1;
    await without(row.value);
  }
  return check;

  function noteOrphan(object: ListedObject): void {
    if (Date.now() - object.storedAt.getTime() > orphanAfterMs) note('orphaned', object.sha256);
  }
}

async function* imageRows(db: Database): AsyncGenerator<ImageRow, undefined> {
  let after = '';
  for (;;) {
    const page = await db
      .select({ sha256: image.sha256, byteLength: image.byteLength, expiredAt: image.expiredAt })
      .from(image)
      .where(gt(image.sha256, after))
      .orderBy(asc(image.sha256))
      .limit(rowsPerPage);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < rowsPerPage) return undefined;
    after = last.sha256;
  }
}

async function isMissing(db: Database, objects: ObjectStore, sha256: string): Promise<boolean> {
  if ((await objects.stat(sha256)) !== null) return false;
  const [row] = await db.select({ expiredAt: image.expiredAt }).from(image).where(eq(image.sha256, sha256));
  return row?.expiredAt === null;
}

const isNamed = async (db: Database, sha256: string): Promise<boolean> =>
  (await db.$count(image, eq(image.sha256, sha256))) > 0;

async function isDamaged(
  objects: ObjectStore,
  row: ImageRow,
  object: ListedObject,
  readsBytes: boolean,
): Promise<boolean> {
  if (object.byteLength !== row.byteLength) return true;
  if (!readsBytes) return false;
  try {
    await objects.get(object.sha256);
    return false;
  } catch (error) {
    if (error instanceof ObjectDamaged) return true;
    throw error;
  }
}
